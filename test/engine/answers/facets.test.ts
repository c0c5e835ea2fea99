import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { andTerm, literalTerm } from '../../../src/core/query/editQuery.ts';
import { openLog } from '../openLog.ts';

const month = readFileSync('media/samples/attestation-month.audit.ndjson', 'utf8');
const trail = readFileSync('media/samples/cloudtrail.audit.json', 'utf8');

describe('values of a field', () => {
  it.each([
    ['caller', month],
    ['operation', month],
    ['instance', month],
    ['ip', trail],
    ['target.Region', trail],
    ['userIdentity.arn', trail],
  ])('of %s are told with the first record in the whole log that has them, whatever the filter', async (field, text) => {
    const log = await openLog(text);
    const query = '-operation:SetCurrentPolicy';
    const { values } = await log.request('facets', { query, field, limit: 100, isDated: true });
    expect(values.length).toBeGreaterThan(0);
    for (const { value, first, inLog, isFirst } of values) {
      const only = andTerm('', literalTerm(field, value));
      const { rows, matching } = await log.request('page', { query: only, order: 'oldest', from: { at: 0 }, count: 1 });
      const shown = await log.request('page', { query, order: 'file', from: { around: rows[0]!.ref }, count: 1 });
      const isShown = JSON.stringify(shown.rows[0]?.ref) === JSON.stringify(rows[0]!.ref);
      expect({ value, first, inLog, isFirst }).toEqual(
        value === null
          ? { value, first: null, inLog: undefined, isFirst: undefined }
          : { value, first: rows[0]!.time!.ticks, inLog: matching, isFirst: isShown },
      );
    }
  });

  it('are told without that where nobody asks', async () => {
    const { values } = await (await openLog(month)).request('facets', { query: '', field: 'caller', limit: 5 });
    expect(values.some((one) => 'first' in one)).toBe(false);
  });

  it.each([
    ['caller', 'CONTOSO'],
    ['operation', 'polic'],
    ['operation', 'nowhere'],
    ['finding', 'sequence'],
  ])('of %s that contain %s are the others left out', async (field, containing) => {
    const log = await openLog(month);
    const all = await log.request('facets', { query: '', field, limit: 1000 });
    const found = await log.request('facets', { query: '', field, limit: 2, containing });
    const expected = all.values.filter(({ value }) => value?.toLowerCase().includes(containing.toLowerCase()));
    expect(found.values).toEqual(expected.slice(0, 2));
    expect(found.distinct).toBe(expected.length);
    expect(found.matching).toBe(all.matching);
  });
});
