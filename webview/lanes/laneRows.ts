import type { Buckets } from '../../src/core/timeline/buckets.ts';
import type { StateLane } from '../../src/protocol/answers/states.ts';
import { type LaneChoice, valueKey } from './laneChoice.ts';

/** The height of a line. CSS pixels; the style sheet has the same. */
export const laneHeight = 22;

/** One line of the lanes. Keys are stable, so that what is open, pinned or under the keyboard stays so. */
export type LaneRow = HeadingRow | StateRow | ValueRow;

interface HeadingRow {
  readonly kind: 'heading';
  readonly key: string;
  readonly text: string;
  readonly count: number;
  readonly isOpen: boolean;
}

/** The states of a target. */
export interface StateRow {
  readonly kind: 'state';
  readonly key: string;
  readonly lane: StateLane;
}

/** The records of one value of the field, or of a value of the inner field among these. */
export interface ValueRow {
  readonly kind: 'value';
  readonly key: string;
  readonly field: string;
  readonly value: string | null;
  readonly count: number;
  /** The value of the outer field; undefined for a lane of that. */
  readonly within: string | null | undefined;
  readonly isOpen: boolean;
  readonly isPinned: boolean;
  /** Undefined until it has been counted. */
  readonly buckets: Buckets | undefined;
}

/** A value that lanes are made of, and how many records have it. */
export interface LaneValue {
  readonly value: string | null;
  readonly count: number;
  /** Ticks of the first record in the whole log that has it, where they are asked for and known. */
  readonly first?: string | null;
}

/** What is known. */
export interface LaneAnswers {
  readonly states: readonly StateLane[];
  readonly values: readonly LaneValue[];
  /** Counts over time by the keys of values, as far as they are known. */
  readonly counts: ReadonlyMap<string, Buckets>;
  /** The inner values of values that are open, by their keys. */
  readonly inner: ReadonlyMap<string, readonly LaneValue[]>;
}

/** How what is shown is called. */
export interface LaneNames {
  readonly heading: (what: string | null) => string;
  readonly field: (field: string) => string;
  readonly value: (value: string | null) => string;
}

/** All lines, from the first state to the last value. */
export function laneRows(choice: LaneChoice, answers: LaneAnswers, names: LaneNames): readonly LaneRow[] {
  return [...stateRows(choice, answers.states, names), ...valueRows(choice, answers, names)];
}

function stateRows(choice: LaneChoice, states: readonly StateLane[], names: LaneNames): readonly LaneRow[] {
  const groups = new Map<string | null, StateLane[]>();
  for (const lane of states.filter((one) => isFound(choice, stateName(one)))) {
    groups.set(lane.what, [...(groups.get(lane.what) ?? []), lane]);
  }
  return [...groups].flatMap(([what, lanes]): readonly LaneRow[] => {
    const key = `state ${what ?? ''}`;
    const heading = headingRow(choice, key, names.heading(what), lanes.length);
    return [heading, ...(heading.isOpen ? lanes.map((lane): LaneRow => ({ kind: 'state', key: `${key} ${stateName(lane)}`, lane })) : [])];
  });
}

function valueRows(choice: LaneChoice, { values, counts, inner }: LaneAnswers, names: LaneNames): readonly LaneRow[] {
  const { field, innerField, open, pinned } = choice;
  const found = inOrder(choice, values, names).filter(({ value }) => isFound(choice, names.value(value)));
  const isPinned = ({ value }: LaneValue): boolean => pinned.includes(valueKey(field, value));
  const heading = headingRow(choice, 'values', names.field(field), values.length);
  if (!heading.isOpen) {
    return [heading];
  }
  return [
    heading,
    ...[...found.filter(isPinned), ...found.filter((one) => !isPinned(one))].flatMap((one): readonly LaneRow[] => {
      const key = valueKey(field, one.value);
      const isOpen = open.includes(key);
      const row: LaneRow = {
        kind: 'value',
        key,
        field,
        ...one,
        within: undefined,
        isOpen,
        isPinned: isPinned(one),
        buckets: counts.get(key),
      };
      const innerRows = (isOpen ? (inner.get(key) ?? []) : []).map((child): LaneRow => {
        const innerKey = valueKey(innerField, child.value, one.value);
        const buckets = counts.get(innerKey);
        return { kind: 'value', key: innerKey, field: innerField, ...child, within: one.value, isOpen: false, isPinned: false, buckets };
      });
      return [row, ...innerRows];
    }),
  ];
}

function headingRow({ closed }: LaneChoice, key: string, text: string, count: number): HeadingRow {
  return { kind: 'heading', key, text, count, isOpen: !closed.includes(key) };
}

function inOrder({ order }: LaneChoice, values: readonly LaneValue[], names: LaneNames): readonly LaneValue[] {
  switch (order) {
    case 'count':
      return values;
    case 'name':
      return values.toSorted((left, right) => names.value(left.value).localeCompare(names.value(right.value)));
    case 'first':
      return values.toSorted((left, right) => compareTicks(left.first, right.first));
  }
}

/** Values without a time come last. */
function compareTicks(left: string | null | undefined, right: string | null | undefined): number {
  const [one, other] = [left, right].map((ticks) => (ticks === undefined || ticks === null ? undefined : BigInt(ticks)));
  return one === other ? 0 : one === undefined ? 1 : other === undefined ? -1 : one < other ? -1 : 1;
}

function isFound({ search }: LaneChoice, name: string): boolean {
  return name.toLowerCase().includes(search.toLowerCase());
}

/** The name of what has the state: the last level of each target. */
export function stateName({ targets }: Pick<StateLane, 'targets'>): string {
  return targets.map((path) => path.at(-1)?.name ?? '').join(' · ');
}
