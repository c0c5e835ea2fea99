import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translateQuery } from '../../src/core/query/translate/translateQuery.ts';
import { compileRegex } from '../../src/engine/regex/compileRegex.ts';
import { say } from '../../src/protocol/say.ts';
import { exportedFrom } from '../engine/export/exported.ts';
import { openLog, type OpenedLog } from '../engine/openLog.ts';
import { naiveLog } from '../engine/query/naive/records.ts';
import { filterChoice, sampleFields, sampleFilters } from '../engine/translate/sampleFilters.ts';
import { typicalFields, typicalFilters } from '../engine/translate/typicalFilters.ts';
import { runs } from '../runs.ts';
import { openClickHouse } from './engines.ts';

const fields = sampleFields.map((name) => name.replace(/^key\.(?=.*\s)(.*)$/, 'key."$1"')).join(',');
const samples = readdirSync('media/samples').filter((name) => !name.includes('documented'));

describe('a filter in ClickHouse’s SQL', () => {
  let clickHouse: ReturnType<typeof openClickHouse>;
  let folder: string;
  let files = 0;

  beforeAll(() => {
    clickHouse = openClickHouse();
    folder = mkdtempSync(join(tmpdir(), 'audit-log-clickhouse-'));
  });

  afterAll(() => {
    clickHouse.cleanup();
    rmSync(folder, { recursive: true });
  });

  async function written(log: OpenedLog, further: string): Promise<string> {
    const path = join(folder, `${files++}.parquet`);
    writeFileSync(path, (await exportedFrom(log, { format: 'parquet', fields: further })).bytes);
    return path;
  }

  /** The records that ClickHouse finds; undefined where there is no translation. */
  function foundThere(path: string, filter: string): readonly string[] | undefined {
    const translation = translateQuery(filter, 'clickhouse', { compileRegex, say });
    if (!translation.ok) {
      expect(translation.error.message.code).toMatch(/^query\.translate/);
      return undefined;
    }
    const sql = translation.text
      .replaceAll(`'log.parquet'`, `'${path}'`)
      .replace('SELECT *', `SELECT concat(source[1], '/', record) AS found`)
      .replace(/;\s*$/, '');
    return String(clickHouse.query(sql, 'TabSeparated'))
      .split('\n')
      .filter((line) => line !== '')
      .toSorted();
  }

  async function foundHere(log: OpenedLog, query: string): Promise<readonly string[]> {
    const { rows } = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 1000 });
    return rows.map(({ ref }) => `log${ref.source}.ndjson/${ref.index}`).toSorted();
  }

  it('finds the same records over the Parquet export, or is refused', async () => {
    const tally = { refused: 0, same: 0 };
    await fc.assert(
      fc.asyncProperty(naiveLog, fc.array(filterChoice, { minLength: 20, maxLength: 20 }), async (sources, choices) => {
        const log = await openLog(...sources.map((generated) => generated.map((one) => one.written).join('\n')));
        const path = await written(log, `text,${fields}`);
        for (const filter of sampleFilters(sources, choices)) {
          const found = foundThere(path, filter);
          if (found === undefined) {
            tally.refused++;
          } else {
            expect({ filter, found }).toEqual({ filter, found: await foundHere(log, filter) });
            tally.same++;
          }
        }
        await log.session.close();
      }),
      { numRuns: runs(8), endOnFailure: true },
    );
    expect(tally.same).toBeGreaterThan(tally.refused);
  }, 7_200_000);

  it.each(samples)('finds the same records of the sample %s', async (name) => {
    const log = await openLog(readFileSync(`media/samples/${name}`).subarray(0, 600_000));
    const path = await written(log, typicalFields);
    for (const filter of typicalFilters) {
      expect({ filter, found: foundThere(path, filter) }).toEqual({ filter, found: await foundHere(log, filter) });
    }
    await log.session.close();
  });
});
