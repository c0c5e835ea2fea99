import { beforeEach, describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { encodeText } from '../../../../src/core/json/utf8.ts';
import { RecordTable, validTime } from '../../../../src/engine/columns/recordTable.ts';
import { RoleReader } from '../../../../src/engine/ingest/general/roleReader.ts';
import { RecordFields } from '../../../../src/engine/ingest/values/recordFields.ts';
import { ValueReader } from '../../../../src/engine/ingest/values/valueReader.ts';
import { RecordWalker } from '../../../../src/engine/ingest/walk/recordWalker.ts';
import { inventedRecords } from '../../../core/formats/inventedRecords.ts';

const cloudTrail = builtInFormats.forms.find(({ format }) => format.id === 'cloudTrail')!;

let table: RecordTable;
let roles: RoleReader;
let walker: RecordWalker;
/** Which roles were read by their values, record by record. */
let read: string[][];

beforeEach(() => {
  table = new RecordTable(1);
  roles = new RoleReader(table, 1, new ValueReader(table, 1).targets);
  walker = RecordWalker.create(builtInFormats, 1)!;
  read = [];
});

/** What the columns say of each record: as the kernel has it, and as the reader of roles has it. */
function fieldsOf(records: readonly object[]): void {
  const bytes = encodeText(records.map((record) => JSON.stringify(record)).join('\n'));
  let start = 0;
  for (const record of records) {
    const end = walker.scan(cloudTrail, bytes, start, bytes.length, roles.idSeed(cloudTrail));
    expect(end).toBe(start + encodeText(JSON.stringify(record)).length);
    const { form, record: walked } = walker;
    const asked: string[] = [];
    form!.fields.format = roles.formatId(cloudTrail);
    form!.states.read(walked, form!.fields, (compiled, source, fields, open) => {
      asked.push(...Object.entries(open).flatMap(([role, isOpen]) => (isOpen ? [role] : [])));
      roles.readRoles(compiled, source, fields, open);
    });
    read.push(asked);
    const wanted = new RecordFields();
    roles.read(cloudTrail, walked, wanted);
    if (wanted.timeState !== validTime) {
      // Nobody asks when.
      Object.assign(wanted.time, form!.fields.time);
    }
    expect(form!.fields).toEqual(wanted);
    start = end + 1;
  }
}

const sound = inventedRecords.cloudTrail;

describe('the states of roles', () => {
  it('are read once, and looked up after that', () => {
    fieldsOf(Array.from({ length: 30 }, () => sound));
    expect(read[0]).toContain('callers');
    expect(read.slice(1).flat()).toEqual([]);
  });

  it('are those of the values that the record has', () => {
    fieldsOf(
      Array.from({ length: 60 }, (_, index) => ({
        ...sound,
        eventName: `Get${index % 3}`,
        sourceIPAddress: index % 5 === 0 ? undefined : `203.0.113.${index % 4}`,
        userIdentity: { ...sound.userIdentity, arn: `arn:aws:iam::111122223333:user/u${index % 7}` },
        errorCode: index % 2 === 0 ? 'AccessDenied' : undefined,
        requestID: `r-${index}`,
        eventID: index % 9 === 0 ? '' : `e-${index}`,
        eventTime: index % 11 === 0 ? 'yesterday' : `2026-01-01T00:00:${String(index % 60).padStart(2, '0')}Z`,
      })),
    );
    const callers = read.filter((asked) => asked.includes('callers'));
    expect(callers).toHaveLength(7);
    expect(read[33]).toContain('time');
  });

  it('are not kept of values that are new in each record', () => {
    const names = Array.from({ length: 2000 }, (_, index) => ({ ...sound, eventName: `Get${index}` }));
    fieldsOf(names);
    const before = read.length;
    fieldsOf(names.slice(0, 100));
    expect(read.slice(before).flat()).toEqual([]);
    const last = read.length;
    fieldsOf(names.slice(-100));
    expect(read.slice(last).every((asked) => asked.includes('operation'))).toBe(true);
  });

  it('hold also where a value comes twice, is an escape, a number or nothing', () => {
    fieldsOf([
      { ...sound, eventName: 'A"b', sourceIPAddress: 'A"b' },
      { ...sound, eventName: 'A"b', sourceIPAddress: 7 },
      { ...sound, eventName: null, sourceIPAddress: {} },
      { ...sound, eventName: [], resources: [] },
      { ...sound, resources: [{ ARN: 'arn:aws:s3:::b' }, { ARN: 'arn:aws:s3:::b' }, 'text', 1] },
      sound,
    ]);
    expect(read).toHaveLength(6);
  });
});
