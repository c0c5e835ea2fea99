import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../../../expect.ts';
import { auditLog, changed, closeAll, documentedRecord, openTimeline, writeFile } from '../../support.ts';

describe('a tree of the side bar', () => {
  before(closeAll);
  after(closeAll);

  it('says how much of many values it shows, and shows more', async () => {
    const record = await documentedRecord();
    const lines = Array.from({ length: 260 }, (_, index) =>
      changed(record, { env_seqNum: 1277 + index, operationName: `Operation ${index}` }),
    );
    await openTimeline(await writeFile('manyOperations.audit.ndjson', `${lines.join('\n')}\n`));
    const api = await auditLog();
    for (const [shown, more] of [
      [50, '50 of 260 shown'],
      [200, '200 of 260 shown'],
      [260, undefined],
    ] as const) {
      const length = more === undefined ? shown : shown + 1;
      const items = await waitFor(`${shown} operations`, async () => {
        const found = await api.sideBar('auditLog.operations');
        return found.length === length ? found : undefined;
      });
      const last = items.at(-1);
      expectEqual(last?.context === 'more' ? last.label : undefined, more);
      if (last?.command !== undefined && more !== undefined) {
        await vscode.commands.executeCommand(last.command.id, last.command.argument);
      }
    }
  });
});
