import type { Encoding } from '../core/reading/decoding/encoding.ts';
import type { LogSession } from '../engine/session/logSession.ts';
import { BadRequest } from '../engine/query/badRequest.ts';
import { say } from '../protocol/say.ts';
import { UsageError, type Arguments } from './arguments.ts';
import type { Output } from './output.ts';
import { compactRecord } from '../core/record/compactRecord.ts';

const lineBreaks: Readonly<Record<Encoding, Uint8Array>> = {
  'utf-8': Uint8Array.of(0x0a),
  'utf-16le': Uint8Array.of(0x0a, 0),
  'utf-16be': Uint8Array.of(0, 0x0a),
};

/** `audit-log records`: the matching records in file order, one on each line, or with `raw` just as they stand. */
export async function records(session: LogSession, { where, from, limit, format }: Arguments, output: Output): Promise<number> {
  const never = new AbortController().signal;
  const writeLine = async (bytes: Uint8Array, encoding: Encoding): Promise<void> => {
    await output.write(bytes);
    await output.write(lineBreaks[encoding]);
  };
  try {
    await (format === 'raw'
      ? session.visitOwn(where, from, limit, never, writeLine)
      : session.visit(where, from, limit, never, (bytes) => writeLine(compactRecord(bytes), 'utf-8')));
  } catch (error) {
    throw error instanceof BadRequest ? new UsageError(say(error.sentence)) : error;
  }
  return 0;
}
