import type { LogSession } from '../engine/logSession.ts';
import { BadRequest } from '../engine/query/results.ts';
import { UsageError, type Arguments } from './arguments.ts';
import { compactRecord } from './compactRecord.ts';
import type { Output } from './output.ts';

const lineBreak = Uint8Array.of(0x0a);

/** `audit-log records`: the matching records in file order, one on each line, or with `raw` just as they stand. */
export async function records(session: LogSession, options: Arguments, output: Output): Promise<number> {
  const raw = options.format === 'raw';
  try {
    await session.visit(options.where, options.from, options.limit, new AbortController().signal, async (bytes) => {
      await output.write(raw ? bytes : compactRecord(bytes));
      await output.write(lineBreak);
    });
  } catch (error) {
    throw error instanceof BadRequest ? new UsageError(error.message) : error;
  }
  return 0;
}
