import type { PairSource, TextSource } from '../definition/format.ts';
import { isPath, stepsOf } from '../definition/paths.ts';
import { attestationFormat } from './attestationFormat.ts';

/** The keys of a list of pairs, and of the type and the value of each. */
export interface PairKeys {
  readonly list: string;
  readonly type: string;
  readonly value: string;
}

const { time, operation, result, description, category, address, request, displayName, callers, targets, sequence } = attestationFormat;

/** The keys of Attestation's records by what they say, as `format.json` has them, and those that no role of a format is for. */
export const keyOf = {
  time: keyAt(time),
  operation: keyAt(operation),
  result: keyAt(result),
  description: keyAt(description),
  category: keyAt(category),
  address: keyAt(address),
  request: keyAt(request),
  displayName: keyAt(displayName),
  callers: pairKeys(callers).list,
  targets: pairKeys(targets).list,
  epoch: keyAt(sequence?.writer),
  sequence: sequence === undefined ? '' : keyAt([sequence.number]),
  /** The service that wrote the record: it counts before the target of the same kind. */
  serviceRole: 'env_cloud_role',
  serviceRoleInstance: 'env_cloud_roleInstance',
  schemaName: 'env_name',
  schemaVersion: 'env_ver',
  /** Not documented: a status of HTTP that newer logs have beside the result. */
  signature: 'resultSignature',
} as const;

export const callerKeys: PairKeys = pairKeys(callers);
export const targetKeys: PairKeys = pairKeys(targets);

/** What a documented value says, where the program knows more about it than its documentation. */
export type ValueRole = keyof typeof keyOf | 'callerType' | 'caller' | 'targetType' | 'target';

const roles: ReadonlyMap<string, ValueRole> = new Map<string, ValueRole>([
  ...(Object.entries(keyOf) as [keyof typeof keyOf, string][]).map(([role, key]) => [key, role] as const),
  [callerKeys.type, 'callerType'],
  [callerKeys.value, 'caller'],
  [targetKeys.type, 'targetType'],
  [targetKeys.value, 'target'],
]);

/** The role of a key of a record, or of one within its identities and targets; undefined where there is none. */
export function roleOf(name: string): ValueRole | undefined {
  return roles.get(name);
}

/** The key with which the first of several paths begins; empty where there is none. */
function keyAt(sources: readonly TextSource[] = []): string {
  const [source] = sources;
  return source === undefined || !isPath(source) ? '' : stepsOf(source)[0]!;
}

function pairKeys(sources: readonly PairSource[] = []): PairKeys {
  const [source] = sources;
  return source !== undefined && 'each' in source && typeof source.type === 'object'
    ? { list: keyAt([source.each]), type: keyAt([source.type.path]), value: keyAt(source.value) }
    : { list: '', type: '', value: '' };
}
