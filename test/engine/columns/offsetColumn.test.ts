import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OffsetColumn } from '../../../src/engine/columns/offsetColumn.ts';

function check(offsets: readonly number[]): void {
  const column = new OffsetColumn({ rows: 0 });
  offsets.forEach((offset) => column.push(offset));
  column.trim();
  expect(offsets.map((_, row) => column.at(row))).toEqual(offsets);
  expect(column.length).toBe(offsets.length);
}

describe('offsets', () => {
  it('come back as they were, beyond 4 GiB too', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 42 })), check));
  });

  it('come back over many chunks and further sources', () => {
    const source = Array.from({ length: 6000 }, (_, row) => row * 3_000_017);
    check([...source, ...source, ...source]);
  });

  it('come back at the edge of what fits', () => {
    check([5, 5 + 2 ** 32 - 2, 5 + 2 ** 32 - 1, 5 + 2 ** 32, 4]);
  });
});
