import type { Ticks } from '../../src/core/record/ticks.ts';
import type { Buckets } from '../../src/core/timeline/buckets.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { AxisTick } from './axisTicks.ts';

/** Everything a chart shows at one moment. Lengths in CSS pixels. */
export interface ChartScene {
  readonly width: number;
  readonly height: number;
  readonly span: TimeSpan;
  readonly buckets: Buckets;
  /** All records, drawn behind those that match; only in the overview. */
  readonly backdrop: Buckets | undefined;
  /** Where numbers are missing: in order, apart from each other. */
  readonly gapStretches: readonly SceneGap[];
  readonly ticks: readonly AxisTick[];
  /** The day on which the axis begins: what its labels leave out. */
  readonly startLabel: string;
  /** The number beside the line at the top of the fullest bucket; empty for none. */
  readonly peakLabel: string;
  /** The stretch being chosen, or in the overview the one that is in force. */
  readonly brushed: TimeSpan | undefined;
  readonly cursor: Ticks | undefined;
  readonly selected: Ticks | undefined;
}

/** A hatched stretch, in pixels from the left, with lines of text to be in it where there is room. */
export interface SceneGap {
  readonly left: number;
  readonly right: number;
  /** How many numbers, at least 1. */
  readonly missing: bigint;
  readonly label: readonly string[];
}
