import { expect, it } from 'vitest';
import { expectReported, sampleOf, type ReportedRecord } from './reportedRecords.ts';

/** https://learn.microsoft.com/graph/api/resources/directoryaudit */
interface Audit {
  readonly activityDateTime: string;
  readonly activityDisplayName: string;
  readonly result: string;
  readonly initiatedBy: {
    readonly user: { readonly userPrincipalName: string; readonly ipAddress: string } | null;
    readonly app: { readonly servicePrincipalId: string | null; readonly displayName: string } | null;
  };
  readonly targetResources: readonly {
    readonly type: string;
    readonly userPrincipalName: string | null;
    readonly displayName: string | null;
  }[];
}

/** https://learn.microsoft.com/graph/api/resources/signin */
interface SignIn {
  readonly createdDateTime: string;
  readonly appDisplayName: string;
  readonly resourceDisplayName: string;
  readonly userPrincipalName: string;
  readonly appId: string;
  readonly ipAddress: string;
  readonly status: { readonly errorCode: number };
}

/** The items of a page, and those that an export has put into `properties`. */
function itemsOf(format: string): { readonly items: readonly unknown[]; readonly exported: number } {
  const { value } = JSON.parse(sampleOf(format)) as { readonly value: readonly { readonly properties?: unknown }[] };
  return { items: value.map((item) => item.properties ?? item), exported: value.filter((item) => 'properties' in item).length };
}

function readAudit({ initiatedBy: { user, app }, ...audit }: Audit): ReportedRecord {
  return {
    time: audit.activityDateTime.replace('Z', ''),
    operation: audit.activityDisplayName,
    result: audit.result,
    group: audit.result === 'success' ? 'success' : 'failure',
    caller: user?.userPrincipalName ?? app?.servicePrincipalId ?? app!.displayName,
    address: user?.ipAddress,
    isNamedOnly: user === null && app?.servicePrincipalId === null,
    targets: audit.targetResources.map(({ type, userPrincipalName, displayName }) => [type, userPrincipalName ?? displayName] as const),
  };
}

function readSignIn(signIn: SignIn): ReportedRecord {
  return {
    time: signIn.createdDateTime.replace('Z', ''),
    operation: `Sign-in to ${signIn.appDisplayName}`,
    result: String(signIn.status.errorCode),
    group: signIn.status.errorCode === 0 ? 'success' : 'failure',
    caller: signIn.userPrincipalName === '' ? signIn.appId : signIn.userPrincipalName,
    address: signIn.ipAddress,
    targets: [
      ['Resource', signIn.resourceDisplayName],
      ['Application', signIn.appDisplayName],
    ],
  };
}

it('audits of Microsoft Entra are read as they say, also inside “properties”', async () => {
  const { items: all, exported } = itemsOf('entraAudit');
  const items = all as readonly Audit[];
  await expectReported('entraAudit', sampleOf('entraAudit'), items.map(readAudit));
  expect([items.length, exported > 20]).toEqual([200, true]);
  expect(items.some(({ initiatedBy: { app } }) => app !== null && app.servicePrincipalId === null)).toBe(true);
});

it('sign-ins of Microsoft Entra are read as they say, also inside “properties”', async () => {
  const { items: all, exported } = itemsOf('entraSignIn');
  const items = all as readonly SignIn[];
  await expectReported('entraSignIn', sampleOf('entraSignIn'), items.map(readSignIn));
  expect([items.length, exported > 20]).toEqual([200, true]);
  expect(items.some(({ userPrincipalName }) => userPrincipalName === '')).toBe(true);
});
