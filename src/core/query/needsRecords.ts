import type { FieldTerm, Matcher, Query } from './ast.ts';

/**
 * Whether a filter may have to be answered from the text of records, or from all records of a log, which takes as long as there
 * are records. Any other is answered from columns.
 */
export function needsRecords(query: Query): boolean {
  switch (query.kind) {
    case 'all':
    case 'bare':
      return false;
    case 'wholeLog':
      return true;
    case 'not':
      return needsRecords(query.item);
    case 'and':
    case 'or':
      return query.items.some(needsRecords);
    case 'field':
      return termNeedsRecords(query);
  }
}

function termNeedsRecords({ field, matcher }: FieldTerm): boolean {
  if (field.kind !== 'named') {
    return field.kind === 'key' || matcher.kind === 'regex';
  }
  switch (field.name) {
    case 'text':
      return true;
    case 'request':
      // Columns have a hash of it, which leaves few records.
      return single(matcher).some(({ kind }) => kind !== 'equals' && kind !== 'exact' && kind !== 'null');
    case 'time':
      // What it is; not how it is written.
      return single(matcher).some(({ kind }) => kind !== 'null' && !/time/i.test(kind));
    default:
      return matcher.kind === 'regex';
  }
}

function single(matcher: Matcher): readonly Matcher[] {
  return matcher.kind === 'anyOf' ? matcher.items : [matcher];
}
