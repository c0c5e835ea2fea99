import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Ticks } from '../../../src/core/record/ticks.ts';
import {
  fieldNames,
  columnNames,
  dictionaryNames,
  isListsName,
  membersOf,
  recordColumns,
} from '../../../src/engine/columns/recordColumns.ts';
import type { ColumnName, DictionaryName } from '../../../src/engine/columns/recordColumns.ts';
import { RecordTable } from '../../../src/engine/columns/recordTable.ts';
import { RowBatch } from '../../../src/engine/columns/rowBatch.ts';
import { RowsMerger } from '../../../src/engine/columns/rowsMerger.ts';
import { buffersOfRows, sliceRows } from '../../../src/engine/columns/tableRows.ts';
import { NewValues } from '../../../src/engine/columns/tableValues.ts';
import { RecordFields } from '../../../src/engine/ingest/values/recordFields.ts';
import { runs } from '../../runs.ts';

/** By column: what a row says. Texts in place of ids, and lists of texts; 0 or an empty list where it says nothing. */
type Row = Readonly<Record<ColumnName, unknown>>;

const text = fc.oneof(fc.constantFrom('a', 'b', 'c', 'ä'), fc.string({ minLength: 1, maxLength: 6 }));

/** A number, and its exact value where float64 rounds it. */
const exact = fc.oneof(
  fc.nat({ max: 1000 }).map((number) => [number, undefined] as const),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 60n }).map((number) => [Number(number), number] as const),
);

function valueOf(name: ColumnName): fc.Arbitrary<unknown> {
  const column = recordColumns[name];
  if ('members' in column) {
    const { length } = column.members;
    return fc.array(fc.array(text, { minLength: length, maxLength: length }), { maxLength: 3 }).map((items) => items.flat());
  }
  if ('dictionary' in column) {
    return fc.oneof(fc.constant(0), text);
  }
  const { timeState, time, sequence, offset, recordId } = {
    timeState: fc.nat({ max: 2 }),
    time: exact,
    sequence: exact,
    offset: fc.oneof(fc.nat({ max: 5000 }), fc.constant(2 ** 40)),
    recordId: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat()),
  };
  const special: Partial<Record<ColumnName, fc.Arbitrary<unknown>>> = {
    timeState,
    time,
    sequence,
    offset,
    recordId,
    label: fc.constant(undefined),
  };
  return special[name] ?? fc.nat({ max: 0xffff_fff });
}

const rows: fc.Arbitrary<readonly Row[]> = fc.array(
  fc.record(Object.fromEntries(columnNames.map((name) => [name, valueOf(name)])) as Record<ColumnName, fc.Arbitrary<unknown>>),
  { maxLength: 40 },
);

function push(table: RecordTable, row: Row): void {
  for (const name of columnNames) {
    const column = table[name];
    const value = row[name];
    if (name === 'label') {
      table.label.push(table.labels.of(table.caller.data[table.label.length]!, table.displayName.data[table.label.length]!));
    } else if (name === 'time') {
      table.time.push(...(value as [number, Ticks | undefined]));
    } else if (name === 'sequence') {
      table.sequence.push(...(value as [number, bigint | undefined]));
    } else {
      const entry = recordColumns[name];
      column.push('dictionary' in entry ? idOf(table, entry.dictionary, value) : (value as number));
    }
  }
}

function idOf(table: RecordTable, name: DictionaryName, value: unknown): number {
  if (!isListsName(name)) {
    return value === 0 ? 0 : table[name].internText(value as string);
  }
  const members = membersOf(name).map((member) => table[member]);
  table[name].begin();
  (value as string[]).forEach((item, index) => table[name].push(members[index % members.length]!.internText(item)));
  return table[name].intern();
}

/** What the columns of a table say, row by row. Labels as texts. */
function rowsOf(table: RecordTable): readonly unknown[] {
  return Array.from({ length: table.offset.length }, (_, row) =>
    Object.fromEntries(columnNames.map((name) => [name, read(table, name, row)])),
  );
}

function read(table: RecordTable, name: ColumnName, row: number): unknown {
  const column = table[name];
  const value = 'at' in column ? column.at(row) : column.data[row]!;
  const entry = recordColumns[name];
  if (name === 'label') {
    return table.labels.label(value);
  }
  if ('exactAt' in column) {
    return [value, column.exactAt(row)];
  }
  if (!('dictionary' in entry)) {
    return value;
  }
  const { dictionary } = entry;
  if (!isListsName(dictionary)) {
    return value === 0 ? 0 : table[dictionary].text(value);
  }
  const members = membersOf(dictionary).map((member) => table[member]);
  return Array.from(table[dictionary].list(value), (id, index) => members[index % members.length]!.text(id));
}

function filled(all: readonly Row[]): RecordTable {
  const table = new RecordTable(1);
  all.forEach((row) => push(table, row));
  return table;
}

/** What the rows say, their lines counted on. Labels are those that a table gives them. */
function expected(all: readonly Row[], line = 1): readonly unknown[] {
  const table = filled(all);
  return all.map((row, index) => ({
    ...row,
    line: (row.line as number) + line - 1,
    label: table.labels.label(table.label.data[index]!),
  }));
}

describe('the columns of a table', () => {
  it('say what was pushed', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(rowsOf(filled(all))).toEqual(expected(all));
      }),
      { numRuns: runs(50) },
    );
  });

  it('say the same when batches of other tables are appended, and number their values alike', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 4 }), fc.integer({ min: 1, max: 9 }), (batches, step) => {
        const table = new RecordTable(1);
        const other = new RecordTable(2);
        const values = new NewValues(other);
        const merger = new RowsMerger(table);
        for (const batch of batches) {
          batch.forEach((row) => push(other, row));
          const { rows: taken, values: reported } = structuredClone({ rows: other.takeFrom(0), values: values.take() });
          merger.report(reported);
          merger.number();
          for (let from = 0; from < taken.count; from += step) {
            table.append(merger.translate(sliceRows(taken, from, Math.min(taken.count, from + step)), 11));
          }
        }
        const all = batches.flat();
        expect(rowsOf(table)).toEqual(expected(all, 11));
        const direct = filled(all);
        const texts = (of: RecordTable): unknown => dictionaryNames.map((name) => [name, of[name].size]);
        expect(texts(table)).toEqual(texts(direct));
      }),
      { numRuns: runs(50) },
    );
  });

  it('are truncated, and go on after that', () => {
    fc.assert(
      fc.property(rows, rows, fc.nat({ max: 45 }), (first, then, length) => {
        const table = filled(first);
        table.keep(length);
        then.forEach((row) => push(table, row));
        expect(rowsOf(table)).toEqual(expected([...first.slice(0, length), ...then]));
      }),
      { numRuns: runs(50) },
    );
  });

  it('make room for rows before their last ones', () => {
    fc.assert(
      fc.property(rows, rows, rows, (first, last, between) => {
        const table = filled([...first, ...last]);
        const taken = table.takeFrom(first.length);
        between.forEach((row) => push(table, row));
        table.append(taken);
        table.trim();
        expect(rowsOf(table)).toEqual(expected([...first, ...between, ...last]));
      }),
      { numRuns: runs(50) },
    );
  });

  it('hand over memory of their own, all of it', () => {
    const table = filled(fc.sample(rows, { numRuns: 5, seed: 1 }).flat());
    const before = rowsOf(table);
    const buffers = buffersOfRows({ count: table.length, columns: table.takeFrom(0).columns });
    const taken = filled(fc.sample(rows, { numRuns: 5, seed: 1 }).flat()).takeFrom(0);
    // Labels follow from other columns.
    expect(new Set(buffers).size).toBe(columnNames.length - 1);
    const sent = structuredClone(taken, { transfer: [...buffersOfRows(taken)] as ArrayBuffer[] });
    table.append(sent);
    expect(rowsOf(table)).toEqual(before);
  });
});

test('the fields of a record go into the columns of their names', () => {
  const table = new RecordTable(1);
  const fields = new RecordFields();
  fieldNames.forEach((name, index) => (fields[name] = index + 1));
  const copy = new RecordFields();
  copy.copy(fields);
  const batch = new RowBatch();
  copy.push(batch, table.outcomes, 5, 6, 7);
  table.append(batch.take());
  fieldNames.forEach((name, index) => expect([name, fields[name], table[name].data[0]]).toEqual([name, index + 1, index + 1]));
  expect(columnNames.map((name) => [name, table[name].length])).toEqual(columnNames.map((name) => [name, 1]));
  fields.reset();
  expect(fieldNames.map((name) => fields[name])).toEqual(fieldNames.map(() => 0));
});

test('rows of a batch are handed out once, in memory that no later row changes', () => {
  const batch = new RowBatch();
  const table = new RecordTable(1);
  const fields = new RecordFields();
  const taken = [[300, 7], [2], []].map((operations) => {
    for (const operation of operations) {
      fields.operation = operation;
      fields.recordId = operation === 7 ? 1 : 0;
      fields.sequence = BigInt(operation) + 2n ** 60n;
      fields.push(batch, table.outcomes, operation, 1, operation);
    }
    return batch.take();
  });
  taken.forEach((some) => table.append(some));
  expect(batch.length).toBe(0);
  expect(taken.map(({ count, columns }) => [count, columns.operation, columns.recordId.length])).toEqual([
    [2, Uint16Array.of(300, 7), 2],
    [1, Uint8Array.of(2), 0],
    [0, new Uint8Array(0), 0],
  ]);
  expect([0, 1, 2].map((row) => [table.operation.data[row], table.offset.at(row), table.sequenceAt(row), table.recordId.at(row)])).toEqual([
    [300, 300, 300n + 2n ** 60n, 0],
    [7, 7, 7n + 2n ** 60n, 1],
    [2, 2, 2n + 2n ** 60n, 0],
  ]);
});
