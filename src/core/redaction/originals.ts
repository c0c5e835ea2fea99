import type { SimpleKind } from './pseudonyms.ts';

/** Shorter values may be parts of any text. */
const minLength = 3;
const prefixLength = 3;
const hashes = 64 * 1024;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Values that must not be in a copy: looked for from each character on, and not by how they were replaced. */
export class Originals {
  /** Whether some value begins so, by hash: most places of a text are done with by that. */
  private readonly beginnings = new Uint8Array(hashes);
  private readonly byPrefix = new Map<string, { readonly kind: SimpleKind; readonly value: string }[]>();

  /** @param value In lower case. */
  add(kind: SimpleKind, value: string): void {
    if (value.length >= minLength) {
      const prefix = value.slice(0, prefixLength);
      this.beginnings[hashAt(value, 0)] = 1;
      const known = this.byPrefix.get(prefix) ?? [];
      known.push({ kind, value });
      this.byPrefix.set(prefix, known);
    }
  }

  /** The kind of a value that is in a text, where it is no part of a longer word or number; undefined for none. @param accepts Of which kinds it may be. */
  in(text: string, accepts: (kind: SimpleKind) => boolean = () => true): SimpleKind | undefined {
    const folded = text.toLowerCase();
    for (let at = 0; at + prefixLength <= folded.length; at++) {
      if (this.beginnings[hashAt(folded, at)] === 0) {
        continue;
      }
      const found = this.byPrefix
        .get(folded.slice(at, at + prefixLength))
        ?.find(({ kind, value }) => accepts(kind) && isWholeAt(folded, at, value));
      if (found !== undefined) {
        return found.kind;
      }
    }
    return undefined;
  }
}

function isWholeAt(text: string, at: number, value: string): boolean {
  const end = at + value.length;
  return text.startsWith(value, at) && !isWithinWord(text, at) && !isWithinWord(text, end);
}

/** Whether the characters on both sides of a place are of one word. */
function isWithinWord(text: string, place: number): boolean {
  return wordCharacter.test(text[place - 1] ?? '') && wordCharacter.test(text[place] ?? '');
}

function hashAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & (hashes - 1);
}
