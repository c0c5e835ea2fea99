import { clampTicks } from '../../src/core/record/ticks.ts';
import { textOfSpan } from '../../src/core/timeline/spanText.ts';
import { roundBuckets } from '../../src/core/timeline/roundBuckets.ts';
import { clampEnd, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Requests } from '../../src/protocol/requests.ts';

/** Panning by fewer buckets asks nothing anew; so many more are counted on both sides of what is shown. */
const bucketsPerTile = 64n;
/** A request takes 4,096 buckets: so many are left for what is shown. */
const maxShown = 3800;
/** Stretches that are remembered: as many as answers are kept. */
const maxRemembered = 64;

type Params = Requests['timeline']['params'];

/** Buckets of one width, from the first tick of the first to the first tick after the last. */
interface Stretch extends TimeSpan {
  readonly bucket: bigint;
  readonly params: Params;
}

/**
 * Which stretches of time an axis asks for while it is zoomed and panned. One that was asked for before is asked for again, so that it
 * is known or on its way already, as long as it holds all that would be asked for now, in buckets as wide.
 */
export class TiledStretches {
  /** The newest first. */
  #asked: readonly Stretch[] = [];

  /** What to ask for, to show a span in about so many buckets. */
  of(query: string, span: TimeSpan, wished: number): Params {
    const next = tiledStretch(query, span, wished);
    const found = this.#asked.find(
      ({ from, to, bucket, params }) => bucket === next.bucket && from <= next.from && to >= next.to && params.query === query,
    );
    const stretch = found ?? next;
    if (stretch !== this.#asked[0]) {
      this.#asked = [stretch, ...this.#asked.filter((one) => one !== stretch)].slice(0, maxRemembered);
    }
    return stretch.params;
  }
}

/** The buckets of the tiles in which a span lies, and of one more on both sides. */
export function tiledStretch(query: string, span: TimeSpan, wished: number): Stretch {
  const { from, to, count } = roundBuckets(span, Math.min(wished, maxShown));
  const bucket = (to - from) / BigInt(count);
  const tile = bucket * bucketsPerTile;
  const first = clampTicks((from / tile) * tile - tile);
  const last = clampEnd(((to + tile - 1n) / tile) * tile + tile);
  const params = { query, range: textOfSpan({ from: first, to: last }), width: Number((last - first + bucket - 1n) / bucket) };
  return { from: first, to: last, bucket, params };
}
