import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { OpenedBucket } from '../timeline/openedBucket.ts';
import type { LaneChoice } from './laneChoice.ts';
import type { LaneRow, ValueRow } from './laneRows.ts';
import type { LaneItem } from '../../src/scene/laneScene.ts';

/** Shows only the records of a lane, or leaves them out. */
export function filterByLane({ link, view }: ViewContext, { field }: LaneChoice, row: ValueRow, isExcluded: boolean): void {
  const terms = termsOf(row, field);
  const { query } = view.state;
  const excluding = terms.length === 1 ? `-${terms[0]!}` : `-(${terms.join(' ')})`;
  link.intend({ kind: 'filter', query: isExcluded ? andTerm(query, excluding) : terms.reduce(andTerm, query) });
}

/** Selects the record that something on a lane stands for, of several the first one. */
export function selectItem(context: ViewContext, { field }: LaneChoice, row: LaneRow, item: LaneItem, opened: OpenedBucket): void {
  if (item.ref !== null) {
    context.link.intend({ kind: 'select', ref: item.ref });
  } else if (item.kind === 'mark' && row.kind === 'value') {
    const { view } = context;
    const query = termsOf(row, field).reduce(andTerm, view.state.query);
    void opened.select({ ...context, view: { ...view, state: { ...view.state, query } } }, item.span);
  }
}

/** The filter of a lane: that of the lane that it is within first. */
function termsOf({ field, value, within }: ValueRow, outerField: string): readonly string[] {
  return [...(within === undefined ? [] : [literalTerm(outerField, within)]), literalTerm(field, value)];
}

/** The choice with lanes of the values of another field. */
export function withField(choice: LaneChoice, field: string): LaneChoice {
  return { ...choice, field, open: [], pinned: [] };
}

export function toggled(keys: readonly string[], key: string): readonly string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

/** The choice with a heading, or what is within a value, opened or closed. */
export function toggledRow(choice: LaneChoice, row: LaneRow): LaneChoice {
  if (row.kind === 'heading') {
    return { ...choice, closed: toggled(choice.closed, row.key) };
  }
  return row.kind === 'value' && row.within === undefined ? { ...choice, open: toggled(choice.open, row.key) } : choice;
}
