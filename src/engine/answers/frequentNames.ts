import type { ByteDictionary } from '../columns/byteDictionary.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { IdCounts } from './counting.ts';

/** How many names there are, and those that most records have, the most frequent first and ties by name. */
export interface FrequentNames {
  readonly distinct: number;
  readonly most: Readonly<Record<string, number>>;
}

/** How many records have each id. */
export type CountsOfIds = Pick<IdCounts, 'of' | 'forEach'>;

/** No more ids than these are always counted in the map. */
const maxFew = 1024;

/** Counts of some of many ids: of a few in a map, and of many in an array, which takes a tenth of the memory and time. */
export class SparseCounts implements CountsOfIds {
  private readonly few = new Map<number, number>();
  /** By id; others are in the map. */
  private many = new Uint32Array(0);
  private largest = 0;

  add(id: number, count: number): void {
    if (id < this.many.length) {
      this.many[id]! += count;
      return;
    }
    const { few } = this;
    few.set(id, (few.get(id) ?? 0) + count);
    this.largest = Math.max(this.largest, id);
    if (few.size > maxFew && few.size * 8 > this.largest) {
      this.gather();
    }
  }

  of(id: number): number {
    return id < this.many.length ? this.many[id]! : (this.few.get(id) ?? 0);
  }

  async forEach(work: CooperativeTask, visit: (id: number, count: number) => void): Promise<void> {
    await work.forEach(0, this.many.length, (id) => {
      const count = this.many[id]!;
      if (count > 0) {
        visit(id, count);
      }
    });
    const ids = [...this.few.keys()];
    await work.forEach(0, ids.length, (index) => visit(ids[index]!, this.of(ids[index]!)));
  }

  /** Moves what is in the map into the array, with room for as many ids again. */
  private gather(): void {
    const { many, few } = this;
    this.many = new Uint32Array((this.largest + 1) * 2);
    this.many.set(many);
    few.forEach((count, id) => (this.many[id]! += count));
    few.clear();
  }
}

/** Counts of ids of which some are further spellings of others: what has been counted under these counts for the first id. */
export class CountsOfSpellings implements CountsOfIds {
  /** By first ids what was counted under further ones. */
  private readonly further = new SparseCounts();
  private readonly counts: CountsOfIds;
  private readonly firstIds: ReadonlyMap<number, number>;

  constructor(counts: CountsOfIds, firstIds: ReadonlyMap<number, number>) {
    this.counts = counts;
    this.firstIds = firstIds;
    firstIds.forEach((first, id) => this.further.add(first, counts.of(id)));
  }

  of(id: number): number {
    return this.firstIds.has(id) ? 0 : this.counts.of(id) + this.further.of(id);
  }

  async forEach(work: CooperativeTask, visit: (id: number, count: number) => void): Promise<void> {
    await this.counts.forEach(work, (id) => {
      if (!this.firstIds.has(id)) {
        visit(id, this.of(id));
      }
    });
    await this.further.forEach(work, (id, count) => {
      if (count > 0 && this.counts.of(id) === 0) {
        visit(id, count);
      }
    });
  }
}

/** Names that are put in order at a time, beside those that are wanted. */
const sortedAtOnce = 32;

/**
 * The most frequent texts of a dictionary. A log may have a million resources of which ten are reported: a text is made of
 * these alone. Ids of ASCII have a text each, and the order of their bytes; of the few others, two may be for one text
 * where bytes were invalid, so these are counted by text.
 */
export async function frequentTexts(
  ids: CountsOfIds,
  dictionary: ByteDictionary,
  limit: number,
  work: CooperativeTask,
): Promise<FrequentNames> {
  let best: number[] = [];
  let ascii = 0;
  const others = new Map<string, number>();
  const compare = (left: number, right: number): number => ids.of(right) - ids.of(left) || dictionary.compareAscii(left, right);
  /** The last that is wanted of those so far; what is after it is not wanted either. */
  let last: number | undefined;
  const cut = (): void => {
    best = best.sort(compare).slice(0, limit);
    last = best[limit - 1];
  };
  await ids.forEach(work, (id, count) => {
    if (id === 0) {
      return;
    }
    if (!dictionary.isAscii(id)) {
      addName(others, dictionary.text(id), count);
      return;
    }
    ascii++;
    if (last === undefined || compare(id, last) < 0) {
      best.push(id);
    }
    if (best.length >= limit * 2 + sortedAtOnce) {
      cut();
    }
  });
  cut();
  const names = new Map([...others, ...best.map((id): [string, number] => [dictionary.text(id), ids.of(id)])]);
  return { distinct: ascii + others.size, most: mostFrequent(names, limit) };
}

export function mostFrequent(counts: ReadonlyMap<string, number>, limit: number): Readonly<Record<string, number>> {
  const sorted = [...counts].sort(([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1));
  // Without a prototype, so that a value called __proto__ is counted like any other.
  const result = Object.create(null) as Record<string, number>;
  for (const [name, count] of sorted.slice(0, limit)) {
    result[name] = count;
  }
  return result;
}

export function addName(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}
