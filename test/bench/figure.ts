import { median } from './median.ts';

/** A bound that issue 4 sets for the median of a figure. */
export type Goal = { readonly kind: 'atMost' | 'atLeast'; readonly value: number };

export type Unit = 'ms' | 'MB' | 'kB' | 'MB/s' | '×' | 'µs' | '%';

/** One thing that was measured, several times in one run. */
export interface Figure {
  /** The part of the benchmark, such as `throughput`. */
  readonly part: string;
  /** On which log, or under which circumstances: heads a table. */
  readonly on: string;
  /** Names the row: who or what was measured. */
  readonly subject: string;
  /** Names the column, such as `wall`. */
  readonly measure: string;
  readonly unit: Unit;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
  readonly goal: Goal | null;
}

/** Something that should have been measured and was not, and why. */
export interface NotMeasured {
  readonly part: string;
  readonly subject: string;
  readonly reason: string;
}

export interface FigureName {
  readonly part: string;
  readonly on: string;
  readonly subject: string;
  readonly measure: string;
  readonly unit: Unit;
  readonly goal?: Goal | undefined;
}

/** Makes a figure of one value a run. */
export function figure({ goal, ...name }: FigureName, values: readonly number[]): Figure {
  return {
    ...name,
    median: median(values),
    least: Math.min(...values),
    most: Math.max(...values),
    runs: values.length,
    goal: goal ?? null,
  };
}

export function atMost(value: number): Goal {
  return { kind: 'atMost', value };
}

export function atLeast(value: number): Goal {
  return { kind: 'atLeast', value };
}

/** Whether a figure's median is what its goal asks for. */
export function isReached({ median: value }: Figure, goal: Goal): boolean {
  return goal.kind === 'atMost' ? value <= goal.value : value >= goal.value;
}
