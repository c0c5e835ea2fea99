import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { checkRecord } from '../../../src/core/rules/checkRecord.ts';
import { findingSeverities } from '../../../src/core/finding/codes.ts';
import { matchesRecord } from '../../../src/core/query/compileQuery.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';
import { RecordValues } from '../../../src/engine/query/recordValues.ts';
import { recordText } from '../generate.ts';
import { similarRecords } from '../generateSimilar.ts';
import { foldedResource } from '../query/foldedResource.ts';
import { openLog } from '../openLog.ts';
import { filters } from '../query/filters.ts';
import { runs } from '../../runs.ts';

const encoder = new TextEncoder();

/** Findings of single records as `record code pointer`, the slow way. */
function slowFindings(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const bytes = encoder.encode(line);
    return checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats).map(
      ({ code, pointer }) => `${index} ${code} ${pointer}`,
    );
  });
}

/** Logs of unlike records, and of records that have their keys in common. */
const logs = fc.oneof(fc.array(recordText, { minLength: 1, maxLength: 12 }), similarRecords);

describe('columns say what decoding every record says', () => {
  it('finds the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.constant([]), logs), async (lines) => {
        const log = await openLog(lines.join('\n'));
        expect(log.last.records).toBe(lines.length);
        const { findings } = await log.request('placedFindings', { source: 0, limit: 10_000 });
        const found = findings
          .filter(({ code }) => !/^(sequence|order)\.|^value\.(unknownKey|variant)$/.test(code))
          .sort((left, right) => left.ref.finding - right.ref.finding)
          .map(({ code, pointer, record }) => `${record!.index} ${code} ${pointer}`);
        expect(found).toEqual(slowFindings(lines));
      }),
      { numRuns: runs(400) },
    );
  });

  it('filters the same', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (lines) => {
        const log = await openLog(lines.join('\n'));
        const { findings } = await log.request('placedFindings', { source: 0, limit: 10_000 });
        for (const text of filters) {
          const parsed = parseQuery(text);
          if (!parsed.ok) {
            throw new Error(`${text}: ${parsed.error.message.code}`);
          }
          const wanted = lines.flatMap((line, index) => {
            const ofRecord = findings.filter(({ record }) => record?.index === index);
            const values = new RecordValues(encoder.encode(line), {
              record: index,
              line: index + 1,
              sourceNames: ['log0.ndjson'],
              findings: ofRecord.flatMap(({ code }) => [code, findingSeverities[code as keyof typeof findingSeverities]]),
            });
            return matchesRecord(parsed.query, values) ? [index] : [];
          });
          const page = await log.request('page', { query: text, order: 'file', from: { at: 0 }, count: 100 });
          expect({ text, rows: page.rows.map(({ ref }) => ref.index) }).toEqual({ text, rows: wanted });
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('orders by exact time, and keeps records without one', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (lines) => {
        const log = await openLog(lines.join('\n'));
        const oldest = await log.request('page', { query: '', order: 'oldest', from: { at: 0 }, count: 100 });
        const newest = await log.request('page', { query: '', order: 'newest', from: { at: 0 }, count: 100 });
        const ticks = oldest.rows.map(({ time }) => (time === null ? null : BigInt(time.ticks)));
        const timed = ticks.filter((one) => one !== null);
        expect(ticks.slice(0, timed.length)).toEqual([...timed].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0)));
        expect(newest.rows.slice(0, timed.length).map(({ ref }) => ref)).toEqual(
          oldest.rows
            .slice(0, timed.length)
            .map(({ ref }) => ref)
            .toReversed(),
        );
        expect(oldest.rows).toHaveLength(lines.length);
        const histogram = await log.request('timeline', { query: '', width: 7 });
        const inBuckets = Object.values(histogram.groups)
          .flat()
          .reduce((sum, count) => sum + count, 0);
        expect({ inBuckets, untimed: histogram.untimed }).toEqual({ inBuckets: timed.length, untimed: lines.length - timed.length });
      }),
      { numRuns: runs(100) },
    );
  });

  it('counts the values of a field as the records have them', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.constantFrom('operation', 'category', 'target', 'instance', 'request', 'region'), async (lines, field) => {
        const log = await openLog(lines.join('\n'));
        const facets = await log.request('facets', { query: '', field, limit: 1000 });
        const wanted = new Map<string | null, number>();
        for (const line of lines) {
          const values = new RecordValues(encoder.encode(line), { record: 0, line: 1, sourceNames: [], findings: [] });
          const ofRecord = values.values({ kind: 'named', name: field as 'operation' }).map((value) => foldedResource(field, value));
          new Set(ofRecord.length === 0 ? [null] : ofRecord).forEach((value) => wanted.set(value, (wanted.get(value) ?? 0) + 1));
        }
        expect(new Map(facets.values.map(({ value, count }) => [foldedResource(field, value), count]))).toEqual(wanted);
      }),
      { numRuns: runs(100) },
    );
  });
});
