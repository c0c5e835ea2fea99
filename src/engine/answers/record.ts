import { describeChanges } from '../../core/describe/describeChanges.ts';
import { describeRecordFields } from '../../core/describe/describeFields.ts';
import { message } from '../../core/finding/message.ts';
import { parseValueTree } from '../../core/json/valueTree.ts';
import { describeOtherFields } from '../../core/describe/describeOtherFields.ts';
import { aboutFormat } from '../../core/formats/aboutFormat.ts';
import { parseRecord } from '../../core/formats/parsedRecord.ts';
import { recordFormat } from '../../core/formats/recordFormat.ts';
import { sourceText } from '../../core/json/utf8.ts';
import { maskSecrets } from '../../core/record/maskSecrets.ts';
import type { IdentityValue, RecordDetail, TargetStep } from '../../protocol/answers/record.ts';
import type { Requests } from '../../protocol/requests.ts';
import { textOf } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { pairsOf, targetsOf } from '../query/columnValues.ts';
import { BadRequest } from '../query/badRequest.ts';
import { formatId, type AnswerContext } from './context.ts';
import { recordAspects } from './recordAspects.ts';
import { recordFindings } from './recordFindings.ts';
import { requestOf, requestRecords } from './requestRecords.ts';
import { describeRow, targetAt } from './rows.ts';
import { cloudLevels, levelPaths, namePaths, resourcePaths, type TargetPath } from './targetPaths.ts';

/** The longest source text that is shown of a record, in bytes. */
export const shownBytes = 256 * 1024;

/** More changes than these are counted and not shown. */
const maxChanges = 200;

/** All about one record. */
export async function answerRecord(
  { index }: AnswerContext,
  { ref }: Requests['record']['params'],
  signal: AbortSignal,
): Promise<RecordDetail> {
  const row = index.rowOf(ref);
  if (row === undefined) {
    throw new BadRequest(message('engine.noRecord'));
  }
  const bytes = await index.bytesOf(row);
  const { source, findings } = index.sources[ref.source]!;
  const { offset, byteLength } = index.table;
  const text = sourceText(bytes, 0, Math.min(bytes.length, shownBytes));
  const { changes, total } = describeChanges(parseRecord(bytes, index.formats), maxChanges);
  const facts = {
    row: describeRow(index, row, bytes),
    place: placeSteps(index, row),
    resource: resourceSteps(index, row),
    levels: levelsAt(index, row),
    targets: index.table.format.data[row] === 0 ? [] : targetsAt(index, row),
  };
  return {
    snapshot: index.snapshot,
    ...facts,
    format: aboutFormat(index.formats, formatId(index.table, index.table.format.data[row]!)),
    text,
    shownUnits: text.length,
    ...(await source.placeOf(offset.at(row), byteLength.data[row]!)),
    cut: bytes.length > shownBytes,
    fields: fieldsOf(index, bytes),
    findings: await recordFindings(index, row, [...findings.ofRecord(ref.index)], bytes.subarray(0, shownBytes)),
    identities: identitiesAt(index, row),
    aspects: recordAspects(index, row, facts, requestOf(index, row, bytes)),
    changes,
    changesTotal: total,
    request: await requestRecords(index, row, bytes, new CooperativeTask(signal)),
  };
}

/** The fields as the record writes them; of a payload, those of the record inside. */
function fieldsOf({ formats }: LogIndex, bytes: Uint8Array): RecordDetail['fields'] {
  const root = parseValueTree(bytes, 0, bytes.length);
  const format = recordFormat(bytes, root, formats);
  if (format.kind === 'other') {
    return describeOtherFields(bytes, root, format.compiled);
  }
  const { normalized } = format;
  return normalized?.kinds.includes('payload') === true
    ? describeRecordFields(normalized.bytes, normalized.root)
    : describeRecordFields(bytes, root);
}

/** All cloud levels that the record names, also after one that it does not. */
function placeSteps(index: LogIndex, row: number): TargetPath {
  return cloudLevels.flatMap((level) => {
    const name = targetAt(index, row, level);
    return name === null ? [] : [{ level, name }];
  });
}

function resourceSteps({ table, formats }: LogIndex, row: number): TargetPath {
  const own = { type: 'ResourceId', value: table.resourceAt(row) ?? null };
  return resourcePaths(formats, [own, ...targetsOf(table, table.places.data[row]!)])[0] ?? [];
}

/** The ways to the targets of a record whose format is data, each once, without those that are but a target. */
function levelsAt({ table, formats }: LogIndex, row: number): readonly TargetPath[] {
  const format = textOf(table.formats, table.format.data[row]!);
  const targets = targetsOf(table, table.places.data[row]!);
  const paths =
    format === null ? [] : [...levelPaths(formats, targets, format), ...namePaths(formats, targets)].filter(({ length }) => length > 1);
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
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
