import type { Random } from '../sample/random.ts';

/** A stretch of the original and what takes its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: Uint8Array;
}

/** Bytes that mean something to a reader of JSON, of lines, of UTF-8 or of containers. */
const identifying = [...Buffer.from('{}[]",:\\\n\r\t \0\u001e0-1e.tfn\'a'), 0xef, 0xbb, 0xbf, 0xff, 0xe2, 0x80, 0xed, 0x1f, 0x8b];

/** One to four edits that do not meet each other, in the order of the bytes. */
export function randomEdits(bytes: Uint8Array, random: Random): readonly Edit[] {
  const edits: Edit[] = [];
  for (let wanted = random.pickWeighted([1, 2, 3, 4].map((count) => [count, 1 / count])); wanted > 0; wanted--) {
    edits.push(...randomEdit(bytes, random));
  }
  const sorted = edits.toSorted((left, right) => left.start - right.start || left.end - right.end);
  return sorted.filter((edit, index) => index === 0 || sorted.slice(0, index).every((before) => before.end < edit.start));
}

export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { start, end, replacement } of edits) {
    pieces.push(bytes.subarray(from, start), replacement);
    from = end;
  }
  pieces.push(bytes.subarray(from));
  return new Uint8Array(Buffer.concat(pieces));
}

function randomEdit(bytes: Uint8Array, random: Random): readonly Edit[] {
  const at = random.integer(bytes.length + 1);
  const nearby = Math.min(bytes.length, at + 1 + random.integer(random.chance(0.8) ? 4 : 400));
  switch (
    random.pickWeighted([
      ['flip', 4],
      ['cut', 3],
      ['insert', 4],
      ['copy', 1],
      ['swap', 1],
      ['end', 0.3],
    ] as const)
  ) {
    case 'flip':
      return [{ start: at, end: Math.min(bytes.length, at + 1), replacement: Uint8Array.of(randomByte(random)) }];
    case 'cut':
      return [{ start: at, end: nearby, replacement: new Uint8Array(0) }];
    case 'insert':
      return [{ start: at, end: at, replacement: Uint8Array.from({ length: 1 + random.integer(3) }, () => randomByte(random)) }];
    case 'copy': {
      const from = random.integer(bytes.length + 1);
      return [{ start: at, end: at, replacement: bytes.slice(from, from + random.integer(60)) }];
    }
    case 'swap': {
      const length = 1 + random.integer(8);
      const other = nearby + random.integer(Math.max(1, bytes.length - nearby));
      if (at + length >= other) {
        return [];
      }
      return [
        { start: at, end: at + length, replacement: bytes.slice(other, other + length) },
        { start: other, end: Math.min(bytes.length, other + length), replacement: bytes.slice(at, at + length) },
      ];
    }
    case 'end':
      return [{ start: at, end: bytes.length, replacement: new Uint8Array(0) }];
  }
}

function randomByte(random: Random): number {
  return random.chance(0.9) ? random.pick(identifying) : random.integer(256);
}
