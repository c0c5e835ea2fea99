import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import { closeAll, openTimeline, rangeOf, rangeText, writeFile } from '../../support.ts';
import { ana, definitionsAt, given, hoverText, plain, trail } from '../../textLogs.ts';

const { executeCommand } = vscode.commands;

describe('parts of a log as text', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('has the same features where it is the document of a record, or a side of a comparison', async () => {
    const text = trail();
    const log = await writeFile('parts.audit.jsonl', text);
    await openTimeline(log);
    const part = (scheme: string, index: number): vscode.Uri =>
      vscode.Uri.from({ scheme, path: `${log.path} · record ${index}.json`, query: JSON.stringify([log.toString(), '0', String(index)]) });
    const record = part('auditlog-record', 2);
    await executeCommand('vscode.open', record);
    const [partner] = await definitionsAt(record, new vscode.Position(0, 5));
    expectEqual(partner?.uri.toString(), part('auditlog-record', 0).toString());

    await openTimeline(log);
    await executeCommand('auditLog.record.compareAsText', {
      records: [
        { source: 0, index: 0 },
        { source: 0, index: 3 },
      ],
    });
    const side = part('auditlog-compared', 3);
    const document = await waitFor('the side', () => vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === side.toString()));
    const pretty = document.getText();
    const hover = plain(await hoverText(side, rangeOf(pretty, ana).start.translate(0, 4)));
    expectTrue(hover.startsWith('**userIdentity.arn**') && hover.includes('in this log: 3 records'), hover);
    const places = await given(
      'references',
      () => executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', side, rangeOf(pretty, ana).start.translate(0, 4)),
      (found) => found.length > 0,
    );
    expectEqual(
      places.map(({ uri, range }) => [uri.toString(), rangeText(range)]),
      [[side.toString(), rangeText(rangeOf(pretty, `"${ana}"`))]],
    );
  });
});
