import { expect, it } from 'vitest';
import { words } from '../../core/describe/words.ts';
import { openLog } from '../openLog.ts';

const cloudTrail = (name: string): string =>
  JSON.stringify({
    eventVersion: '1.08',
    eventTime: '2022-03-01T09:00:00Z',
    eventName: name,
    awsRegion: 'x',
    requestID: 'r',
    eventID: name,
  });

it('is said once for a log, and no key is reported as missing or unknown', async () => {
  const log = await openLog(Array.from({ length: 500 }, (_, number) => cloudTrail(`Get${number}`)).join('\n'));
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

it('names the first keys in place of a caller and an operation', async () => {
  const log = await openLog([cloudTrail('DeleteTrail'), '{"a\\u202e":1,"b":2}', '{"Result":1}'].join('\n'));
  const { rows } = await log.request('page', { query: '', order: 'file', from: { at: 0 }, count: 10 });
  expect(rows.map(({ sentence, caller }) => [words(sentence), caller])).toEqual([
    ['Not an Azure Attestation audit record: eventVersion, eventTime, eventName, awsRegion, requestID, …', null],
    ['Not an Azure Attestation audit record: a\ufffd, b', null],
    ['Not an Azure Attestation audit record: Result', null],
  ]);
});
