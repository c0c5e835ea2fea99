import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  float64Column,
  forgetFrom,
  grownCapacity,
  IdColumn,
  narrowed,
  uint32Column,
  uint8Column,
} from '../../../src/engine/columns/column.ts';
import { runs } from '../../runs.ts';

const id = fc.oneof(fc.nat({ max: 0xff }), fc.nat({ max: 0xffff }), fc.nat({ max: 0xffff_ffff }));

type Step =
  | { readonly kind: 'push'; readonly id: number }
  | { readonly kind: 'append'; readonly ids: readonly number[] }
  | { readonly kind: 'keep'; readonly length: number }
  | { readonly kind: 'trim' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('push' as const), id }),
  fc.record({ kind: fc.constant('append' as const), ids: fc.array(id, { maxLength: 40 }) }),
  fc.record({ kind: fc.constant('keep' as const), length: fc.nat({ max: 60 }) }),
  fc.record({ kind: fc.constant('trim' as const) }),
);

function entries(column: { readonly data: ArrayLike<number>; readonly length: number }): readonly number[] {
  return Array.from({ length: column.length }, (_, index) => column.data[index]!);
}

describe('a column of ids', () => {
  it('holds what an array holds, whatever is done to both', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.constantFrom(0, 20, 5000), (steps, rows) => {
        const column = new IdColumn({ rows });
        let model: number[] = [];
        for (const one of steps) {
          switch (one.kind) {
            case 'push':
              column.push(one.id);
              model.push(one.id);
              break;
            case 'append':
              column.append(narrowed(Uint32Array.from(one.ids), Math.max(0, ...one.ids)));
              model.push(...one.ids);
              break;
            case 'keep':
              column.keep(one.length);
              model = model.slice(0, one.length);
              break;
            case 'trim':
              column.trim();
              break;
          }
          expect(entries(column)).toEqual(model);
          expect([...column.from(model.length >> 1)]).toEqual(model.slice(model.length >> 1));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    [0xff, 1],
    [0x100, 2],
    [0xffff, 2],
    [0x1_0000, 4],
  ])('takes for the id %i no more than %i bytes', (largest, width) => {
    const column = new IdColumn();
    column.push(1);
    column.push(largest);
    expect(column.data.BYTES_PER_ELEMENT).toBe(width);
    expect(entries(column)).toEqual([1, largest]);
    expect(narrowed(Uint32Array.of(largest), largest).BYTES_PER_ELEMENT).toBe(width);
  });
});

describe('a column of numbers', () => {
  it.each([
    ['float64', float64Column, [0.5, -1, 2 ** 53, Infinity]],
    ['uint32', uint32Column, [0, 1, 0xffff_ffff]],
    ['uint8', uint8Column, [0, 255]],
  ] as const)('of %s keeps its numbers while it grows', (_, make, values) => {
    const column = make();
    const expected = Array.from({ length: 1000 }, (__, index) => values[index % values.length]!);
    for (const value of expected) {
      column.push(value);
    }
    expect(entries(column)).toEqual(expected);
    column.trim();
    expect(column.data.length).toBeLessThanOrEqual(1125);
    column.keep(3);
    expect(entries(column)).toEqual(expected.slice(0, 3));
  });

  it('is empty after it was handed out, and can be filled again', () => {
    const column = uint32Column();
    column.push(7);
    expect([...column.take()]).toEqual([7]);
    column.append(Uint32Array.of(8, 9));
    expect(entries(column)).toEqual([8, 9]);
  });

  it('takes no memory of its own while it is empty', () => expect(uint32Column().data).toBe(uint32Column().data));
});

describe('the capacity of a column that grows', () => {
  it('is at least what is needed, at least doubled, and in few steps what is expected', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e7 }), fc.nat({ max: 1000 }), fc.nat({ max: 1e8 }), (capacity, more, expected) => {
        const next = grownCapacity(capacity, capacity + more, expected);
        expect(next).toBeGreaterThanOrEqual(capacity + more);
        expect(next).toBeGreaterThanOrEqual(expected > capacity ? Math.min(expected, capacity * 16) : capacity * 2);
        expect(next).toBeLessThanOrEqual(Math.max(capacity + more, 8, capacity * 2, expected));
      }),
    );
  });
});

it('forgets what is kept beside entries that are gone', () => {
  const beside = new Map([
    [1, 'a'],
    [2, 'b'],
    [7, 'c'],
  ]);
  forgetFrom(beside, 2);
  forgetFrom(undefined, 0);
  expect([...beside]).toEqual([[1, 'a']]);
});
