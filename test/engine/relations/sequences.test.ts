import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';
import { runs } from '../../runs.ts';

interface Facts {
  readonly epoch?: string;
  readonly seq?: number | string;
  readonly time?: string;
  readonly instance?: string;
  readonly description?: string;
  readonly operation?: string;
}

function record({ epoch, seq, time, instance, description, operation = 'SetCurrentPolicy' }: Facts): string {
  const fields = {
    operationName: operation,
    resultType: 'Success',
    resultDescription: description ?? null,
    auditEventCategory: [],
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'dana@contoso.com' }],
    targetResources: [{ targetResourceType: 'Environment', targetResourceName: 'PublicCloud' }],
    env_time: time,
    env_epoch: epoch,
    env_cloud_roleInstance: instance ?? null,
  };
  // Numbers beyond JavaScript's are written as text.
  return JSON.stringify(fields).replace(/}$/, seq === undefined ? '}' : `,"env_seqNum":${seq}}`);
}

/** The findings across records as `record code arguments`. */
async function check(facts: readonly Facts[], expected: readonly string[]): Promise<void> {
  const log = await openLog(facts.map(record).join('\n'));
  const { groups } = await log.request('findings', { query: '', limit: 1000, items: 1000 });
  const found = groups
    .flatMap(({ items }) => items)
    .filter(({ code }) => /^(sequence|order)\./.test(code))
    .map(
      ({ record: ref, code, message }) =>
        `${ref!.index} ${code} ${message.args.map((argument) => (typeof argument === 'object' ? argument.code : argument)).join(' ')}`,
    );
  expect(found.sort()).toEqual([...expected].sort());
}

describe('sequence numbers', () => {
  it.each<[name: string, facts: readonly Facts[], expected: readonly string[]]>([
    [
      'in a row',
      [
        { epoch: 'A', seq: 1 },
        { epoch: 'A', seq: 2 },
      ],
      [],
    ],
    [
      'of two epochs',
      [
        { epoch: 'A', seq: 1 },
        { epoch: 'B', seq: 9 },
      ],
      [],
    ],
    [
      'of two role instances',
      [
        { epoch: 'A', seq: 1, instance: 'x' },
        { epoch: 'A', seq: 9, instance: 'y' },
      ],
      [],
    ],
    [
      'a gap',
      [
        { epoch: 'A', seq: 5 },
        { epoch: 'A', seq: 9 },
      ],
      ['1 sequence.gap 3 6 8'],
    ],
    [
      'a gap whose end stands first',
      [
        { epoch: 'A', seq: 9 },
        { epoch: 'A', seq: 5 },
      ],
      ['0 sequence.gap 3 6 8'],
    ],
    [
      'a duplicate',
      [
        { epoch: 'A', seq: 5 },
        { epoch: 'A', seq: 5 },
      ],
      ['1 sequence.duplicate 0'],
    ],
    [
      'a conflict',
      [
        { epoch: 'A', seq: 5 },
        { epoch: 'A', seq: 5, description: 'x' },
      ],
      ['1 sequence.conflict 0'],
    ],
    [
      'three of a kind',
      [
        { epoch: 'A', seq: 5 },
        { epoch: 'A', seq: 5 },
        { epoch: 'A', seq: 5 },
      ],
      ['1 sequence.duplicate 0', '2 sequence.duplicate 0'],
    ],
    [
      'numbers that no writer can have given',
      [
        { epoch: 'A', seq: 5 },
        { epoch: 'A', seq: '18446744073709551616' },
        { epoch: 'A', seq: '18446744073709551616' },
        { epoch: 'A', seq: -1 },
        { epoch: 'A', seq: 1.5 },
      ],
      [],
    ],
    ['without an epoch', [{ seq: 1 }, { seq: 9 }], []],
    ['without a number', [{ epoch: 'A' }, { epoch: 'A' }], []],
    [
      'beyond 2^53',
      [
        { epoch: 'A', seq: '18446744073709551615' },
        { epoch: 'A', seq: '18446744073709551613' },
        { epoch: 'A', seq: '18446744073709551614' },
        { epoch: 'A', seq: '18446744073709551610' },
      ],
      ['1 sequence.gap 2 18446744073709551611 18446744073709551612'],
    ],
  ])('%s', async (_, facts, expected) => {
    await check(facts, expected);
  });

  it('count heartbeats as present', async () => {
    await check(
      [
        { epoch: 'A', seq: 1 },
        { epoch: 'A', seq: 2, operation: 'IFxAuditHeartBeatOperationIFx' },
        { epoch: 'A', seq: 3 },
      ],
      [],
    );
  });
});

describe('order', () => {
  const at = (second: string): string => `2020-11-23T18:23:${second}Z`;

  it.each<[name: string, facts: readonly Facts[], expected: readonly string[]]>([
    ['oldest first', [{ time: at('01') }, { time: at('02') }], []],
    [
      'at one instant',
      [
        { time: at('01'), description: 'a' },
        { time: at('01'), description: 'b' },
      ],
      [],
    ],
    ['one out of order', [{ time: at('01') }, { time: at('05') }, { time: at('03') }, { time: at('09') }], ['2 order.inversion 1']],
    ['by one tick', [{ time: at('01.0000002') }, { time: at('01.0000001'), description: 'x' }], ['1 order.inversion 0']],
    [
      'newest first',
      [{ time: at('09') }, { time: at('05') }, { time: at('06') }, { time: at('03') }, { time: at('01') }],
      ['0 order.descending 3'],
    ],
    [
      'not a time between',
      [{ time: at('05') }, { time: 'never' }, { time: at('03') }, { time: at('06') }, { time: at('07') }],
      ['2 order.inversion 0'],
    ],
    [
      'a clock set back',
      [
        { epoch: 'A', seq: 1, time: at('05') },
        { epoch: 'A', seq: 2, time: at('03') },
      ],
      ['1 order.clockStep 0'],
    ],
    [
      'put into another order',
      [
        { epoch: 'A', seq: 2, time: at('05') },
        { epoch: 'A', seq: 1, time: at('03') },
      ],
      ['1 order.inversion 0'],
    ],
  ])('%s', async (_, facts, expected) => {
    await check(facts, expected);
  });
});

describe('double logging', () => {
  const at = (second: string): string => `2020-11-23T18:23:${second}Z`;

  it.each<[name: string, facts: readonly Facts[], expected: readonly string[]]>([
    [
      'within a second',
      [
        { seq: 1, time: at('01') },
        { seq: 2, time: at('01.9999999') },
      ],
      ['1 sequence.doubleLogging 0'],
    ],
    [
      'a second apart',
      [
        { seq: 1, time: at('01') },
        { seq: 2, time: at('02') },
      ],
      [],
    ],
    [
      'with another description',
      [
        { seq: 1, time: at('01') },
        { seq: 2, time: at('01'), description: 'x' },
      ],
      [],
    ],
    ['heartbeats', [1, 2].map((seq) => ({ seq, time: at('01'), operation: 'IFxAuditHeartBeatOperationIFx' })), []],
  ])('%s', async (_, facts, expected) => {
    await check(facts, expected);
  });
});

describe('coverage', () => {
  it('tells each epoch, and what is not in the file', async () => {
    const log = await openLog(
      [
        { epoch: 'A', seq: 549, time: '2020-11-23T18:00:00Z' },
        { epoch: 'A', seq: 560, time: '2020-11-23T19:00:00Z' },
        { epoch: 'A', seq: 560, description: 'again' },
        { epoch: 'B', seq: 1, instance: 'IN_1' },
      ]
        .map(record)
        .join('\n'),
    );
    expect(await log.request('coverage', { epochs: 10, gaps: 10 })).toMatchObject({
      seen: 3,
      missing: '10',
      epochsTotal: 2,
      epochs: [
        {
          epoch: 'A',
          roleInstance: null,
          first: '549',
          last: '560',
          seen: 2,
          missing: '10',
          density: 2 / 12,
          gaps: [{ from: '550', to: '559', missing: '10', before: { index: 0 }, after: { index: 1 }, fromTicks: '637417512000000000' }],
          gapsTotal: 1,
        },
        { epoch: 'B', roleInstance: 'IN_1', first: '1', last: '1', seen: 1, missing: '0', density: 1, gaps: [], gapsTotal: 0 },
      ],
    });
    expect(await log.request('coverage', { epochs: 1, gaps: 0 })).toMatchObject({
      missing: '10',
      epochsTotal: 2,
      epochs: [{ gaps: [], gapsTotal: 1 }],
    });
  });

  it('tells all gaps in so many stretches of time, also those that no list holds', async () => {
    const facts = Array.from({ length: 40 }, (_, index) => ({
      epoch: index % 2 === 0 ? 'A' : 'B',
      seq: index * 10,
      time: `2020-11-23T18:${String(index).padStart(2, '0')}:00Z`,
    }));
    const log = await openLog([...facts, { epoch: 'C', seq: 1 }, { epoch: 'C', seq: 3 }].map(record).join('\n'));
    const reported = async (stretches: number) => {
      const answer = await log.request('coverage', { epochs: 0, gaps: 0, stretches });
      const gaps = answer.stretches.reduce((sum, one) => sum + one.gaps, 0);
      const missing = answer.stretches.reduce((sum, one) => sum + Number(one.missing), 0);
      return { count: answer.stretches.length, gaps, missing, unplaced: answer.unplaced };
    };
    expect(await reported(1000)).toEqual({ count: 38, gaps: 38, missing: 38 * 19, unplaced: 1 });
    const few = await reported(10);
    expect(few).toMatchObject({ gaps: 38, missing: 38 * 19, unplaced: 1 });
    expect(few.count).toBeLessThanOrEqual(10);
    expect(await reported(0)).toEqual({ count: 0, gaps: 0, missing: 0, unplaced: 0 });
  });

  it('agrees with sets of numbers', async () => {
    const seqs = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), fc.integer({ min: 0, max: 30 })), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(seqs, async (pairs) => {
        const log = await openLog(pairs.map(([epoch, seq]) => record({ epoch, seq })).join('\n'));
        const answer = await log.request('coverage', { epochs: 10, gaps: 100 });
        const missingOf = (epoch: string): readonly number[] => {
          const numbers = new Set(pairs.filter(([one]) => one === epoch).map(([, seq]) => seq));
          const all = Array.from({ length: Math.max(...numbers) - Math.min(...numbers) + 1 }, (_, index) => Math.min(...numbers) + index);
          return all.filter((number) => !numbers.has(number));
        };
        for (const { epoch, gaps, missing } of answer.epochs) {
          const listed = gaps.flatMap(({ from, to }) =>
            Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
          );
          expect(listed).toEqual(missingOf(epoch));
          expect(missing).toBe(String(listed.length));
        }
        expect(new Set(answer.epochs.map(({ epoch }) => epoch))).toEqual(new Set(pairs.map(([epoch]) => epoch)));
      }),
      { numRuns: runs(60) },
    );
  });
});
