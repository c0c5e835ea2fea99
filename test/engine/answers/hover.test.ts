import { expect, test } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { openLog } from '../openLog.ts';

const { m365Audit } = inventedRecords;
const row = JSON.stringify({ RecordId: 'x', AuditData: JSON.stringify({ ...m365Audit, UserId: 'ünïcode' }) });
const text = `${JSON.stringify(m365Audit)}\n${row}\n`;

/** What a hover says at a piece of the second line, and the text that it is about. */
async function hoverAt(piece: string): Promise<readonly unknown[]> {
  const log = await openLog(text);
  const hover = await log.request('hover', { source: 0, line: 1, column: row.indexOf(piece) });
  if (hover === null) {
    return [];
  }
  const { field, range, record } = hover;
  return [record.index, field.name, field.title, row.slice(range.startColumn, range.endColumn)];
}

test('a hover explains the field of JSON text that is under it, at its very place', async () => {
  expect(await hoverAt('nïcode')).toEqual([1, 'AuditData.UserId', 'User id', '\\"ünïcode\\"']);
  expect(await hoverAt('RecordType')).toEqual([1, 'AuditData.RecordType', 'Record type', '\\"RecordType\\"']);
  expect(await hoverAt('RecordId')).toEqual([1, 'RecordId', 'RecordId', '"RecordId"']);
});

test('a comma after the last member of JSON text moves nothing', async () => {
  const line = JSON.stringify({ ...inventedRecords.azureResourceLog, identity: '{ "callerAadUPN":"ana@contoso.example",}' });
  const log = await openLog(line);
  const hover = await log.request('hover', { source: 0, line: 0, column: line.indexOf('ana@') });
  expect([hover?.field.name, line.slice(hover?.range.startColumn, hover?.range.endColumn)]).toEqual([
    'identity.callerAadUPN',
    '\\"ana@contoso.example\\"',
  ]);
});

test('between the fields of JSON text, a hover is about the member that holds it', async () => {
  const held = JSON.stringify((JSON.parse(row) as { readonly AuditData: string }).AuditData);
  expect(await hoverAt(',\\"Id\\"')).toEqual([1, 'AuditData', 'AuditData', held]);
  expect(await hoverAt('AuditData')).toEqual([1, 'AuditData', 'AuditData', '"AuditData"']);
});
