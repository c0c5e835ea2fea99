import type { CorpusCase } from '../corpusCase.ts';
import { fields, record } from './record.ts';

/** A record as Azure/ARO-RP writes it; values are replaced as source text. */
function pascalCase(second: number, values: Readonly<Record<string, string>> = {}): string {
  const all = {
    env_ver: '2.1',
    env_name: '"#Ifx.AuditSchema"',
    env_time: `"2020-11-23T18:23:0${second}Z"`,
    env_epoch: '"b1b8ad1c-3c0a-4a3e-9c3f-0f8fad5bd9cb"',
    env_seqNum: String(second),
    env_flags: '257',
    env_cloud_ver: '1.0',
    OperationName: '"SetCurrentPolicy"',
    Category: '"ResourceManagement"',
    Result: '{"ResultType":"ClientError","ResultDescription":"denied"}',
    CallerIdentities:
      '[{"CallerDisplayName":"Ann","CallerIdentityType":"UPN","CallerIdentityValue":"ann@contoso.com","CallerIpAddress":"10.0.0.1"}]',
    TargetResources: '[{"TargetResourceType":"ServiceRegion","TargetResourceName":"EastUS2"}]',
    ...values,
  };
  return `{${Object.entries(all)
    .map(([key, value]) => `"${key}":${value}`)
    .join(',')}}`;
}

/** A record of the newer Attestation logs, with what this format requires; its time as source text. */
function newer(time: string): string {
  const values = fields(1, {
    resourceId: '"/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/contoso"',
    traceContext: '"{\\"traceId\\":\\"e4c2\\",\\"parentId\\":\\"0000\\",}"',
    identity: '"{\\"callerAadUPN\\":\\"ann@contoso.com\\"}"',
    resultSignature: '"400"',
  });
  return values.replace(/"env_time":"[^"]*"/, () => `"Time":${time}`).replace(/"env_(?:ver|name)":"[^"]*",/g, '');
}

/** The whole record as JSON text in a field. */
function payload(text: string): string {
  return `{"payload":${JSON.stringify(text)}}`;
}

const pascalCaseMatches = {
  'result:ClientError category:ResourceManagement description:denied': 2,
  'caller.UPN:ann@contoso.com callerDisplayName:Ann ip:10.0.0.1 region:EastUS2': 2,
  'event:SetCurrentPolicy': 3,
};

/** Other writers, read into the documented fields and told of once for each kind. */
export const variantCases: readonly CorpusCase[] = [
  {
    file: 'variants/newer-attestation.ndjson',
    why: 'Newer Attestation logs have their time in “Time”, and JSON texts of their own, one of them with a trailing comma.',
    log: `⟨«${newer('"2021-11-03T19:33:54.3318081Z"')
      .replace('"resourceId"', '⟨"resourceId"⟩')
      .replace('"traceContext"', '⟨"traceContext"⟩')
      .replace('"identity"', '⟨"identity"⟩')
      .replace('"resultSignature"', '⟨"resultSignature"⟩')}»⟩\n«${newer('⟨"2021-11-03 19:34:55"⟩')}»\n«${newer('⟨"soon"⟩')}»\n`,
    findings: [
      'value.variant',
      'value.unknownKey /resourceId',
      'value.unknownKey /traceContext',
      'value.unknownKey /identity',
      'value.unknownKey /resultSignature',
      'value.timeZone /Time',
      'value.time /Time',
    ],
    time: ['2021-11-03T19:33:54.3318081Z', '2021-11-03 19:34:55'],
    matches: { 'resultGroup:clientError': 3, 'time:2021-11-03': 2, 'key.traceContext:*,}': 3 },
  },
  {
    file: 'variants/time-elsewhere.ndjson',
    why: 'A key “Time” beside env_time, or one that holds no text, is a key that nobody documents.',
    log: `${record(1, { resourceId: 'null', Time: '"2021-11-03T19:33:54Z"' }).replace('"resourceId"', '⟨"resourceId"⟩').replace('"Time"', '⟨"Time"⟩')}\n${record(2, { resourceId: 'null', Time: '5' })}\n`,
    findings: ['value.unknownKey /resourceId', 'value.unknownKey /Time'],
    matches: { 'time:2020-11-23': 2, 'key.Time:5': 1 },
  },
  {
    file: 'variants/result-signature.ndjson',
    why: 'Newer Attestation logs tell “Succeeded” with the status 400 beside it: the worse of the two counts.',
    log: [
      record(1, { resultType: '⟨"Succeeded"⟩', resultSignature: '"400"' }).replace('"resultSignature"', '⟨"resultSignature"⟩'),
      record(2, { resultType: '⟨"Succeeded"⟩', resultSignature: '"400"' }),
      record(3, { resultType: '⟨"Succeeded"⟩', resultSignature: '"200"' }),
      record(4, { resultType: '⟨"Succeeded"⟩', resultSignature: '503' }),
      record(5, { resultType: '"Failure"', resultSignature: '"404"' }),
      record(6, { resultType: '"ClientError"', resultSignature: '"\\u0035\\u00300"' }),
      record(7, { resultType: '"Success"' }),
    ]
      .join('\n')
      .concat('\n'),
    findings: [
      'value.spelling /resultType',
      'value.unknownKey /resultSignature',
      'value.spelling /resultType',
      'value.spelling /resultType',
      'value.spelling /resultType',
    ],
    matches: {
      'resultGroup:success': 2,
      'resultGroup:clientError': 2,
      'resultGroup:failure': 3,
      'resultGroup:other': 0,
      'result:Succeeded': 4,
      'result=Success': 1,
      'result:Succeeded -resultGroup:success': 3,
      'key.resultSignature:400': 2,
    },
  },
  {
    file: 'variants/pascal-case.ndjson',
    why: 'Another service writes the same records with other keys: they are read into the same fields.',
    log: `${record(0)}\n⟨«${pascalCase(1)}»⟩\n«${pascalCase(2)}»\n`,
    findings: ['value.variant'],
    matches: pascalCaseMatches,
  },
  {
    file: 'variants/pascal-case-faults.ndjson',
    why: 'Records of another writer are mapped first and judged then; places are those of the original.',
    log: `⟨«${pascalCase(1, {
      Result: '{"ResultType":⟨7⟩,"ResultDescription":null}',
      Category: '⟨"Attestation"⟩',
      CallerIdentities: '⟨[]⟩',
    })}»⟩\n⟨«${pascalCase(2, { OperationName: '⟨"SetPolicy"⟩', TargetResources: 'null' }).replace(',"TargetResources":null', '')}»⟩\n`,
    findings: [
      'value.variant',
      'value.unknownCategory /Category',
      'schema.type /Result/ResultType',
      'value.empty /CallerIdentities',
      'schema.required',
      'value.spelling /OperationName',
    ],
  },
  {
    file: 'variants/pascal-case-pairs.ndjson',
    why: 'A pair of another writer may lack one half, or be no pair; what is nobody’s key stays unknown.',
    log: `⟨«${pascalCase(1, {
      CallerIdentities: '[⟨{"CallerIdentityType":"UPN"}⟩,⟨⟨{}⟩⟩]',
      TargetResources: '[⟨7⟩,{"TargetResourceType":⟨"Enclave"⟩,"TargetResourceName":"e"}]',
      Result: '{"ResultType":"Success"},⟨"Colour"⟩:"red"',
    })}»⟩\n`,
    findings: [
      'value.variant',
      'value.unknownKey /Colour',
      'schema.required /CallerIdentities/0',
      'schema.required /CallerIdentities/1',
      'schema.required /CallerIdentities/1',
      'schema.type /TargetResources/0',
      'value.unknownTargetType /TargetResources/1/TargetResourceType',
    ],
  },
  {
    file: 'variants/pascal-case-mixed.ndjson',
    why: 'A documented key among those in PascalCase stands as it is, and counts where both casings of a key are there; a result may be text.',
    log: `⟨«${pascalCase(1)
      .replace(/"OperationName":"[^"]*",/, '')
      .slice(0, -1)},"operationName":"CreateInstance"}»⟩
«${pascalCase(2).replace('"OperationName"', '⟨"OperationName"⟩').slice(0, -1)},"operationName":"CreateInstance"}»
«${pascalCase(3, { Result: '"Success"' })}»\n«${pascalCase(4, { Result: '⟨7⟩' })}»\n`,
    findings: ['value.variant', 'value.unknownKey /OperationName', 'schema.type /Result'],
    matches: { 'operation:CreateInstance result:ClientError': 2, 'key.OperationName:SetCurrentPolicy': 1, 'result:Success': 1 },
  },
  {
    file: 'variants/payload.ndjson',
    why: 'Log pipelines put the whole record as text into a field of their own envelope.',
    log: `⟨«${payload(fields(1))}»⟩\n«${payload(fields(2, { resultType: '"Failure"' }))}»\n`,
    findings: ['value.variant'],
    matches: { 'caller:ann@contoso.com region:EastUS2': 2, 'result:Failure': 1, 'time:2020-11-23T18:23:02': 1 },
    time: ['2020-11-23T18:23:01Z', '2020-11-23T18:23:02Z'],
  },
  {
    file: 'variants/payload-faults.ndjson',
    why: 'A fault within a payload stands nowhere in the file but in the payload as a whole.',
    log: `⟨«${payload(fields(1, { resultType: '7' })).replace(/:(".*")/, ':⟨$1⟩')}»⟩\n`,
    findings: ['value.variant', 'schema.type /payload'],
  },
  {
    file: 'variants/payload-cut.ndjson',
    why: 'Shippers cut fields at some length: the record in the text is lost, and nothing of it is missing.',
    log: `«{"env_epoch":"A",⟨"payload"⟩:⟨${JSON.stringify(fields(1).slice(0, -40))}⟩}»\n⟨«${payload(fields(2))}»⟩\n`,
    findings: ['value.unknownKey /payload', 'syntax.invalid /payload', 'value.variant'],
  },
  {
    file: 'variants/payload-unknown-key.ndjson',
    why: 'An unknown key and a date of PowerShell within a payload are told where the payload stands.',
    log: `⟨«${payload(fields(1, { env_time: '"/Date(1606155809942)/"', extra: '1' })).replace(/:(".*")/, ':⟨⟨$1⟩⟩')}»⟩\n`,
    findings: ['value.variant', 'value.variant /payload', 'value.unknownKey /payload'],
    time: ['/Date(1606155809942)/', '/Date(1606155809942)/'],
  },
  {
    file: 'variants/payload-equal-keys.ndjson',
    why: 'Equal keys within a payload have one place, the payload, and are told there once for each key.',
    log: `⟨«${payload(fields(1).replace('{', '{"resultType":1,"resultType":2,"env_name":3,')).replace(/:(".*")/, ':⟨⟨$1⟩⟩')}»⟩\n`,
    findings: ['value.variant', 'syntax.duplicateKey /payload', 'syntax.duplicateKey /payload'],
  },
  {
    file: 'variants/payload-pascal-case.ndjson',
    why: 'Both at once: two kinds, each told once.',
    log: `⟨⟨«${payload(pascalCase(1))}»⟩⟩\n«${payload(pascalCase(2))}»\n${record(3)}\n`,
    findings: ['value.variant', 'value.variant'],
    matches: pascalCaseMatches,
  },
  {
    file: 'variants/collapsed.ndjson',
    why: 'PowerShell writes an array of one as its one item: that is of a wrong type, and is read nevertheless.',
    log: `${record(1, {
      auditEventCategory: '⟨"ResourceManagement"⟩',
      callerIdentities: '⟨{"callerIdentityType":"UPN","callerIdentity":"bob@contoso.com"}⟩',
      targetResources: '⟨{"targetResourceType":"ServiceRegion","targetResourceName":"WestEurope"}⟩',
    })}\n${record(2)}\n`,
    findings: ['schema.type /auditEventCategory', 'schema.type /callerIdentities', 'schema.type /targetResources'],
    matches: { 'category:ResourceManagement caller:bob@contoso.com region:WestEurope': 1, 'caller:ann@contoso.com': 1 },
  },
  {
    file: 'variants/collapsed-pascal-case.ndjson',
    why: 'PowerShell does the same to the records of the other writer.',
    log: `⟨«${pascalCase(1, {
      CallerIdentities:
        '⟨{"CallerDisplayName":"Ann","CallerIdentityType":"UPN","CallerIdentityValue":"ann@contoso.com","CallerIpAddress":"10.0.0.1"}⟩',
      TargetResources: '⟨{"TargetResourceType":"ServiceRegion","TargetResourceName":"EastUS2"}⟩',
    })}»⟩\n«${pascalCase(2)}»\n${record(3)}\n`,
    findings: ['value.variant', 'schema.type /CallerIdentities', 'schema.type /TargetResources'],
    matches: pascalCaseMatches,
  },
  {
    file: 'variants/hash-tables.ndjson',
    why: 'Beyond a depth of two PowerShell writes its own notation as text, which is no identity and no target.',
    log: `${record(1, {
      callerIdentities: '[⟨"@{callerIdentityType=UPN; callerIdentity=ann@contoso.com}"⟩]',
      targetResources: '⟨"@{targetResourceType=ServiceRegion; targetResourceName=EastUS2}"⟩',
    })}\n`,
    findings: ['schema.type /callerIdentities/0', 'schema.type /targetResources'],
  },
  {
    file: 'variants/dates.ndjson',
    why: 'Older .NET and PowerShell write times as milliseconds since 1970.',
    log: `${record(1, { env_time: '⟨"\\/Date(1606155809942)\\/"⟩' })}\n${record(2, { env_time: '"/Date(1606155810942)/"' })}\n`,
    findings: ['value.variant /env_time'],
    matches: { 'time:2020-11-23T18:23:29': 1, 'time>=2020-11-23T18:23:30.942': 1 },
    time: ['/Date(1606155809942)/', '/Date(1606155810942)/'],
  },
];
