import { nodeString, nodeText, type ValueNode } from '../json/valueTree.ts';
import { sourceText, utf16Length } from '../json/utf8.ts';
import { maskSecrets } from '../record/maskSecrets.ts';
import { shownLength } from './fieldDescription.ts';

/** A value as it may be shown: of bounded length, and without what gives access. */
export interface ShownValue {
  /** Source text, cut. A string that held a secret is rewritten. */
  readonly source: string;
  /** Decoded text, cut; equal to `source` for anything but strings. */
  readonly text: string;
  /** Length of the whole source text in UTF-16 units. */
  readonly sourceLength: number;
  /** True if nothing was cut off. */
  readonly whole: boolean;
  /** True if a secret was masked. */
  readonly masked: boolean;
}

export function shownValue(bytes: Uint8Array, node: ValueNode): ShownValue {
  const sourceLength = utf16Length(bytes, node.start, node.end);
  const long = sourceLength > shownLength;
  const read = long ? sourceText(bytes, node.start, Math.min(node.end, node.start + bytesEnough)) : nodeText(bytes, node);
  if (node.kind !== 'string') {
    const source = maskEscaped(maskSecrets(read));
    return { source: cut(source), text: cut(source), sourceLength, whole: !long, masked: source !== read };
  }
  const value = long ? decodedStart(read) : nodeString(bytes, node);
  const text = maskSecrets(value);
  const masked = text !== value;
  return { source: cut(masked ? JSON.stringify(text) : read), text: cut(text), sourceLength, whole: !long, masked };
}

/** One UTF-16 unit takes up to three bytes of UTF-8, as an escape six. */
const bytesEnough = shownLength * 6;

/** Secrets after an escaped `&`, `?` or `;`, in the source text of objects and arrays. */
function maskEscaped(source: string): string {
  return source.replace(/(\\u00(?:26|3f|3b)sig=)[^&\\\s"']+/gi, '$1…');
}

/** The first units of a text, never half a character. */
function cut(text: string): string {
  const last = text.charCodeAt(shownLength - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? shownLength - 1 : shownLength);
}

/** Decodes as much as is whole of a JSON string whose end is missing. */
function decodedStart(source: string): string {
  let end = 1;
  while (end < source.length) {
    const step = source[end] !== '\\' ? 1 : source[end + 1] === 'u' ? 6 : 2;
    if (end + step > source.length || source[end] === '"') {
      break;
    }
    end += step;
  }
  return JSON.parse(`${source.slice(0, end)}"`) as string;
}
