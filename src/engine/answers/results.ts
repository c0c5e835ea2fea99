import type { PlacedResults } from '../../protocol/answers/text.ts';
import type { Requests } from '../../protocol/requests.ts';
import { BadRequest } from '../query/badRequest.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { Places } from './places.ts';
import { rowsOfPart } from './textPart.ts';

/** Where records with text in a part of a source's text are, and how they ended. */
export async function answerResults(
  { index }: AnswerContext,
  params: Requests['results']['params'],
  signal: AbortSignal,
): Promise<PlacedResults> {
  if (index.sources[params.source] === undefined) {
    throw new BadRequest({ code: 'engine.noSource', args: [] });
  }
  const { offset, byteLength, outcomes, result } = index.table;
  const places = new Places(index);
  const work = new CooperativeTask(signal);
  const results: PlacedResults['results'][number][] = [];
  for (const row of rowsOfPart(index, params)) {
    const range = await places.ofPart(row, offset.at(row), byteLength.data[row]!);
    results.push({ range, group: outcomes.groupOf(result.data[row]!) });
    await work.pause();
  }
  return { snapshot: index.snapshot, results };
}
