import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockRows, wholeBlock } from '../../../src/engine/columns/blocks.ts';
import { RequestedColumn } from '../../../src/engine/query/requestedColumn.ts';
import { requestedPredicate } from '../../../src/engine/query/requestedPredicate.ts';
import { runs } from '../../runs.ts';

const limits = { values: 3, units: 1000, entries: 8 };

function bitOf(bits: Uint32Array, place: number): boolean {
  return ((bits[place >>> 5]! >>> (place & 31)) & 1) === 1;
}

test('a term is decided by what a column knows of a row, and left open where it does not know enough', () => {
  const values = fc.array(fc.constantFrom(null, 'a', 'b', 'c', 'd', 'e'), { maxLength: 3 });
  const tests = [
    (value: string | null) => value === 'a',
    (value: string | null) => value === null,
    (value: string | null) => value !== null && value > 'b',
  ];
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.array(values, { maxLength: 300, size: 'max' }), fc.nat({ max: 40 }), fc.boolean(), (rows, unread, isSecondBlock) => {
      const before = isSecondBlock ? blockRows : 0;
      const column = new RequestedColumn({ kind: 'key', name: 'a' }, 0, limits);
      Array.from({ length: before }, () => column.push(['a']));
      rows.forEach((one) => column.push(one));
      for (const passes of tests) {
        const { certain, possible } = requestedPredicate(column, passes)(wholeBlock(before, before + rows.length + unread));
        for (let place = 0; place < rows.length + unread; place++) {
          const own = rows[place];
          const id = column.column.data[before + place]!;
          const hits = own !== undefined && column.valuesOf(id).some(passes);
          const isOpen = own === undefined || (!hits && column.isPartial(id));
          expect([bitOf(certain, place), bitOf(possible, place)]).toEqual([hits, hits || isOpen]);
          if (!isOpen) {
            expect(hits).toBe(own.length === 0 ? passes(null) : own.some(passes));
          }
          met.add(own === undefined ? 'unread' : hits ? 'hit' : isOpen ? 'open' : 'miss');
        }
      }
    }),
    { numRuns: runs(60) },
  );
  expect([...met].toSorted()).toEqual(['hit', 'miss', 'open', 'unread']);
});
