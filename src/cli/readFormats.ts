import { readFileSync, statSync } from 'node:fs';
import { builtInFormats } from '../core/formats/builtInFormats.ts';
import type { AuditFormat } from '../core/formats/definition/format.ts';
import type { FormatChoice } from '../core/formats/formatChoice.ts';
import type { FormatFault } from '../core/formats/formatFaults.ts';
import { parseFormatFile } from '../core/formats/formatFile.ts';
import { say } from '../protocol/say.ts';
import { UsageError, type Arguments } from './arguments.ts';

/** Larger files hold no format. In bytes. */
const maxSize = 1024 * 1024;

/** Faults of one file that are reported; more are counted. */
const maxFaults = 10;

/** The formats that the options choose. Throws {@link UsageError}. */
export function readFormats({ formatFiles, withoutFormats }: Arguments): FormatChoice {
  const builtIn = builtInFormats.formats.map(({ id }) => id);
  const unknown = withoutFormats.find((id) => !builtIn.includes(id));
  if (unknown !== undefined) {
    throw new UsageError(`There is no built-in format “${unknown}” to leave out; there are ${builtIn.join(', ')}.`);
  }
  const files = new Map<string, string>();
  const own = formatFiles.map((file) => {
    const format = readFormat(file);
    const other = files.get(format.id);
    if (other !== undefined) {
      throw new UsageError(`“${other}” and “${file}” have the same id “${format.id}”.`);
    }
    files.set(format.id, file);
    return format;
  });
  return { own, without: withoutFormats };
}

function readFormat(file: string): AuditFormat {
  const parsed = parseFormatFile(contentOf(file));
  if (parsed.ok) {
    return parsed.format;
  }
  const { length } = parsed.faults;
  const [first = '', ...others] = parsed.faults.slice(0, maxFaults).map((fault) => faultText(file, fault));
  throw new UsageError(first, ...others, ...(length > maxFaults ? [`${file}: ${maxFaults} of ${length} faults are reported.`] : []));
}

function contentOf(file: string): Uint8Array {
  let content: Uint8Array;
  try {
    if (statSync(file).size > maxSize) {
      throw new UsageError(`${file} is too large for a format: it has more than 1 MiB.`);
    }
    content = readFileSync(file);
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return content;
}

function faultText(file: string, { message, pointer, line, column }: FormatFault): string {
  return `${file}:${line}:${column}: ${pointer === '' ? '' : `${pointer}: `}${say(message)}`;
}
