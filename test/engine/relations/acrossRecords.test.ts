import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingItem } from '../../../src/protocol/answers/findings.ts';
import { openLog, type OpenedLog } from '../openLog.ts';
import { runs } from '../../runs.ts';

interface Facts {
  readonly epoch: string | null;
  readonly instance: string | null;
  readonly seq: bigint | null;
  /** Milliseconds after a moment; null without a time. */
  readonly time: number | null;
  readonly note: string;
  /** It is written with its members in reverse, and a blank after each. */
  readonly reversed: boolean;
}

/** A record of the generated log, as the slow rules below see it. */
interface Placed extends Facts {
  readonly source: number;
  readonly index: number;
  /** What it says, in one writing. */
  readonly content: string;
}

function recordText(facts: Facts): string {
  const content = contentOf(facts);
  return facts.reversed
    ? `{${content
        .slice(1, -1)
        .split(/,(?="(?!caller|target))/)
        .toReversed()
        .join(' ,')} }`
    : content;
}

function contentOf({ epoch, instance, seq, time, note }: Facts): string {
  const known = {
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    resultDescription: note,
    auditEventCategory: [],
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'dana@contoso.com' }],
    targetResources: [{ targetResourceType: 'Environment', targetResourceName: 'PublicCloud' }],
    ...(time === null ? {} : { env_time: new Date(Date.UTC(2020, 10, 23) + time).toISOString() }),
    ...(epoch === null ? {} : { env_epoch: epoch }),
    ...(instance === null ? {} : { env_cloud_roleInstance: instance }),
  };
  // Numbers beyond JavaScript's are written as text.
  return seq === null ? JSON.stringify(known) : JSON.stringify(known).replace(/}$/, `,"env_seqNum":${seq}}`);
}

const facts: fc.Arbitrary<Facts> = fc.record({
  epoch: fc.constantFrom('A', 'A', 'B', 'C', null),
  instance: fc.constantFrom(null, null, 'x', 'y'),
  seq: fc.oneof(
    { weight: 8, arbitrary: fc.bigInt({ min: 0n, max: 12n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 2n }) },
    { weight: 1, arbitrary: fc.bigInt({ min: 2n ** 64n - 5n, max: 2n ** 64n - 1n }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  time: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 3000 }) }, { weight: 1, arbitrary: fc.constant(null) }),
  note: fc.constantFrom('one', 'two'),
  reversed: fc.boolean(),
});

const logs = fc.tuple(fc.array(facts, { minLength: 1, maxLength: 25 }), fc.array(facts, { minLength: 1, maxLength: 8 }));

function placed(sources: readonly (readonly Facts[])[]): readonly Placed[] {
  return sources.flatMap((records, source) => records.map((one, index) => ({ ...one, source, index, content: contentOf(one) })));
}

/** All rules across records, each as its words say: every record against every other. */
function slowFindings(records: readonly Placed[]): readonly string[] {
  return [...repeats(records), ...neighbours(records), ...disorder(records), ...doubles(records)].sort();
}

function isBefore(left: Placed, right: Placed): boolean {
  return left.source < right.source || (left.source === right.source && left.index < right.index);
}

function isSameWriter(left: Placed, right: Placed): boolean {
  return left.epoch !== null && left.seq !== null && right.seq !== null && left.epoch === right.epoch && left.instance === right.instance;
}

function reported(record: Placed, code: string, ...args: readonly unknown[]): string {
  return `${record.source}/${record.index} ${code} ${args.join(' ')}`;
}

/** What a finding on a record says of another one: its number, and from 1 that of its file if it is another. */
function placeOf(other: Placed, record: Placed): readonly number[] {
  return other.source === record.source ? [other.index] : [other.index, other.source + 1];
}

function repeats(records: readonly Placed[]): readonly string[] {
  return records.flatMap((record) => {
    const first = records.find((other) => isSameWriter(record, other) && record.seq === other.seq)!;
    return first === undefined || first === record
      ? []
      : [reported(record, first.content === record.content ? 'sequence.duplicate' : 'sequence.conflict', ...placeOf(first, record))];
  });
}

/** The first record with each number against the last with the next lower one. */
function neighbours(records: readonly Placed[]): readonly string[] {
  return records.flatMap((record) => {
    const writer = records.filter((other) => isSameWriter(record, other));
    const lower = writer.filter(({ seq }) => seq! < record.seq!);
    if (lower.length === 0 || writer.some((other) => other.seq === record.seq && isBefore(other, record))) {
      return [];
    }
    const number = lower.reduce((greatest, { seq }) => (seq! > greatest ? seq! : greatest), 0n);
    const previous = lower.findLast(({ seq }) => seq === number)!;
    const missing = record.seq! - number - 1n;
    return [
      ...(missing > 0n ? [reported(record, 'sequence.gap', missing, number + 1n, record.seq! - 1n)] : []),
      ...(record.time !== null && previous.time !== null && record.time < previous.time
        ? [reported(record, 'order.clockStep', ...placeOf(previous, record))]
        : []),
    ];
  });
}

function disorder(records: readonly Placed[]): readonly string[] {
  return [0, 1].flatMap((source) => {
    const own = records.filter((record) => record.source === source);
    const timed = own.filter(({ time }) => time !== null);
    const pairs = timed.slice(1).map((record, place): readonly [Placed, Placed] => [timed[place]!, record]);
    const falling = pairs.filter(([before, record]) => record.time! < before.time!);
    const rising = pairs.filter(([before, record]) => record.time! > before.time!);
    if (falling.length > rising.length && falling.length > 1) {
      return [reported(own[0]!, 'order.descending', falling.length)];
    }
    return falling
      .filter(([before, record]) => !isSameWriter(before, record) || record.seq! <= before.seq!)
      .map(([before, record]) => reported(record, 'order.inversion', before.index));
  });
}

function doubles(records: readonly Placed[]): readonly string[] {
  const timed = records.filter(({ time }) => time !== null).toSorted((left, right) => left.time! - right.time!);
  return timed.flatMap((record, place) => {
    const twin = timed
      .slice(Math.max(0, place - 8), place)
      .toReversed()
      .find(
        (other) =>
          record.time! - other.time! < 1000 &&
          record.note === other.note &&
          (record.seq === null || other.seq === null || Number(record.seq) !== Number(other.seq)),
      );
    if (twin === undefined) {
      return [];
    }
    const [first, second] = isBefore(record, twin) ? [record, twin] : [twin, record];
    return [reported(second, 'sequence.doubleLogging', ...placeOf(first, second))];
  });
}

function inWords({ record, code, message }: FindingItem): string {
  const args = message.args.map((argument) => (typeof argument === 'object' ? argument.code : argument));
  return `${record!.source}/${record!.index} ${code} ${args.join(' ')}`;
}

async function open(sources: readonly (readonly Facts[])[]): Promise<OpenedLog> {
  return openLog(...sources.map((records) => records.map(recordText).join('\n')));
}

const everything = { query: '', limit: 10_000, items: 10_000 };

describe('findings across records', () => {
  it('agree with comparing every record with every other', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (sources) => {
        const log = await open(sources);
        const { groups, total, counts } = await log.request('findings', everything);
        const items = groups.flatMap((group) => group.items);
        expect(items.map(inWords).sort()).toEqual(slowFindings(placed(sources)));
        expect(total).toBe(items.length);
        expect(counts).toEqual(log.last.findings);
      }),
      { numRuns: runs(150) },
    );
  });

  it('are found again by record, by place and by group', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (sources) => {
        const log = await open(sources);
        const { groups } = await log.request('findings', everything);
        for (const { count, code, message, items } of groups) {
          expect(items.map((item) => [item.code, item.message])).toEqual(Array.from({ length: count }, () => [code, message]));
        }
        expect(new Set(groups.map(({ code, message, items }) => JSON.stringify([items[0]!.ref.source, code, message]))).size).toBe(
          groups.length,
        );
        const items = groups.flatMap((group) => group.items);
        for (const source of [0, 1]) {
          const own = items.filter(({ ref }) => ref.source === source);
          const { findings } = await log.request('placedFindings', { source, limit: 10_000 });
          const rank = { error: 0, warning: 1, information: 2 };
          const errorsFirst = own.toSorted(
            (left, right) =>
              rank[left.severity] - rank[right.severity] || left.byteOffset - right.byteOffset || left.ref.finding - right.ref.finding,
          );
          expect(findings.map(({ ref }) => ref.finding)).toEqual(errorsFirst.map(({ ref }) => ref.finding));
          for (const index of sources[source]!.keys()) {
            const { findings: ofRecord } = await log.request('record', { ref: { source, index } });
            const expected = own
              .filter(({ record }) => record!.index === index)
              .toSorted((left, right) => left.ref.finding - right.ref.finding);
            expect(ofRecord).toEqual(expected.map((finding) => expect.objectContaining(finding) as unknown));
          }
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('are visited in the order of their places', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (sources) => {
        const log = await open(sources);
        const { findings } = await log.request('placedFindings', { source: 0, limit: 10_000 });
        const visited: object[] = [];
        await log.session.visitFindings(0, '', new AbortController().signal, (finding, range) => {
          visited.push({ ...finding, range });
          return Promise.resolve();
        });
        // Sorting is stable: errors come first at one place.
        const byPlace = findings.toSorted((left, right) => left.byteOffset - right.byteOffset);
        expect(byPlace).toMatchObject(visited);
      }),
      { numRuns: runs(40) },
    );
  });

  it('are listed by the most frequent, as many as are asked for', async () => {
    const records = Array.from({ length: 40 }, (_, index): Facts => ({
      epoch: 'A',
      instance: null,
      seq: BigInt(index * (index % 3)),
      time: null,
      note: 'one',
      reversed: false,
    }));
    const log = await open([records]);
    const all = await log.request('findings', everything);
    const some = await log.request('findings', { query: '', limit: 3, items: 2 });
    expect(some.groups).toEqual(all.groups.slice(0, 3).map((group) => ({ ...group, items: group.items.slice(0, 2) })));
    expect(some).toMatchObject({ distinct: all.groups.length, total: all.total, counts: all.counts });
    expect(all.groups.map(({ count }) => count)).toEqual(all.groups.map(({ count }) => count).toSorted((left, right) => right - left));
  });
});
