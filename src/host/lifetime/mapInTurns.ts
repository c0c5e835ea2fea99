/**
 * Maps items in their order, at most so many without a look at whether others want their turn. The first piece has a turn
 * of its own, too.
 */
export async function mapInTurns<T, R>(items: readonly T[], maxAtOnce: number, map: (item: T) => R): Promise<R[]> {
  const mapped: R[] = [];
  for (let from = 0; from < items.length; from += maxAtOnce) {
    await new Promise((resolve) => setTimeout(resolve));
    for (const item of items.slice(from, from + maxAtOnce)) {
      mapped.push(map(item));
    }
  }
  return mapped;
}
