import { html, nothing } from 'lit';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { bucketAt, bucketRange, type Buckets } from '../../src/core/timeline/buckets.ts';
import { pixelOf, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { gapText } from '../coverage/coverageWords.ts';
import type { GapMark } from '../../src/scene/gapMarks.ts';
import type { SeriesValues } from './barParts.ts';
import { stretchTip } from './chartWords.ts';
import { type PixelStretch, tipPlace, tipStyle } from './tipPlace.ts';

/** A moment of a chart, for what floats above it. */
export interface ChartPoint {
  readonly span: TimeSpan;
  readonly width: number;
  readonly moment: Ticks;
  readonly settings: ViewSettings;
}

/** What a tip speaks of: buckets, those of the chosen stretch or the one at the cursor; a gap in the numbers; or both. */
export interface TipSubject {
  readonly buckets: Buckets | undefined;
  /** The values that bars are stacked of; undefined where they are stacked by result. */
  readonly series: SeriesValues | undefined;
  readonly chosen: TimeSpan | undefined;
  readonly gapStretch: GapMark | undefined;
}

/** What is under the cursor, beside it, with what can be done there in a line. */
export function chartTip(point: ChartPoint, { buckets, series, chosen, gapStretch }: TipSubject, hints: readonly string[]): unknown {
  const { span, width, moment, settings } = point;
  const first = buckets && bucketAt(buckets, chosen?.from ?? moment);
  const last = buckets && (chosen === undefined ? first : bucketAt(buckets, (chosen.to - 1n) as Ticks));
  const pixels = (one: TimeSpan): PixelStretch => ({ left: pixelOf(span, width, one.from), right: pixelOf(span, width, one.to) });
  const parts = [...(buckets === undefined ? [] : [pixels(bucketRange(buckets, first!, last!))]), ...(gapStretch ? [gapStretch] : [])];
  if (parts.length === 0) {
    return nothing;
  }
  const subject = { left: Math.min(...parts.map(({ left }) => left)), right: Math.max(...parts.map(({ right }) => right)) };
  const place = tipPlace(subject, width, chosen && pixelOf(span, width, moment));
  return html`<div class="tip" .style=${tipStyle(place)}>
    ${gapStretch === undefined ? nothing : html`<div class="gapStretch">${gapText(gapStretch, settings)}</div>`}
    ${buckets === undefined ? nothing : stretchTip({ buckets, series }, first!, last!, settings)}
    ${hints.length === 0 ? nothing : html`<div class="muted cut">${hints.join(' · ')}</div>`}
  </div>`;
}
