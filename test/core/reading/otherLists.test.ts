import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordReader } from '../../../src/core/reading/recordReader.ts';
import { RecordScanner } from '../../../src/core/json/recordScanner.ts';
import type { RecordSink } from '../../../src/core/reading/recordSink.ts';
import { readAll } from './readAll.ts';
import { runs } from '../../runs.ts';

const audit = '{"operationName":"a","targetResources":[{"x":1}]}';
const event = '{"time":"2022-03-01T10:00:00Z","action":"delete","user":"mia"}';
const other = '{"id":4,"at":{"timestamp":1646128800},"verb":"get"}';

/** Reads a log whole and byte by byte: the texts of its records, the codes of its faults, and the paths of lists that are reported. */
function read(log: string): {
  readonly records: readonly string[];
  readonly faults: readonly string[];
  readonly inside: readonly string[];
} {
  const bytes = new TextEncoder().encode(log);
  const readIn = (size: number): ReturnType<typeof read> => {
    const reported = { records: [] as string[], faults: [] as string[], inside: [] as string[] };
    const text = (window: Uint8Array, start: number, end: number): string => new TextDecoder().decode(window.subarray(start, end));
    const sink: RecordSink = {
      record(window, start, end, _base, _line, inside) {
        reported.records.push(text(window, start, end));
        if (inside !== undefined) {
          expect(JSON.parse(text(window, inside.start, inside.end))).toBe(inside.path.at(-1));
          reported.inside.push(inside.path.join('.'));
        }
      },
      broken: ({ code }) => void reported.faults.push(code),
    };
    const reader = new RecordReader(new RecordScanner(), sink);
    for (let offset = 0; offset < bytes.length; offset += size) {
      for (let more = reader.push(bytes.slice(offset, offset + size)); more; more = reader.proceed(1000));
    }
    while (reader.end(1000));
    return reported;
  };
  const whole = readIn(bytes.length || 1);
  expect(readIn(1)).toEqual(whole);
  return whole;
}

function check(log: string, records: readonly string[], inside: readonly string[] = [], faults: readonly string[] = []): void {
  expect(read(log)).toEqual({ records, inside, faults });
}

describe('a list under a key that nobody knows is that of a wrapper', () => {
  it.each<[name: string, log: string, records: readonly string[], faults?: readonly string[]]>([
    ['of audit records', `{"Protokoll":[${audit},${audit}]}`, [audit, audit]],
    ['of audit records behind others', `${audit}\n{"Protokoll":[${audit}]}`, [audit, audit]],
    ['of audit records, with what a page tells', `{"exported":"2022-03-01","at":1646128800,"rows":[${audit}],"took":5}`, [audit]],
    ['of audit records, with a time of its own', `{"timestamp":"2022-03-01T10:00:00Z","rows":[${audit}]}`, [audit]],
    ['of events', `{"foo":[${event},${other}]}`, [event, other]],
    ['of events, with what a page tells', `{"took":5,"foo":[${event}],"nextToken":"n"}\n`, [event]],
    ['of events, with blanks behind', `{"foo":[${event}]}${' \n'.repeat(40)}`, [event]],
    ['of events in an object each', `{"hits":[{"_id":"1","_source":${event}}]}`, [`{"_id":"1","_source":${event}}`]],
    ['of events under a usual key, several', `{"logEvents":[${event}]}{"logEvents":[${other}]}`, [event, other]],
    ['of events in another casing', `{"LOGEVENTS":[${event}]}\n{"LogEvents":[${other}]}\n`, [event, other]],
    ['one level down', `{"took":1,"hits":{"total":2,"hits":[${audit},${audit}],"max":1},"status":"ok"}`, [audit, audit]],
    ['one level down, of events', `{"data":{"events":[${event}]}}`, [event]],
    ['one level down, behind others', `{"data":{"events":[${event}]}}\n{"data":{"events":[${other}]}}`, [event, other]],
    ['one level down, and cut', `{"hits":{"hits":[${audit},${audit}`, [audit, audit], ['syntax.truncated']],
    ['one level down, and cut behind the list', `{"hits":{"hits":[${audit}]`, [audit], ['syntax.truncated']],
    ['one level down, and cut behind a brace', `{"hits":{"hits":[${audit}]},"a":1`, [audit], ['syntax.truncated']],
    ['one level down, with a broken record', `{"hits":{"hits":[${audit},{"a":x}]}}\n${audit}`, [audit, audit], ['syntax.invalid']],
    ['with a link before', `{"nextLink":"n","data":{"events":[${event}]}}`, [event], ['value.partialExport']],
    ['with a link beside, one level down', `{"data":{"@odata.NextLink":"n","events":[${event}]}}`, [event], ['value.partialExport']],
    ['in an array', `[{"rows":[${audit}]},{"rows":[${audit},${audit}]}]`, [audit, audit, audit]],
    ['in a wrapper', `{"value":[{"rows":[${audit}]}]}`, [audit]],
    ['twice', `{"rows":[${audit}],"rows":[${audit}]}`, [audit, audit], ['syntax.duplicateKey']],
    ['with another', `{"rows":[${audit}],"more":[${audit}]}`, [audit, audit]],
    ['with another of like events', `{"rows":[${event}],"more":[${event}]}`, [event, event]],
    ['that is cut', `{"rows":[${audit},${audit.slice(0, -3)}`, [audit], ['syntax.truncated']],
  ])('%s', (_, log, records, faults) => {
    check(log, records, [], faults);
  });

  it('is known by its first part, before the rest has come', () => {
    const many = `${event},`.repeat(40_000);
    for (const [head, tail] of [
      ['{"foo":[', ']}'],
      ['{"data":{"foo":[', ']}}'],
    ]) {
      const bytes = new TextEncoder().encode(`${head}${many}${event}${tail}`);
      let records = 0;
      let faults = 0;
      const reader = new RecordReader(new RecordScanner(), { record: () => void records++, broken: () => void faults++ });
      const first = 300 * 1024;
      for (let more = reader.push(bytes.subarray(0, first)); more; more = reader.proceed(1000));
      expect(records).toBeGreaterThan(first / (event.length + 1) - 10);
      for (let more = reader.push(bytes.subarray(first)); more; more = reader.proceed(1000));
      while (reader.end());
      expect([records, faults, reader.shape.name()]).toEqual([40_001, 0, 'wrapper']);
    }
  });
});

/** Records of known writers, invented, with the lists that are in them. */
const records = {
  cloudTrail:
    '{"requestParameters":{"events":[{"timestamp":1646128800000,"message":"x"}]},"eventVersion":"1.08","userIdentity":{"type":"Root"},"eventTime":"2022-03-01T10:00:00Z","eventName":"PutLogEvents","resources":[{"ARN":"a","type":"t"},{"ARN":"b","type":"t"}]}',
  kubernetes:
    '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"1","stage":"ResponseComplete","verb":"list","responseObject":{"items":[{"metadata":{"name":"x","creationTimestamp":"2022-03-01T10:00:00Z"}},{"metadata":{"name":"y"}}]},"requestReceivedTimestamp":"2022-03-01T10:00:00.1Z"}',
  microsoft365:
    '{"CreationTime":"2022-03-01T10:00:00","Operation":"Set-Mailbox","ExtendedProperties":[{"Name":"a","Value":"b"},{"Name":"c","Value":"d"}],"ModifiedProperties":[{"Name":"a","NewValue":"b","OldValue":"c"}],"UserId":"mia@contoso.com"}',
  ocsf: '{"class_uid":3001,"time":1646128800000,"observables":[{"name":"actor.user.name","type":"User","value":"mia"},{"name":"ip","type":"IP"}],"activity_name":"Create"}',
  entraAudit:
    '{"activityDateTime":"2022-03-01T10:00:00Z","activityDisplayName":"Add member","initiatedBy":{"user":{"id":"1"}},"additionalDetails":[{"key":"a","value":"b"},{"key":"c","value":"d"}],"targetResources":[{"type":"User","modifiedProperties":[{"displayName":"x"}]}]}',
  entraSignIn:
    '{"createdDateTime":"2022-03-01T10:00:00Z","userPrincipalName":"mia@contoso.com","authenticationDetails":[{"authenticationStepDateTime":"2022-03-01T10:00:00Z","authenticationMethod":"Password"},{"authenticationMethod":"Text"}]}',
  googleWorkspace:
    '{"kind":"admin#reports#activity","id":{"time":"2022-03-01T10:00:00Z","applicationName":"login"},"actor":{"email":"mia@example.com"},"events":[{"type":"login","name":"login_success","parameters":[{"name":"a","value":"b"}]},{"type":"login","name":"x"}]}',
  okta: '{"eventType":"user.session.start","published":"2022-03-01T10:00:00Z","target":[{"id":"1","type":"User","alternateId":"mia"},{"id":"2","type":"App"}]}',
  gcp: '{"protoPayload":{"authorizationInfo":[{"permission":"a","granted":true},{"permission":"b"}],"methodName":"x"},"timestamp":"2022-03-01T10:00:00.123456789Z"}',
} as const;

describe.each(Object.entries(records))('a record of %s', (_, record) => {
  it('is a record, wherever it stands, and nothing is told of its lists', () => {
    expect(() => JSON.parse(record) as unknown).not.toThrow();
    check(record, [record]);
    check(`${record}\n${record}\n`, [record, record]);
    check(`[${record},${record}]`, [record, record]);
    check(`${audit}\n${record}`, [audit, record]);
    check(JSON.stringify(JSON.parse(record), undefined, 2), [JSON.stringify(JSON.parse(record), undefined, 2)]);
    check(`{"entries":[${record},${record}]}`, [record, record]);
    check(`{"VALUE":[${record}]}`, [record]);
  });
});

describe('a list is told of', () => {
  const history = `{"id":1,"history":[${event}]}`;

  it.each<[name: string, log: string, records: readonly string[], inside?: readonly string[]]>([
    ['of objects that are no records', '{"id":7,"parts":[{"x":1},{"x":2}]}', ['{"id":7,"parts":[{"x":1},{"x":2}]}'], ['parts']],
    ['one level down', '{"a":{"parts":[{"x":1},{"x":2}]}}', ['{"a":{"parts":[{"x":1},{"x":2}]}}'], ['a.parts']],
    ['in each of many records', `${history}\n${history}\n`, [history, history], ['history', 'history']],
    [
      'in an object that is an event',
      `{"time":"2022-03-01","action":"a","of":[${audit}]}`,
      [`{"time":"2022-03-01","action":"a","of":[${audit}]}`],
      ['of'],
    ],
    ['with a time beside it', `{"time":"2022-03-01","of":[${event}]}`, [`{"time":"2022-03-01","of":[${event}]}`], ['of']],
    [
      'under a known key behind a record',
      `${audit}\n{"id":1,"items":[{"x":1},{"x":2}]}`,
      [audit, '{"id":1,"items":[{"x":1},{"x":2}]}'],
      ['items'],
    ],
  ])('%s', (_, log, texts, inside) => {
    check(log, texts, inside);
  });

  it.each<[name: string, record: string]>([
    ['of one object', '{"id":7,"parts":[{"x":1}]}'],
    ['of texts', '{"id":7,"parts":["x","y"]}'],
    ['of nothing', '{"id":7,"parts":[]}'],
    ['in a record with a documented key', '{"parts":[{"x":1},{"x":2}],"resultType":"x"}'],
    ['beside a time', '{"ts":1646128800.5,"parts":[{"x":1},{"x":2}]}'],
    ['beside a time one level down', '{"id":{"time":"2022-03-01T10:00:00Z"},"parts":[{"x":1},{"x":2}]}'],
  ])('but not %s', (_, record) => {
    check(record, [record]);
  });
});

it('reads the same however the bytes of lists in objects come', () => {
  const key = fc.constantFrom('value', 'Items', 'rows', 'foo', 'time', 'action', 'operationName', 'nextLink', 'rec\\u006frds');
  const leaf = fc.constantFrom('1', '"2022-03-01"', 'null', audit, event, other, '{"x":1}', '[]');
  const value = fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc.tuple(key, fc.array(leaf, { minLength: 1, maxLength: 3 })).map(([name, items]) => `{"${name}":[${items.join(',')}]}`),
  );
  const object = fc
    .array(fc.tuple(key, value), { maxLength: 4 })
    .map((members) => `{${members.map(([name, of]) => `"${name}":${of}`).join(',')}}`);
  const log = fc.tuple(fc.array(object, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', ',', ''), fc.nat(3));
  fc.assert(
    fc.property(log, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }), ([objects, separator, cut], sizes) => {
      const text = objects.join(separator);
      const bytes = new TextEncoder().encode(text.slice(0, text.length - cut));
      expect(readAll(bytes, sizes)).toEqual(readAll(bytes));
    }),
    { numRuns: runs(1500) },
  );
});
