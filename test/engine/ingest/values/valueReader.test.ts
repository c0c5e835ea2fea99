import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../../src/core/record/parseTime.ts';
import { ticksOf } from '../../../../src/core/record/ticks.ts';
import { hashBytes } from '../../../../src/engine/columns/byteHash.ts';
import { viewOf } from '../../../../src/engine/columns/byteView.ts';
import { invalidTime, noTime, RecordTable, validTime } from '../../../../src/engine/columns/recordTable.ts';
import { keyNumbers, numberedKeys } from '../../../../src/engine/ingest/values/keys.ts';
import { RecordFields } from '../../../../src/engine/ingest/values/recordFields.ts';
import { RecordLayout } from '../../../../src/engine/ingest/values/recordLayout.ts';
import type { Writing } from '../../../../src/engine/ingest/values/values.ts';
import { ValueReader } from '../../../../src/engine/ingest/values/valueReader.ts';
import { ingestSeed } from '../scannedRecords.ts';

const undocumented = keyNumbers.signature + 1;

/** Reads values of one record one after the other. */
class Reading {
  readonly table = new RecordTable(ingestSeed);
  readonly values = new ValueReader(this.table, ingestSeed);
  readonly fields = new RecordFields();
  readonly layout = new RecordLayout();

  read(key: number, json: string, writing: Writing = 'escaped'): this {
    const bytes = new TextEncoder().encode(`:${json},`);
    const end = bytes.length - 1;
    this.values.read(this.fields, this.layout, key, bytes, 1, end, writing, hashBytes(viewOf(bytes), 2, end - 1, ingestSeed));
    return this;
  }

  get noted(): readonly [clean: boolean, isRegular: boolean, hasEmptyPairs: boolean] {
    const { clean, isRegular, hasEmptyPairs } = this.values;
    return [clean, isRegular, hasEmptyPairs];
  }
}

function read(key: string, json: string, writing?: Writing): Reading {
  return new Reading().read(numberedKeys.indexOf(key) + 1, json, writing);
}

describe('a text with a column', () => {
  it.each(['operation', 'result', 'description', 'address', 'displayName', 'epoch', 'cloudRole', 'cloudRoleInstance'] as const)(
    'has one id however it is written, and none if it is null: %s',
    (name) => {
      const keys = {
        operation: 'operationName',
        result: 'resultType',
        description: 'resultDescription',
        address: 'callerIpAddress',
        displayName: 'callerDisplayName',
        epoch: 'env_epoch',
        cloudRole: 'env_cloud_role',
        cloudRoleInstance: 'env_cloud_roleInstance',
      } as const;
      const reading = new Reading();
      const idOf = (json: string, writing: Writing): number =>
        reading.read(numberedKeys.indexOf(keys[name]) + 1, json, writing).fields[name];
      const ids = [idOf('"first"', 'plain'), idOf('"f\\u0069rst"', 'escaped'), idOf('"first"', 'hashed'), idOf('"other"', 'plain')];
      expect(ids).toEqual([1, 1, 1, 2]);
      expect([idOf('null', 'plain'), idOf('12', 'plain')]).toEqual([0, 3]);
    },
  );
});

describe('what is noted of a value', () => {
  it.each<[key: string, json: string, clean: boolean, isRegular: boolean]>([
    ['operationName', '"SetCurrentPolicy"', true, true],
    ['operationName', '"Nonsense"', false, true],
    ['operationName', 'null', true, true],
    ['resultType', '"Success"', true, true],
    ['resultType', '"success"', false, true],
    ['callerIpAddress', '"192.0.2.1"', true, true],
    ['callerIpAddress', '"nowhere"', false, true],
    ['callerDisplayName', '"Dana"', true, true],
    ['callerDisplayName', '""', false, true],
    ['auditEventCategory', '[ "ApplicationManagement" , "Authentication" ]', true, true],
    ['auditEventCategory', '["Nonsense"]', false, true],
    ['auditEventCategory', '["ApplicationManagement",null]', true, false],
    ['auditEventCategory', '"ApplicationManagement"', true, false],
    ['env_time', '"2020-11-23T18:23:29Z"', true, true],
    ['env_time', '"2020-11-23T18:23:29"', false, true],
    ['env_time', '"yesterday"', false, true],
    ['env_time', '7', false, true],
    ['env_seqNum', '18446744073709551615', true, true],
    ['env_seqNum', '18446744073709551616', true, false],
    ['env_seqNum', '-1', true, false],
    ['env_seqNum', '"7"', true, false],
    ['env_ver', '"2.1"', true, true],
    ['env_ver', '"3"', false, true],
    ['env_popSample', '101', false, true],
    ['env_flags', '9007199254740993', true, false],
    ['env_cv', '[{"a":1,"b":[]}]', true, true],
    ['env_cv', '{"a":1,"a":2}', true, false],
  ])('%s: %s', (key, json, clean, isRegular) => {
    expect(read(key, json).noted).toEqual([clean, isRegular, false]);
  });

  it.each<[key: string, json: string, clean: boolean, isRegular: boolean, hasEmptyPairs: boolean]>([
    ['callerIdentities', '[]', true, true, true],
    ['callerIdentities', '[{"callerIdentityType":"UPN","callerIdentity":"a@b"}]', true, true, false],
    ['callerIdentities', '[{"callerIdentityType":"UPN","callerIdentity":"a"}]', false, true, false],
    ['callerIdentities', '[{"callerIdentityType":"UPN"}]', true, false, false],
    ['callerIdentities', 'null', true, false, false],
    ['targetResources', '[ ]', true, true, true],
    ['targetResources', '[{"targetResourceName":"EastUS","targetResourceType":"ServiceRegion"}]', true, true, false],
    ['targetResources', '[{"targetResourceName":"","targetResourceType":"ServiceRegion"}]', false, true, false],
    ['targetResources', '{"targetResourceName":"EastUS","targetResourceType":"ServiceRegion"}', true, false, false],
  ])('%s: %s, pairs', (key, json, ...noted) => {
    expect(read(key, json).noted).toEqual(noted);
  });

  it('stays until the next record begins', () => {
    const reading = read('operationName', '"Nonsense"').read(keyNumbers.callers, '[]').read(keyNumbers.sequence, '-1');
    expect(reading.read(keyNumbers.operation, '"CreateInstance"').noted).toEqual([false, false, true]);
    reading.values.begin();
    expect(reading.noted).toEqual([true, true, false]);
  });

  it.each([
    ['1', true],
    ['[1]', true],
    ['9007199254740993', false],
    ['[1e400]', false],
  ])('under a key that nothing documents is whether numbers are lost: %s', (json, isRegular) => {
    expect(new Reading().read(undocumented, json).noted).toEqual([true, isRegular, false]);
  });
});

describe('a value is read for', () => {
  it.each<[json: string, state: number, ticks: bigint | undefined]>([
    ['"2020-11-23T18:23:29.9427158Z"', validTime, parseTime('2020-11-23T18:23:29.9427158Z')?.ticks],
    ['"2020-11-23T18:23:29\\u005a"', validTime, parseTime('2020-11-23T18:23:29Z')?.ticks],
    ['"yesterday"', invalidTime, undefined],
    ['1606155809', invalidTime, undefined],
    ['null', noTime, undefined],
  ])('its time: %s', (json, state, ticks) => {
    const { timeState, time } = read('env_time', json, json.includes('\\') ? 'escaped' : 'plain').fields;
    expect([timeState, timeState === validTime ? ticksOf(time.day, time.ticksOfDay) : undefined]).toEqual([state, ticks]);
  });

  it.each<[json: string, sequence: number | bigint | undefined]>([
    ['7', 7],
    ['7.0', 7],
    ['18446744073709551615', 18446744073709551615n],
    ['18446744073709551616', Infinity],
    ['-1', Infinity],
    ['1.5', Infinity],
    ['"7"', Infinity],
    ['null', undefined],
  ])('its sequence number: %s', (json, sequence) => {
    expect(read('env_seqNum', json).fields.sequence).toBe(sequence);
  });

  it.each<[json: string, texts: readonly string[]]>([
    ['[]', []],
    ['null', []],
    ['"one"', ['one']],
    ['[ "one" ,\n"t\\u0077o" , "one" ]', ['one', 'two', 'one']],
    ['[["a, b]"],7]', ['["a, b]"]', '7']],
  ])('its categories: %s', (json, texts) => {
    // Of another record, whose list is done with.
    const { table, fields } = read('auditEventCategory', '["of another"]').read(keyNumbers.category, json);
    expect([...table.categoryLists.list(fields.categories)].map((id) => table.categoryNames.text(id))).toEqual(texts);
  });

  it.each([
    ['"400"', 'clientError'],
    ['503', 'failure'],
    ['"200"', undefined],
    ['null', undefined],
  ])('what its signature makes of the result: %s', (json, group) => {
    expect(new Reading().read(keyNumbers.signature, json).fields.signature).toBe(group);
  });

  it('its request, without regard to case', () => {
    const [one, other, upper, none] = ['"r1"', '"r2"', '"R1"', 'null'].map((json) => read('requestId', json).fields.request);
    expect([one === upper, one === other, one === 0, none]).toEqual([true, false, false, 0]);
  });

  it('its pairs, whose places are left behind if they are regular', () => {
    const caller = '{"callerIdentityType":"UPN","callerIdentity":"a@b"}';
    const regular = read('callerIdentities', `[${caller}]`);
    const { callers } = regular.layout;
    expect([callers.count, callers.typeStart(0), callers.typeEnd(0), callers.valueStart(0), callers.valueEnd(0)]).toEqual([
      1, 24, 29, 47, 52,
    ]);
    const collapsed = read('callerIdentities', caller);
    expect([collapsed.layout.callers.count, collapsed.fields.caller, regular.fields.caller]).toEqual([0, 1, 1]);
    const ids = collapsed.table.callers.list(1);
    expect([collapsed.table.identityTypes.text(ids[0] ?? 0), collapsed.table.identities.text(ids[1] ?? 0)]).toEqual(['UPN', 'a@b']);
  });
});
