import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockRows, wholeBlock } from '../../../src/engine/columns/blocks.ts';
import { RecordTable } from '../../../src/engine/columns/recordTable.ts';
import { ResourceIds } from '../../../src/engine/query/resourceIds.ts';
import { runs } from '../../runs.ts';
import { appendRows } from '../appendRows.ts';

interface Resource {
  readonly subscription: string;
  readonly group: string;
  readonly instance: string;
  /** What stands before the name of the instance. */
  readonly type: string;
}

function textOf({ subscription, group, instance, type }: Resource): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/${type}/${instance}`;
}

/** Appends rows with these resources, and without one. */
function append(table: RecordTable, rows: readonly (Resource | undefined)[]): void {
  appendRows(table, rows, (fields, resource) => {
    if (resource !== undefined) {
      fields.resourceForm = table.resourceForms.internText(`/subscriptions/\0/resourceGroups/\0/providers/${resource.type}/\0`);
      fields.subscription = table.subscriptions.internText(resource.subscription);
      fields.resourceGroup = table.resourceGroups.internText(resource.group);
      fields.instance = table.instances.internText(resource.instance);
    }
  });
}

function tableOf(rows: readonly (Resource | undefined)[]): RecordTable {
  const table = new RecordTable(3);
  append(table, rows);
  return table;
}

/** The numbers of all rows, block by block. */
function numbersOf(ids: ResourceIds, rows: number): readonly number[] {
  const read = ids.reader();
  return Array.from({ length: Math.ceil(rows / blockRows) }, (_, number) => {
    const block = wholeBlock(number * blockRows, rows);
    return Array.from(read(block).subarray(0, block.count));
  }).flat();
}

/** Numbers as they are given one after the other. */
function numbered(rows: readonly (Resource | undefined)[]): readonly number[] {
  const known = new Map<string, number>();
  return rows.map((resource) => {
    if (resource === undefined) {
      return 0;
    }
    const text = textOf(resource);
    const number = known.get(text) ?? known.size + 1;
    known.set(text, number);
    return number;
  });
}

const base: Resource = { subscription: 's', group: 'g', instance: 'i', type: 'A/b' };
const part = fc.constantFrom('s', 'g', 'i', 'S', 'x');
const resource = fc.record({ subscription: part, group: part, instance: part, type: fc.constantFrom('A/b', 'A/c') });

describe('numbers of whole resource ids', () => {
  it('are given in the order of rows, one for each text, and lead back to it', () => {
    fc.assert(
      fc.property(fc.array(fc.option(resource, { nil: undefined }), { maxLength: 300 }), fc.integer(), (rows, seed) => {
        const ids = new ResourceIds(tableOf(rows), seed);
        const numbers = numbersOf(ids, rows.length);
        expect(numbers).toEqual(numbered(rows));
        expect(ids.size).toBe(Math.max(0, ...numbers));
        rows.forEach((one, row) => {
          const number = numbers[row] ?? 0;
          if (one !== undefined) {
            expect([ids.text(number), ids.rowOf(number)]).toEqual([textOf(one), numbers.indexOf(number)]);
          }
        });
      }),
      { numRuns: runs(100) },
    );
  });

  it.each<[part: string, other: Resource]>([
    ['subscription', { ...base, subscription: 'other' }],
    ['resource group', { ...base, group: 'other' }],
    ['instance', { ...base, instance: 'other' }],
    ['type', { ...base, type: 'other/b' }],
  ])('differ where the %s alone does', (_, other) => {
    expect(numbersOf(new ResourceIds(tableOf([base, other, base]), 1), 3)).toEqual([1, 2, 1]);
  });

  it.each([63, 64, 65, 127, 128, 5000])('stay the same while there come to be %i of them', (count) => {
    const different = Array.from({ length: count }, (_, number) => ({ ...base, instance: `i${number}`, group: `g${number % 7}` }));
    const rows = [...different, ...different.toReversed()];
    const ids = new ResourceIds(tableOf(rows), 1);
    const rising = different.map((_, number) => number + 1);
    expect(numbersOf(ids, rows.length)).toEqual([...rising, ...rising.toReversed()]);
    expect([ids.size, ids.text(count), ids.rowOf(count)]).toEqual([count, textOf(rows[count - 1] ?? base), count - 1]);
  });

  it('stay the same when the log grows, and go on after it', () => {
    const table = tableOf([base, undefined, { ...base, instance: 'second' }]);
    const ids = new ResourceIds(table, 1);
    expect(numbersOf(ids, 3)).toEqual([1, 0, 2]);
    append(table, [{ ...base, instance: 'third' }, base]);
    expect(numbersOf(ids, 5)).toEqual([1, 0, 2, 3, 1]);
    // Up to the end of the block, and one row more.
    append(
      table,
      Array.from({ length: blockRows - 4 }, () => base),
    );
    const grown = numbersOf(ids, blockRows + 1);
    expect([grown.slice(0, 5), new Set(grown.slice(5)), grown.length]).toEqual([[1, 0, 2, 3, 1], new Set([1]), blockRows + 1]);
    expect(numbersOf(ids, blockRows + 1)).toEqual(grown);
  });

  it('are read for chosen rows, by two readers at once', () => {
    const rows = Array.from({ length: 10 }, (_, row) => (row % 3 === 0 ? undefined : { ...base, instance: `i${row % 4}` }));
    const ids = new ResourceIds(tableOf(rows), 1);
    const all = numbersOf(ids, 10);
    const places = Uint16Array.of(1, 3, 4, 9);
    const [first, second] = [ids.reader(), ids.reader()];
    const chosen = first({ start: 0, end: 10, count: 4, places });
    second({ start: 0, end: 10, count: 1, places: Uint16Array.of(8) });
    expect(Array.from(chosen.subarray(0, 4))).toEqual(Array.from(places, (place) => all[place]));
  });
});
