/** One piece of a stacked bar: `bottom` pixels above the base line, `height` pixels high. */
export interface BarPiece<Part> {
  readonly part: Part;
  readonly bottom: number;
  readonly height: number;
}

/** The least height of a part that is there at all: one failure among ten thousand successes must be seen. */
const minHeight = 2;

/**
 * Stacks the counts of a bucket into whole pixels, the first part below. `peak` records fill `height` pixels. Small parts are
 * raised to two pixels, at the cost of the largest one, so that the whole bar keeps its height wherever there is room.
 */
export function stackBar<Part>(counts: readonly (readonly [Part, number])[], peak: number, height: number): readonly BarPiece<Part>[] {
  const present = counts.filter(([, count]) => count > 0);
  const total = present.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0 || peak <= 0) {
    return [];
  }
  const whole = Math.max(minHeight, Math.round((total / peak) * height));
  const heights = present.map(([, count]) => Math.max(minHeight, Math.floor((count / peak) * height)));
  const largest = present.reduce((best, [, count], index) => (count > present[best]![1] ? index : best), 0);
  const others = heights.reduce((sum, own, index) => sum + (index === largest ? 0 : own), 0);
  heights[largest] = Math.max(minHeight, whole - others);
  let bottom = 0;
  return present.map(([part], index) => {
    const piece = { part, bottom, height: heights[index]! };
    bottom += piece.height;
    return piece;
  });
}
