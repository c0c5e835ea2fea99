import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { checkRecord } from '../../../../src/core/rules/checkRecord.ts';
import { parseValueTree } from '../../../../src/core/json/valueTree.ts';
import { resolveField } from '../../../../src/core/query/fields.ts';
import { RecordValues } from '../../../../src/engine/query/recordValues.ts';
import { runs } from '../../../runs.ts';
import { openLog, type OpenedLog } from '../../openLog.ts';
import { otherLogs } from '../../otherRecords.ts';

const encoder = new TextEncoder();

const fields =
  'format operation event result resultGroup category description ip request tenant target instance subscription resourceGroup region role target.ResourceId target.Service target.User caller caller.UPN caller.ARN caller.Username callerDisplayName'.split(
    ' ',
  );

function valuesOf(line: string, name: string): readonly (string | null)[] {
  const values = new RecordValues(encoder.encode(line), { record: 0, line: 1, sourceNames: [], findings: [] });
  return values.values(resolveField(name)!);
}

async function rowsOf(log: OpenedLog, query: string): Promise<readonly number[]> {
  const { rows } = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 100 });
  return rows.map(({ ref }) => ref.index);
}

it('fills the columns with what the records say, whatever they hold', async () => {
  await fc.assert(
    fc.asyncProperty(otherLogs, async (lines) => {
      const log = await openLog(lines.join('\n'));
      expect(log.last.records).toBe(lines.length);
      for (const name of fields) {
        const byValue = new Map<string | null, number[]>();
        lines.forEach((line, index) => {
          const values = valuesOf(line, name);
          new Set(values.length === 0 ? [null] : values).forEach((value) => byValue.set(value, [...(byValue.get(value) ?? []), index]));
        });
        // One value of each field in each log, as there are many of both.
        const [value, wanted] = [...byValue][lines[0]!.length % byValue.size] ?? [null, []];
        const query = value === null ? `${name}:null` : `${name}=${JSON.stringify(value)}`;
        expect({ query, rows: await rowsOf(log, query) }).toEqual({ query, rows: wanted });
      }
    }),
    { numRuns: runs(60) },
  );
});

it('has the time that the records say, and the findings of the specification', async () => {
  await fc.assert(
    fc.asyncProperty(otherLogs, async (lines) => {
      const log = await openLog(lines.join('\n'));
      const { rows } = await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 100 });
      const { findings } = await log.request('placedFindings', { source: 0, limit: 10_000 });
      const found = findings
        .filter(({ code }) => !/^(sequence|order|id)\.|^value\.(unknownKey|variant|unknownFormat|listInside)$/.test(code))
        .toSorted((left, right) => left.ref.finding - right.ref.finding)
        .map(({ code, pointer, record }) => `${record!.index} ${code} ${pointer}`);
      const slow = lines.flatMap((line, index) => {
        const bytes = encoder.encode(line);
        return checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats).map(
          ({ code, pointer }) => `${index} ${code} ${pointer}`,
        );
      });
      expect(found).toEqual(slow);
      rows.forEach(({ time }, index) => {
        const [text] = valuesOf(lines[index]!, 'time');
        expect(time === null || time.text === text).toBe(true);
      });
    }),
    { numRuns: runs(100) },
  );
});

test('JSON text is no name of a caller, and text that only begins like it is', async () => {
  const record = (identity: string): string =>
    JSON.stringify({ time: '2026-03-01T09:00:00Z', resourceId: '/r', category: 'c', operationName: 'o', identity });
  const log = await openLog([record('{"a":1}'), record('{a'), record(' ["x"] ')].join('\n'));
  expect(await rowsOf(log, 'caller.Username:null')).toEqual([0, 2]);
  expect(await rowsOf(log, 'caller.Username="{a"')).toEqual([1]);
});
