import type { Found } from '../../protocol/answers/found.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { AnswerContext } from './context.ts';

/** Finds all records that match, however long that takes; other answers can show meanwhile what was found so far. */
export async function answerSearch(
  { index, results }: AnswerContext,
  { query }: Requests['search']['params'],
  signal: AbortSignal,
): Promise<Found> {
  const rows = await results.matching(query, signal);
  return { snapshot: index.snapshot, matching: rows.count };
}
