import type { NewFinding } from '../../src/engine/findings/findingTable.ts';

/** What a log holds, however it was read: plain values, which are compared as such. */
export interface ReadLog {
  readonly records: readonly ReadRecord[];
  /** Those of single records and of broken stretches, in the order in which they are reported. */
  readonly findings: readonly NewFinding[];
}

export interface ReadRecord {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  /** Ticks; null where there is no valid time. */
  readonly time: bigint | null;
  /** The sequence number; null where there is none that takes part in a numbering. */
  readonly sequence: bigint | null;
  /** By field of the filter language: the values, sorted, each once. */
  readonly values: Readonly<Record<string, readonly (string | null)[]>>;
}

/** Fields whose values are in columns. */
export const comparedFields = [
  'format',
  'operation',
  'result',
  'resultGroup',
  'category',
  'description',
  'ip',
  'caller',
  'caller.UPN',
  'caller.ARN',
  'callerDisplayName',
  'tenant',
  'target.Service',
  'target.ServiceRole',
  'subscription',
  'resourceGroup',
  'instance',
  'epoch',
  'role',
  'roleInstance',
] as const;

/** Each value once. Bytes that are no UTF-8 become one replacement character or several, depending on who decodes them. */
export function sorted(values: readonly (string | null)[]): readonly (string | null)[] {
  return [...new Set(values.map((value) => value?.toWellFormed().replaceAll(/\ufffd+/g, '\ufffd') ?? null))].toSorted((left, right) =>
    String(left) < String(right) ? -1 : 1,
  );
}
