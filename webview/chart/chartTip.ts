import { html, nothing } from 'lit';
import * as l10n from '@vscode/l10n';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { bucketAt, type Buckets } from '../../src/core/timeline/buckets.ts';
import { pixelOf, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { gapText } from '../coverage/coverageWords.ts';
import type { GapMark } from '../coverage/gapMarks.ts';
import { timeText } from '../base/format.ts';
import { stretchTip } from './chartWords.ts';
import { axisStartWidth } from './drawAxis.ts';

/** What an exact time takes in the chart. */
const momentWidth = 206;
/** How wide a tip may be and must be able to be, and what is between it and the cursor. Pixels. */
const widest = 420;
const narrowest = 240;
const gap = 12;

/** A moment of a chart, for what floats above it. */
export interface ChartPoint {
  readonly span: TimeSpan;
  readonly width: number;
  readonly moment: Ticks;
  readonly settings: ViewSettings;
}

/** What is under the cursor: the gap in the numbers if there is one, and of `buckets` those of the chosen stretch. */
export function chartTip(
  point: ChartPoint,
  buckets: Buckets | undefined,
  chosen: TimeSpan | undefined,
  gapStretch: GapMark | undefined,
): unknown {
  if (buckets === undefined && gapStretch === undefined) {
    return nothing;
  }
  const { span, width, moment, settings } = point;
  const x = pixelOf(span, width, moment);
  const isLeft =
    chosen === undefined ? x > width / 2 : isLeftOf(x, width, pixelOf(span, width, chosen.from), pixelOf(span, width, chosen.to));
  const room = isLeft ? x : width - x;
  const place = isLeft ? `right:${width - x + gap}px` : `left:${x + gap}px`;
  const side = `${place};max-width:${Math.min(widest, room - gap - 4)}px`;
  return html`<div class="tip" .style=${side}>
    ${gapStretch === undefined ? nothing : html`<div class="gapStretch">${gapText(gapStretch, settings)}</div>`}
    ${buckets === undefined ? nothing : bucketsTip(buckets, moment, chosen, settings)}
    <div class="muted">
      ${
        gapStretch === undefined
          ? l10n.t('Drag or Shift+arrows choose, Ctrl+wheel zooms, Shift+wheel pans')
          : l10n.t('A click, or G and Enter, shows the record after it and the time around it')
      }
    </div>
  </div>`;
}

/** A tip beside a chosen stretch is outside of it where there is room, so that what is chosen can be seen. */
function isLeftOf(x: number, width: number, from: number, to: number): boolean {
  const isAtEnd = Math.abs(x - to) < Math.abs(x - from);
  return isAtEnd ? width - x < narrowest : x >= narrowest;
}

function bucketsTip(buckets: Buckets, moment: Ticks, chosen: TimeSpan | undefined, settings: ViewSettings): unknown {
  const first = bucketAt(buckets, chosen?.from ?? moment);
  const last = chosen === undefined ? first : bucketAt(buckets, (chosen.to - 1n) as Ticks);
  return stretchTip(buckets, first, last, settings);
}

/** The exact time of a moment, on the axis at the head of its line. */
export function momentLabel({ span, width, moment, settings }: ChartPoint): unknown {
  if (moment < span.from || moment >= span.to) {
    return nothing;
  }
  const x = Math.round(pixelOf(span, width, moment));
  // At the beginning of the axis it takes the place of the label there.
  const left = x < axisStartWidth ? 0 : Math.max(0, Math.min(x + 3, width - momentWidth));
  return html`<div class="moment mono" .style=${`left:${left}px`}>${timeText(moment, settings.timeZone)}</div>`;
}
