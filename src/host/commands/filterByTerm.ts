import { andTerm, demandsOf, fieldValuesOf } from '../../core/query/editQuery.ts';
import { withOnlyValue } from '../../core/query/excludeValues.ts';
import { fieldName } from '../../core/query/fields.ts';
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

/** Shows the records with this value in place of what the filter demands of the field. */
export async function onlyTerm(view: TimelineView, argument: unknown): Promise<void> {
  const term = isObject(argument) && isTerm(argument['fieldFilter']) ? argument['fieldFilter'] : '';
  const [demand] = demandsOf(term);
  if (demand?.kind === 'field') {
    const field = fieldName(demand.field);
    const [value] = fieldValuesOf(term, field);
    await view.apply({
      kind: 'filter',
      query: value === undefined ? andTerm(view.state.query, term) : withOnlyValue(view.state.query, field, value),
    });
  }
}

async function narrow(view: TimelineView, argument: unknown, sign: '' | '-'): Promise<void> {
  if (isObject(argument) && isTerm(argument['fieldFilter'])) {
    await view.apply({ kind: 'filter', query: andTerm(view.state.query, `${sign}${argument['fieldFilter']}`) });
  }
}
