import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';

/** Items that are sorted without a look at whether others want their turn: a few milliseconds of comparing texts. */
const itemsAtOnce = 2048;

/** Sorts items as `toSorted` does, equal ones in their order; others get their turn in between. */
export async function sortInTurns<T>(items: readonly T[], compare: (left: T, right: T) => number, work: CooperativeTask): Promise<T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += itemsAtOnce) {
    runs.push(items.slice(start, start + itemsAtOnce).sort(compare));
    await work.pause();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let run = 0; run < runs.length; run += 2) {
      merged.push(await merge(runs[run]!, runs[run + 1] ?? [], compare, work));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  first: readonly T[],
  second: readonly T[],
  compare: (left: T, right: T) => number,
  work: CooperativeTask,
): Promise<T[]> {
  const merged: T[] = [];
  let left = 0;
  let right = 0;
  while (left < first.length && right < second.length) {
    merged.push(compare(first[left]!, second[right]!) <= 0 ? first[left++]! : second[right++]!);
    if (merged.length % itemsAtOnce === 0) {
      await work.pause();
    }
  }
  // Not spread into arguments: there may be more of them than a call takes.
  return merged.concat(first.slice(left), second.slice(right));
}
