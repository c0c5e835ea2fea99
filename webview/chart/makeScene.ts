import type { Ticks } from '../../src/core/record/ticks.ts';
import { bucketPeak, type Buckets } from '../../src/core/timeline/buckets.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { gapLabel } from '../coverage/coverageWords.ts';
import { numberText } from '../base/format.ts';
import { axisStart, axisTicks } from './axisTicks.ts';
import type { ChartScene } from './chartScene.ts';
import type { ChartInteraction } from './chartInteraction.ts';

/** What a chart was given. */
export interface ChartGiven {
  readonly buckets: Buckets | undefined;
  readonly span: TimeSpan | undefined;
  readonly backdrop: Buckets | undefined;
  readonly window: TimeSpan | undefined;
  readonly selected: Ticks | undefined;
  readonly settings: ViewSettings;
  /** A strip without words, in which the window in force is drawn. */
  readonly overview: boolean;
  readonly size: { readonly width: number; readonly height: number };
}

/** What there is to draw; undefined without counts. */
export function makeScene(given: ChartGiven, hands: ChartInteraction): ChartScene | undefined {
  const { buckets, span, size } = given;
  if (buckets === undefined || span === undefined) {
    return undefined;
  }
  const { overview, settings } = given;
  const peak = bucketPeak(buckets);
  return {
    width: size.width,
    height: size.height,
    span,
    buckets,
    backdrop: given.backdrop,
    gapStretches: hands.gapStretches.drawn.map((gapStretch) => ({ ...gapStretch, label: overview ? [] : gapLabel(gapStretch, settings) })),
    ticks: overview ? [] : axisTicks(span, size.width, settings.timeZone),
    startLabel: overview ? '' : axisStart(span, settings.timeZone),
    peakLabel: overview || peak === 0 ? '' : numberText(peak, settings),
    brushed: hands.stretch ?? (overview ? given.window : undefined),
    cursor: hands.moment,
    selected: given.selected,
  };
}
