import { describe, expect, it } from 'vitest';
import { csvHead, csvRow, sentenceLine } from '../../../src/host/clipboard/recordLines.ts';
import type { Row } from '../../../src/protocol/answers/page.ts';
import { openLog } from '../../engine/openLog.ts';
import { inventedRecord } from '../../webview/double/inventedRecords.ts';

/** What the list says of a record. */
async function rowOf(record: object, fields: readonly string[] = []): Promise<Row> {
  const { request, session } = await openLog(JSON.stringify(record));
  const page = await request('page', {
    query: '',
    order: 'file',
    from: { at: 0 },
    count: 1,
    isWhole: true,
    ...(fields.length > 0 && { fields }),
  });
  await session.close();
  return page.rows[0]!;
}

const record = {
  ...inventedRecord(0),
  operationName: 'SetCurrentPolicy',
  resultType: 'Success',
  env_time: '2020-11-23T18:23:29.9427158Z',
  callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: '=dana@contoso.com' }],
};

describe('a record as a line', () => {
  it('of CSV has the columns of its head, in UTC', async () => {
    const fields = ['region', 'ip', 'key.absent'];
    const row = await rowOf(record, fields);
    expect(csvHead(fields)).toBe(
      'source,record,line,time,result,operation,sentence,caller,instance,region,ip,key.absent,errors,warnings,information',
    );
    const cells = csvRow(row, fields, 'november, first.ndjson').split(',');
    expect(cells.slice(0, 6)).toEqual(['"november', ' first.ndjson"', '0', '1', '2020-11-23T18:23:29.9427158Z', 'Success']);
    expect(cells.slice(6)).toEqual([
      'SetCurrentPolicy',
      "'=dana@contoso.com set the attestation policy on fabrikam in WestEurope: success",
      "'=dana@contoso.com",
      'fabrikam',
      'WestEurope',
      '10.1.2.4',
      '',
      '0',
      '0',
      '0',
    ]);
  });

  it('of CSV says how many further values a field has, and leaves out a time that is none', async () => {
    const targets = ['EastUS2', 'WestUS'].map((targetResourceName) => ({ targetResourceType: 'ServiceRegion', targetResourceName }));
    const row = await rowOf({ ...record, env_time: 'yesterday', targetResources: targets }, ['region']);
    expect(csvRow(row, ['region'], 'a').split(',').slice(3)).toContain('EastUS2 +1');
    expect(csvRow(row, ['region'], 'a').split(',')[3]).toBe('');
  });

  it.each([
    ['utc', '2020-11-23 18:23:29.9427158 UTC  '],
    ['Europe/Berlin', '2020-11-23 19:23:29.9427158 Europe/Berlin  '],
  ])('is a sentence after the time in the zone %s', async (zone, expected) => {
    expect(sentenceLine(await rowOf(record), zone)).toBe(
      `${expected}=dana@contoso.com set the attestation policy on fabrikam in WestEurope: success`,
    );
  });

  it('is one line, whatever the log says, and without a time where there is none', async () => {
    const row = await rowOf({ ...record, env_time: null });
    expect(sentenceLine({ ...row, sentence: { code: 'a\r\nb\u2028c', args: [] } }, 'utc')).toBe('a b c');
  });
});
