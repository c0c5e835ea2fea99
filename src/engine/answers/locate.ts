import { message } from '../../core/finding/message.ts';
import type { Location } from '../../protocol/answers/places.ts';
import type { Requests } from '../../protocol/requests.ts';
import { storedFinding } from '../index/storedFinding.ts';
import { BadRequest } from '../query/badRequest.ts';
import type { AnswerContext } from './context.ts';
import { Places } from './places.ts';

/** Where a record or a finding is in the text of its source. */
export async function answerLocate({ index }: AnswerContext, params: Requests['locate']['params']): Promise<Location> {
  const places = new Places(index);
  if ('record' in params) {
    const row = index.rowOf(params.record);
    const range = await places.ofRecord(params.record);
    if (row === undefined || range === null) {
      throw new BadRequest(message('engine.noRecord'));
    }
    const { offset, byteLength } = index.table;
    const { source } = params.record;
    const place = await index.sources[source]!.source.placeOf(offset.at(row), byteLength.data[row]!);
    return { snapshot: index.snapshot, source, record: params.record, ...place, range };
  }
  const { source, finding } = params.finding;
  const opened = index.sources[source];
  if (opened === undefined || !Number.isInteger(finding) || finding < 0 || finding >= opened.findings.length) {
    throw new BadRequest(message('engine.noFinding'));
  }
  const { offset, length, record } = storedFinding(index, source, finding);
  const place = await opened.source.placeOf(offset, length);
  return {
    snapshot: index.snapshot,
    source,
    record: record === -1 ? null : { source, index: record },
    ...place,
    range: await places.ofFinding(params.finding),
  };
}
