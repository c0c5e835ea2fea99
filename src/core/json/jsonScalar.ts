const literals: ReadonlyMap<number, readonly number[]> = new Map([
  [0x74, [...'true'].map((letter) => letter.charCodeAt(0))],
  [0x66, [...'false'].map((letter) => letter.charCodeAt(0))],
  [0x6e, [...'null'].map((letter) => letter.charCodeAt(0))],
]);

/**
 * Index after the number, `true`, `false` or `null` that begins at `start`. Where none does, the complement (`~`) of the index
 * of the byte that cannot be there: of `end` where the bytes end too early. So they do at the very end of a number.
 */
export function scalarEnd(bytes: Uint8Array, start: number, end: number): number {
  const literal = literals.get(bytes[start]!);
  if (literal === undefined) {
    return numberEnd(bytes, start, end);
  }
  for (let index = 1; index < literal.length; index++) {
    if (start + index === end || bytes[start + index] !== literal[index]) {
      return ~(start + index);
    }
  }
  return start + literal.length;
}

function numberEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = bytes[start] === 0x2d ? start + 1 : start;
  if (position === end) {
    return ~end;
  }
  if (bytes[position] === 0x30) {
    position++;
  } else {
    const first = position;
    position = skipDigits(bytes, position, end);
    if (position === first) {
      return ~position;
    }
  }
  if (position < end && bytes[position] === 0x2e) {
    const first = position + 1;
    position = skipDigits(bytes, first, end);
    if (position === first) {
      return ~position;
    }
  }
  if (position < end && (bytes[position]! | 0x20) === 0x65) {
    position++;
    if (position < end && (bytes[position] === 0x2b || bytes[position] === 0x2d)) {
      position++;
    }
    const first = position;
    position = skipDigits(bytes, first, end);
    if (position === first) {
      return ~position;
    }
  }
  return position === end ? ~end : position;
}

function skipDigits(bytes: Uint8Array, position: number, end: number): number {
  while (position < end && bytes[position]! >= 0x30 && bytes[position]! <= 0x39) {
    position++;
  }
  return position;
}
