/**
 * The flags of Microsoft Common Schema 2.1: how a record is to be processed on its way (cpp_client_telemetry,
 * `lib/decorators`). A 64-bit field, hence a bigint.
 */
export interface Flags {
  /** Low byte: how hard the record is to be kept. */
  readonly persistence: 'Normal' | 'Critical' | number;
  /** Second byte: how fast it is to be sent. */
  readonly latency: 'Normal' | 'RealTime' | 'CostDeferred' | number;
  /** Names of the marks that are set, such as `HASH_PII`. */
  readonly marks: readonly string[];
  /** Undocumented bits. */
  readonly unknown: bigint;
}

const marks: readonly (readonly [bit: bigint, name: string])[] = [
  [19n, 'MARK_PII'],
  [20n, 'HASH_PII'],
  [21n, 'DROP_PII'],
  [22n, 'SCRUB_IP'],
];

const persistences = new Map<number, 'Normal' | 'Critical'>([
  [1, 'Normal'],
  [2, 'Critical'],
]);
const latencies = new Map<number, 'Normal' | 'RealTime' | 'CostDeferred'>([
  [1, 'Normal'],
  [2, 'RealTime'],
  [3, 'CostDeferred'],
]);

export function decodeFlags(value: bigint): Flags {
  const persistence = Number(value & 0xffn);
  const latency = Number((value >> 8n) & 0xffn);
  const set = marks.filter(([bit]) => (value >> bit) & 1n);
  const known = set.reduce((sum, [bit]) => sum | (1n << bit), value & 0xffffn);
  return {
    persistence: persistences.get(persistence) ?? persistence,
    latency: latencies.get(latency) ?? latency,
    marks: set.map(([, name]) => name),
    unknown: value & ~known,
  };
}
