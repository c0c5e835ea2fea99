import * as vscode from 'vscode';
import { expectEqual } from '../../../expect.ts';
import { changed, closeAll, documentedRecord, inWorkspace, openTimeline, readFile, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('saving a redacted copy', () => {
  let log: vscode.Uri;
  let text: string;

  before(async () => {
    const record = await documentedRecord();
    const lines = Array.from({ length: 30 }, (_, index) =>
      changed(record, { callerDisplayName: 'Ana Smith', resultDescription: `no ${index} by Ana Smith`, callerIpAddress: '10.1.2.3' }),
    );
    text = `${lines.join('\n')}\n`;
    log = await writeFile('shared.audit.ndjson', text);
    await closeAll();
    await openTimeline(log);
  });

  after(closeAll);

  it('writes the whole log with pseudonyms, and leaves the log as it is', async () => {
    await executeCommand('auditLog.filter.byTimeRange', { range: '1999' });
    const target = inWorkspace('copy.audit.ndjson');
    await executeCommand('auditLog.log.redact', { target });
    const copy = await readFile(target);
    const count = (pattern: RegExp): number => (copy.match(pattern) ?? []).length;
    expectEqual([count(/\n/g), count(/Ana|Smith|10\.1\.2\.3/g), count(/no \d+ by name\d+"/g), count(/192\.0\.2\.1/g)], [30, 0, 30, 30]);
    expectEqual(await readFile(log), text);
  });

  it('never replaces the log', async () => {
    await executeCommand('auditLog.log.redact', { target: log });
    expectEqual(await readFile(log), text);
  });
});
