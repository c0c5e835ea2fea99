import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { evidenceByKey } from '../../../src/core/formats/keyEvidence.ts';
import { parseRecord } from '../../../src/core/formats/parsedRecord.ts';
import { looksLikeAuditLog } from '../../../src/core/formats/sniff.ts';
import { otherLogs } from '../../engine/otherRecords.ts';
import { processorTime } from '../processorTime.ts';
import { doorFormat } from './doorFormat.ts';
import { inventedRecords } from './inventedRecords.ts';

const record = '{"operationName":"SetCurrentPolicy","resultType":"Success","callerIdentities":[],"env_name":"#Ifx.AuditSchema"}';
const stranger = '{"level":"info","operationName":"GET /","targets":[{"callerIdentities":1,"targetResources":2}]}';

function check(text: string, expected: boolean): void {
  expect(looksLikeAuditLog(text), text.slice(0, 200)).toBe(expected);
}

describe('looksLikeAuditLog', () => {
  const others = Object.entries(inventedRecords).filter(([id]) => id !== 'generic');

  it.each(others)('knows a record of %s by its keys, in each layout', (_, one) => {
    check(JSON.stringify(one), true);
    check(JSON.stringify([one], null, 2), true);
    check(JSON.stringify({ Records: [one] }), true);
    check(JSON.stringify({ nested: { deep: one } }), false);
  });

  it('does not know a record that no format is recognised in', () => check(JSON.stringify(inventedRecords.generic), false));

  it.each<[text: string, expected: boolean]>([
    ['{"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog"', true],
    ['{"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLo"', false],
    ['{"protoPayload":{"a":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog"}}}', false],
    ['{"x":{"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog"}}}', false],
    ['{"protoPayload":[{"@type":"type.googleapis.com/google.cloud.audit.AuditLog"}]}', false],
    ['{"@type":"type.googleapis.com/google.cloud.audit.AuditLog"}', false],
    ['{"protoPayload":{"methodName":"a","serviceName":"b"', true],
    ['{"protoPayload":{"methodName":"a","methodName":"b"}}', false],
    ['{"protoPayload":{"serviceName":"a"},"logName":"b"}\n{"protoPayload":{"methodName":"a"}}', false],
    ['[{"a":{"b":1},"protoPayload":{"methodName":"a","serviceName":"b"}}]', true],
  ])('looks for inner keys and constants of one record: %s is one: %j', check);

  it('knows records of users’ formats by a constant', () => {
    const evidence = evidenceByKey([{ ...doorFormat, detection: [{ path: 'source.kind', weight: 10, startsWith: 'Door' }] }]);
    expect(looksLikeAuditLog('{"source":{"kind":"door/7"}}', evidence)).toBe(true);
    expect(looksLikeAuditLog('{"source":{"kind":"window/7"}}', evidence)).toBe(false);
    expect(looksLikeAuditLog('{"source":{"name":"door","kind":7}}', evidence)).toBe(false);
  });

  it('knows no record that a look at the whole of it does not', () => {
    const lines = otherLogs.map((all) => all.filter((line) => !line.includes('null') && line.startsWith('{')));
    fc.assert(
      fc.property(lines, (all) => {
        for (const line of all) {
          const bytes = new TextEncoder().encode(line);
          const { other } = parseRecord(bytes, builtInFormats);
          if (other?.format.id === 'generic' && other.envelope.length === 0) {
            check(line, false);
          }
        }
      }),
    );
  });

  it.each([
    ['a record', record],
    ['the schema name alone', '{"env_name":"#Ifx.AuditSchema"}'],
    ['the schema name with an escape in its key', '{"env\\u005fname":"#Ifx.AuditSchema"}'],
    ['PascalCase', '{"OperationName":"x","TargetResources":[]}'],
    ['a byte order mark', `\u{feff}${record}`],
    ['an array', `[${record}]`],
    ['a wrapper', `{"count":1,"records":[${stranger},${record}]}`],
    ['a PascalCase wrapper', `{"Records":[${record}]}`],
    ['payload text', JSON.stringify({ time: 'now', payload: record })],
    ['payload text that is cut', JSON.stringify({ time: 'now', payload: record }).slice(0, 150)],
    ['a wrapper in any casing', `{"VALUE":[${record}]}`],
    ['a wrapper with an escape in its key', `{"rec\\u006frds":[${record}]}`],
    ['a list under any key', `{"exported":"now","rows":[${stranger},${record}]}`],
    ['a list one level down', `{"hits":{"total":1,"hits":[${record}]}}`],
    ['strangers with lists before it', `${'{"a":[{"b":1},{"b":2},{"b":3}]}\n'.repeat(19)}${record}`],
    ['record separators', `\u001e${record}\n\u001e${record}`],
    ['pretty-printed', JSON.stringify(JSON.parse(record), null, 2)],
    ['an indented array', JSON.stringify([JSON.parse(record)], null, 2)],
    ['the twentieth in a wrapper', `{"value":[${`${stranger},`.repeat(19)}${record}]}`],
    ['strangers before it', `${`${stranger}\n`.repeat(19)}${record}`],
    ['a broken line before it', `{"a": [ {"b": "\n${record}\n`],
    ['a cut record', record.slice(0, 80)],
  ])('knows %s', (_, text) => check(text, true));

  it.each([
    ['nothing', ''],
    ['prose', 'operationName callerIdentities targetResources'],
    ['a package', '{"name":"x","records":{"operationName":"a","targetResources":"b"}}'],
    ['one telling key', '{"operationName":"x","resultType":"y"}'],
    ['the same key twice', '{"operationName":"x","OperationName":"y"}'],
    ['keys in nested objects only', stranger],
    ['keys as values', '{"a":"operationName","b":"callerIdentities"}'],
    ['a record after 20 strangers', `${`${stranger}\n`.repeat(20)}${record}`],
    ['some keys of another format', '{"eventVersion":"1","eventName":"x","eventname":"y","EVENTNAME":"z"}'],
    ['another schema', '{"env_name":"#Other"}'],
    ['payload in payload', JSON.stringify({ payload: JSON.stringify({ payload: record }) })],
  ])('does not take %s for a log', (_, text) => check(text, false));

  it('answers wherever the text is cut, and never gives up a log that was recognised', () => {
    let recognised = false;
    for (let length = 0; length <= record.length; length += 1) {
      const now = looksLikeAuditLog(record.slice(0, length));
      expect(recognised && !now).toBe(false);
      recognised = now;
    }
    expect(recognised).toBe(true);
  });

  it('takes no longer for objects in objects than for objects beside each other', () => {
    const count = 8000;
    const flat = `{"a":[${'{"a":1},'.repeat(count)}1]}`;
    const deep = `{"a":${'{"a":'.repeat(count)}1${'}'.repeat(count)}}`;
    looksLikeAuditLog(flat);
    looksLikeAuditLog(deep);
    const [ofFlat, ofDeep] = [flat, deep].map((text) => processorTime(() => looksLikeAuditLog(text)));
    expect(ofDeep).toBeLessThan(10 * ofFlat! + 20);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '\n', 'payload', 'u') }), (text) => {
        expect(typeof looksLikeAuditLog(text)).toBe('boolean');
      }),
    );
  });
});
