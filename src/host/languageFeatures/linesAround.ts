/** Lines from 0, the last included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Lines beyond those in view for which marks are shown, so that scrolling a little shows no empty place. */
const margin = 1000;

/**
 * The lines to mark for what is in view: as they were where it is still within them, else with a margin on both sides. However long a
 * text is, they are few; of ranges far apart, as folded stretches lie between, they begin at the first.
 *
 * @param visible The ranges in view, first and last line of each.
 */
export function linesAround(visible: readonly (readonly [first: number, last: number])[], before: Lines | undefined): Lines {
  const first = Math.min(...visible.map(([line]) => line));
  const last = Math.max(...visible.map(([, line]) => line));
  if (visible.length === 0 || (before !== undefined && before.first <= first && last <= before.last)) {
    return before ?? { first: 0, last: margin };
  }
  return { first: Math.max(0, first - margin), last: last + margin };
}
