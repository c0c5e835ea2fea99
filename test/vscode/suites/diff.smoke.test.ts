import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../expect.ts';
import { auditLog, changed, closeAll, documentedRecord, writeFile } from './support.ts';

/**
 * Two versions of a log are compared as text: VS Code's own diff shows what changed, two timelines side by side do not. VS
 * Code below 1.120 knows no associations for diffs, and opens two files of a timeline's name in two timelines.
 */
describe('a diff of two audit logs', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('is text for two files, and two timelines only where VS Code has no associations for diffs', async () => {
    const [earlier, later] = await twoLogs();
    await vscode.commands.executeCommand('vscode.diff', earlier, later);
    expectEqual(await shownDiff([earlier, later]), hasAssociationsForDiffs() ? 'text' : 'two timelines');
  });

  for (const scheme of ['git', 'gitlens', 'vscode-local-history', 'showModifications', 'clipboardCompare', 'conflictResolution']) {
    it(`is text for a file and an earlier version of it at ${scheme}:`, async () => {
      const [file] = await twoLogs();
      const version = file.with({ scheme, authority: '', query: JSON.stringify({ path: file.path, ref: 'HEAD' }) });
      await vscode.commands.executeCommand('vscode.diff', version, file);
      expectEqual(await shownDiff([version, file]), 'text');
    });
  }

  it('is text for two versions at git:, of a compressed log too', async () => {
    for (const name of ['both.audit.json', 'both.audit.log.gz']) {
      const [file] = await twoLogs();
      const path = file.path.replace(/[^/]+$/, name);
      const [earlier, later] = (['HEAD~1', 'HEAD'] as const).map((ref) =>
        file.with({ scheme: 'git', authority: '', path, query: JSON.stringify({ path, ref }) }),
      ) as [vscode.Uri, vscode.Uri];
      await vscode.commands.executeCommand('vscode.diff', earlier, later);
      expectEqual(await shownDiff([earlier, later]), 'text', name);
    }
  });
});

async function twoLogs(): Promise<readonly [vscode.Uri, vscode.Uri]> {
  const record = await documentedRecord();
  return [
    await writeFile('earlier.audit.ndjson', `${record}\n`),
    await writeFile('later.audit.ndjson', `${changed(record, { env_seqNum: 1278 })}\n`),
  ];
}

function hasAssociationsForDiffs(): boolean {
  const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
  return major > 1 || minor >= 120;
}

/** Waits until the active tab compares these two, and gives what it shows them in. */
function shownDiff([original, modified]: readonly [vscode.Uri, vscode.Uri]): Promise<'text' | 'two timelines'> {
  const sides = [original, modified].map(String);
  return waitFor(`a diff of ${sides.join(' and ')}`, async () => {
    const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    if (input instanceof vscode.TabInputTextDiff) {
      return String([input.original, input.modified]) === String(sides) ? 'text' : undefined;
    }
    const shown = new Set((await auditLog()).views().map(({ uri }) => uri));
    return sides.every((side) => shown.has(side)) ? 'two timelines' : undefined;
  });
}
