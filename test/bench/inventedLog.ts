import { createRandom, type Random } from '../../scripts/sample/random.ts';
import type { LogVariation } from './logVariations.ts';
import { recordShapes, type Values } from './recordShapes.ts';

/** What an invented log is like; the same description gives the same bytes. */
export interface InventedLog {
  readonly records: number;
  /** `low`: 5,000 resource ids; `high`: 15 of 16 records name a resource id of their own. */
  readonly cardinality: 'low' | 'high';
  /** All records with the same keys in the same order, or six ways to write one, mixed at random. */
  readonly shapes: 1 | 6;
  /** What is otherwise in each record; of logs with one shape. */
  readonly variation?: LogVariation;
}

const seed = 4;
const lowCardinality = 5_000;
const callerCount = 200;
const regions = ['EastUS2', 'WestEurope', 'UKSouth'];
const operations = [
  'PrepareToUpdatePolicy',
  'SetCurrentPolicy',
  'AddPolicyCertificate',
  'RemovePolicyCertificate',
  'ResetAttestationPolicy',
  'CreateInstance',
  'DestroyInstance',
];
const results = [...Array.from({ length: 27 }, () => 'Success'), 'ClientError', 'Failure', 'Timeout'];
const firstSecond = Date.UTC(2020, 10, 1) / 1000;
/** Every so many records a writer leaves a sequence number out. */
const gapEvery = 10_000;

/**
 * The lines of a log in order of time, about 1.6 KB each as in the documentation's sample. Nearly all records are sound, as
 * in a real log: what is wrong are the gaps in the numbering, and a description in every thousandth record has escapes.
 */
export function* invent({ records, cardinality, shapes }: InventedLog): Generator<string> {
  const random = createRandom(seed);
  const tenants = Array.from({ length: 20 }, () => random.guid());
  const subscriptions = Array.from({ length: 40 }, () => random.guid());
  const callers = Array.from({ length: callerCount }, (_, index) => ({
    upn: `user${index}@contoso.com`,
    tenant: random.pick(tenants),
    address: `203.0.113.${index}`,
    displayName: `User ${index}`,
  }));
  const instances = Array.from({ length: lowCardinality }, (_, index) => instance(subscriptions, index, random));
  const sequences = [1000, 1000, 1000, 1000];
  for (let index = 0; index < records; index++) {
    const writer = random.integer(sequences.length);
    sequences[writer]! += index % gapEvery === gapEvery - 1 ? 2 : 1;
    const region = random.pick(regions);
    const values: Values = {
      operation: random.pick(operations),
      result: random.pick(results),
      description: index % 1000 === 999 ? String.raw`Storage said \"busy\" twice.\u000aTried again.` : undefined,
      ...random.pick(callers),
      request: random.guid(),
      region,
      roleInstance: `attestation-${region}-${random.integer(8)}`,
      resource:
        cardinality === 'high' && index % 16 !== 0 ? instance(subscriptions, lowCardinality + index, random) : random.pick(instances),
      time: timeText(index, random),
      epoch: `MKZ6${writer}`,
      sequence: sequences[writer]!,
      correlation: `##${random.guid()}_${random.guid()}_${random.guid()}`,
    };
    yield recordShapes[shapes === 1 ? 0 : random.integer(recordShapes.length)]!(values);
  }
}

function instance(subscriptions: readonly string[], index: number, random: Random): string {
  const group = `rg-attestation-${index % 500}`;
  return `/subscriptions/${random.pick(subscriptions)}/resourceGroups/${group}/providers/Microsoft.Attestation/attestationProviders/contoso${index}`;
}

/** About 27 records a minute, with all the seven digits that .NET writes. */
function timeText(index: number, random: Random): string {
  const seconds = firstSecond + index * 2.2;
  const digits = String(random.integer(10_000)).padStart(4, '0');
  return `${new Date(seconds * 1000).toISOString().slice(0, -1)}${digits}Z`;
}
