import { readFileSync, statSync } from 'node:fs';
import type { FormatFault } from '../core/formats/formatFaults.ts';
import { say } from '../protocol/say.ts';
import { UsageError } from './usageError.ts';

/** Larger files hold no format and no schema. In bytes. */
const maxSize = 1024 * 1024;

/** Faults of one file that are reported; more are counted. */
const maxFaults = 10;

/** The bytes of a file that is to hold a format or a schema. Throws {@link UsageError}. */
export function definitionContent(file: string, what: 'format' | 'schema'): Uint8Array {
  try {
    if (statSync(file).size > maxSize) {
      throw new UsageError(`${file} is too large for a ${what}: it has more than 1 MiB.`);
    }
    return readFileSync(file);
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What is wrong in such a file. */
export function definitionError(file: string, faults: readonly FormatFault[]): UsageError {
  const { length } = faults;
  const [first = '', ...others] = faults.slice(0, maxFaults).map((fault) => faultText(file, fault));
  return new UsageError(first, ...others, ...(length > maxFaults ? [`${file}: ${maxFaults} of ${length} faults are reported.`] : []));
}

function faultText(file: string, { message, pointer, line, column }: FormatFault): string {
  return `${file}:${line}:${column}: ${pointer === '' ? '' : `${pointer}: `}${say(message)}`;
}
