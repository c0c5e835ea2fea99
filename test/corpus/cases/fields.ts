import type { CorpusCase } from '../corpusCase.ts';
import { documentedRecord } from './documentedRecord.ts';
import { categories, freeIdentities, guidIdentities, synonyms } from './knownValues.ts';
import { identities, targets } from './pairs.ts';
import { record } from './record.ts';

type Values = Readonly<Record<string, string>>;

function lines(...values: readonly Values[]): string {
  return values.map((one, index) => `${record(index + 1, one)}\n`).join('');
}

const guid = '"0f8fad5b-d9cb-469f-a165-70867728950e"';
const instance = '/resourceGroups/rg/providers/Microsoft.Attestation/attestationProviders/contoso"';

/** Values that are judged one by one: what is unknown is a warning, and what is remarkable is information. */
export const fieldCases: readonly CorpusCase[] = [
  {
    file: 'fields/documented.ndjson',
    why: 'The record of the documentation has neither errors nor warnings; its placeholders are no identities.',
    log: `${documentedRecord('"<some object ID>"', '"<some tenant ID>"').replaceAll(/"<some (?:object|tenant) ID>"/g, '⟨$&⟩')}\n`,
    findings: ['value.identityForm /callerIdentities/0/callerIdentity', 'value.identityForm /callerIdentities/1/callerIdentity'],
    time: ['2020-11-23T18:23:29.9427158Z', '2020-11-23T18:23:29.9427158Z'],
  },
  {
    file: 'fields/known.ndjson',
    why: 'All values that are known, in their regular spelling: nothing is to be said of them.',
    log: lines(
      ...['CreateInstance', 'DestroyInstance', 'AddPolicyCertificate', 'RemovePolicyCertificate'].map(operation),
      ...['ResetAttestationPolicy', 'PrepareToUpdatePolicy'].map(operation),
      ...['ClientError', 'Failure', 'Timeout'].map((name) => ({ resultType: `"${name}"` })),
      { auditEventCategory: JSON.stringify(categories) },
      identities(...freeIdentities.map((type) => [`"${type}"`, '"x"'] as const)),
      identities(...guidIdentities.map((type) => [`"${type}"`, guid] as const)),
      targets(
        ['"Environment"', '"PublicCloud"'],
        ['"ServiceRegion"', '"East US 2"'],
        ['"ServiceRole"', '"AttestationRpType"'],
        ['"ServiceRoleInstance"', '"IN_0"'],
        ['"ResourceId"', `"/subscriptions/s${instance}`],
        ['"ResourceRegion"', '"eastus2"'],
      ),
    ),
  },
  {
    file: 'fields/unknown.ndjson',
    why: 'Lists of known values are open: another one is a warning, and the record is valid.',
    log: lines(
      { operationName: '⟨"AttestSgxEnclave"⟩' },
      { resultType: '⟨"Denied"⟩' },
      { auditEventCategory: '["Other",⟨"Attestation"⟩]' },
      identities(['⟨"Badge"⟩', '"7"']),
      targets(['"ServiceRegion"', '"EastUS2"'], ['⟨"Enclave"⟩', '"e"']),
    ),
    findings: [
      'value.unknownOperation /operationName',
      'value.unknownResult /resultType',
      'value.unknownCategory /auditEventCategory/1',
      'value.unknownIdentityType /callerIdentities/0/callerIdentityType',
      'value.unknownTargetType /targetResources/1/targetResourceType',
    ],
    matches: { 'event:"Set Current Policy"': 4, 'resultGroup:other': 1, 'caller.Badge:7': 1, 'target.Enclave:e': 1 },
  },
  {
    file: 'fields/unknown-format.ndjson',
    why: 'Records that no format is recognised in are reported once, as what they are not, and those of another format not at all.',
    log: [
      '«{"eventVersion":"1.08","eventName":"GetBucketAcl","userIdentity":{"type":"IAMUser"},"eventID":"1"}»',
      '«{"eventVersion":"1.08","eventName":"DeleteTrail","userIdentity":{"type":"Root"},‹"eventID"›:"2",⟨"eventID"⟩:"3"}»',
      record(1),
      '«⟨{⟩"level":"info","msg":"started"}»',
      '',
    ].join('\n'),
    findings: ['syntax.duplicateKey /eventID', 'value.unknownFormat '],
    matches: {
      'finding:value.unknownFormat': 1,
      'text:DeleteTrail': 1,
      'finding:error': 0,
      'format:cloudTrail': 2,
      'operation:DeleteTrail': 1,
    },
  },
  {
    file: 'fields/synonyms.ndjson',
    why: 'The service has used other names for its events over the years; case and blanks do not matter.',
    log: lines(...synonyms.map((name) => ({ operationName: `⟨"${name}"⟩` }))),
    findings: synonyms.map(() => 'value.spelling /operationName'),
    matches: {
      'event:AddPolicyCertificate': 2,
      'event:SetCurrentPolicy': 5,
      'event:ResetAttestationPolicy': 2,
      'event:PrepareToUpdatePolicy': 1,
    },
  },
  {
    file: 'fields/spellings.ndjson',
    why: 'Other spellings of known values count together with them, and are told of.',
    log: lines(
      ...['Succeeded', 'Client Error', 'Fail', 'Failed', 'TIMEOUT'].map((name) => ({ resultType: `⟨"${name}"⟩` })),
      { auditEventCategory: '[⟨"applicationmanagement"⟩]' },
      identities(['⟨"upn"⟩', '"ann@contoso.com"'], ['⟨"Object ID"⟩', guid]),
      targets(['⟨"Service Region"⟩', '"EastUS2"']),
    ),
    findings: [
      ...Array.from({ length: 5 }, () => 'value.spelling /resultType'),
      'value.spelling /auditEventCategory/0',
      'value.spelling /callerIdentities/0/callerIdentityType',
      'value.spelling /callerIdentities/1/callerIdentityType',
      'value.spelling /targetResources/0/targetResourceType',
    ],
    matches: { 'resultGroup:success': 4, 'resultGroup:clientError': 1, 'resultGroup:failure': 3 },
  },
  {
    file: 'fields/empty.ndjson',
    why: 'Empty lists of identities or targets, and empty text where null is usual, are worth a hint.',
    log: lines(
      { callerIdentities: '⟨[]⟩' },
      { targetResources: '⟨[]⟩' },
      { resultDescription: '⟨""⟩', callerIpAddress: '⟨""⟩', env_cloud_location: '⟨""⟩' },
    ),
    findings: [
      'value.empty /callerIdentities',
      'value.empty /targetResources',
      'value.empty /resultDescription',
      'value.empty /callerIpAddress',
      'value.empty /env_cloud_location',
    ],
  },
  {
    file: 'fields/identity-forms.ndjson',
    why: 'A UPN has an @, and directory ids are GUIDs: another form is a masked value or a mistake.',
    log: lines(
      identities(['"UPN"', '⟨"ann"⟩'], ['"ObjectID"', '⟨"1234"⟩']),
      identities(['"TenantId"', guid.toUpperCase()], ['"Username"', '"ann"']),
    ),
    findings: ['value.identityForm /callerIdentities/0/callerIdentity', 'value.identityForm /callerIdentities/1/callerIdentity'],
  },
  {
    file: 'fields/resource-forms.ndjson',
    why: 'Resource ids are compared without regard to case, and take no other form.',
    log: lines(
      targets(['"ResourceId"', `"/SUBSCRIPTIONS/S${instance.toUpperCase()}`]),
      targets(['"ResourceId"', `"/subscriptions/s${instance}`], ['"ResourceId"', '⟨"contoso"⟩']),
      targets(['"ResourceId"', '⟨"/subscriptions/s"⟩']),
    ),
    findings: ['value.resourceForm /targetResources/1/targetResourceName', 'value.resourceForm /targetResources/0/targetResourceName'],
    matches: { 'instance:contoso': 2, 'subscription:s': 3 },
  },
  {
    file: 'fields/addresses.ndjson',
    why: 'Addresses come as IPv4, IPv6 or IPv4 within IPv6, each with or without a port.',
    log: lines(
      ...['10.0.0.1', '10.0.0.1:443', '2001:db8::1', '[2001:db8::1]:443'].map(address),
      ...['::ffff:10.0.0.1', '[::ffff:10.0.0.1]:443', '::ffff:10.0.0.1:443'].map(address),
      ...['10.0.0.300', '10.0.0.1:99999', 'localhost', '10.0.0.1, 10.0.0.2', '01.2.3.4'].map((text) => ({
        callerIpAddress: `⟨"${text}"⟩`,
      })),
    ),
    findings: Array.from({ length: 5 }, () => 'value.addressForm /callerIpAddress'),
  },
  {
    file: 'fields/regions.ndjson',
    why: 'Service and resource lie in two regions: a failover, or a record that was changed.',
    log: lines(targets(['"ServiceRegion"', '"EastUS2"'], ['"ResourceRegion"', '⟨"WestEurope"⟩'])),
    findings: ['value.regionMismatch /targetResources/1/targetResourceName'],
    matches: { 'region:WestEurope': 1, 'region:EastUS2': 1 },
  },
  {
    file: 'fields/admin-only.ndjson',
    why: 'Only admins of the service may rehydrate tenants, so that is always worth a look.',
    log: lines({ operationName: '⟨"RehydrateTenantsAfterDisaster"⟩' }),
    findings: ['value.adminOnly /operationName'],
  },
  {
    file: 'fields/versions.ndjson',
    why: 'Another name or version of the schema: the record may follow other rules.',
    log: lines({ env_name: '⟨"#Ifx.Other"⟩', env_ver: '⟨"4.0"⟩' }, { env_ver: '⟨2.2⟩' }),
    findings: ['value.version /env_ver', 'value.version /env_name', 'value.version /env_ver'],
  },
  {
    file: 'fields/unknown-keys.ndjson',
    why: 'Keys that nothing documents are allowed, and told once for each key and log.',
    log: lines(
      { env_cv: 'null,⟨"traceId"⟩:7' },
      { env_cv: 'null,"traceId":8,⟨"a/b~c"⟩:{"n":⟨9007199254740993⟩}' },
      { env_cv: 'null,⟨"payload"⟩:"no record",⟨"Category"⟩:"none of this writer’s keys"' },
    ),
    findings: [
      'value.unknownKey /traceId',
      'value.unknownKey /a~1b~0c',
      'value.number /a~1b~0c/n',
      'value.unknownKey /payload',
      'value.unknownKey /Category',
    ],
    matches: { 'key.traceId:7': 1 },
  },
];

function operation(name: string): Values {
  return { operationName: `"${name}"` };
}

function address(text: string): Values {
  return { callerIpAddress: `"${text}"` };
}
