import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../expect.ts';
import { closeAll, extensionId, inWorkspace, shownTimeline } from './support.ts';

/** The global storage of the extension; undefined where the tests run in a VS Code that does not say. */
function storageOfTests(): string | undefined {
  const data = process.env['AUDIT_LOG_TESTS_USER_DATA'];
  return data === undefined ? undefined : join(data, 'User', 'globalStorage', extensionId);
}

const filesIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .toSorted()
    : [];

describe('compiled code of the engine', () => {
  beforeEach(closeAll);

  it('is kept in the storage of the extension once a log has been shown, and nothing is written to the workspace', async function () {
    const storage = storageOfTests();
    if (storage === undefined) {
      this.skip();
    }
    const log = inWorkspace('documented.audit.ndjson');
    const workspace = dirname(log.fsPath);
    const before = filesIn(workspace);
    await vscode.commands.executeCommand('vscode.openWith', log, 'auditLog.timeline');
    await shownTimeline(log);
    const canKeep = 'enableCompileCache' in process.getBuiltinModule('node:module');
    if (canKeep) {
      await waitFor('compiled code in the storage', () => (filesIn(join(storage, 'compiledCode')).length > 0 ? true : undefined));
    }
    expectEqual(filesIn(workspace), before);
    expectEqual(
      filesIn(storage).filter((path) => !path.startsWith(join(storage, 'compiledCode'))),
      [],
    );
  });
});
