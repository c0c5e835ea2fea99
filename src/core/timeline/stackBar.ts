import { resultGroups, type ResultGroup } from '../record/results.ts';

/** One piece of a stacked bar: `bottom` pixels above the base line, `height` pixels high. */
export interface BarPiece {
  readonly group: ResultGroup;
  readonly bottom: number;
  readonly height: number;
}

/** The least height of a group that is there at all: one failure among ten thousand successes must be seen. */
const minHeight = 2;

/**
 * Stacks the counts of a bucket into whole pixels, success below. `peak` records fill `height` pixels. Small groups are
 * raised to two pixels, at the cost of the largest one, so that the whole bar keeps its height wherever there is room.
 */
export function stackBar(counts: Readonly<Record<ResultGroup, number>>, peak: number, height: number): readonly BarPiece[] {
  const present = resultGroups.filter((group) => counts[group] > 0);
  const total = present.reduce((sum, group) => sum + counts[group], 0);
  if (total === 0 || peak <= 0) {
    return [];
  }
  const whole = Math.max(minHeight, Math.round((total / peak) * height));
  const heights = new Map(present.map((group) => [group, Math.max(minHeight, Math.floor((counts[group] / peak) * height))]));
  const largest = present.reduce((best, group) => (counts[group] > counts[best] ? group : best));
  const others = present.reduce((sum, group) => sum + (group === largest ? 0 : heights.get(group)!), 0);
  heights.set(largest, Math.max(minHeight, whole - others));
  let bottom = 0;
  return present.map((group) => {
    const piece = { group, bottom, height: heights.get(group)! };
    bottom += piece.height;
    return piece;
  });
}
