import { expect, it } from 'vitest';
import { words } from '../../core/describe/words.ts';
import { openLog } from '../openLog.ts';

const strange = (name: string): string =>
  JSON.stringify({ version: '1.08', started: '2022-03-01T09:00:00Z', name, shard: 'x', size: 7, id: name });

it('is said once for a log, and no key is reported as missing or unknown', async () => {
  const log = await openLog(Array.from({ length: 500 }, (_, number) => strange(`Get${number}`)).join('\n'));
  const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
  expect(findings.map(({ code, severity, message }) => [code, severity, ...message.args])).toEqual([
    ['value.unknownFormat', 'information', '500'],
  ]);
});

it('is counted beside records of the known format, whichever keys they have', async () => {
  const log = await openLog(['{"a":1}', '{"operationName":"x"}', '{"b":1}', '{"a":2}', '{}', '{"payload":"{\\"a\\":1}"}'].join('\n'));
  const { findings } = await log.request('placedFindings', { source: 0, limit: 100 });
  expect(
    findings.filter(({ code }) => code === 'value.unknownFormat').map(({ record, message }) => [record?.index, ...message.args]),
  ).toEqual([[0, '4']]);
  const missing = findings.filter(({ code }) => code === 'schema.required').map(({ record }) => record?.index);
  expect(new Set(missing)).toEqual(new Set([1, 4]));
});

it('names the first keys where nothing can be inferred', async () => {
  const log = await openLog([strange('DeleteTrail'), '{"a\\u202e":1,"b":2}', '{"Result":1}'].join('\n'));
  const { rows } = await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 10 });
  expect(rows.map(({ sentence, caller }) => [words(sentence), caller])).toEqual([
    ['Not an audit record of a known format: version, started, name, shard, size, …', null],
    ['Not an audit record of a known format: a\ufffd, b', null],
    ['Not an audit record of a known format: Result', null],
  ]);
});
