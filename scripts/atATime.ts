/**
 * Does a task for each item, at most so many at a time, each begun in the order of the items. Gives what they lead to in that order;
 * rejects as soon as one does.
 */
export async function atATime<Item, Result>(
  count: number,
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of left) {
      results[index] = await task(item);
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  return results;
}
