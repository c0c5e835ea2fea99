import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translateQuery } from '../../../src/core/query/translate/translateQuery.ts';
import { compileRegex } from '../../../src/engine/regex/compileRegex.ts';
import { say } from '../../../src/protocol/say.ts';
import { runs } from '../../runs.ts';
import { exportedFrom } from '../export/exported.ts';
import { openLog, type OpenedLog } from '../openLog.ts';
import { naiveLog } from '../query/naive/records.ts';
import { runJq } from './runJq.ts';
import { filterChoice, sampleFilters } from './sampleFilters.ts';

const typicalFilters = [
  '-result:success',
  'resultGroup:(failure, clientError)',
  'event:"set policy" -caller:*@contoso.com',
  'caller.UPN:null',
  'caller:"unknown caller"',
  'time:2020-11-23..2020-11-24',
  'seq>=1000 epoch:A*',
  'region:WestEurope roleInstance:*_IN_1',
  'env_cv:##00000000*',
  'category:KeyManagement OR storage',
  'ip="192.0.2.40"',
  'seq:null OR description:null',
  'env_flags:null OR env_flags:257',
];

/** Why a program stops at a record. */
const faults: ReadonlySet<string> = new Set([
  'This is no record of Azure Attestation in the documented form.',
  'A value is a number, an object or an array where text is compared.',
  'A time is not written like 2020-11-23T18:23:29.9427158Z.',
]);

/** Of each record whether jq finds it, or why the program stops at it; the code of why there is no translation. */
async function foundByJq(lines: string, filter: string): Promise<readonly (boolean | string)[] | string> {
  const translation = translateQuery(filter, 'jq', { compileRegex, say });
  if (!translation.ok) {
    return translation.error.message.code;
  }
  const select = translation.text.lastIndexOf('\nselect(');
  const program = `${translation.text.slice(0, select)}\ntry ([${translation.text.slice(select)}] == [.]) catch .`;
  const output = await runJq(program, lines);
  return output.split('\n').map((line) => JSON.parse(line) as boolean | string);
}

async function ndjson(log: OpenedLog): Promise<string> {
  return Buffer.from((await exportedFrom(log, { format: 'ndjson' })).bytes).toString();
}

/** Compares the records that jq could judge with those that are found here. */
async function compare(log: OpenedLog, filter: string, found: readonly (boolean | string)[]): Promise<{ judged: number; stopped: number }> {
  const { rows } = await log.request('page', { query: filter, order: 'file', from: { at: 0 }, count: 1000 });
  const { rows: all } = await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 1000 });
  const matching = new Set(rows.map(({ ref }) => `${ref.source}/${ref.index}`));
  const wanted = all.map(({ ref }, at) => (typeof found[at] === 'string' ? found[at] : matching.has(`${ref.source}/${ref.index}`)));
  expect({ filter, found }).toEqual({ filter, found: wanted });
  const stops = found.filter((one) => typeof one === 'string');
  expect(stops.filter((fault) => !faults.has(fault))).toEqual([]);
  return { judged: found.length - stops.length, stopped: stops.length };
}

describe('a program of jq', () => {
  it('finds the same records over NDJSON, stops, or is refused', async () => {
    const tally = { refused: new Map<string, number>(), programs: 0, judged: 0, stopped: 0 };
    await fc.assert(
      fc.asyncProperty(naiveLog, fc.array(filterChoice, { minLength: 20, maxLength: 20 }), async (sources, choices) => {
        const log = await openLog(...sources.map((generated) => generated.map(({ written }) => written).join('\n')));
        const lines = await ndjson(log);
        for (const filter of sampleFilters(sources, choices)) {
          const found = await foundByJq(lines, filter);
          if (typeof found === 'string') {
            tally.refused.set(found, (tally.refused.get(found) ?? 0) + 1);
            continue;
          }
          const { judged, stopped } = await compare(log, filter, found);
          tally.programs++;
          tally.judged += judged;
          tally.stopped += stopped;
        }
        await log.session.close();
      }),
      { numRuns: runs(5), endOnFailure: true },
    );
    expect([...tally.refused.keys()].filter((code) => !code.startsWith('query.translate'))).toEqual([]);
    expect(tally.programs).toBeGreaterThan(runs(30));
    expect(tally.judged).toBeGreaterThan(tally.stopped / 4);
  }, 7_200_000);

  it.each(typicalFilters)('finds the same records of the sample: %s', async (filter) => {
    const log = await openLog(readFileSync('media/samples/attestation-month.audit.ndjson').subarray(0, 20_000));
    const found = await foundByJq(await ndjson(log), filter);
    expect(typeof found).toBe('object');
    const { judged, stopped } = await compare(log, filter, found as readonly (boolean | string)[]);
    expect(judged).toBeGreaterThan(stopped * 10);
    await log.session.close();
  });

  it.each([
    ['{"operationName":"a","callerIdentities":[]}', true],
    ['{"operationName":"b","callerIdentities":[]}', false],
    ['{"operationName":null,"callerIdentities":[]}', false],
    ['{"operationName":["a"],"callerIdentities":[]}', 'A value is a number, an object or an array where text is compared.'],
    ['{"OperationName":"a","CallerIdentities":[]}', 'This is no record of Azure Attestation in the documented form.'],
    ['{"eventVersion":"1.08","eventName":"a"}', 'This is no record of Azure Attestation in the documented form.'],
    ['"a"', 'This is no record of Azure Attestation in the documented form.'],
  ])('of %s says %j', async (line, expected) => {
    expect(await foundByJq(line, 'operation:a')).toEqual([expected]);
  });
});
