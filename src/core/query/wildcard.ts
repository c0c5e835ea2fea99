/** A text, or its code points where `?` has to count them. */
type Places = string | readonly string[];

/**
 * Compiles a pattern in which `*` stands for any text and `?` for one character (a code point), over the whole value.
 *
 * Between two stars the leftmost place at which a segment fits is always as good as any other, so nothing is ever tried
 * twice: no pattern, however hostile, backtracks. Both sides are compared as they are; fold them first where case does
 * not matter.
 */
export function compileWildcard(pattern: string): (value: string) => boolean {
  if (!pattern.includes('?')) {
    const segments = pattern.split('*');
    return (value) => fits(segments, value);
  }
  const segments = pattern.split('*').map((segment) => [...segment]);
  return (value) => fits(segments, [...value]);
}

function fits(segments: readonly Places[], value: Places): boolean {
  const first = segments[0]!;
  const last = segments.at(-1)!;
  if (segments.length === 1) {
    return value.length === first.length && fitsAt(first, value, 0);
  }
  const end = value.length - last.length;
  if (first.length > end || !fitsAt(first, value, 0) || !fitsAt(last, value, end)) {
    return false;
  }
  let position = first.length;
  for (const segment of segments.slice(1, -1)) {
    const found = find(segment, value, position);
    if (found === -1 || found + segment.length > end) {
      return false;
    }
    position = found + segment.length;
  }
  return true;
}

function find(segment: Places, value: Places, from: number): number {
  if (typeof segment === 'string' && typeof value === 'string') {
    return value.indexOf(segment, from);
  }
  for (let at = from; at + segment.length <= value.length; at++) {
    if (fitsAt(segment, value, at)) {
      return at;
    }
  }
  return -1;
}

function fitsAt(segment: Places, value: Places, at: number): boolean {
  if (at + segment.length > value.length) {
    return false;
  }
  for (let index = 0; index < segment.length; index++) {
    const wanted = segment[index];
    if (wanted !== '?' && wanted !== value[at + index]) {
      return false;
    }
  }
  return true;
}
