import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translateQuery } from '../../../src/core/query/translate/translateQuery.ts';
import { compileRegex } from '../../../src/engine/regex/compileRegex.ts';
import { say } from '../../../src/protocol/say.ts';
import { runs } from '../../runs.ts';
import { duckDbSession, type Ask } from '../export/duckDb.ts';
import { exportedFrom } from '../export/exported.ts';
import { openLog, type OpenedLog } from '../openLog.ts';
import { naiveLog } from '../query/naive/records.ts';
import { filterChoice, sampleFields, sampleFilters } from './sampleFilters.ts';
import { typicalFields, typicalFilters } from './typicalFilters.ts';

const fields = sampleFields.map((name) => name.replace(/^key\.(?=.*\s)(.*)$/, 'key."$1"')).join(',');

const samples = readdirSync('media/samples').filter((name) => !name.includes('documented'));

/** The records that DuckDB finds; the code of why there is no translation. */
async function foundByDuckDb(ask: Ask, path: string, filter: string): Promise<readonly string[] | string> {
  const translation = translateQuery(filter, 'duckdb', { compileRegex, say });
  if (!translation.ok) {
    return translation.error.message.code;
  }
  const sql = translation.text.replaceAll(`'log.parquet'`, `'${path}'`).replace('SELECT *', 'SELECT source[1] AS source, record');
  const rows = await ask(sql);
  return rows.map(({ source, record }) => `${source as string}/${record as string}`).toSorted();
}

async function foundHere(log: OpenedLog, query: string): Promise<readonly string[]> {
  const { rows } = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 1000 });
  return rows.map(({ ref }) => `log${ref.source}.ndjson/${ref.index}`).toSorted();
}

describe('a filter in DuckDB’s SQL', () => {
  it('finds the same records over the Parquet export, or is refused', async () => {
    const tally = { refused: new Map<string, number>(), same: 0, some: 0 };
    await duckDbSession(async ({ ask, write }) => {
      await fc.assert(
        fc.asyncProperty(naiveLog, fc.array(filterChoice, { minLength: 20, maxLength: 20 }), async (sources, choices) => {
          const log = await openLog(...sources.map((generated) => generated.map(({ written }) => written).join('\n')));
          const { bytes } = await exportedFrom(log, { format: 'parquet', fields: `text,${fields}` });
          const path = write(bytes);
          for (const filter of sampleFilters(sources, choices)) {
            const found = await foundByDuckDb(ask, path, filter);
            if (typeof found === 'string') {
              tally.refused.set(found, (tally.refused.get(found) ?? 0) + 1);
              continue;
            }
            const wanted = await foundHere(log, filter);
            expect({ filter, found }).toEqual({ filter, found: wanted });
            tally.same++;
            tally.some += wanted.length > 0 && wanted.length < log.last.records ? 1 : 0;
          }
          await log.session.close();
        }),
        { numRuns: runs(8), endOnFailure: true },
      );
    });
    const refused = [...tally.refused.values()].reduce((sum, count) => sum + count, 0);
    expect([...tally.refused.keys()].filter((code) => !code.startsWith('query.translate'))).toEqual([]);
    // Most filters can be translated, and many of them tell records apart.
    expect(tally.same).toBeGreaterThan(refused);
    // 10,000 in `npm run test:long`.
    expect(tally.same).toBeGreaterThan(runs(100));
    expect(tally.some).toBeGreaterThan(tally.same / 4);
  }, 7_200_000);

  it.each(samples)('finds the same records of the sample %s', async (name) => {
    const log = await openLog(readFileSync(`media/samples/${name}`).subarray(0, 600_000));
    const { bytes } = await exportedFrom(log, {
      format: 'parquet',
      fields: typicalFields,
    });
    await duckDbSession(async ({ ask, write }) => {
      const path = write(bytes);
      let some = 0;
      for (const filter of typicalFilters) {
        const wanted = await foundHere(log, filter);
        expect({ filter, found: await foundByDuckDb(ask, path, filter) }).toEqual({ filter, found: wanted });
        some += wanted.length > 0 && wanted.length < log.last.records ? 1 : 0;
      }
      expect(some).toBeGreaterThan(4);
    });
    await log.session.close();
  });

  it('folds letters as filters do', async () => {
    const names = [
      'İx',
      'ix',
      'i\u0307X',
      'IX',
      'Kelvin',
      'kelvin',
      'ÅÉß',
      'åéß',
      'ΑΣ',
      'ας',
      'ασ',
      'ǅ',
      '𐐀',
      '%a_',
      "o'b",
      'a\nb',
      '\u202e',
      '😀',
    ];
    const log = await openLog(names.map((name) => JSON.stringify({ operationName: name, callerIdentities: [] })).join('\n'));
    const { bytes } = await exportedFrom(log, { format: 'parquet' });
    const filters = names.flatMap((name) => {
      const quoted = `"${name}"`;
      return [
        `operation:${quoted}`,
        `operation=${quoted}`,
        quoted,
        `operation:${[...name][0]!}?`,
        `operation:*${[...name].at(-1)!}`,
        `operation:?`,
      ];
    });
    await duckDbSession(async ({ ask, write }) => {
      const path = write(bytes);
      const refused: string[] = [];
      for (const filter of filters.filter((one) => !/[\n\u202e"][?]|\*[\n]/.test(one))) {
        const found = await foundByDuckDb(ask, path, filter);
        if (typeof found === 'string') {
          refused.push(filter);
        } else {
          expect({ filter, found }).toEqual({ filter, found: await foundHere(log, filter) });
        }
      }
      expect(refused.every((filter) => /[σςΣ]/.test(filter) || filter.startsWith('operation:\n'))).toBe(true);
    });
    await log.session.close();
  });
});
