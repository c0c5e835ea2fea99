import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EffectRows } from '../../../src/engine/query/effectRows.ts';
import { ResourceIds } from '../../../src/engine/query/resourceIds.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { readIndex } from '../readIndex.ts';

const month = readFileSync('media/samples/attestation-month.audit.ndjson', 'utf8');
const kubernetes = readFileSync('media/samples/kubernetes.audit.ndjson', 'utf8');

const work = (): CooperativeTask => new CooperativeTask(new AbortController().signal);

/** The operations of Attestation that change something, as its documentation names them. */
const changing = /^(?:CreateInstance|DestroyInstance|(?:Add|Remove)PolicyCertificate|SetCurrentPolicy|ResetAttestationPolicy)$/;

async function open(...texts: readonly string[]) {
  const index = await readIndex(...texts);
  return { index, effects: new EffectRows(index, new ResourceIds(index.table, index.seed)) };
}

describe('the records that change states', () => {
  it('are those with a time whose operation has effects, each in a class of its event and targets', async () => {
    const { index, effects } = await open(month, kubernetes);
    const { rows, classes, examples } = await effects.upTo(index.rows, work());
    const { table } = index;
    const keyOf = (row: number): string =>
      [table.operation, table.format, table.places].map(({ data }) => data[row]).join(' ') + String(table.resourceAt(row));
    const expected: number[] = [];
    for (let row = 0; row < index.rows; row++) {
      const isOf =
        table.format.data[row] === 0
          ? changing.test(table.operations.text(table.operation.data[row]!))
          : effects.eventOfRow(row) !== undefined;
      if (isOf && !Number.isNaN(table.time.data[row]!)) {
        expected.push(row);
      }
    }
    expect(Array.from(rows.slice(0, rows.count))).toEqual(expected);
    expect(expected.length).toBeGreaterThan(1000);
    expected.forEach((row, place) => expect(keyOf(examples[classes[place]!]!)).toBe(keyOf(row)));
    expect(new Set(examples.map(keyOf)).size).toBe(examples.length);
  });

  it('are in the order of time, and of one time in that of the file', async () => {
    const [first, ...others] = month.split('\n').filter((line) => line.includes('SetCurrentPolicy'));
    const { index, effects } = await open([...others.slice(0, 300).toReversed(), first, first].join('\n'));
    const { rows, order } = await effects.upTo(index.rows, work());
    const sorted = Array.from(await order.slice(0, rows.count, work()));
    const slow = Array.from(rows.slice(0, rows.count)).sort((left, right) => index.table.compareTimes(left, right) || left - right);
    expect(sorted).toEqual(slow);
    expect(sorted).not.toEqual(Array.from(rows.slice(0, rows.count)));
  });

  it('are found once for each number of rows', async () => {
    const { index, effects } = await open(month);
    const half = await effects.upTo(1000, work());
    const all = await effects.upTo(index.rows, work());
    expect(Array.from(all.rows.slice(0, half.rows.count))).toEqual(Array.from(half.rows.slice(0, half.rows.count)));
    expect(all.rows.count).toBeGreaterThan(half.rows.count);
    expect(await effects.upTo(index.rows, work())).toBe(all);
  });

  it('have no event where the operation is missing or changes nothing', async () => {
    const { effects } = await open(
      '{"operationName":"PrepareToUpdatePolicy","resultType":"Success","env_time":"2020-11-23T18:23:29Z"}\n{"a":1}\n',
    );
    expect([effects.eventOfRow(0), effects.eventOfRow(1)]).toEqual([undefined, undefined]);
  });
});
