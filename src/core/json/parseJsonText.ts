import { Scan, scanValue } from './jsonScanner.ts';
import { encodeText } from './utf8.ts';
import { parseValueTree, type ValueNode } from './valueTree.ts';

/** An object or array that is in a text as JSON; undefined for any other text. */
export function parseJsonText(text: string): { readonly bytes: Uint8Array; readonly root: ValueNode } | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') && !trimmed.startsWith('[')) {
    return undefined;
  }
  const bytes = encodeText(trimmed);
  return scanValue(bytes, 0, bytes.length, new Scan()) === bytes.length
    ? { bytes, root: parseValueTree(bytes, 0, bytes.length) }
    : undefined;
}
