import { describeRecordFields } from '../../core/describe/describeFields.ts';
import { message } from '../../core/finding/message.ts';
import { parseValueTree } from '../../core/json/valueTree.ts';
import { describeOtherFields } from '../../core/describe/describeOtherFields.ts';
import { recordFormat } from '../../core/formats/recordFormat.ts';
import { sourceText } from '../../core/json/utf8.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import { parseResourceId } from '../../core/record/resourceId.ts';
import type { IdentityValue, RecordDetail, TargetStep } from '../../protocol/answers/record.ts';
import type { Requests } from '../../protocol/requests.ts';
import { textOf } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { pairsOf, targetsOfType } from '../query/columnValues.ts';
import { BadRequest } from '../query/results.ts';
import type { AnswerContext } from './context.ts';
import { describeFinding } from './findingItems.ts';
import { describeRow, targetAt } from './rows.ts';
import { cloudLevels } from './targetLevels.ts';

/** The longest source text that is shown of a record, in bytes. */
const shownBytes = 256 * 1024;

/** All about one record. */
export async function answerRecord({ index }: AnswerContext, { ref }: Requests['record']['params']): Promise<RecordDetail> {
  const row = index.rowOf(ref);
  if (row === undefined) {
    throw new BadRequest(message('engine.noRecord'));
  }
  const bytes = await index.bytesOf(row);
  const { source, findings } = index.sources[ref.source]!;
  const { offset, byteLength } = index.table;
  const text = sourceText(bytes, 0, Math.min(bytes.length, shownBytes));
  return {
    snapshot: index.snapshot,
    row: describeRow(index, row, bytes),
    text,
    shownUnits: text.length,
    ...(await source.placeOf(offset.at(row), byteLength.data[row]!)),
    cut: bytes.length > shownBytes,
    fields: fieldsOf(bytes),
    findings: await Promise.all([...findings.ofRecord(ref.index)].map((finding) => describeFinding(index, ref.source, finding))),
    place: cloudLevels.flatMap((level): TargetStep[] => {
      const name = targetAt(index, row, level);
      return name === null ? [] : [{ level, name }];
    }),
    resource: resourceSteps(index, row),
    targets: index.table.format.data[row] === 0 ? [] : targetsAt(index, row),
    identities: identitiesAt(index, row),
  };
}

/** The fields as the record writes them; of a payload, those of the record inside. */
function fieldsOf(bytes: Uint8Array): RecordDetail['fields'] {
  const root = parseValueTree(bytes, 0, bytes.length);
  const format = recordFormat(bytes, root);
  if (format.kind === 'other') {
    return describeOtherFields(bytes, root, format.compiled);
  }
  const { normalized } = format;
  return normalized?.kinds.includes('payload') === true
    ? describeRecordFields(normalized.bytes, normalized.root)
    : describeRecordFields(bytes, root);
}

function resourceSteps({ table }: LogIndex, row: number): readonly TargetStep[] {
  const [other] = targetsOfType(table, 'ResourceId').valuesOf(table.places.data[row]!);
  const id = table.resourceAt(row) ?? other ?? undefined;
  const parts = id === undefined ? undefined : parseResourceId(id);
  return (['subscription', 'resourceGroup', 'instance'] as const).flatMap((level): TargetStep[] => {
    const name = parts?.[level];
    return name === undefined || name === null ? [] : [{ level, name }];
  });
}

function targetsAt({ table }: LogIndex, row: number): readonly TargetStep[] {
  return pairsOf(table.placeLists, table.places.data[row]!).flatMap(([type, name]) => {
    const text = textOf(table.targetNames, name);
    return text === null ? [] : [{ level: textOf(table.targetTypes, type) ?? '', name: maskSecrets(text) }];
  });
}

function identitiesAt({ table }: LogIndex, row: number): readonly IdentityValue[] {
  return pairsOf(table.callers, table.caller.data[row]!).flatMap(([type, value]) => {
    const text = textOf(table.identities, value);
    return text === null ? [] : [{ type: textOf(table.identityTypes, type) ?? '', value: maskSecrets(text) }];
  });
}
