import type { CorpusCase } from '../corpusCase.ts';
import { fields, record } from './record.ts';

/** The documented keys: those of which null is no value, and those of which it is the regular form of "absent". */
const keysWithValue = [
  'operationName',
  'resultType',
  'auditEventCategory',
  'callerIdentities',
  'targetResources',
  'env_ver',
  'env_name',
  'env_time',
];
const nullableKeys = [
  'resultDescription',
  'nCloud',
  'requestId',
  'callerIpAddress',
  'callerDisplayName',
  'ifxAuditFormat',
  'env_epoch',
  'env_seqNum',
  'env_popSample',
  'env_iKey',
  'env_flags',
  'env_cv',
  'env_os',
  'env_osVer',
  'env_appId',
  'env_appVer',
  'env_cloud_ver',
  'env_cloud_name',
  'env_cloud_role',
  'env_cloud_roleVer',
  'env_cloud_roleInstance',
  'env_cloud_environment',
  'env_cloud_location',
  'env_cloud_deploymentUnit',
];

function recordOf(keys: readonly string[], value: string): string {
  return `«{${keys.map((key) => `"${key}":${value}`).join(',')}}»`;
}

/** What the schema of a record refuses. */
export const schemaCases: readonly CorpusCase[] = [
  {
    file: 'schema/wrong-types.ndjson',
    why: 'Any documented key may have a value of a wrong type, each of which is an error at the value.',
    log: `${recordOf([...keysWithValue, ...nullableKeys], '⟨true⟩')}\n${record(2)}\n`,
    findings: [...keysWithValue, ...nullableKeys].map((key) => `schema.type /${key}`),
  },
  {
    file: 'schema/null.ndjson',
    why: 'null is how writers say “absent”, and is refused only where a value must be.',
    log: `${record(1, Object.fromEntries(nullableKeys.map((key) => [key, 'null'])))}\n${recordOf(keysWithValue, '⟨null⟩')}\n`,
    findings: keysWithValue.map((key) => `schema.type /${key}`),
  },
  {
    file: 'schema/numbers-and-texts.ndjson',
    why: 'Some writers give versions as numbers; a number in quotes is none.',
    log: `${record(1, { env_ver: '2.1', env_cloud_ver: '1.0' })}\n${record(2, { env_cloud_ver: '"1.0"', env_seqNum: '⟨"7"⟩', env_flags: '⟨"257"⟩', env_popSample: '⟨"0.0"⟩' })}\n`,
    findings: ['schema.type /env_seqNum', 'schema.type /env_flags', 'schema.type /env_popSample'],
  },
  {
    file: 'schema/nothing.ndjson',
    why: 'An object without any key lacks the five that are required, each told at the object.',
    log: '⟨⟨⟨⟨⟨«{}»⟩⟩⟩⟩⟩\n',
    findings: Array.from({ length: 5 }, () => 'schema.required'),
  },
  {
    file: 'schema/pairs-lacking.ndjson',
    why: 'Of an identity or a target one half may be missing, told at the pair.',
    log: `${record(1, {
      callerIdentities: '[{"callerIdentityType":"UPN","callerIdentity":"ann@contoso.com"},⟨{"callerIdentityType":"UPN"}⟩]',
      targetResources: '[⟨{"targetResourceName":"EastUS2"}⟩]',
    })}\n${record(2, { targetResources: '[⟨⟨{}⟩⟩]' })}\n`,
    findings: [
      'schema.required /callerIdentities/1',
      'schema.required /targetResources/0',
      'schema.required /targetResources/0',
      'schema.required /targetResources/0',
    ],
  },
  {
    file: 'schema/pairs-wrong.ndjson',
    why: 'Items of lists may be of a wrong type, and so may be what they hold.',
    log: `${record(1, {
      auditEventCategory: '["ApplicationManagement",⟨7⟩,⟨null⟩]',
      callerIdentities: '[⟨"ann@contoso.com"⟩,{"callerIdentityType":⟨1⟩,"callerIdentity":⟨null⟩}]',
      targetResources: '[⟨[]⟩,{"targetResourceType":"ServiceRegion","targetResourceName":⟨["EastUS2"]⟩}]',
    })}\n`,
    findings: [
      'schema.type /auditEventCategory/1',
      'schema.type /auditEventCategory/2',
      'schema.type /callerIdentities/0',
      'schema.type /callerIdentities/1/callerIdentityType',
      'schema.type /callerIdentities/1/callerIdentity',
      'schema.type /targetResources/0',
      'schema.type /targetResources/1/targetResourceName',
    ],
  },
  {
    file: 'schema/bounds.ndjson',
    why: 'A required text must not be empty, and a rate of sampling lies between 0 and 100.',
    log: `«${fields(1, { operationName: '⟨""⟩', resultType: '⟨""⟩', env_popSample: '⟨100.5⟩' })}»\n${record(2, { env_popSample: '⟨-0.1⟩' })}\n${record(3, { env_popSample: '100' })}\n`,
    findings: ['schema.value /operationName', 'schema.value /resultType', 'schema.value /env_popSample', 'schema.value /env_popSample'],
  },
];
