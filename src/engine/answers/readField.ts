import { fieldName } from '../../core/query/fields.ts';
import type { FieldRead } from '../../protocol/answers/fields.ts';
import type { Requests } from '../../protocol/requests.ts';
import { columnParts } from '../query/columnValues.ts';
import { fieldNamed } from '../query/fieldNamed.ts';
import type { AnswerContext } from './context.ts';

/** Makes the column of a field that has none, however long that takes; other answers can show meanwhile what was read so far. */
export async function answerReadField(
  { index, results }: AnswerContext,
  { field }: Requests['readField']['params'],
  signal: AbortSignal,
): Promise<FieldRead> {
  const ref = fieldNamed(index, field);
  const { table, formats } = index;
  const isFinding = ref.kind === 'named' && ref.name === 'finding';
  const hasColumns = isFinding || columnParts({ table, formats, resources: results.memory.resources }, ref) !== undefined;
  const values = hasColumns ? 0 : (await results.column(ref, signal)).distinct;
  return { snapshot: index.snapshot, field: fieldName(ref), values };
}
