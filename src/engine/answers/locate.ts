import type { Location } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import { BadRequest } from '../query/results.ts';
import type { AnswerContext } from './context.ts';
import { Places } from './places.ts';

/** Where a record or a finding stands in the text of its source. */
export async function answerLocate({ index }: AnswerContext, params: Questions['locate']['params']): Promise<Location> {
  const places = new Places(index);
  if ('record' in params) {
    const row = index.rowOf(params.record);
    const range = await places.ofRecord(params.record);
    if (row === undefined || range === null) {
      throw new BadRequest('There is no such record.');
    }
    const { offset, byteLength } = index.table;
    return {
      snapshot: index.snapshot,
      source: params.record.source,
      byteOffset: offset.data[row]!,
      byteLength: byteLength.data[row]!,
      range,
    };
  }
  const { source, finding } = params.finding;
  const findings = index.sources[source]?.findings;
  if (findings === undefined || !Number.isInteger(finding) || finding < 0 || finding >= findings.length) {
    throw new BadRequest('There is no such finding.');
  }
  const { offset, length } = findings.at(finding);
  return { snapshot: index.snapshot, source, byteOffset: offset, byteLength: length, range: await places.ofFinding(params.finding) };
}
