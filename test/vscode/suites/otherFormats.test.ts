import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../expect.ts';
import { auditLog, closeAll, openTimeline, rangeOf, shownTimeline, whenView, writeFile } from './support.ts';

const { executeCommand } = vscode.commands;

/** How many records of each format a log has that is open in a timeline. */
async function formatsOf(uri: vscode.Uri): Promise<Readonly<Record<string, number>>> {
  const api = await auditLog();
  const outcome = await api.request(uri.toString(), 'summary', { query: '', top: 1 });
  expectTrue(outcome.status === 'ok', `the summary is answered: ${outcome.status}`);
  const { findings, sources } = outcome.answer;
  // Some events were delivered twice.
  expectEqual([findings.error, findings.warning - (findings.byCode['id.duplicate'] ?? 0)], [0, 0], 'errors and other warnings');
  return sources[0]?.formats ?? {};
}

/** Opens the caller's and the target's page of a record. */
async function drillDown(uri: vscode.Uri, record: string): Promise<readonly unknown[]> {
  await executeCommand('auditLog.record.goTo', record);
  await executeCommand('auditLog.caller.open');
  const caller = (await whenView(uri, 'shows the caller', ({ state }) => state.page.kind === 'caller')).state.page;
  await executeCommand('auditLog.history.back');
  await executeCommand('auditLog.target.open');
  const target = (await whenView(uri, 'shows the target', ({ state }) => state.page.kind === 'target')).state.page;
  await executeCommand('auditLog.history.back');
  return [caller.kind === 'caller' && caller.value, target.kind === 'target' && target.path.at(-1)?.name];
}

/** What hovers say where a piece of text is. */
async function hoverOn(uri: vscode.Uri, text: string, piece: string): Promise<string> {
  await vscode.window.showTextDocument(uri);
  return waitFor('a hover', async () => {
    const at = rangeOf(text, piece).start.translate(0, 2);
    const hovers = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
    const said = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n')
      .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    return said.includes('Documented event') ? said : undefined;
  });
}

describe('samples of other formats', () => {
  beforeEach(closeAll);
  after(closeAll);

  for (const [command, file, format] of [
    ['openCloudTrail', 'cloudtrail.audit.json', 'cloudTrail'],
    ['openKubernetes', 'kubernetes.audit.ndjson', 'kubernetesAudit'],
    ['openMicrosoft365', 'm365.audit.json', 'm365Audit'],
    ['openAzureActivity', 'azure-activity.audit.json', 'azureActivityEvent'],
  ] as const) {
    it(`are opened by commands: ${file}`, async () => {
      await executeCommand(`auditLog.sample.${command}`);
      const extension = vscode.extensions.getExtension('audit-log-viewer.audit-log-viewer');
      const uri = vscode.Uri.joinPath(extension!.extensionUri, 'media/samples', file);
      const { log } = await shownTimeline(uri);
      expectEqual([log?.problem, log?.records], [null, 200]);
      expectEqual(await formatsOf(uri), { [format]: 200 });
    });
  }
});

describe('a log of another format', () => {
  beforeEach(closeAll);
  after(closeAll);

  const trail = {
    eventVersion: '1.08',
    eventTime: '2026-03-01T09:00:00Z',
    eventSource: 's3.amazonaws.com',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.7',
    userIdentity: { type: 'IAMUser', userName: 'ana', accountId: '111122223333' },
    requestParameters: { bucketName: 'invoices' },
  };

  it('is CloudTrail’s, in a list of records', async () => {
    const events = [
      { ...trail, eventName: 'PutBucketPolicy' },
      { ...trail, eventName: 'DeleteBucket', errorCode: 'AccessDenied', userIdentity: { ...trail.userIdentity, userName: 'ben' } },
    ];
    const text = JSON.stringify({ Records: events }, null, 2);
    const uri = await writeFile('trail.json', text);
    expectEqual((await openTimeline(uri)).log?.records, 2);
    expectEqual(await formatsOf(uri), { cloudTrail: 2 });
    expectEqual(await drillDown(uri, '1'), ['ben', 'invoices']);
    const said = await hoverOn(uri, text, 'PutBucketPolicy');
    expectTrue(said.includes('Put Bucket Policy') && said.includes('ana set the policy of the bucket invoices'), said);
  });

  it('is Kubernetes’, of which a request has several records', async () => {
    const request = {
      kind: 'Event',
      apiVersion: 'audit.k8s.io/v1',
      level: 'Metadata',
      auditID: '00000000-0000-4000-8000-000000000001',
      requestURI: '/api/v1/namespaces/shop/pods/web-0/exec',
      verb: 'create',
      user: { username: 'dev@contoso.example' },
      sourceIPs: ['198.51.100.4'],
      objectRef: { resource: 'pods', namespace: 'shop', name: 'web-0', subresource: 'exec' },
      requestReceivedTimestamp: '2026-03-01T09:00:00.123456Z',
    };
    const lines = [
      { ...request, stage: 'RequestReceived' },
      { ...request, stage: 'ResponseComplete', responseStatus: { metadata: {}, code: 101 } },
    ].map((event) => `${JSON.stringify(event)}\n`);
    const uri = await writeFile('cluster.log', lines.join(''));
    expectEqual((await openTimeline(uri)).log?.records, 2);
    expectEqual(await formatsOf(uri), { kubernetesAudit: 2 });
    expectEqual(await drillDown(uri, '1'), ['dev@contoso.example', 'web-0']);
    const said = await hoverOn(uri, lines.join(''), '"verb"');
    expectTrue(said.includes('Execute in pod'), said);
  });

  it('is an export of the Azure activity log', async () => {
    const group = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/shop';
    const event = {
      eventTimestamp: '2026-03-01T09:00:00.1234567Z',
      caller: 'ana@contoso.example',
      operationName: { value: 'Microsoft.Storage/storageAccounts/listKeys/action' },
      status: { value: 'Succeeded' },
      resourceId: `${group}/providers/Microsoft.Storage/storageAccounts/shopdata`,
    };
    const text = JSON.stringify({ value: [event, { ...event, status: { value: 'Started' } }] });
    const uri = await writeFile('activity.json', text);
    expectEqual((await openTimeline(uri)).log?.records, 2);
    expectEqual(await formatsOf(uri), { azureActivityEvent: 2 });
    expectEqual(await drillDown(uri, '0'), ['ana@contoso.example', 'shopdata']);
  });

  it('is a resource log of Attestation, whose caller is in text', async () => {
    const id = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Attestation/attestationProviders';
    const event = {
      Time: '2026-03-01T09:00:00.1234567Z',
      resourceId: `${id}/contoso`,
      operationName: 'SetCurrentPolicy',
      category: 'AuditEvent',
      resultType: 'Succeeded',
      resultSignature: '200',
      identity: '{"callerAadUPN":["ana@contoso.example"],}',
      location: 'EastUS2',
    };
    const text = `${JSON.stringify(event)}\n${JSON.stringify({ ...event, operationName: 'ResetAttestationPolicy' })}\n`;
    const uri = await writeFile('auditevent.jsonl', text);
    expectEqual((await openTimeline(uri)).log?.records, 2);
    expectEqual(await formatsOf(uri), { azureResourceLog: 2 });
    expectEqual(await drillDown(uri, '0'), ['ana@contoso.example', 'contoso']);
    const said = await hoverOn(uri, text, 'SetCurrentPolicy');
    expectTrue(said.includes('ana@contoso.example set the attestation policy on contoso in EastUS2'), said);
  });
});
