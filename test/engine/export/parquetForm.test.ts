import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExportPart } from '../../../src/protocol/answers/exported.ts';
import { openLog } from '../openLog.ts';
import { withDuckDb } from './duckDb.ts';
import { exported } from './exported.ts';

/** Those of its records that are whole. */
const lines = readFileSync('media/samples/attestation-month.audit.ndjson', 'utf8').split('\n').filter(isJson);
const month = `${lines.join('\n')}\n`;
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
const attestation = (fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ operationName: 'SetCurrentPolicy', callerIdentities: [], ...fields });

describe('a log as Parquet', () => {
  it('has each record’s own text, and is read by another engine', async () => {
    const { bytes } = await exported(month, { format: 'parquet' });
    const rows = await withDuckDb(bytes, (ask) => ask(`SELECT raw FROM '{file}'`));
    expect(rows.filter(({ raw }, at) => raw !== lines[at])).toEqual([]);
    expect(rows.length).toBe(lines.length);
  });

  it('has the values of fields as filters have them, numbers and times exactly', async () => {
    const log = [
      attestation({
        env_seqNum: 18446744073709551615n.toString(),
        env_time: '2020-11-23T18:23:29.9427158Z',
        callerIpAddress: '[::FFFF:10.0.0.1]:443',
      }),
      attestation({ env_seqNum: '-1.5', env_time: 'yesterday', callerIpAddress: 'x' }),
      attestation({ env_seqNum: '1e60', callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: null }] }),
    ].join('\n');
    const { bytes } = await exported(log, { format: 'parquet', fields: 'caller.UPN,key.none' });
    const sql = `SELECT seq, seq_floor, seq_whole, time_ticks, ip, ip_address, caller, "caller.UPN", "key.none", record_floor FROM '{file}'`;
    expect(await withDuckDb(bytes, (ask) => ask(sql))).toEqual([
      {
        seq: '18446744073709551615',
        seq_floor: '18446744073709551615',
        seq_whole: true,
        time_ticks: '637417526099427158',
        ip: '[::FFFF:10.0.0.1]:443',
        ip_address: '10.0.0.1',
        caller: ['unknown caller', null],
        'caller.UPN': [],
        'key.none': [],
        record_floor: '0',
      },
      {
        seq: '-1.5',
        seq_floor: '-2',
        seq_whole: false,
        time_ticks: null,
        ip: 'x',
        ip_address: 'x',
        caller: ['unknown caller', null],
        'caller.UPN': [],
        'key.none': [],
        record_floor: '1',
      },
      {
        seq: '1e60',
        seq_floor: '9'.repeat(38),
        seq_whole: true,
        time_ticks: null,
        ip: null,
        ip_address: null,
        caller: [null, 'unknown caller'],
        'caller.UPN': [null],
        'key.none': [],
        record_floor: '2',
      },
    ]);
  });

  it('is a table also where no record matches', async () => {
    const { bytes } = await exported(month, { format: 'parquet', query: 'result:None' });
    expect(await withDuckDb(bytes, (ask) => ask(`SELECT count(*) AS count FROM '{file}'`))).toEqual([{ count: '0' }]);
  });

  it('is written in groups of records that do not grow with the log', async () => {
    const text = 'x'.repeat(100_000);
    const log = Array.from({ length: 250 }, (_, at) => attestation({ resultDescription: `${at}${text}` })).join('\n');
    const parts: ExportPart[] = [];
    const { bytes } = await exported(log, { format: 'parquet' }, (part) => void parts.push(part));
    const groups = await withDuckDb(bytes, (ask) => ask(`SELECT max(row_group_num_rows) AS most FROM parquet_metadata('{file}')`));
    expect(groups).toEqual([{ most: '84' }]);
    expect(parts.map(({ records, total }) => [records, total])).toEqual([
      [84, 250],
      [168, 250],
      [250, 250],
    ]);
  });

  it('keeps no texts of groups that are written: only numbers and times say what a group holds', async () => {
    const { bytes } = await exported(month, { format: 'parquet', fields: 'caller.UPN' });
    const sql = `SELECT path_in_schema AS name, stats_min IS NOT NULL OR stats_max IS NOT NULL OR stats_min_value IS NOT NULL OR stats_max_value IS NOT NULL AS has
      FROM parquet_metadata('{file}') WHERE has ORDER BY name`;
    const kept = await withDuckDb(bytes, (ask) => ask(sql));
    expect([...new Set(kept.map(({ name }) => name))]).toEqual(['line_floor', 'record_floor', 'seq_floor', 'time_ticks']);
  });
});

describe('an export', () => {
  it('hands over its bytes one part after the other, with the records so far', async () => {
    const parts: ExportPart[] = [];
    const whole = await exported(month, { format: 'ndjson' }, (part) => void parts.push(part));
    expect(Buffer.from(whole.bytes).equals(Buffer.from(month))).toBe(true);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.every(({ records, total }, at) => total === lines.length && records >= (parts[at - 1]?.records ?? 1))).toBe(true);
    expect(whole.answer).toMatchObject({ records: lines.length, bytes: Buffer.byteLength(month) });
  });

  it('is of the records that a filter finds, and of a stretch of them', async () => {
    const { request } = await openLog(month);
    const { matching } = await request('recordTexts', { query: '-result:Success', order: 'file', at: 0, count: 1 });
    expect((await exported(month, { format: 'ndjson', query: '-result:Success' })).answer.records).toBe(matching);
    const { bytes } = await exported(month, { format: 'ndjson', first: 7, limit: 2 });
    expect(Buffer.from(bytes).toString()).toBe(`${lines.slice(7, 9).join('\n')}\n`);
    expect((await exported(month, { format: 'ndjson', first: 3000 })).answer).toMatchObject({ records: 0, bytes: 0 });
  });

  it('ends when it is cancelled, and takes no more parts', async () => {
    const { session } = await openLog(month);
    const control = new AbortController();
    let parts = 0;
    const outcome = await session.request('export', { query: '', format: 'csv', fields: '', first: 0 }, control.signal, () => {
      parts++;
      control.abort();
      return Promise.resolve();
    });
    expect({ outcome, parts }).toEqual({ outcome: { status: 'cancelled' }, parts: 1 });
  });

  it('says what is wrong with its fields', async () => {
    const { request } = await openLog(month);
    await expect(request('export', { query: '', format: 'csv', fields: 'tiem', first: 0 })).rejects.toThrow('(character 1 of the fields)');
  });
});
