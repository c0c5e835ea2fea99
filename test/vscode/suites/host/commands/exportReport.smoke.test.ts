import * as vscode from 'vscode';
import { expectEqual, expectTrue } from '../../../expect.ts';
import { changed, closeAll, documentedRecord, inWorkspace, openTimeline, readFile, writeFile } from '../../support.ts';

const { executeCommand } = vscode.commands;

function expectMatch(text: string, pattern: RegExp): void {
  expectTrue(pattern.test(text), `a text that matches ${pattern}`);
}

describe('exporting a report', () => {
  let log: vscode.Uri;
  let text: string;

  before(async () => {
    const record = await documentedRecord();
    const lines = Array.from({ length: 300 }, (_, index) =>
      changed(record, { env_seqNum: index, resultType: index % 2 === 0 ? 'Success' : 'Failure', resultDescription: `<b>no ${index}` }),
    );
    text = lines.join('\n');
    log = await writeFile('reported.audit.ndjson', text);
  });

  beforeEach(async () => {
    await closeAll();
    await openTimeline(log);
  });

  after(closeAll);

  it('writes a page on what the timeline shows, with the first hundred records', async () => {
    await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
    const target = inWorkspace('report.html');
    await executeCommand('auditLog.report.export', { question: 'What failed & why?', target });
    const page = await readFile(target);
    expectMatch(page, /<h1>What failed &#38; why\?<\/h1>/);
    expectMatch(page, /<code>result:Failure<\/code>/);
    expectMatch(page, /<dt>Records<\/dt><dd>150 of 300<\/dd>/);
    expectMatch(page, /<caption>Records: 100 of 150<\/caption>/);
    expectMatch(page, /<td>&#60;b&#62;no 199<\/td>/);
    expectEqual(page.includes('no 201<'), false);
    expectMatch(page, /<span class="hash">[\da-f]{64}<\/span>/);
  });

  it('never replaces the log, and leaves what is there where something is wrong', async () => {
    await executeCommand('auditLog.report.export', { question: '', target: log });
    expectEqual(await readFile(log), text);
    const there = await writeFile('kept.html', 'before');
    await executeCommand('auditLog.filter.byTimeRange', { range: '1999' });
    await executeCommand('auditLog.report.export', { question: '', target: there });
    expectMatch(await readFile(there), /<dt>Records<\/dt><dd>0 of 300<\/dd>/);
  });
});
