import { html, nothing } from 'lit';
import { type Ticks, ticksPerSecond } from '../../src/core/record/ticks.ts';
import { pixelOf, spanLength } from '../../src/core/timeline/timeSpan.ts';
import { timeText } from '../../src/core/record/timeText.ts';
import type { ChartPoint } from './chartTip.ts';

/** The time of a moment, on the axis at the head of its line. @param isCursor Whether the line is the cursor's. */
export function momentLabel(point: ChartPoint, isCursor: boolean): unknown {
  const { span, width, moment } = point;
  if (moment < span.from || moment >= span.to) {
    return nothing;
  }
  const text = momentText(point);
  const x = Math.round(pixelOf(span, width, moment));
  // In the middle, but within the chart; letters are all as wide.
  const characters = text.length + 1;
  const left = `clamp(0px, ${x}px - ${characters / 2}ch, 100% - ${characters}ch)`;
  return html`<div class="moment ${isCursor ? 'cursor' : ''}" .style=${`left:${left};width:${characters}ch`}>${text}</div>`;
}

/** To milliseconds, or to 100 ns where a pixel is less than one; without the year or the day that the whole axis has. */
export function momentText({ span, width, moment, settings: { timeZone } }: ChartPoint): string {
  const isFine = Number(spanLength(span)) / width < ticksPerSecond / 1000;
  const text = timeText(moment, timeZone).slice(0, isFine ? undefined : 23);
  const [first, last] = [timeText(span.from, timeZone), timeText((span.to - 1n) as Ticks, timeZone)];
  const isCommon = (length: number) => first.slice(0, length) === last.slice(0, length);
  return text.slice(isCommon(10) ? 11 : isCommon(4) ? 5 : 0);
}
