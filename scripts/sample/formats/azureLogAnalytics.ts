import { claimNames, managementActs, resourceIdOf } from './azureResource.ts';
import { jsonArray, type FormatSample, type JsonObject, type Scene } from './formatSample.ts';
import type { Person } from './people.ts';

/** Rows of several tables, as a query gives them. `TenantId` is the workspace's, and nobody's identity. */
export const logAnalyticsSample: FormatSample = {
  format: 'azureLogAnalytics',
  file: undefined,
  records: (scene) => {
    const person = scene.random.pick(scene.company.people);
    switch (scene.index % 5) {
      case 0:
        return [attestation(scene, person)];
      case 1:
      case 2:
        return [activity(scene, person)];
      case 3:
        return [signIn(scene, person)];
      default:
        return [directoryAudit(scene, person)];
    }
  },
  write: jsonArray,
};

const workspace = '00000000-0000-4000-8000-0000000000ff';

function row({ time }: Scene, table: string): JsonObject {
  return { TenantId: workspace, TimeGenerated: time, Type: table, SourceSystem: 'Azure' };
}

function attestation(scene: Scene, person: Person): JsonObject {
  const { random } = scene;
  return {
    ...row(scene, 'AzureAttestationDiagnostics'),
    OperationName: random.pick(['SetCurrentPolicy', 'GetCurrentPolicy', 'AttestSgxEnclave']),
    ResultType: 'Succeeded',
    ResultSignature: random.pick(['200', '200', '200', '403', '500']),
    CallerIpAddress: person.address,
    Identity: JSON.stringify({ callerAadUPN: [person.upn], callerAadObjectId: [person.objectId] }),
    _ResourceId: resourceIdOf(scene, 'Microsoft.Attestation/attestationProviders').toLowerCase(),
  };
}

function activity(scene: Scene, person: Person): JsonObject {
  const { random } = scene;
  const [operation, type] = random.pick(managementActs);
  return {
    ...row(scene, 'AzureActivity'),
    OperationNameValue: operation.toUpperCase(),
    ActivityStatusValue: random.pick(['Start', 'Accept', 'Success', 'Success', 'Failure']),
    ActivitySubstatusValue: '',
    CategoryValue: 'Administrative',
    Caller: person.upn,
    CallerIpAddress: person.address,
    Claims: JSON.stringify({ [claimNames.upn]: person.upn, [claimNames.objectId]: person.objectId }),
    CorrelationId: random.guid(),
    _ResourceId: resourceIdOf(scene, type).toLowerCase(),
  };
}

/** The result is a code as text, of which 0 is success. */
function signIn(scene: Scene, person: Person): JsonObject {
  const { random, company } = scene;
  const code = random.pick(['0', '0', '0', '50126', '53003']);
  return {
    ...row(scene, 'SigninLogs'),
    ResourceId: `/tenants/${company.tenant}/providers/Microsoft.aadiam`,
    OperationName: 'Sign-in activity',
    Category: 'SignInLogs',
    ResultType: code,
    ResultDescription: code === '0' ? '' : 'Invalid username or password.',
    ResultSignature: 'None',
    Identity: person.name,
    UserPrincipalName: person.upn,
    UserId: person.objectId,
    AppDisplayName: 'Payroll Web',
    ResourceDisplayName: 'Payroll API',
    IPAddress: person.address,
    CorrelationId: random.guid(),
    Status: JSON.stringify({ errorCode: Number(code) }),
  };
}

function directoryAudit(scene: Scene, person: Person): JsonObject {
  const { random, company } = scene;
  const other = random.pick(company.people);
  return {
    ...row(scene, 'AuditLogs'),
    AADTenantId: company.tenant,
    ActivityDisplayName: 'Update user',
    OperationName: 'Update user',
    Category: 'UserManagement',
    Result: random.chance(0.8) ? 'success' : 'failure',
    ResultReason: '',
    InitiatedBy: JSON.stringify({ user: { id: person.objectId, userPrincipalName: person.upn, ipAddress: person.address } }),
    TargetResources: JSON.stringify([{ id: other.objectId, type: 'User', userPrincipalName: other.upn }]),
    CorrelationId: random.guid(),
  };
}
