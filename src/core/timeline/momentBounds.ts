import type { Ticks } from '../record/ticks.ts';
import { spanLength, type TimeSpan } from './timeSpan.ts';

/**
 * Where equal moments of a span begin among rising times, and at last where the span ends: so many numbers and one more.
 *
 * @param width How many moments the span is divided into.
 * @param count How many times there are, which `ticksOf` gives by their places.
 */
export function momentBounds(span: TimeSpan, width: number, count: number, ticksOf: (place: number) => Ticks): Uint32Array {
  const bounds = new Uint32Array(width + 1);
  const length = spanLength(span);
  let place = 0;
  for (let moment = 0; moment <= width; moment++) {
    // The first tick that is not in the moment before.
    const start = span.from + (length * BigInt(moment) + BigInt(width - 1)) / BigInt(width);
    for (let high = count; place < high;) {
      const middle = (place + high) >>> 1;
      if (ticksOf(middle) < start) {
        place = middle + 1;
      } else {
        high = middle;
      }
    }
    bounds[moment] = place;
  }
  return bounds;
}
