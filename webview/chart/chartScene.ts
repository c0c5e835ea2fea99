import type { Ticks } from '../../src/core/record/ticks.ts';
import { type Buckets, bucketPeak } from '../../src/core/timeline/buckets.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { type AxisTick, axisStart, axisTicks } from '../../src/scene/axisTicks.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { gapLabel } from '../coverage/coverageWords.ts';
import type { GapMark } from '../../src/scene/gapMarks.ts';
import { numberText } from '../base/format.ts';
import type { SeriesValues } from './barParts.ts';
import type { ChartInteraction } from './chartInteraction.ts';

/** Everything a chart shows at one moment. Lengths in CSS pixels. */
export interface ChartScene extends StillScene {
  /** The stretch being chosen, or the one that is in force. */
  readonly brushed: TimeSpan | undefined;
  readonly cursor: Ticks | undefined;
  readonly selected: Ticks | undefined;
}

/** What a chart shows wherever pointer, keyboard and window are. */
export interface StillScene {
  readonly width: number;
  readonly height: number;
  readonly span: TimeSpan;
  readonly buckets: Buckets;
  /** The values that bars are stacked of; undefined where they are stacked by result. */
  readonly series?: SeriesValues | undefined;
  /** All records, drawn behind those that match; only in the overview. */
  readonly backdrop: Buckets | undefined;
  /** Where numbers are missing: in order, apart from each other. */
  readonly gapStretches: readonly SceneGap[];
  readonly ticks: readonly AxisTick[];
  /** The day on which the axis begins: what its labels leave out. */
  readonly startLabel: string;
  /** The number beside the line at the top of the fullest bucket; empty for none. */
  readonly peakLabel: string;
  /** A strip of the whole log, with a backdrop, a window and its coverage. */
  readonly overview: boolean;
  /** Whether records are numbered, so that gaps can be seen; only told in the overview. */
  readonly isNumbered: boolean;
}

/** A stretch that lacks numbers, in pixels from the left, with lines of text to be in it where there is room. */
export interface SceneGap {
  readonly left: number;
  readonly right: number;
  /** How many numbers, at least 1. */
  readonly missing: bigint;
  readonly label: readonly string[];
}

/** What a chart was given. */
export interface ChartGiven extends StillGiven {
  readonly window: TimeSpan | undefined;
  readonly selected: Ticks | undefined;
}

/** What a chart was given but for pointer, keyboard and window. */
export interface StillGiven {
  readonly buckets: Buckets | undefined;
  /** Undefined where bars are stacked by result. */
  readonly series: SeriesValues | undefined;
  readonly span: TimeSpan | undefined;
  readonly backdrop: Buckets | undefined;
  readonly settings: ViewSettings;
  /** A strip in which the window in force is drawn. */
  readonly overview: boolean;
  readonly numbered: boolean;
  readonly size: { readonly width: number; readonly height: number };
}

/** What there is to draw; undefined without counts. */
export function makeScene(given: ChartGiven, hands: ChartInteraction): ChartScene | undefined {
  const still = makeStill(given, hands.gapStretches.drawn);
  return still && sceneOf(still, given, hands);
}

/** A chart as pointer, keyboard and window are. */
export function sceneOf(still: StillScene, { window, selected }: ChartGiven, hands: ChartInteraction): ChartScene {
  return { ...still, brushed: hands.stretch ?? window, cursor: hands.moment, selected };
}

/** What there is to draw but for pointer, keyboard and window; undefined without counts. */
export function makeStill(given: StillGiven, gaps: readonly GapMark[]): StillScene | undefined {
  const { buckets, span, size, overview, settings } = given;
  if (buckets === undefined || span === undefined) {
    return undefined;
  }
  const peak = bucketPeak(buckets);
  return {
    width: size.width,
    height: size.height,
    span,
    buckets,
    series: given.series,
    backdrop: given.backdrop,
    gapStretches: gaps.map((gapStretch) => ({ ...gapStretch, label: gapLabel(gapStretch, settings) })),
    ticks: axisTicks(span, size.width, settings.timeZone),
    startLabel: axisStart(span, settings.timeZone),
    peakLabel: overview || peak === 0 ? '' : numberText(peak, settings),
    overview,
    isNumbered: given.numbered,
  };
}
