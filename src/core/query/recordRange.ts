import { parseQuery } from './parseQuery.ts';

/** Whether a filter demands a range of record numbers, such as `record:90..110`: a stretch of the log, as around a record. */
export function demandsRecordRange(filter: string): boolean {
  const parsed = parseQuery(filter);
  const terms = !parsed.ok ? [] : parsed.query.kind === 'and' ? parsed.query.items : [parsed.query];
  return terms.some(
    (term) => term.kind === 'field' && term.field.kind === 'named' && term.field.name === 'record' && term.matcher.kind === 'numberRange',
  );
}
