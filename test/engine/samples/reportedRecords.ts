import { expect } from 'vitest';
import { formatSamples } from '../../../scripts/sample/formats/allFormats.ts';
import { sampleText } from '../../../scripts/sample/formats/formatSample.ts';
import type { ResultGroup } from '../../../src/core/record/results.ts';
import { commandLine } from '../../cli/commandLine.ts';
import { openLog } from '../openLog.ts';

/** What one record of a log says, as a test reads it from the object itself, without any code of the product. */
export interface ReportedRecord {
  /** RFC 3339 without a zone: all of these logs are in UTC. */
  readonly time: string;
  readonly operation: string;
  readonly result: string | null;
  readonly group: ResultGroup;
  /** What the caller is called. */
  readonly caller: string;
  readonly address: string | undefined;
  /** By type; what is undefined or empty is not there. Resource ids are in `resource`. */
  readonly targets: readonly (readonly [type: string, name: string | null | undefined])[];
  /** The id of a resource of Azure. */
  readonly resource?: string;
  /** Only a name is known of the caller, which identifies nobody. */
  readonly isNamedOnly?: boolean;
  /** The record's format, where it is not that of the log. */
  readonly format?: string;
}

export const nobody = 'unknown caller';

/** The invented log of a format: always the same. */
export function sampleOf(format: string): string {
  return sampleText(formatSamples.find((sample) => sample.format === format)!);
}

/**
 * Holds what the product tells of a log against what its records say, in the list, in numbers, and on the command line.
 *
 * @param repeated How many records are there once more, of which a warning tells.
 */
export async function expectReported(format: string, text: string, expected: readonly ReportedRecord[], repeated = 0): Promise<void> {
  const log = await openLog(text);
  const { rows } = await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 1000 });
  expect(rows.map(({ time, result, group, caller }) => ({ ticks: time?.ticks, result, group, caller: caller?.value }))).toEqual(
    expected.map(({ time, result, group, caller }) => ({ ticks: ticksOf(time), result, group, caller })),
  );
  const summary = await log.request('summary', { query: '', top: 10_000 });
  expect(summary.records).toBe(expected.length);
  expect(summary.findings).toMatchObject({ error: 0, warning: repeated });
  expect(summary.operations).toEqual(counts(expected.map(({ operation }) => operation)));
  expect(summary.resultGroups).toEqual({ success: 0, clientError: 0, failure: 0, other: 0, ...counts(expected.map(({ group }) => group)) });
  expect(summary.callers).toEqual(counts(expected.map(({ caller }) => caller)));
  expect(summary.sources[0]?.formats).toEqual(counts(expected.map((one) => one.format ?? format)));
  expect(folded(summary.targets)).toEqual(folded(targetCounts(expected)));
  for (const [field, valueOf] of [
    ['operation', ({ operation }: ReportedRecord) => operation],
    ['ip', ({ address }: ReportedRecord) => address ?? ''],
    ['resultGroup', ({ group }: ReportedRecord) => group],
  ] as const) {
    for (const value of new Set(expected.map(valueOf).filter((one) => one !== ''))) {
      const query = `${field}=${JSON.stringify(value)}`;
      const found = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 1000 });
      const indexes = found.rows.map(({ ref }) => ref.index);
      expect([query, indexes]).toEqual([query, expected.flatMap((one, index) => (valueOf(one) === value ? [index] : []))]);
    }
  }
  for (let index = 0; index < expected.length; index += 7) {
    const { targets, identities } = await log.request('record', { ref: { source: 0, index } });
    const wanted = expected[index]!;
    // Attestation's records have pages of their own for their targets.
    const names = wanted.format === undefined ? namesOf(wanted).map(([type, name]) => `${type} ${name}`) : [];
    expect([index, targets.map(({ level, name }) => `${level} ${name}`).toSorted()]).toEqual([index, names.toSorted()]);
    expect(wanted.caller === nobody || wanted.isNamedOnly === true || identities.some(({ value }) => value === wanted.caller)).toBe(true);
  }
  const records = await commandLine(['records', '{log.json}', '--limit', '1000'], { 'log.json': text });
  expect(records.output.trim().split('\n')).toHaveLength(expected.length);
  const { output } = await commandLine(['summary', '{log.json}', '--json', '--top', '10000'], { 'log.json': text });
  expect(JSON.parse(output)).toMatchObject({
    records: expected.length,
    operations: summary.operations,
    resultGroups: summary.resultGroups,
  });
}

/** 100 ns since the year 1. */
function ticksOf(time: string): string {
  const [second = '', digits = ''] = time.split('.');
  const milliseconds = BigInt(Date.parse(`${second}Z`));
  return String(milliseconds * 10_000n + BigInt(digits.padEnd(7, '0').slice(0, 7)) + 621_355_968_000_000_000n);
}

function counts(values: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]));
}

function targetCounts(expected: readonly ReportedRecord[]): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const pairs = expected.flatMap(({ targets, resource }) => {
    return [...namesOf({ targets }), ...(resource === undefined ? [] : partsOf(resource))];
  });
  return Object.fromEntries([...Map.groupBy(pairs, ([type]) => type)].map(([type, all]) => [type, counts(all.map(([, name]) => name))]));
}

/** The targets that are there; what a record names twice is counted once. */
function namesOf({ targets }: Pick<ReportedRecord, 'targets'>): readonly (readonly [type: string, name: string])[] {
  const own = targets.filter(([, name]) => name !== undefined && name !== null && name !== '');
  return [...new Set(own.map((pair) => JSON.stringify(pair)))].map((pair) => JSON.parse(pair) as readonly [string, string]);
}

function partsOf(id: string): readonly (readonly [string, string])[] {
  const parts = id.split('/');
  return [
    ['subscription', parts[2] ?? ''],
    ['resourceGroup', parts[4] ?? ''],
    ['instance', parts.at(-1) ?? ''],
  ];
}

/** Names of resources differ in case, and mean the same. */
function folded(targets: Readonly<Record<string, Readonly<Record<string, number>>>>): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(targets).map(([type, names]) => {
      const sums = new Map<string, number>();
      Object.entries(names).forEach(([name, count]) => sums.set(name.toLowerCase(), (sums.get(name.toLowerCase()) ?? 0) + count));
      return [type, Object.fromEntries([...sums].toSorted(([left], [right]) => (left < right ? -1 : 1)))];
    }),
  );
}
