import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import {
  auditLog,
  changed,
  closeAll,
  codeOf,
  documentedRecord,
  openTimeline,
  rangeOf,
  rangeText,
  whenProblems,
  whenView,
  writeFile,
} from '../../support.ts';
import { ana, definitionsAt, given, hoverText, openText, plain, trail } from '../../textLogs.ts';

const { executeCommand } = vscode.commands;
const ref = (index: number) => ({ source: 0, index });

/** The excerpt that is active, once its name ends so and its log has been read. */
async function shownExcerpt(name: string): Promise<vscode.TextEditor> {
  return waitFor(`the excerpt ${name}`, () => {
    const editor = vscode.window.activeTextEditor;
    const { uri } = editor?.document ?? {};
    return uri?.scheme === 'auditlog-excerpt' && uri.path.endsWith(` · ${name}.jsonl`) ? editor : undefined;
  });
}

async function openExcerpt(argument: object, name: string): Promise<vscode.TextEditor> {
  await executeCommand('auditLog.records.openExcerpt', argument);
  return shownExcerpt(name);
}

const headings = ({ document }: vscode.TextEditor): readonly string[] =>
  document
    .getText()
    .split('\n')
    .filter((line) => line.startsWith('// Record '));

describe('records that are opened pretty-printed', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('are those of a filter, each below a heading, in a text that cannot be changed', async () => {
    const log = await writeFile('filtered.audit.jsonl', trail());
    await openTimeline(log);
    const editor = await openExcerpt({ query: 'caller:*ana', order: 'newest' }, 'caller:*ana');
    const { document } = editor;
    expectEqual(document.lineAt(0).text, '// 3 of 3 records, pretty-printed from filtered.audit.jsonl');
    expectEqual(document.lineAt(1).text, '// Filter: caller:*ana');
    expectEqual(
      headings(editor).map((line) => line.split(' · ').slice(0, 2)),
      [
        ['// Record 3, line 4', '2026-03-01T10:30:00Z'],
        ['// Record 2, line 3', '2026-03-01T09:00:00Z'],
        ['// Record 0, line 1', '2026-03-01T09:00:00Z'],
      ],
    );
    expectEqual(document.languageId, 'jsonl');
    expectEqual(vscode.workspace.fs.isWritableFileSystem('auditlog-excerpt'), false);
    const record: unknown = JSON.parse(trail().split('\n')[3]!);
    const [first = ''] = document.getText().split('// Record 3')[1]!.split('\n\n');
    expectEqual(JSON.parse(first.slice(first.indexOf('\n'))), record);
  });

  it('have hovers, definitions, references, folding and an outline', async () => {
    const log = await writeFile('featured.audit.jsonl', trail());
    await openTimeline(log);
    const { document } = await openExcerpt({ records: [ref(3), ref(2), ref(0)] }, '3 records');
    const { uri } = document;
    const text = document.getText();
    const second = rangeOf(text, ana, 1).start.translate(0, 4);
    const hover = plain(await hoverText(uri, second));
    expectTrue(hover.startsWith('**userIdentity.arn**') && hover.includes('in this log: 3 records'), hover);
    const lineOf = (heading: string): number => rangeOf(text, heading).start.line;
    // The third record repeats the first, which is shown below it.
    const [repeated] = await definitionsAt(uri, new vscode.Position(lineOf('// Record 2') + 1, 0));
    expectEqual([repeated?.uri.toString(), repeated?.range.start.line], [uri.toString(), lineOf('// Record 0') + 1]);
    const places = await given(
      'references',
      () => executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, second),
      (found) => found.length === 3,
    );
    expectEqual(
      places.map((place) => [place.uri.toString() === uri.toString(), document.getText(place.range)]),
      [0, 1, 2].map(() => [true, `"${ana}"`]),
    );
    const symbols = await given(
      'an outline',
      () => executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri),
      (found) => (found ?? []).length === 3,
    );
    expectEqual(
      symbols.map(({ range }) => range.start.line),
      ['// Record 3', '// Record 2', '// Record 0'].map(lineOf),
    );
    const folding = await executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    const first = folding.find(({ start }) => start === lineOf('// Record 3'));
    expectEqual(document.lineAt(first!.end).text, '}');
    expectTrue(
      folding.some(({ start }) => document.lineAt(start).text.includes('"userIdentity": {')),
      'a value folds',
    );
    // A heading is no text of the log.
    expectEqual(await executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(0, 5)), []);
  });

  it('have the findings of their values, which no other document of a record has then', async () => {
    const record = await documentedRecord();
    const lines = [
      record,
      changed(record, { env_seqNum: 1278, resultType: 700_700 }),
      changed(record, { env_seqNum: 1279, env_time: 'at noon' }),
    ];
    const log = await writeFile('faulty-part.audit.jsonl', `${lines.join('\n')}\n`);
    await openTimeline(log);
    const inRecords = (): readonly string[] =>
      vscode.languages
        .getDiagnostics()
        .filter(([uri, found]) => uri.scheme === 'auditlog-record' && uri.path.startsWith(log.path) && found.length > 0)
        .map(([uri]) => uri.path.split(' · ')[1]!)
        .toSorted();
    await waitFor('findings in documents of records', () => (inRecords().includes('record 2.json') ? true : undefined));
    const { document } = await openExcerpt({ records: [ref(2), ref(0)] }, '2 records');
    const isWrong = (one: vscode.Diagnostic): boolean => codeOf(one) === 'value.time';
    const problems = await whenProblems(document.uri, 'are there', (found) => found.some(isWrong));
    expectEqual(document.getText(problems.find(isWrong)?.range), '"at noon"');
    expectEqual(
      problems.some((one) => codeOf(one) === 'schema.type'),
      false,
    );
    await waitFor('them nowhere else', () => (inRecords().includes('record 2.json') ? undefined : true));
    expectTrue(inRecords().includes('record 1.json'), 'what is not shown stays');
    await executeCommand('workbench.action.closeActiveEditor');
    await waitFor('them back', () => (inRecords().includes('record 2.json') ? true : undefined));
    await whenProblems(document.uri, 'are gone', ({ length }) => length === 0);
  });

  it('lead to the timeline at the record of the cursor', async () => {
    const log = await writeFile('led.audit.jsonl', trail());
    await openTimeline(log);
    const editor = await openExcerpt({ records: [ref(0), ref(3)] }, '2 records');
    const { start } = rangeOf(editor.document.getText(), '// Record 3');
    editor.selection = new vscode.Selection(start.translate(4), start.translate(4));
    await executeCommand('auditLog.record.goToTimeline');
    await whenView(log, 'shows the record', ({ active, state }) => active && state.selected?.index === 3);
  });

  it('are those around the cursor of a text, or of its selection', async () => {
    const log = await openText('chosen.audit.jsonl');
    const editor = await waitFor('the text', () => vscode.window.activeTextEditor);
    await given(
      'hovers',
      () => executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', log, new vscode.Position(0, 5)),
      ({ length }) => length > 0,
    );
    editor.selection = new vscode.Selection(1, 5, 2, 5);
    await executeCommand('auditLog.records.openExcerpt');
    expectEqual(headings(await shownExcerpt('records 1 to 2')).length, 2);
    await executeCommand('workbench.action.closeActiveEditor');
    const again = await waitFor('the text', () => {
      const { activeTextEditor } = vscode.window;
      return activeTextEditor?.document.uri.toString() === log.toString() ? activeTextEditor : undefined;
    });
    again.selection = new vscode.Selection(2, 5, 2, 5);
    await executeCommand('auditLog.records.openExcerpt');
    const around = await shownExcerpt('records 0 to 3');
    expectEqual(headings(around).length, 4);
    expectTrue(around.document.lineAt(around.selection.active.line).text.startsWith('// Record 2'), 'the cursor is at the record');
  });

  it('are the first thousand where there are more, and say so', async () => {
    const record = (index: number): string => JSON.stringify({ operationName: 'Set', env_time: '2026-03-01T09:00:00Z', env_seqNum: index });
    const log = await writeFile('thousands.audit.jsonl', Array.from({ length: 1200 }, (_, index) => `${record(index)}\n`).join(''));
    await openTimeline(log);
    const editor = await openExcerpt({ query: 'seq>=100' }, 'seq>=100');
    expectEqual(
      editor.document.lineAt(0).text,
      '// 1,000 of 1,100 records, pretty-printed from thousands.audit.jsonl: an excerpt has room for no more',
    );
    expectEqual([headings(editor).length, headings(editor)[0]?.startsWith('// Record 100,')], [1000, true]);
  });

  it('follow their log', async () => {
    const log = await writeFile('followed-part.audit.jsonl', trail());
    await openTimeline(log);
    const { document } = await openExcerpt({ query: 'caller:*ana' }, 'caller:*ana');
    expectTrue(document.lineAt(0).text.startsWith('// 3 of 3'), document.lineAt(0).text);
    await writeFile('followed-part.audit.jsonl', `${trail()}${trail()}`);
    await waitFor('the new text', () => (document.lineAt(0).text.startsWith('// 6 of 6') ? true : undefined));
    const hover = plain(await hoverText(document.uri, rangeOf(document.getText(), ana, 5).start.translate(0, 4)));
    expectTrue(hover.includes('in this log: 6 records'), hover);
  });

  it('say in one line what names of the log say, whatever is in them', async () => {
    const evil = { operationName: 'Set\n{"fake": 1}\u2028\u202e', env_time: '2026-03-01T09:00:00Z', env_seqNum: 1 };
    const log = await writeFile('hostile-part.audit.jsonl', `${JSON.stringify(evil)}\n`);
    await openTimeline(log);
    const { document } = await openExcerpt({ records: [ref(0)] }, 'record 0');
    const [heading = ''] = document.getText().split('// Record')[1]!.split('\n');
    expectTrue(heading.includes('{"fake": 1}') && !/[\u2028\u202e]/.test(heading), heading);
    expectEqual(document.lineCount, 3 + 5 + 1);
  });

  it('are compared with others', async () => {
    const log = await writeFile('compared-parts.audit.jsonl', trail());
    await openTimeline(log);
    const first = await openExcerpt({ records: [ref(0), ref(1)] }, 'records 0 to 1');
    await executeCommand('auditLog.timeline.open', log);
    const second = await openExcerpt({ records: [ref(2), ref(3)] }, 'records 2 to 3');
    await executeCommand('auditLog.excerpt.compare');
    const diff = await waitFor('the comparison', () => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    });
    expectEqual([diff.original.toString(), diff.modified.toString()], [first.document.uri.toString(), second.document.uri.toString()]);
    const { uri } = second.document;
    const hover = plain(await hoverText(uri, rangeOf(second.document.getText(), ana).start.translate(0, 4)));
    expectTrue(hover.startsWith('**userIdentity.arn**'), hover);
  });

  it('give their log back with the last tab, and are refused for an address that is none', async () => {
    const log = await writeFile('given-back.audit.jsonl', trail());
    await openTimeline(log);
    const { document } = await openExcerpt({ records: [ref(1)] }, 'record 1');
    expectEqual(rangeText(rangeOf(document.getText(), '// Record 1')).split(':')[0], '2');
    await closeAll();
    const api = await auditLog();
    await waitFor('no timeline', () => (api.views().length === 0 ? true : undefined));
    await whenProblems(document.uri, 'are none', ({ length }) => length === 0);
    const wrong = vscode.Uri.from({ scheme: 'auditlog-excerpt', path: '/x · records.jsonl', query: '{"log":"file:///x","records":[]}' });
    let refusal = '';
    await vscode.workspace.fs.readFile(wrong).then(undefined, (error: unknown) => (refusal = String(error)));
    expectTrue(refusal.includes('no address of an excerpt'), refusal);
    let written = '';
    await vscode.workspace.fs.writeFile(document.uri, new Uint8Array(1)).then(undefined, (error: unknown) => (written = String(error)));
    expectTrue(written !== '', 'nothing is written');
  });
});
