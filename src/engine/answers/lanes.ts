import { andTerm, literalTerm } from '../../core/query/editQuery.ts';
import type { Lane, Lanes } from '../../protocol/answers/timeline.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { Buckets } from './buckets.ts';
import type { AnswerContext } from './context.ts';
import { answerFacets } from './facets.ts';

const maxLanes = 100;

/**
 * Counts what a filter finds once for each of some values of a field, else of the most frequent ones, as the filter for that value
 * would; `isApart`: without the records that an earlier lane has.
 */
export async function lanesOf(
  context: AnswerContext,
  query: string,
  { field: name, limit, values: named, isApart = false }: NonNullable<Requests['timeline']['params']['lanesBy']>,
  count: (rows: RowSet) => Promise<Buckets>,
  signal: AbortSignal,
): Promise<Lanes> {
  const facets = await answerFacets(context, { query, field: name, limit: named === undefined ? Math.min(maxLanes, limit) : 0 }, signal);
  const { field, values, distinct, uncounted } = facets;
  const lanes: Lane[] = [];
  let rest = query;
  for (const value of named ?? values.map((one) => one.value)) {
    const term = literalTerm(field, value);
    const rows = await context.results.matching(andTerm(rest, term), signal);
    lanes.push({ value, groups: (await count(rows)).groups(), matching: rows.count });
    rest = isApart ? andTerm(rest, `-${term}`) : query;
  }
  return { field, lanes, distinct, ...(uncounted === undefined ? {} : { uncounted }) };
}
