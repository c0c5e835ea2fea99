import * as vscode from 'vscode';
import { expectEqual, waitFor } from '../../../expect.ts';
import { changed, closeAll, documentedRecord, openTimeline, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('copying records', () => {
  after(closeAll);

  /** What a command has put into the clipboard. */
  async function copied(command: string): Promise<string> {
    await vscode.env.clipboard.writeText('');
    await executeCommand(`auditLog.record.${command}`);
    return waitFor(`${command} to copy`, async () => (await vscode.env.clipboard.readText()) || undefined);
  }

  it('writes the selected one as JSON, as CSV and as a sentence', async () => {
    const record = await documentedRecord();
    const second = changed(record, {
      env_seqNum: 1278,
      callerDisplayName: null,
      callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: '=a,b' }],
    });
    await openTimeline(await writeFile('copied.audit.ndjson', `${record}\n${second}\n`));
    await executeCommand('auditLog.record.goTo', '1');
    expectEqual(await copied('copyAsJson'), second);
    const [head, row, ...further] = (await copied('copyAsCsv')).split('\r\n');
    expectEqual(head?.startsWith('source,record,line,time,result,operation,sentence,caller,instance,'), true);
    expectEqual(row?.includes(`,1,2,2020-11-23T18:23:29.9427158Z,Success,SetCurrentPolicy,"'=a,b `), true);
    expectEqual(further, []);
    const sentence = await copied('copyAsSentences');
    expectEqual(sentence.startsWith('2020-11-23 18:23:29.9427158 UTC  =a,b '), true);
    expectEqual(sentence.includes('\n'), false);
  });

  it('acts on the selected record on other pages too', async () => {
    await executeCommand('auditLog.findings.show');
    const sentence = await copied('copyAsSentences');
    expectEqual(sentence.startsWith('2020-11-23 18:23:29'), true);
    await executeCommand('auditLog.history.back');
  });
});
