import { findingSeverities } from '../../core/finding/codes.ts';
import type { NameExtent } from '../../core/describe/sentenceNames.ts';
import { describeRecord } from '../../core/describe/sentence.ts';
import { describeOtherRecord, type OtherFacts } from '../../core/describe/otherSentence.ts';
import { describeUnknownFormat } from '../../core/describe/unknownFormatSentence.ts';
import { documentedEvent } from '../../core/formats/documentedEvents.ts';
import { parseValueTree } from '../../core/json/valueTree.ts';
import { formatTicks } from '../../core/record/ticks.ts';
import type { Severity } from '../../core/finding/codes.ts';
import type { Message } from '../../core/finding/message.ts';
import type { Row } from '../../protocol/answers/page.ts';
import { textOf, validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { pairsOf, targetsOfType } from '../query/columnValues.ts';
import { timeText } from './timeText.ts';
import { parseResourceId } from '../../core/record/resourceId.ts';

/** A row of the list; `bytes` are those of its record. `extent`: of the names and texts in its sentence. */
export function describeRow(index: LogIndex, row: number, bytes: Uint8Array, extent: NameExtent = 'short'): Row {
  const { table } = index;
  const ref = index.refOf(row);
  const result = table.outcomes.textOf(table.result.data[row]!);
  const group = table.outcomes.groupOf(table.result.data[row]!);
  const caller = table.labels.label(table.label.data[row]!);
  const isOther = table.format.data[row] !== 0;
  const own = instanceAt(index, row);
  const instance = own ?? (isOther ? firstTarget(index, row) : null);
  const operation = textOf(table.operations, table.operation.data[row]!);
  const unknown = isOther && operation === null && caller.type === null ? keysOf(bytes) : undefined;
  const region = targetAt(index, row, 'ServiceRegion') ?? targetAt(index, row, 'ResourceRegion') ?? targetAt(index, row, 'Region');
  const reason = textOf(table.descriptions, table.description.data[row]!);
  const facts = { operation, result, group, reason, caller, region, extent };
  const described = (): Message =>
    isOther
      ? describeOtherRecord({ ...facts, ...otherFacts(index, row, operation), target: instance })
      : describeRecord({ ...facts, instance });
  return {
    ref,
    line: table.line.data[row]!,
    time: timeAt(index, row, bytes),
    group,
    result,
    sentence: unknown === undefined ? described() : describeUnknownFormat(unknown),
    caller: unknown === undefined ? caller : null,
    operation,
    instance,
    instanceField: own === null ? 'target' : 'instance',
    findings: severityCounts(index, ref.source, ref.index),
  };
}

function otherFacts(index: LogIndex, row: number, operation: string | null): Pick<OtherFacts, 'event' | 'targetOf'> {
  const { table } = index;
  const format = index.formats.ofId(textOf(table.formats, table.format.data[row]!) ?? '')?.format;
  return {
    event: format === undefined || operation === null ? undefined : documentedEvent(format, operation),
    targetOf: (type) => (type === 'ResourceId' ? instanceAt(index, row) : targetAt(index, row, type)),
  };
}

function keysOf(bytes: Uint8Array): readonly string[] {
  return parseValueTree(bytes, 0, bytes.length).members.map(({ key }) => key);
}

/** The target that says most about a record whose format is data: the first. */
function firstTarget({ table }: LogIndex, row: number): string | null {
  const [first] = pairsOf(table.placeLists, table.places.data[row]!);
  return first === undefined ? null : textOf(table.targetNames, first[1]);
}

/** The attestation instance: the last part of the resource id. */
function instanceAt(index: LogIndex, row: number): string | null {
  const { table } = index;
  const own = textOf(table.instances, table.instance.data[row]!);
  if (own !== null) {
    return own;
  }
  const [other] = targetsOfType(index, 'ResourceId').valuesOf(table.places.data[row]!);
  return other === undefined || other === null ? null : (parseResourceId(other)?.instance ?? null);
}

/** The first target of a type, in lower or upper case. */
export function targetAt({ table }: LogIndex, row: number, type: string): string | null {
  const folded = type.toLowerCase();
  const pairs = pairsOf(table.placeLists, table.places.data[row]!);
  const pair = pairs.find(([id]) => (textOf(table.targetTypes, id) ?? '').toLowerCase() === folded);
  return pair === undefined ? null : textOf(table.targetNames, pair[1]);
}

function timeAt(index: LogIndex, row: number, bytes: Uint8Array): Row['time'] {
  const { table } = index;
  if (table.timeState.data[row] !== validTime) {
    return null;
  }
  const ticks = table.ticksAt(row);
  return { text: timeText(index, bytes) ?? formatTicks(ticks), ticks: String(ticks) };
}

function severityCounts(index: LogIndex, source: number, record: number): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0 };
  const { findings } = index.sources[source]!;
  for (const finding of findings.ofRecord(record)) {
    counts[findingSeverities[findings.codeAt(finding)]]++;
  }
  return counts;
}
