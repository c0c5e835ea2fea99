import { expect, test } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { describeOtherFields } from '../../../../src/core/describe/describeOtherFields.ts';
import { parseRecord } from '../../../../src/core/formats/parsedRecord.ts';
import { encodeText } from '../../../../src/core/json/utf8.ts';
import { explanationText, say } from '../../../../src/protocol/say.ts';
import { inventedRecords, type InventedFormat } from '../../formats/inventedRecords.ts';

function explained(id: InventedFormat, changes: object, name: string): readonly string[] {
  const { bytes, root, other } = parseRecord(encodeText(JSON.stringify({ ...inventedRecords[id], ...changes })), builtInFormats);
  const field = describeOtherFields(bytes, root, other!).find((one) => one.name === name);
  return field!.explanation.map((explanation) => `${say(explanation.label)}: ${explanationText(explanation)}`);
}

const unpaired = ['.NET ticks (100 ns): 639079524000000000'];

test.each<[title: string, id: InventedFormat, changes: object, name: string, lines: readonly string[]]>([
  ['a documented value means what it does', 'cloudTrail', {}, 'eventType', ['Meaning: A call of a public API.']],
  ['in any case', 'cloudTrail', { eventType: 'awsapicall' }, 'eventType', ['Meaning: A call of a public API.']],
  ['as a number', 'entraSignIn', {}, 'status.errorCode', ['Meaning: The user name or the password is wrong.']],
  [
    'as a number in text',
    'entraSignIn',
    { status: { errorCode: '53003' } },
    'status.errorCode',
    ['Meaning: Conditional Access blocked the issue of a token.'],
  ],
  ['as a boolean', 'cloudTrail', { readOnly: true }, 'readOnly', ['Meaning: The action only reads.']],
  ['as an item', 'entraSignIn', { signInEventTypes: ['interactiveUser'] }, 'signInEventTypes[0]', ['Meaning: A user signed in.']],
  ['any other value means nothing', 'cloudTrail', { eventType: 'constructor' }, 'eventType', []],
  ['nor does an object', 'cloudTrail', { eventType: {} }, 'eventType', []],
  ['nor null', 'cloudTrail', { eventTime: null }, 'eventTime', []],
  ['nor empty text', 'cloudTrail', { errorMessage: '' }, 'errorMessage', []],
  ['the time is given in UTC', 'cloudTrail', {}, 'eventTime', ['UTC: 2026-03-01T09:00:00.0000000Z', ...unpaired]],
  [
    'a further time too, in any notation',
    'gcpAudit',
    { receiveTimestamp: 1_772_355_600 },
    'receiveTimestamp',
    ['UTC: 2026-03-01T09:00:00.0000000Z', ...unpaired],
  ],
  [
    'and any documented text that is one, with its zone',
    'cloudTrail',
    { requestParameters: { name: '2026-03-01T10:00:00+01:00' } },
    'requestParameters.name',
    ['UTC: 2026-03-01T09:00:00.0000000Z', ...unpaired, 'Note: Written with an offset from UTC, which is taken into account.'],
  ],
  ['but no number', 'cloudTrail', { recipientAccountId: '1772355600' }, 'recipientAccountId', []],
  ['and no text that is not documented', 'cloudTrail', { unheardOf: '2026-03-01T09:00:00Z' }, 'unheardOf', []],
  ['a time that is none says nothing', 'cloudTrail', { eventTime: 'yesterday' }, 'eventTime', []],
  [
    'an address is one',
    'm365Audit',
    { ClientIP: '[2001:db8::7]:443' },
    'ClientIP',
    ['Kind of address: IPv6', 'Address: 2001:db8::7', 'Port: 443'],
  ],
  ['or none', 'cloudTrail', { sourceIPAddress: 'lambda.amazonaws.com' }, 'sourceIPAddress', ['Note: Not an IP address.']],
])('%s', (_, id, changes, name, lines) => {
  expect(explained(id, changes, name)).toEqual(lines);
});
