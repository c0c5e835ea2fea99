import type { ResultGroup } from '../core/record/results.ts';
import { clampTicks, ticksFromText, type Ticks } from '../core/record/ticks.ts';
import { bucketAt, bucketSpan, type Buckets } from '../core/timeline/buckets.ts';
import { pixelOf, type TimeSpan } from '../core/timeline/timeSpan.ts';
import type { ShownPeriod, StateLane } from '../protocol/answers/states.ts';
import type { RecordRef } from '../protocol/reference.ts';

/**
 * What a state looks like: a colour by who began it; stripes where it is unknown; a thin line where there is nothing;
 * bars where it changed often.
 */
export type StateLook = 'set' | 'reset' | 'gone' | 'unknown' | 'many';

/** Something on a lane that can be pointed at. */
export type LaneItem = PeriodItem | MarkItem;

/** In pixels from the left; `right` is more than `left`. */
interface PeriodItem {
  readonly kind: 'period';
  readonly left: number;
  readonly right: number;
  readonly look: StateLook;
  /** Which of the colours, from 0; of one caller always the same. */
  readonly colour: number;
  readonly text: string;
  readonly period: ShownPeriod;
  readonly ref: RecordRef | null;
}

interface MarkItem {
  readonly kind: 'mark';
  readonly left: number;
  readonly right: number;
  readonly group: ResultGroup;
  readonly count: number;
  /** Shown in place of the mark where it has room and stands for several. */
  readonly isNumber: boolean;
  readonly span: TimeSpan;
  /** The record, where it is one that is known. */
  readonly ref: RecordRef | null;
}

/** How wide the mark of a failure is. */
const markWidth = 8;
/** Narrower buckets have no room for a number. */
const numberWidth = 22;

/** The periods of a state and the attempts to change it, attempts last, as they are drawn above. */
export function stateItems(
  { periods, attempts }: StateLane,
  span: TimeSpan,
  width: number,
  colourOf: (caller: string) => number,
  say: (period: ShownPeriod) => string,
): readonly LaneItem[] {
  const starts = periods.map(({ since }) => (since === null ? span.from : timeOf(since)));
  const bars: PeriodItem[] = [];
  periods.forEach((period, index) => {
    const left = Math.max(0, pixelOf(span, width, starts[index]!));
    const right = Math.min(width, index + 1 < starts.length ? pixelOf(span, width, starts[index + 1]!) : width);
    if (right > 0 && left < width && right > left) {
      const colour = colourOf(period.by?.value ?? '');
      const bar: PeriodItem = { kind: 'period', left, right, look: lookOf(period), colour, text: say(period), period, ref: period.ref };
      const last = bars.at(-1);
      if (last !== undefined && isNarrow(last) && right - left < narrow) {
        const all = { ...period, changes: last.period.changes + period.changes };
        bars[bars.length - 1] = { ...bar, left: last.left, look: 'many', text: say(all), period: all };
      } else {
        bars.push(bar);
      }
    }
  });
  return [...bars, ...attemptItems(attempts, span, width)];
}

/** Bars beside each other that are narrower are drawn as one, which says how many changes it stands for. */
const narrow = 4;

function isNarrow({ left, right, look }: PeriodItem): boolean {
  return look === 'many' || right - left < narrow;
}

/** A mark for each attempt; one for several that would cover each other, as the worst of them. */
function attemptItems(attempts: StateLane['attempts'], span: TimeSpan, width: number): readonly LaneItem[] {
  const marks: MarkItem[] = [];
  for (const { time, ref, group, count } of attempts) {
    const moment = timeOf(time);
    const x = pixelOf(span, width, moment);
    const last = marks.at(-1);
    if (x < 0 || x > width) {
      continue;
    }
    if (last !== undefined && x < last.right) {
      const isWorse = rank(group) > rank(last.group);
      marks[marks.length - 1] = {
        ...last,
        count: last.count + count,
        span: { from: last.span.from, to: moment },
        ...(isWorse ? { group, ref } : {}),
      };
    } else {
      const place = { left: x - markWidth / 2, right: x + markWidth / 2 };
      marks.push({ kind: 'mark', ...place, group, count, isNumber: false, span: { from: moment, to: moment }, ref });
    }
  }
  return marks;
}

/** A mark for each bucket with records, in the colour of the worst result; a number where marks stand for several and have room. */
export function valueItems(buckets: Buckets, span: TimeSpan, width: number): readonly LaneItem[] {
  const items: LaneItem[] = [];
  if (buckets.to <= span.from || buckets.from >= span.to) {
    return items;
  }
  const { success, other, clientError, failure } = buckets.groups;
  const last = bucketAt(buckets, clampTicks(span.to - 1n));
  for (let index = bucketAt(buckets, span.from); index <= last; index++) {
    const count = success[index]! + other[index]! + clientError[index]! + failure[index]!;
    if (count === 0) {
      continue;
    }
    const bucket = bucketSpan(buckets, index);
    const left = Math.max(0, pixelOf(span, width, bucket.from));
    const right = Math.min(width, pixelOf(span, width, bucket.to));
    items.push({
      kind: 'mark',
      left,
      right: Math.max(left + 2, right),
      group: failure[index]! > 0 ? 'failure' : clientError[index]! > 0 ? 'clientError' : other[index]! > 0 ? 'other' : 'success',
      count,
      isNumber: count > 1 && right - left >= numberWidth,
      span: bucket,
      ref: null,
    });
  }
  return items;
}

/** What is at a place of a lane; of several the one that is drawn last. Marks count as a little wider than they are. */
export function itemAt(items: readonly LaneItem[], x: number): number | undefined {
  const slack = 3;
  const found = items.findLastIndex(({ kind, left, right }) =>
    kind === 'mark' ? x >= left - slack && x <= right + slack : x >= left && x < right,
  );
  return found === -1 ? undefined : found;
}

/** The next item of a lane in the order of time; undefined at its end. */
export function itemAfter(items: readonly LaneItem[], current: number | undefined, step: 1 | -1): number | undefined {
  const byTime = items.map((_, index) => index).sort((one, other) => items[one]!.left - items[other]!.left || one - other);
  const place = current === undefined ? (step === 1 ? -1 : byTime.length) : byTime.indexOf(current);
  return byTime[place + step];
}

function rank(group: ResultGroup): number {
  return (['success', 'other', 'clientError', 'failure'] as const).indexOf(group);
}

function lookOf({ state }: ShownPeriod): StateLook {
  switch (state) {
    case 'unknown':
      return 'unknown';
    case 'deletes':
    case 'revokes':
    case 'disables':
      return 'gone';
    case 'resets':
      return 'reset';
    case 'creates':
    case 'sets':
    case 'grants':
    case 'enables':
      return 'set';
  }
}

function timeOf(ticks: string): Ticks {
  return ticksFromText(ticks)!;
}
