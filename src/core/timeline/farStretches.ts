import { ticksFromText, ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond, type Ticks } from '../record/ticks.ts';
import { clampEnd, type TimeSpan } from './timeSpan.ts';

/** A stretch as it crosses boundaries: ticks in decimal. */
interface StretchText {
  readonly from: string;
  readonly to: string;
}

/** Where nearly all records lie in time, and the few before and after. */
export interface FarStretches {
  readonly dense: TimeSpan;
  /** Stretches in round numbers that hold those records and keep clear of the others. */
  readonly before: TimeSpan | undefined;
  readonly after: TimeSpan | undefined;
}

/** Undefined where no record lies far from the others. */
export function farStretches(stretches: {
  readonly dense: StretchText | null;
  readonly before: StretchText | null;
  readonly after: StretchText | null;
}): FarStretches | undefined {
  const dense = spanOf(stretches.dense);
  return (
    dense && {
      dense,
      before: rounded(spanOf(stretches.before), (span) => span.to <= dense.from),
      after: rounded(spanOf(stretches.after), (span) => span.from >= dense.to),
    }
  );
}

function spanOf(stretch: StretchText | null): TimeSpan | undefined {
  const from = stretch === null ? undefined : ticksFromText(stretch.from);
  return from === undefined ? undefined : { from, to: clampEnd(BigInt(stretch!.to)) };
}

const units = [ticksPerDay, ticksPerHour, ticksPerMinute, ticksPerSecond, 1].map(BigInt);

function rounded(span: TimeSpan | undefined, isClear: (span: TimeSpan) => boolean): TimeSpan | undefined {
  return (
    span &&
    (units
      .map((unit): TimeSpan => ({ from: ((span.from / unit) * unit) as Ticks, to: clampEnd(((span.to + unit - 1n) / unit) * unit) }))
      .find(isClear) ??
      span)
  );
}
