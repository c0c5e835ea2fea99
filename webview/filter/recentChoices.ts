import type { Choice } from './completions.ts';

/** More than these are reached by typing a part of them. */
const shownChoices = 15;

/** The filters used before that hold what is typed, the newest first; not the one that is there. */
export function recentChoices(recent: readonly string[], text: string): readonly Choice[] {
  const typed = text.trim().toLowerCase();
  const others = recent.filter((filter) => filter !== text.trim());
  const holding = others.filter((filter) => filter.toLowerCase().includes(typed));
  // A filter that is there is no search among the others: where none holds it, all are offered.
  return (holding.length === 0 ? others : holding)
    .slice(0, shownChoices)
    .map((filter): Choice => ({ label: filter, detail: '', count: undefined, insert: filter, from: 0, to: text.length }));
}
