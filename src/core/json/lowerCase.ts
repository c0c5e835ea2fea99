/** More keys than these are not remembered: hostile logs have any number. */
const maxKnown = 2048;
const known = new Map<string, string>();

/** A key in lower case. Records have the same keys again and again, which are remembered. */
export function lowerCase(key: string): string {
  let lower = known.get(key);
  if (lower === undefined) {
    lower = key.toLowerCase();
    if (known.size < maxKnown && key.length <= 64) {
      known.set(key, lower);
    }
  }
  return lower;
}
