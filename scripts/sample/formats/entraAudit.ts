import { wrapped, type FormatSample, type JsonObject, type Scene } from './formatSample.ts';

/** A page as Microsoft Graph gives it; some records are inside `properties`, as exports have them. */
export const entraAuditSample: FormatSample = {
  format: 'entraAudit',
  file: undefined,
  records: (scene) => {
    const record = audit(scene);
    return [scene.index % 6 === 1 ? exported(scene, record) : record];
  },
  write: (records) => wrapped('value', records, { '@odata.context': 'https://graph.example/v1.0/$metadata#auditLogs/directoryAudits' }),
};

const activities = [
  ['Add user', 'UserManagement', 'Add'],
  ['Update user', 'UserManagement', 'Update'],
  ['Delete user', 'UserManagement', 'Delete'],
  ['Reset user password', 'UserManagement', 'Update'],
  ['Add member to group', 'GroupManagement', 'Assign'],
  ['Add member to role', 'RoleManagement', 'Assign'],
  ['Consent to application', 'ApplicationManagement', 'Assign'],
  ['Update conditional access policy', 'Policy', 'Update'],
] as const;

function audit({ company, random, time }: Scene): JsonObject {
  const person = random.pick(company.people);
  const target = random.pick(company.people);
  const [activity, category, operationType] = random.pick(activities);
  const failed = random.chance(0.12);
  const hasGroup = activity === 'Add member to group';
  const user: JsonObject = { id: target.objectId, displayName: null, type: 'User', userPrincipalName: target.upn, groupType: null };
  const changed = [{ displayName: 'Group.DisplayName', oldValue: null, newValue: '"Payroll"' }];
  return {
    id: `Directory_${random.guid()}`,
    category,
    correlationId: random.guid(),
    result: failed ? 'failure' : random.chance(0.03) ? 'timeout' : 'success',
    resultReason: failed ? 'Insufficient privileges to complete the operation.' : '',
    activityDisplayName: activity,
    activityDateTime: time,
    loggedByService: 'Core Directory',
    operationType,
    initiatedBy: random.pickWeighted<JsonObject>([
      [{ user: { id: person.objectId, displayName: null, userPrincipalName: person.upn, ipAddress: person.address }, app: null }, 75],
      [
        { user: null, app: { appId: null, displayName: 'Directory Sync', servicePrincipalId: company.tenant, servicePrincipalName: null } },
        15,
      ],
      [{ user: null, app: { appId: null, displayName: 'Approval Management', servicePrincipalId: null, servicePrincipalName: null } }, 10],
    ]),
    targetResources: [
      { ...user, modifiedProperties: changed },
      ...(hasGroup ? [{ id: random.guid(), displayName: 'Payroll', type: 'Group', userPrincipalName: null, modifiedProperties: [] }] : []),
    ],
    additionalDetails: [{ key: 'User-Agent', value: 'Mozilla/5.0' }],
  };
}

function exported({ company, time }: Scene, properties: JsonObject): JsonObject {
  return {
    time,
    resourceId: `/tenants/${company.tenant}/providers/Microsoft.aadiam`,
    operationName: properties['activityDisplayName'] ?? '',
    operationVersion: '1.0',
    category: 'AuditLogs',
    tenantId: company.tenant,
    resultSignature: 'None',
    durationMs: 0,
    correlationId: properties['correlationId'] ?? '',
    Level: 4,
    properties,
  };
}
