import { andTerm } from '../../core/query/editQuery.ts';
import { isObject, text } from '../../protocol/guards.ts';
import type { TimelineView } from '../editor/timelineView.ts';

const isTerm = text(100_000);

/** Narrows the filter to records with the value of a field on which the context menu was opened: `{ fieldFilter }`, a term. */
export async function includeTerm(view: TimelineView, argument: unknown): Promise<void> {
  await narrow(view, argument, '');
}

/** Leaves these records out. */
export async function excludeTerm(view: TimelineView, argument: unknown): Promise<void> {
  await narrow(view, argument, '-');
}

async function narrow(view: TimelineView, argument: unknown, sign: '' | '-'): Promise<void> {
  if (isObject(argument) && isTerm(argument['fieldFilter'])) {
    await view.apply({ kind: 'filter', query: andTerm(view.state.query, `${sign}${argument['fieldFilter']}`) });
  }
}
