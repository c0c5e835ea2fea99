import { clampTicks, type Ticks } from '../record/ticks.ts';
import { clampEnd, clipSpan, spanLength, type TimeSpan } from './timeSpan.ts';

/**
 * Makes the span that a time axis shows `factor` times as long around a moment that keeps its place. A factor below 1 zooms in, down to one tick of
 * 100 ns; out, it stops at `whole`.
 */
export function zoomBy(span: TimeSpan, factor: number, around: Ticks, whole: TimeSpan): TimeSpan {
  const length = spanLength(span);
  const wished = scaled(length, factor);
  // A factor near 1 must not come to nothing on a span of a few ticks.
  const next = wished === length && factor !== 1 ? length + (factor > 1 ? 1n : -1n) : wished;
  const kept = next < 1n ? 1n : next;
  const before = around - span.from;
  const within = before < 0n ? 0n : before > length ? length : before;
  return fitSpan(around - (kept * within) / length, kept, whole);
}

/** Moves a span by a share of its length, to the later side if positive; it keeps its length. */
export function panBy(span: TimeSpan, share: number, whole: TimeSpan): TimeSpan {
  const length = spanLength(span);
  return fitSpan(span.from + scaled(length, share), length, whole);
}

/** Moves a span so that a moment is in its middle; it keeps its length. */
export function centreOn(span: TimeSpan, moment: Ticks, whole: TimeSpan): TimeSpan {
  const length = spanLength(span);
  return fitSpan(moment - length / 2n, length, whole);
}

/** Moves a span to an end of the whole; it keeps its length. */
export function moveToEnd(span: TimeSpan, end: 'first' | 'last', whole: TimeSpan): TimeSpan {
  const length = spanLength(span);
  return fitSpan(end === 'first' ? whole.from : whole.to - length, length, whole);
}

/** A span of a length that lies within `whole`, as near as it can be to where it is wished. */
function fitSpan(from: bigint, length: bigint, whole: TimeSpan): TimeSpan {
  if (length >= spanLength(whole)) {
    return whole;
  }
  const latest = whole.to - length;
  const fitted = from < whole.from ? whole.from : from > latest ? latest : from;
  return clipSpan({ from: clampTicks(fitted), to: clampEnd(fitted + length) }, whole);
}

/** A length times a factor, exact to one part in a million of the factor and to a tick of short lengths. */
function scaled(length: bigint, factor: number): bigint {
  return length < 1_000_000_000n
    ? BigInt(Math.round(Number(length) * factor))
    : (length * BigInt(Math.round(factor * 1_000_000))) / 1_000_000n;
}
