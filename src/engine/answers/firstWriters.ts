import type { EpochSort } from '../../protocol/requests.ts';
import { textOf, validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';

/** The records of one writer, which are next to each other in the order of sequence numbers. */
export interface FoundWriter {
  /** Where they begin in that order, and the first place after them. */
  readonly place: number;
  readonly end: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Distinct numbers. */
  readonly seen: number;
  readonly missing: bigint;
}

type CompareWriters = (left: FoundWriter, right: FoundWriter) => number;

/** Compares writers; those without a time come last, whatever the direction. */
export function writerOrder(index: LogIndex, { by, isDescending }: EpochSort): CompareWriters {
  const { table } = index;
  const sign = isDescending ? -1 : 1;
  switch (by) {
    case 'missing':
      return (left, right) => sign * (left.missing < right.missing ? -1 : left.missing > right.missing ? 1 : 0);
    case 'name': {
      const nameOf = ({ firstRow }: FoundWriter): string => textOf(table.epochs, table.epoch.data[firstRow]!) ?? '';
      return (left, right) => sign * (nameOf(left) < nameOf(right) ? -1 : nameOf(left) > nameOf(right) ? 1 : 0);
    }
    case 'first':
    case 'last': {
      const rowOf = ({ firstRow, lastRow }: FoundWriter): number => (by === 'first' ? firstRow : lastRow);
      const isTimed = (row: number): boolean => table.timeState.data[row] === validTime;
      return (left, right) => {
        const [one, other] = [rowOf(left), rowOf(right)];
        return isTimed(one) && isTimed(other) ? sign * table.compareTimes(one, other) : Number(!isTimed(one)) - Number(!isTimed(other));
      };
    }
  }
}

/** The first of many writers by an order, or as they come: as many as there is room for, as a log may have one for each record. */
export class FirstWriters {
  readonly #limit: number;
  readonly #compare: CompareWriters | undefined;
  #kept: FoundWriter[] = [];

  constructor(limit: number, compare: CompareWriters | undefined) {
    this.#limit = limit;
    this.#compare = compare;
  }

  /** In order; of equal ones that which came first is first. */
  get all(): readonly FoundWriter[] {
    this.#cut();
    return this.#kept;
  }

  add(writer: FoundWriter): void {
    if (this.#compare !== undefined) {
      this.#kept.push(writer);
      if (this.#kept.length > 4 * this.#limit + 1000) {
        this.#cut();
      }
    } else if (this.#kept.length < this.#limit) {
      this.#kept.push(writer);
    }
  }

  #cut(): void {
    if (this.#compare !== undefined) {
      this.#kept = this.#kept.sort(this.#compare).slice(0, this.#limit);
    }
  }
}
