import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import { clickProblem, compressed, problemWithCode, shownText, whenProblemsOf, writeBytes } from '../../compressedLogs.ts';
import {
  activeTab,
  auditLog,
  changed,
  closeAll,
  documentedRecord,
  openTimeline,
  rangeOf,
  shownTimeline,
  whenProblems,
} from '../../support.ts';

const { executeCommand } = vscode.commands;

describe('a compressed log', () => {
  let uri: vscode.Uri;
  let records: readonly string[];

  before(async () => {
    const record = await documentedRecord();
    records = [
      record,
      changed(record, { env_seqNum: 1278, resultType: 700_700 }),
      changed(record, { env_seqNum: 1279, env_time: 'at noon' }),
    ];
    // The second begins in the middle of a line.
    uri = await writeBytes('packed.audit.ndjson.gz', await compressed(`${records[0]}\n  ${records[1]}\n${records[2]}\n`));
  });

  beforeEach(closeAll);
  after(closeAll);

  it('opens in the timeline by its name', async () => {
    await executeCommand('vscode.open', uri);
    const { log } = await shownTimeline(uri);
    expectEqual(activeTab(), { uri: uri.toString(), editor: 'auditLog.timeline' });
    expectEqual([log?.problem, log?.records, log?.sources[0]?.compression], [null, 3, 'gzip']);
  });

  it('shows the text of a record in a document of its own, with its findings and hovers', async () => {
    await openTimeline(uri);
    const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    const { document } = await clickProblem(problemWithCode(problems, 'schema.type'), 'record 1.json');
    expectEqual([document.getText(), document.languageId, document.uri.scheme], [records[1], 'json', 'auditlog-record']);
    const isThere = (found: readonly vscode.Diagnostic[]): boolean => found.some(({ range }) => document.getText(range) === '700700');
    await whenProblems(document.uri, 'are there', isThere);
    const hovers = await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, rangeOf(records[1]!, '700700').start);
    expectEqual(hovers.map(({ range }) => range && document.getText(range)).includes('700700'), true, 'a hover on the value');
    expectTrue(!(await auditLog()).resources().documents.includes(document.uri.toString()), 'its log reads it, not the document itself');
  });

  it('leads from a finding to its exact place among the records around', async () => {
    await openTimeline(uri);
    const api = await auditLog();
    const outcome = await api.request(uri.toString(), 'findings', { query: 'record:2', limit: 100, items: 10 });
    const findings = outcome.status === 'ok' ? outcome.answer.groups.flatMap(({ items }) => items) : [];
    const wrong = findings.find(({ code }) => code === 'value.time');
    await executeCommand('auditLog.source.open', { finding: wrong?.ref });
    const { document, selection } = await shownText('records 0 to 2.jsonl');
    expectEqual([document.getText(selection), document.uri.scheme], ['"at noon"', 'auditlog-excerpt']);
    expectEqual(document.lineAt(0).text, '// 3 of 3 records, pretty-printed from packed.audit.ndjson.gz');
  });

  it('is followed by the text of its records when it changes', async () => {
    await openTimeline(uri);
    const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    const { document } = await clickProblem(problemWithCode(problems, 'schema.type'), 'record 1.json');
    const renewed = changed(records[0]!, { resultDescription: 'renewed' });
    await writeBytes('packed.audit.ndjson.gz', await compressed(`${records[0]}\n${renewed}\n`));
    await waitFor('the new text', () => (document.getText() === renewed ? true : undefined));
  });
});

describe('a log in UTF-16', () => {
  beforeEach(closeAll);

  it('opens in the timeline, and its source as text', async () => {
    const record = await documentedRecord();
    const lines = [record, changed(record, { env_seqNum: 1278, resultDescription: 'größer 😀' })];
    const text = `\uFEFF${lines.join('\n')}\n`;
    const units = new Uint8Array(text.length * 2);
    const view = new DataView(units.buffer);
    Array.from({ length: text.length }, (_, index) => view.setUint16(index * 2, text.charCodeAt(index), true));
    const uri = await writeBytes('wide.audit.ndjson', units);
    const { log } = await openTimeline(uri);
    expectEqual([log?.records, log?.sources[0]?.encoding], [2, 'utf-16le']);
    await executeCommand('auditLog.source.open', { record: { source: 0, index: 1 } });
    const editor = await waitFor('the text', () => vscode.window.activeTextEditor);
    expectEqual([editor.document.uri.toString(), editor.document.getText(editor.selection)], [uri.toString(), lines[1]]);
  });
});
