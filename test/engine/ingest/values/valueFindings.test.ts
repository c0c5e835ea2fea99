import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { parseValueTree } from '../../../../src/core/json/valueTree.ts';
import { checkRecord } from '../../../../src/core/rules/checkRecord.ts';
import { keyNumbers } from '../../../../src/engine/ingest/values/keys.ts';
import { RecordFields } from '../../../../src/engine/ingest/values/recordFields.ts';
import { RecordLayout } from '../../../../src/engine/ingest/values/recordLayout.ts';
import { ValueFindings } from '../../../../src/engine/ingest/values/valueFindings.ts';
import { similarRecords } from '../../generateSimilar.ts';
import { variedLogs } from '../../generateVaried.ts';
import { ScannedRecords } from '../scannedRecords.ts';
import { runs } from '../../../runs.ts';

const encoder = new TextEncoder();

/** Findings as `code text arguments` with the text that each of them is about. */
function findingsOf(text: string): readonly string[] {
  const records = new ScannedRecords();
  const bytes = encoder.encode(text);
  const fields = records.read(bytes);
  // Meanwhile targets of another record are read.
  const others = encoder.encode('[{"targetResourceType":"Environment","targetResourceName":"E"}]');
  records.values.read(new RecordFields(), new RecordLayout(), keyNumbers.targets, others, 0, others.length, 'plain');
  const found = new ValueFindings(records.table, records.values).of(bytes, records.layout, fields);
  return found.map(({ code, pointer, start, end, args }) => `${code} ${pointer} ${text.slice(start, end)} ${args.join(' ')}`.trim());
}

const callers = (...values: readonly string[]): string =>
  `{"callerIdentities":[${values.map((value) => `{"callerIdentityType":"UPN","callerIdentity":"${value}"}`).join(',')}]}`;
const targets = (...pairs: readonly (readonly [type: string, name: string])[]): string =>
  `{"targetResources":[${pairs.map(([type, name]) => `{"targetResourceType":"${type}","targetResourceName":"${name}"}`).join(',')}]}`;
const resource = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/p';

describe('the findings of the values of a record', () => {
  it.each<[text: string, findings: readonly string[]]>([
    ['{"operationName":"SetCurrentPolicy","resultType":"Success","callerIpAddress":"::1"}', []],
    ['{"operationName":"Nonsense"}', ['value.unknownOperation /operationName "Nonsense" Nonsense']],
    ['{"operationName":null,"resultType":null,"callerIpAddress":null,"env_time":null}', []],
    ['{"resultType":"success"}', ['value.spelling /resultType "success" success Success']],
    ['{"callerIpAddress":"nowhere"}', ['value.addressForm /callerIpAddress "nowhere" nowhere']],
    ['{"callerIpAddress":""}', ['value.empty /callerIpAddress "" callerIpAddress null']],
    ['{"env_cv":""}', ['value.empty /env_cv "" env_cv null']],
    ['{"env_ver":"3"}', ['value.version /env_ver "3" env_ver 3 2.1']],
    ['{"env_popSample":101}', ['schema.value /env_popSample 101 env_popSample maximum 100']],
    ['{"env_time":"yesterday"}', ['value.time /env_time "yesterday" yesterday']],
    ['{"env_time":"2020-11-23T18:23:29"}', ['value.timeZone /env_time "2020-11-23T18:23:29" 2020-11-23T18:23:29']],
    ['{"env_time":"2020-11-23T18:23:29Z","unheardOf":"","resultSignature":""}', []],
  ])('%s', (text, findings) => {
    expect(findingsOf(text)).toEqual(findings);
  });

  it('come in the order of the text', () => {
    expect(findingsOf('{"resultType":"success","env_cv":"","operationName":"Nonsense"}').map((one) => one.split(' ')[1])).toEqual([
      '/resultType',
      '/env_cv',
      '/operationName',
    ]);
    const valueFirst = '{"callerIdentities":[{"callerIdentity":"nobody","callerIdentityType":"upn"}]}';
    expect(findingsOf(valueFirst).map((one) => one.split(' ')[1])).toEqual([
      '/callerIdentities/0/callerIdentity',
      '/callerIdentities/0/callerIdentityType',
    ]);
  });

  it('are about the category that they are of', () => {
    expect(findingsOf('{"auditEventCategory":["Authentication", "authentication" ,"Authentication","Odd"]}')).toEqual([
      'value.spelling /auditEventCategory/1 "authentication" authentication Authentication',
      'value.unknownCategory /auditEventCategory/3 "Odd" Odd',
    ]);
    expect(findingsOf('{"auditEventCategory":[null,"Odd"]}')).toEqual(['value.unknownCategory /auditEventCategory/1 "Odd" Odd']);
  });

  it('are about the identity that they are of', () => {
    expect(findingsOf(callers('a@b', 'nobody', '', 'c@d'))).toEqual([
      'value.identityForm /callerIdentities/1/callerIdentity "nobody" UPN nobody',
      'value.empty /callerIdentities/2/callerIdentity "" callerIdentity',
    ]);
  });

  it.each([0, 1, 2])('are about the target that they are of, with a resource id at %i', (at) => {
    const pairs = [
      ['Environment', ''],
      ['Strange', 'x'],
    ] as const;
    const placed = [...pairs.slice(0, at), ['ResourceId', resource] as const, ...pairs.slice(at)];
    const [empty, strange] = [at > 0 ? 0 : 1, at > 1 ? 1 : 2];
    expect(findingsOf(targets(...placed))).toEqual([
      `value.empty /targetResources/${empty}/targetResourceName "" targetResourceName`,
      `value.unknownTargetType /targetResources/${strange}/targetResourceType "Strange" Strange`,
    ]);
  });

  it.each(['callerIdentities', 'targetResources'])('tell of empty %s, but of a heartbeat', (key) => {
    expect(findingsOf(`{"${key}":[ ],"operationName":"SetCurrentPolicy"}`)).toEqual([`value.empty /${key} [ ] ${key}`]);
    expect(findingsOf(`{"${key}":[],"operationName":"IFxAuditHeartBeatOperationIFx"}`)).toEqual([]);
  });

  it('are those of the record alone, and the same each time', () => {
    const records = new ScannedRecords();
    const findings = new ValueFindings(records.table, records.values);
    const countIn = (text: string): number => {
      const bytes = encoder.encode(text);
      const fields = records.read(bytes);
      return findings.of(bytes, records.layout, fields).length;
    };
    const texts = ['{"operationName":"Nonsense"}', callers('nobody', 'nobody'), '{"operationName":"CreateInstance"}'];
    expect([...texts, ...texts].map(countIn)).toEqual([1, 2, 0, 1, 2, 0]);
  });
});

it('which operations are the heartbeat is told by their ids', () => {
  const { table, values } = new ScannedRecords();
  const findings = new ValueFindings(table, values);
  const ids = ['ifxaudit heartbeatoperationIFX', 'SetCurrentPolicy'].map((text) => table.operations.internText(text));
  expect([...ids, 0].map((id) => findings.isHeartbeat(id))).toEqual([true, false, false]);
});

describe('of a regular record', () => {
  it.each([
    ['similar', similarRecords],
    ['varied', variedLogs],
  ])('whose values alone are at fault they are what the specification tells: %s records', (_, logs) => {
    let regular = 0;
    fc.assert(
      fc.property(logs, (lines) => {
        const records = new ScannedRecords();
        const findings = new ValueFindings(records.table, records.values);
        for (const line of lines) {
          const bytes = encoder.encode(line);
          const fields = records.read(bytes);
          const specified = checkRecord(bytes, parseValueTree(bytes, 0, bytes.length), builtInFormats);
          if (records.values.isRegular && specified.every(({ code }) => !code.startsWith('schema.'))) {
            regular++;
            expect(findings.of(bytes, records.layout, fields)).toEqual(specified);
          }
        }
      }),
      { numRuns: runs(60) },
    );
    expect(regular).toBeGreaterThan(200);
  });
});
