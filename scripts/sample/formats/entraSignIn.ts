import { seconds, wrapped, type FormatSample, type JsonObject, type Scene } from './formatSample.ts';

/** A page as Microsoft Graph gives it; some records are inside `properties`, as exports have them. */
export const entraSignInSample: FormatSample = {
  format: 'entraSignIn',
  file: undefined,
  records: (scene) => {
    const record = signIn(scene);
    return [scene.index % 6 === 1 ? exported(scene, record) : record];
  },
  write: (records) => wrapped('value', records, { '@odata.context': 'https://graph.example/v1.0/$metadata#auditLogs/signIns' }),
};

/** Codes of sign-ins that did not succeed, or not yet. */
const failures = [
  [50126, 'Invalid username or password or Invalid on-premise username or password.'],
  [53003, 'Access has been blocked by Conditional Access policies.'],
  [50074, 'Strong Authentication is required.'],
  [700016, 'Application was not found in the directory.'],
] as const;

function signIn({ company, random, time, index }: Scene): JsonObject {
  const person = random.pick(company.people);
  const isService = index % 8 === 5;
  const [errorCode, failureReason] = random.chance(0.25) ? random.pick(failures) : ([0, 'Other.'] as const);
  return {
    id: random.guid(),
    createdDateTime: `${seconds(time)}Z`,
    userDisplayName: isService ? '' : person.name,
    userPrincipalName: isService ? '' : person.upn,
    userId: isService ? '' : person.objectId,
    ...(isService && { servicePrincipalId: '00000000-0000-4000-8000-0000000000c1', servicePrincipalName: 'build-agent' }),
    appId: '00000000-0000-4000-8000-0000000000c2',
    appDisplayName: random.pick(['Payroll Web', 'Azure Portal']),
    ipAddress: person.address,
    clientAppUsed: random.pick(['Browser', 'Mobile Apps and Desktop clients']),
    correlationId: random.guid(),
    conditionalAccessStatus: errorCode === 53_003 ? 'failure' : 'success',
    isInteractive: !isService,
    riskLevelDuringSignIn: 'none',
    resourceDisplayName: random.pick(['Payroll API', 'Microsoft Graph']),
    status: { errorCode, failureReason, additionalDetails: null },
    deviceDetail: { deviceId: '', operatingSystem: 'Linux', isCompliant: false },
    location: { city: 'Example', countryOrRegion: 'XX' },
  };
}

function exported({ company, time }: Scene, properties: JsonObject): JsonObject {
  const { errorCode } = properties['status'] as { readonly errorCode: number };
  return {
    time,
    resourceId: `/tenants/${company.tenant}/providers/Microsoft.aadiam`,
    operationName: 'Sign-in activity',
    operationVersion: '1.0',
    category: 'SignInLogs',
    tenantId: company.tenant,
    resultType: String(errorCode),
    resultSignature: 'None',
    durationMs: 0,
    callerIpAddress: properties['ipAddress'] ?? '',
    correlationId: properties['correlationId'] ?? '',
    identity: properties['userDisplayName'] ?? '',
    Level: 4,
    properties,
  };
}
