import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LateColumn } from '../../../src/engine/columns/lateColumn.ts';

type Step =
  | { readonly kind: 'push'; readonly value: number }
  | { readonly kind: 'append'; readonly values: readonly number[] }
  | { readonly kind: 'keep'; readonly part: number };

const value = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat() });

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('push' as const), value }),
  fc.record({ kind: fc.constant('append' as const), values: fc.array(value, { maxLength: 5 }) }),
  fc.record({ kind: fc.constant('keep' as const), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

function columnOf(values: readonly number[]): LateColumn {
  const column = new LateColumn({ rows: 0 });
  values.forEach((one) => column.push(one));
  return column;
}

it('holds what an array would', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const column = new LateColumn({ rows: 0 });
      let values: number[] = [];
      for (const one of steps) {
        switch (one.kind) {
          case 'push':
            column.push(one.value);
            values.push(one.value);
            break;
          case 'append':
            column.append(columnOf(one.values).from(0), one.values.length);
            values.push(...one.values);
            break;
          case 'keep':
            column.keep(Math.floor(one.part * values.length));
            values = values.slice(0, Math.floor(one.part * values.length));
            break;
        }
        column.trim();
        expect(column.length).toBe(values.length);
        expect(values.map((_, row) => column.at(row))).toEqual(values);
        const rest = column.from(values.length >> 1);
        expect(rest.length === 0 ? [] : [...rest]).toEqual(rest.length === 0 ? [] : values.slice(values.length >> 1));
      }
    }),
  );
});

it('takes no memory while all is 0', () => {
  const column = columnOf(Array.from({ length: 1000 }, () => 0));
  expect([column.length, column.data.length]).toEqual([1000, 0]);
  column.push(1);
  expect(column.data.length).toBeGreaterThan(1000);
});
