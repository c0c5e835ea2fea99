import { Scan, scanValue } from './jsonScanner.ts';
import { encodeText } from './utf8.ts';
import { parseValueTree, type ValueNode } from './valueTree.ts';

/** A value with the bytes that hold it. */
export interface ParsedText {
  readonly bytes: Uint8Array;
  readonly root: ValueNode;
}

/** A string, which is kept, or a comma after the last member or item. */
const stringOrTrailingComma = /("(?:[^"\\]|\\.)*")|(?<=["}\]\w]\s*),(?=\s*[}\]])/g;

/**
 * An object or array that is in a text as JSON; undefined for any other text. Some writers leave a comma after the last member,
 * which is read as a blank.
 */
export function parseJsonText(text: string): ParsedText | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) {
    return undefined;
  }
  return parsed(trimmed) ?? parsed(trimmed.replaceAll(stringOrTrailingComma, (_, kept: string | undefined) => kept ?? ' '));
}

function parsed(text: string): ParsedText | undefined {
  const bytes = encodeText(text);
  return scanValue(bytes, 0, bytes.length, new Scan()) === bytes.length
    ? { bytes, root: parseValueTree(bytes, 0, bytes.length) }
    : undefined;
}
