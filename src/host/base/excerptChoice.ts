import { type Guard, integer, list, shape } from '../../protocol/guards.ts';
import { natural, type RecordRef } from '../../protocol/reference.ts';
import type { Order } from '../../protocol/answers/page.ts';
import { order, query } from '../../protocol/requests.ts';

/** So many records an excerpt shows at most: some 40,000 lines, which VS Code still colours and folds. */
export const maxExcerptRecords = 1000;

/** Records of a source that follow each other: its place in the log, the number of the first, and that of the last. */
export type RecordRun = readonly [source: number, first: number, last: number];

interface SizedSource {
  readonly records: number;
}

/** Which records an excerpt shows: some that were chosen, in their order, or the first of those that a filter finds. */
export type ExcerptChoice =
  | {
      readonly kind: 'records';
      readonly runs: readonly RecordRun[];
      /** How many were chosen: more than an excerpt shows are not all in the runs. */
      readonly total: number;
    }
  | { readonly kind: 'filter'; readonly query: string; readonly order: Order };

const isRun: Guard<RecordRun> = (value): value is RecordRun => list(integer(0, 2 ** 32), 3, 3)(value);
const isRuns = shape({ records: list(isRun, 1, maxExcerptRecords), total: natural });
const isFilter = shape({ query, order });

/** The choice that data from anywhere says; undefined where it says none. */
export function asExcerptChoice(value: unknown): ExcerptChoice | undefined {
  if (isRuns(value)) {
    return { kind: 'records', runs: value.records, total: value.total };
  }
  return isFilter(value) ? { kind: 'filter', query: value.query, order: value.order } : undefined;
}

/** What {@link asExcerptChoice} reads. */
export function excerptData(choice: ExcerptChoice): object {
  return choice.kind === 'records' ? { records: choice.runs, total: choice.total } : { query: choice.query, order: choice.order };
}

/** Records in their order, those that follow each other in the source as one run. */
export function chosenRecords(refs: readonly RecordRef[], total = refs.length): ExcerptChoice {
  const runs: RecordRun[] = [];
  for (const { source, index } of refs) {
    const last = runs.at(-1);
    if (last !== undefined && last[0] === source && last[2] + 1 === index) {
      runs[runs.length - 1] = [source, last[1], index];
    } else {
      runs.push([source, index, index]);
    }
  }
  return { kind: 'records', runs, total };
}

/** A record and as many before and after it in its source, as far as that has them. */
export function surroundingRecords({ source, index }: RecordRef, count: number, sources: readonly SizedSource[]): ExcerptChoice {
  const last = Math.max(index, Math.min(index + count, (sources[source]?.records ?? 0) - 1));
  const run: RecordRun = [source, Math.max(0, index - count), last];
  return { kind: 'records', runs: [run], total: countOf([run]) };
}

/** Runs as far as the sources have their records. */
export function clampedRuns(runs: readonly RecordRun[], sources: readonly SizedSource[]): readonly RecordRun[] {
  return runs.flatMap(([source, first, last]) => {
    const end = Math.min(last, (sources[source]?.records ?? 0) - 1);
    return first <= end ? [[source, first, end] as const] : [];
  });
}

/** How many records the runs are of. */
export function countOf(runs: readonly RecordRun[]): number {
  return runs.reduce((sum, [, first, last]) => sum + Math.max(0, last - first + 1), 0);
}

/** The first records of runs, as many as an excerpt shows. */
export function firstRecords(runs: readonly RecordRun[]): readonly RecordRef[] {
  const refs: RecordRef[] = [];
  for (const [source, first, last] of runs) {
    for (let index = first; index <= last && refs.length < maxExcerptRecords; index++) {
      refs.push({ source, index });
    }
  }
  return refs;
}

/** Records of one source, by their numbers. */
export interface SourceRecords {
  readonly source: number;
  readonly records: readonly number[];
}

/** Records by their sources, in their order. */
export function bySource(refs: readonly RecordRef[]): readonly SourceRecords[] {
  const found = new Map<number, number[]>();
  for (const { source, index } of refs) {
    const records = found.get(source) ?? [];
    found.set(source, records);
    records.push(index);
  }
  return [...found].map(([source, records]) => ({ source, records }));
}
