import type { FieldRef } from '../../../src/core/query/fields.ts';
import { eventOf } from '../../../src/core/record/operations.ts';
import { labelRank } from '../../../src/core/record/identities.ts';
import { parseResourceId, type ResourceId } from '../../../src/core/record/resourceId.ts';
import { resultGroupOf } from '../../../src/core/record/results.ts';
import type { CallerLabel } from '../../../src/protocol/answers/page.ts';
import type { Json } from './inventedRecords.ts';

type Pair = readonly [type: string, value: string];

export function identitiesOf(record: Json): readonly Pair[] {
  return pairs(record['callerIdentities'], 'callerIdentityType', 'callerIdentity');
}

export function targetsOf(record: Json): readonly Pair[] {
  return pairs(record['targetResources'], 'targetResourceType', 'targetResourceName');
}

export function callerOf(record: Json): CallerLabel {
  const ranked = identitiesOf(record).toSorted(([left], [right]) => (labelRank(left) ?? 99) - (labelRank(right) ?? 99));
  return ranked[0] === undefined ? { type: null, value: 'unknown caller' } : { type: ranked[0][0], value: ranked[0][1] };
}

export function resourceOf(record: Json): ResourceId | undefined {
  const target = targetsOf(record).find(([type]) => type === 'ResourceId');
  return target && parseResourceId(target[1]);
}

/** The values of a field: as much of the filter language as the pages of the timeline use. */
export function fieldValues(record: Json, field: FieldRef): readonly (string | null)[] {
  switch (field.kind) {
    case 'caller':
      return of(identitiesOf(record), field.type);
    case 'target':
      return of(targetsOf(record), field.type);
    case 'key':
      return [text(record[field.name])];
    case 'named':
      return namedValues(record, field.name);
  }
}

function namedValues(record: Json, name: string): readonly (string | null)[] {
  switch (name) {
    case 'operation':
      return [text(record['operationName'])];
    case 'event':
      return [eventOf(String(record['operationName']))?.name ?? null];
    case 'result':
      return [text(record['resultType'])];
    case 'resultGroup':
      return [resultGroupOf(text(record['resultType']))];
    case 'caller':
      return [...identitiesOf(record).map(([, value]) => value), callerOf(record).value];
    case 'target':
      return targetsOf(record).map(([, value]) => value);
    case 'instance':
    case 'subscription':
    case 'resourceGroup':
      return [resourceOf(record)?.[name] ?? null];
    case 'ip':
      return [text(record['callerIpAddress'])];
    case 'description':
      return [text(record['resultDescription'])];
    case 'time':
      return [text(record['env_time'])];
    case 'seq':
      return [text(record['env_seqNum'])];
    case 'finding':
      return record['env_time'] === 'yesterday' ? ['value.time', 'error'] : [];
    default:
      throw new Error(`the double does not know the field ${name}`);
  }
}

function pairs(list: unknown, typeKey: string, valueKey: string): readonly Pair[] {
  return (list as readonly Json[]).map((entry) => [String(entry[typeKey]), String(entry[valueKey])]);
}

function of(list: readonly Pair[], type: string): readonly string[] {
  return list.filter(([name]) => name.toLowerCase() === type.toLowerCase()).map(([, value]) => value);
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
}
