import { aboutFormat } from '../../core/formats/aboutFormat.ts';
import type { FoundFormats } from '../../protocol/answers/formats.ts';
import type { Requests } from '../../protocol/requests.ts';
import { column } from '../query/columnValues.ts';
import { RowSet } from '../query/rowSet.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { formatId, type AnswerContext } from './context.ts';
import { countOnly } from './counting.ts';
import { listColumns, titledFields } from './listColumns.ts';

/** The formats that the records of the log are of, and the columns that suit them. */
export async function answerFormats(
  { index }: AnswerContext,
  _: Requests['formats']['params'],
  signal: AbortSignal,
): Promise<FoundFormats> {
  const { table, formats } = index;
  const work = new CooperativeTask(signal);
  const counts = await countOnly(RowSet.all(index.rows), column(table, 'format', table.formats), work);
  const found: { readonly id: string; readonly count: number }[] = [];
  await counts.forEach(work, (id, count) => found.push({ id: formatId(table, id), count }));
  found.sort((left, right) => right.count - left.count || (left.id < right.id ? -1 : 1));
  const known = found.map(({ id, count }) => ({ ...aboutFormat(formats, id), count }));
  const { documentedNames } = formats;
  const suited = new Set(known.flatMap(({ facets, columns }) => [...facets, ...columns]));
  return {
    snapshot: index.snapshot,
    formats: known,
    columns: listColumns(known, documentedNames),
    titles: titledFields([...suited], documentedNames),
  };
}
