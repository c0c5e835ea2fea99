import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnParts } from '../../../src/engine/query/columnValues.ts';
import { countOccurrences } from '../../../src/engine/query/fieldOccurrences.ts';
import { QueryMemory } from '../../../src/engine/query/queryMemory.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { readIndex } from '../readIndex.ts';
import { runs } from '../../runs.ts';

const never = new AbortController().signal;

interface Event {
  readonly callers: readonly string[];
  readonly time: string;
}

/** Neighbours that a number of 53 bits cannot tell apart, moments of our era, and none. */
const time = fc.oneof(
  fc.nat({ max: 9 }).map((tick) => `9999-12-31T23:59:59.999999${tick}Z`),
  fc.nat({ max: 9 }).map((tick) => `2020-11-23T18:00:00.000000${tick}Z`),
  fc.constantFrom('never', '0001-01-01T00:00:00Z'),
);
const event: fc.Arbitrary<Event> = fc.record({
  callers: fc.array(fc.constantFrom('mia', 'MIA', 'noor', 'ben', 'Ünal'), { maxLength: 3 }),
  time,
});

it('counts each value once for each record, and finds the first in the order of time, over many blocks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 9 }), fc.nat({ max: 9000 }), fc.boolean(), async (kinds, rows, inOrder) => {
      const events = Array.from({ length: rows + 1 }, (_, row) => kinds[(row * 7919) % kinds.length]!);
      const sorted = inOrder ? events.toSorted((left, right) => (left.time < right.time ? -1 : left.time > right.time ? 1 : 0)) : events;
      const index = await readIndex(
        sorted
          .map(({ callers, time: at }) => {
            const identities = callers.map((callerIdentity) => ({ callerIdentityType: 'UPN', callerIdentity }));
            return JSON.stringify({ operationName: 'a', callerIdentities: identities, env_time: at });
          })
          .join('\n'),
      );
      const { table, formats } = index;
      const parts = columnParts({ table, formats, resources: new QueryMemory(index).resources }, { kind: 'named', name: 'caller' })!;
      const counted = await countOccurrences(index, parts, 'text', new CooperativeTask(never));
      // By how many records have a value and where it is first, as values have no names here.
      const found = Array.from(counted.records, (records, number) => `${records} ${counted.firstRows[number]}`).filter(
        (text) => !text.startsWith('0 '),
      );
      const byValue = new Map<string, number[]>();
      for (const [row, { callers }] of sorted.entries()) {
        // Without an identity there is the label.
        for (const value of new Set(callers.length === 0 ? ['unknown caller'] : callers.map((caller) => caller.toLowerCase()))) {
          const having = byValue.get(value) ?? [];
          having.push(row);
          byValue.set(value, having);
        }
      }
      const key = (row: number): string => (sorted[row]!.time === 'never' ? '~' : sorted[row]!.time);
      const wanted = [...byValue.values()].map((having) => {
        const first = having.reduce((best, row) => (key(row) < key(best) ? row : best));
        return `${having.length} ${first}`;
      });
      expect(found.toSorted()).toEqual(wanted.toSorted());
    }),
    { numRuns: runs(20) },
  );
});
