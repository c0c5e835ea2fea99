/**
 * The numbers of the first two items that are equal, as JSON Schema compares them; undefined where all differ. In linear time.
 *
 * @param take Called with the length of what is compared; may throw.
 */
export function equalItems(items: readonly unknown[], take: (length: number) => void): readonly [number, number] | undefined {
  const seen = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const text = JSON.stringify(item, sorted);
    take(1 + text.length);
    const before = seen.get(text);
    if (before !== undefined) {
      return [before, index];
    }
    seen.set(text, index);
  }
  return undefined;
}

/** An object with its keys in order, which does not count. */
function sorted(_: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
    : value;
}
