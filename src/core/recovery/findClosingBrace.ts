import { escapedLength } from './braceContext.ts';
import { needsMore, nothingYet } from './embeddedRecord.ts';
import { skipBlanks } from '../json/jsonScanner.ts';

/** How far is looked for the end of a record after a line break in one of its texts. */
const maxRestLength = 65_536;

/**
 * Index of the brace that closes a record, after a line break that is in one of its texts: in a line that begins like no
 * record, nor does any line before it. `nothingYet` if there is none, `needsMore` if more bytes are needed to say.
 *
 * @param depth How many braces are open at the line break.
 */
export function findClosingBrace(bytes: Uint8Array, lineBreak: number, length: number, depth: number, final: boolean): number {
  const limit = Math.min(length, lineBreak + maxRestLength);
  let open = depth;
  let inString = true;
  for (let position = lineBreak; position < limit; position++) {
    const byte = bytes[position]!;
    if (isLineBreak(byte)) {
      const next = skipBlanks(bytes, position, limit);
      if (!inString || (next < limit && beginsOther(bytes[next]!))) {
        return nothingYet;
      }
      position = next - 1;
    } else if (byte === 0x22) {
      inString = !inString;
    } else if (inString) {
      position += byte === 0x5c ? escapedLength(bytes, position) - 1 : 0;
    } else if (byte === 0x7b) {
      open++;
    } else if (byte === 0x7d && --open === 0) {
      return position;
    }
  }
  return final || limit === lineBreak + maxRestLength ? nothingYet : needsMore;
}

/** Whether a line that begins so may be a record or a list of them. */
function beginsOther(byte: number): boolean {
  return byte === 0x7b || byte === 0x5b || byte === 0x1e || byte === 0;
}

function isLineBreak(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}
