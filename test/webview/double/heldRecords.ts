import { describeRecord } from '../../../src/core/describe/sentence.ts';
import { message } from '../../../src/core/message.ts';
import { resultGroups, type ResultGroup } from '../../../src/core/record/results.ts';
import type { GroupCounts, Moment } from '../../../src/protocol/answers/answer.ts';
import type { FacetValue } from '../../../src/protocol/answers/facets.ts';
import type { FindingItem } from '../../../src/protocol/answers/findings.ts';
import type { Order, Row } from '../../../src/protocol/answers/page.ts';
import type { TargetLevel, TargetStep } from '../../../src/protocol/answers/record.ts';
import type { Json } from './inventedRecords.ts';
import { callerOf, resourceOf, targetsOf } from './recordFields.ts';

/** A record of the double, with what is asked of it again and again. */
export interface Held {
  readonly record: Json;
  readonly index: number;
  readonly ticks: bigint | undefined;
  readonly group: ResultGroup;
}

export function resourcePathOf(record: Json): readonly TargetStep[] {
  const resource = resourceOf(record);
  return [
    { level: 'subscription', name: resource?.subscription ?? '' },
    { level: 'resourceGroup', name: resource?.resourceGroup ?? '' },
    { level: 'instance', name: resource?.instance ?? '' },
  ];
}

export function isWrong({ ticks }: Held): boolean {
  return ticks === undefined;
}

function momentOf(held: Held | undefined): Moment | null {
  return held?.ticks === undefined ? null : { text: String(held.record['env_time']), ticks: String(held.ticks) };
}

export function ends(records: readonly Held[]): { readonly first: Moment | null; readonly last: Moment | null } {
  const timed = sorted(
    records.filter(({ ticks }) => ticks !== undefined),
    'oldest',
  );
  return { first: momentOf(timed[0]), last: momentOf(timed.at(-1)) };
}

export function sorted(records: readonly Held[], order: Order): readonly Held[] {
  const sign = order === 'newest' ? -1 : 1;
  const key = (held: Held) => held.ticks ?? (order === 'newest' ? -1n : 1n << 70n);
  return order === 'file' ? records : records.toSorted((left, right) => sign * Number(key(left) - key(right)) || left.index - right.index);
}

export function groupCounts(records: readonly Held[]): GroupCounts {
  return Object.fromEntries(resultGroups.map((group) => [group, records.filter((held) => held.group === group).length])) as GroupCounts;
}

export function facetValues(records: readonly Held[], valuesOf: (held: Held) => readonly (string | null)[]): readonly FacetValue[] {
  const byValue = new Map<string | null, Held[]>();
  for (const held of records) {
    for (const value of new Set(valuesOf(held))) {
      byValue.set(value, [...(byValue.get(value) ?? []), held]);
    }
  }
  return [...byValue]
    .map(([value, having]) => ({ value, count: having.length, groups: groupCounts(having) }))
    .toSorted((left, right) => right.count - left.count);
}

export function placeOf(record: Json): readonly TargetStep[] {
  return targetsOf(record)
    .filter(([type]) => type !== 'ResourceId')
    .map(([type, name]) => ({ level: type as TargetLevel, name }));
}

export function findingOf(held: Held): FindingItem {
  return {
    ref: { source: 0, finding: held.index },
    code: 'value.time',
    severity: 'error',
    message: message('value.time', String(held.record['env_time'])),
    record: { source: 0, index: held.index },
    pointer: '/env_time',
    byteOffset: 0,
    byteLength: 1,
    related: null,
  };
}

export function rowOf(held: Held): Row {
  const { record, index, group } = held;
  const caller = callerOf(record);
  const instance = resourceOf(record)?.instance ?? null;
  const result = record['resultType'] as string;
  return {
    ref: { source: 0, index },
    line: index + 1,
    time: momentOf(held),
    group,
    result,
    sentence: describeRecord({
      operation: record['operationName'] as string,
      result,
      caller,
      instance,
      region: placeOf(record).find(({ level }) => level === 'ServiceRegion')?.name ?? null,
    }),
    caller,
    instance,
    findings: { error: isWrong(held) ? 1 : 0, warning: 0, information: 0 },
  };
}
