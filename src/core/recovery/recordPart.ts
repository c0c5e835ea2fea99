import { Scan, scanString, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { signatureAt, maxKeyLength } from './recordSignature.ts';
import { sourceText } from '../json/utf8.ts';

/** Lower case, as writers differ in casing. Objects that begin so are parts of records, whatever follows. */
export const keysOfParts: ReadonlySet<string> = new Set([
  'calleridentitytype',
  'calleridentity',
  'calleridentityvalue',
  'targetresourcetype',
  'targetresourcename',
]);

/** How much is looked at for the end of the list in which parts of a record are. */
const maxListLength = 65_536;

const keyScan = new Scan();

/** Whether a caller's identity or a target begins here, as far as the bytes at hand show. */
export function isPart(bytes: Uint8Array, brace: number, length: number): boolean {
  const key = skipBlanks(bytes, brace + 1, length);
  if (bytes[brace] !== 0x7b || bytes[key] !== 0x22) {
    return false;
  }
  const end = scanString(bytes, key, Math.min(length, key + maxKeyLength), keyScan);
  return end > 0 && keysOfParts.has(sourceText(bytes, key + 1, end - 1).toLowerCase());
}

/**
 * Index of the bracket that closes the list of callers or targets whose items begin here, and whose beginning is not in the
 * file; -1 if none does, undefined if more bytes are needed to say.
 */
export function endOfParts(bytes: Uint8Array, brace: number, length: number, final: boolean): number | undefined {
  const key = skipBlanks(bytes, brace + 1, length);
  if (key + 2 < length && (bytes[key] !== 0x22 || !mayBegin(bytes[key + 1]!, bytes[key + 2]!))) {
    return -1;
  }
  const limit = Math.min(length, brace + maxListLength);
  const scan = new Scan();
  let position = brace;
  while (isPart(bytes, position, limit)) {
    const end = scanValue(bytes, position, limit, scan);
    const after = end < 0 ? limit : skipBlanks(bytes, end, limit);
    if (after === limit) {
      return final || limit === brace + maxListLength ? -1 : undefined;
    }
    if (bytes[after] !== 0x2c) {
      return bytes[after] === 0x5d ? after : -1;
    }
    position = skipBlanks(bytes, after + 1, limit);
  }
  const isOpen = limit === length && !final && (position === limit || signatureAt(bytes, position, length, [], false) === 'unknown');
  return isOpen ? undefined : -1;
}

/** Most records are ruled out by the first two letters of their first key. */
function mayBegin(first: number, second: number): boolean {
  const lower = first | 0x20;
  return (lower === 0x63 || lower === 0x74) && (second | 0x20) === 0x61;
}
