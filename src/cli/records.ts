import type { Encoding } from '../core/reading/decoding/encoding.ts';
import type { LogSession } from '../engine/session/logSession.ts';
import { BadRequest } from '../engine/query/badRequest.ts';
import { say } from '../protocol/say.ts';
import { UsageError, type Arguments } from './arguments.ts';
import type { Output } from './output.ts';
import { encodeText, isUtf8, sourceText } from '../core/json/utf8.ts';

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

/**
 * A record on one line: line breaks and the indentation after them are dropped, nothing else. They can be between
 * tokens only, as strings of valid JSON hold no raw line breaks. Invalid bytes become U+FFFD, so that the output is UTF-8.
 */
function compactRecord(bytes: Uint8Array): Uint8Array {
  const valid = isUtf8(bytes, 0, bytes.length) ? bytes : encodeText(sourceText(bytes, 0, bytes.length));
  if (!valid.includes(0x0a) && !valid.includes(0x0d)) {
    return valid;
  }
  const compact = new Uint8Array(valid.length);
  let length = 0;
  let isIndentation = false;
  for (const byte of valid) {
    if (byte === 0x0a || byte === 0x0d) {
      isIndentation = true;
    } else if (!isIndentation || (byte !== 0x20 && byte !== 0x09)) {
      isIndentation = false;
      compact[length++] = byte;
    }
  }
  return compact.subarray(0, length);
}
