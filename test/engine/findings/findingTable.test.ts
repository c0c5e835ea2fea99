import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '../../../src/core/finding/codes.ts';
import { FindingTable, noFindings, type NewFinding, type Relation } from '../../../src/engine/findings/findingTable.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { runs } from '../../runs.ts';

const newFinding: fc.Arbitrary<NewFinding> = fc.record({
  code: fc.constantFrom('schema.type', 'value.time', 'value.unknownKey', 'syntax.invalid'),
  record: fc.integer({ min: -1, max: 6 }),
  pointer: fc.constantFrom('', '/env_time', '/a/0'),
  offset: fc.oneof(fc.nat(100), fc.integer({ min: 2 ** 32 - 2, max: 2 ** 40 })),
  length: fc.oneof(fc.nat(100), fc.integer({ min: 2 ** 32 - 2, max: 2 ** 40 })),
  line: fc.integer({ min: 1, max: 1000 }),
  args: fc.array(fc.constantFrom('x', '', 'ü"\n'), { maxLength: 2 }),
});

const relation: fc.Arbitrary<Relation> = fc.record({
  code: fc.constantFrom('sequence.gap', 'order.inversion'),
  record: fc.integer({ min: 0, max: 6 }),
  other: fc.nat(100),
});

/** The first so many in the order of their records, as reading gives them; the others as they come. */
const found = fc
  .tuple(fc.array(newFinding, { maxLength: 12 }), fc.nat(12))
  .map(([all, ordered]) => [...all.slice(0, ordered).toSorted((left, right) => left.record - right.record), ...all.slice(ordered)]);

describe('the table of findings', () => {
  it('holds what was added to it, and finds it by record', async () => {
    await fc.assert(
      fc.asyncProperty(found, fc.array(relation, { maxLength: 8 }), async (findings, relations) => {
        const totals = noFindings();
        const table = new FindingTable(1, undefined, totals);
        findings.forEach((one) => table.add(one));
        relations.forEach((one) => table.addRelation(one));
        await table.settle(new CooperativeTask(new AbortController().signal));
        const all = [...findings, ...relations];
        expect(all.map((_, index) => table.relationAt(index) ?? table.at(index))).toEqual(all);
        expect(all.map((_, index) => [table.codeAt(index), table.recordAt(index)])).toEqual(all.map(({ code, record }) => [code, record]));
        for (let record = 0; record <= 7; record++) {
          const expected = all.flatMap((one, index) => (one.record === record ? [index] : []));
          expect([...table.ofRecord(record)].sort((left, right) => left - right)).toEqual(expected);
        }
        const counts = findingCodes.map((code, number) => [code, totals[number]!] as const);
        expect(counts).toEqual(counts.map(([code]) => [code, all.filter((one) => one.code === code).length]));
        expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(all.length);
        const words = findings.map(({ code, args }) => JSON.stringify([code, args]));
        const sayings = findings.map((_, index) => table.sayingAt(index));
        expect(new Set(sayings.map((saying, index) => `${saying} ${words[index]}`)).size).toBe(new Set(words).size);
        expect(table.words.sayings.size).toBe(new Set(words).size);
      }),
      { numRuns: runs(150) },
    );
  });

  it('finds what is in the order of the records before it is settled', () => {
    const table = new FindingTable(1);
    const at = { code: 'schema.type', pointer: '', offset: 0, length: 1, line: 1, args: [] } as const;
    [0, 0, -1, 2].forEach((record) => table.add({ ...at, record }));
    expect([0, 1, 2].map((record) => table.ofRecord(record))).toEqual([[0, 1], [], [3]]);
  });
});
