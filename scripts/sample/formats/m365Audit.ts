import { jsonArray, seconds, type FormatSample, type JsonObject, type Scene } from './formatSample.ts';
import type { Person } from './people.ts';

/** Rows as an export of the audit search has them: the record is JSON text in `AuditData`. */
export const m365Sample: FormatSample = {
  format: 'm365Audit',
  file: 'm365.audit.json',
  records: (scene) => {
    const record = recordOf(scene);
    return [
      {
        RecordId: record['Id'] ?? null,
        CreationDate: `${seconds(scene.time)}.0000000Z`,
        RecordType: record['RecordType'] ?? null,
        Operation: record['Operation'] ?? null,
        UserId: record['UserId'] ?? null,
        AuditData: JSON.stringify(record),
        AssociatedAdminUnits: '',
        AssociatedAdminUnitsNames: '',
      },
    ];
  },
  write: jsonArray,
};

function recordOf(scene: Scene): JsonObject {
  const person = scene.random.pick(scene.company.people);
  const kind = scene.random.pickWeighted([
    ['file', 45],
    ['signIn', 20],
    ['mailbox', 15],
    ['exchangeAdmin', 10],
    ['directory', 10],
  ] as const);
  switch (kind) {
    case 'file':
      return file(scene, person);
    case 'signIn':
      return signIn(scene, person);
    case 'mailbox':
      return mailbox(scene, person);
    case 'exchangeAdmin':
      return exchangeAdmin(scene, person);
    case 'directory':
      return directory(scene, person);
  }
}

function common(
  { company, random, time }: Scene,
  { upn, objectId }: Person,
  operation: string,
  type: number,
  workload: string,
): JsonObject {
  return {
    CreationTime: seconds(time),
    Id: random.guid(),
    Operation: operation,
    OrganizationId: company.tenant,
    RecordType: type,
    UserKey: objectId,
    UserType: 0,
    Version: 1,
    Workload: workload,
    UserId: upn,
  };
}

/** The address with a port, in brackets where it has colons itself. */
function withPort(address: string): string {
  return `${address.includes(':') ? `[${address}]` : address}:51234`;
}

/** Work with files has no outcome. */
function file(scene: Scene, person: Person): JsonObject {
  const { random } = scene;
  const operation = random.pick(['FileAccessed', 'FileDownloaded', 'FileModified', 'FileDeleted', 'SharingSet', 'AnonymousLinkCreated']);
  const name = random.pick(['Budget.xlsx', 'Offer.docx', 'Plan.pptx']);
  return {
    ...common(scene, person, operation, 6, 'SharePoint'),
    ClientIP: person.address,
    ObjectId: `https://contoso.example/sites/finance/Shared Documents/${name}`,
    EventSource: 'SharePoint',
    ItemType: 'File',
    SiteUrl: 'https://contoso.example/sites/finance/',
    SourceFileName: name,
  };
}

/** The result of a sign-in that failed says that it was processed: “Success”. */
function signIn(scene: Scene, person: Person): JsonObject {
  const { random } = scene;
  const failed = random.chance(0.3);
  return {
    ...common(scene, person, failed ? 'UserLoginFailed' : 'UserLoggedIn', 15, 'AzureActiveDirectory'),
    ResultStatus: failed && random.chance(0.3) ? 'Failed' : 'Success',
    ClientIP: random.chance(0.5) ? withPort(person.address) : person.address,
    ActorIpAddress: person.address,
    ObjectId: random.guid(),
    AzureActiveDirectoryEventType: 1,
    Actor: [{ ID: person.objectId, Type: 0 }],
    Target: [{ ID: 'Portal', Type: 0 }],
    ...(failed && { ErrorNumber: '50126', LogonError: 'InvalidUserNameOrPassword' }),
  };
}

function mailbox(scene: Scene, person: Person): JsonObject {
  const { random } = scene;
  const operation = random.pick(['MailItemsAccessed', 'Send', 'MoveToDeletedItems', 'HardDelete', 'New-InboxRule']);
  return {
    ...common(scene, person, operation, operation === 'MailItemsAccessed' ? 50 : 2, 'Exchange'),
    ResultStatus: random.pickWeighted([
      ['Succeeded', 90],
      ['PartiallySucceeded', 5],
      ['Failed', 5],
    ] as const),
    ClientIPAddress: person.address,
    ClientInfoString: 'Client=OWA',
    MailboxOwnerUPN: person.upn,
    LogonType: 0,
  };
}

function exchangeAdmin(scene: Scene, person: Person): JsonObject {
  const { random } = scene;
  const operation = random.pick(['Set-Mailbox', 'Add-MailboxPermission', 'New-TransportRule']);
  return {
    ...common(scene, person, operation, 1, 'Exchange'),
    UserType: 2,
    ResultStatus: random.chance(0.85) ? 'True' : 'False',
    ClientIP: withPort(person.address),
    ObjectId: random.pick(scene.company.people).upn,
    Parameters: [{ Name: 'Identity', Value: 'finance' }],
    OriginatingServer: 'EXAMPLE (15.20.0000.000)',
  };
}

/** Operations of the directory end in a full stop. */
function directory(scene: Scene, person: Person): JsonObject {
  const { random } = scene;
  const operation = random.pick(['Add member to role.', 'Add user.', 'Update user.', 'Consent to application.']);
  return {
    ...common(scene, person, operation, 8, 'AzureActiveDirectory'),
    ResultStatus: 'Success',
    ObjectId: random.pick(scene.company.people).upn,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [{ Name: 'additionalDetails', Value: '{}' }],
    ModifiedProperties: [{ Name: 'Role.DisplayName', NewValue: 'Global Reader', OldValue: '' }],
    Actor: [{ ID: person.upn, Type: 5 }],
    Target: [{ ID: 'User_1', Type: 2 }],
  };
}
