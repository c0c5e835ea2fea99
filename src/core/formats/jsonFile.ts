import { message } from '../finding/message.ts';
import { Scan, scanValue, skipBlanks } from '../json/jsonScanner.ts';
import { decodeText, encodeText } from '../json/utf8.ts';
import { parseValueTree, type ValueNode } from '../json/valueTree.ts';
import { faultAt, type FormatFault } from './formatFaults.ts';

/** A file of JSON: its value, and where its parts are. */
export interface JsonFile {
  /** In UTF-8, without a byte order mark. */
  readonly bytes: Uint8Array;
  readonly root: ValueNode;
  readonly value: unknown;
}

/** Reads a file of JSON; otherwise says where it is none. Never throws. */
export function parseJsonFile(content: Uint8Array): JsonFile | FormatFault {
  const bytes = encodeText(decodeText(content).replace(/^\uFEFF/, ''));
  const scan = new Scan();
  const start = skipBlanks(bytes, 0, bytes.length);
  const end = scanValue(bytes, start, bytes.length, scan);
  const after = end < 0 ? bytes.length : skipBlanks(bytes, end, bytes.length);
  if (end < 0 || after < bytes.length) {
    return faultAt(bytes, end === -2 ? scan.failure : after, '', message('format.syntax'));
  }
  return { bytes, root: parseValueTree(bytes, start, end), value: JSON.parse(decodeText(bytes)) as unknown };
}
