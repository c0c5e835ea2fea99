import * as vscode from 'vscode';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { expectEqual, expectTrue, waitFor } from '../expect.ts';
import {
  changed,
  closeAll,
  codeOf,
  documentedRecord,
  inWorkspace,
  readFile,
  rangeOf,
  rangeText,
  whenProblems,
  whenView,
  writeFile,
} from './support.ts';

/** Records with one fault each, whose place is told by a piece of text that occurs once. */
async function faultyLog(layout: 'lines' | 'array'): Promise<string> {
  const record = await documentedRecord();
  const records = [
    record,
    changed(record, { env_seqNum: 1278, resultType: 700_700 }),
    changed(record, { env_seqNum: 1279, env_time: 'at noon' }),
  ];
  return layout === 'lines'
    ? `${records.join('\n')}\n`
    : JSON.stringify(
        records.map((text) => JSON.parse(text) as unknown),
        null,
        2,
      );
}

/** Code, level and place of findings, in the order of the text. */
function reported(problems: readonly vscode.Diagnostic[]): readonly string[] {
  return problems
    .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
    .toSorted((left, right) => left.range.start.compareTo(right.range.start))
    .map((problem) => `${codeOf(problem)} ${vscode.DiagnosticSeverity[problem.severity]} ${rangeText(problem.range)}`);
}

describe('problems', () => {
  beforeEach(closeAll);

  for (const [layout, name] of [
    ['lines', 'faulty.jsonl'],
    ['array', 'faulty.json'],
  ] as const) {
    it(`stand at the exact value in ${name}`, async () => {
      const text = await faultyLog(layout);
      const uri = await writeFile(name, text);
      await vscode.window.showTextDocument(uri);
      const problems = await whenProblems(uri, 'are there', ({ length }) => length > 0);
      expectEqual(reported(problems), [
        `schema.type Error ${rangeText(rangeOf(text, '700700'))}`,
        `value.time Error ${rangeText(rangeOf(text, '"at noon"'))}`,
      ]);
      expectTrue(
        problems.every(({ message }) => message.length > 10 && !message.includes('{0}')),
        'messages in words',
      );
    });
  }

  it('tell of broken JSON', async () => {
    const record = await documentedRecord();
    const uri = await writeFile('broken.jsonl', `${record}\n${record.slice(0, -1)},}\n`);
    await vscode.window.showTextDocument(uri);
    const problems = await whenProblems(uri, 'are there', ({ length }) => length > 0);
    const syntax = problems.filter((problem) => codeOf(problem).startsWith('syntax.'));
    expectEqual(
      syntax.map((problem) => [codeOf(problem), problem.range.start.line]),
      [['syntax.trailingComma', 1]],
    );
  });

  it('are of records of other formats, too', async () => {
    const record = JSON.stringify(inventedRecords.cloudTrail);
    const wrongTime = JSON.stringify({ ...inventedRecords.cloudTrail, eventTime: 'yesterday' });
    const text = `${record}\n${wrongTime}\n${record.slice(0, -1)},}\n`;
    const uri = await writeFile('trail.jsonl', text);
    await vscode.window.showTextDocument(uri);
    const problems = await whenProblems(uri, 'are there', ({ length }) => length > 1);
    const errors = problems.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    expectEqual(errors.map((problem) => `${codeOf(problem)} ${problem.range.start.line}`).toSorted(), [
      'syntax.trailingComma 2',
      'value.time 1',
    ]);
    const wrong = errors.find((problem) => codeOf(problem) === 'value.time');
    expectEqual(wrong && rangeText(wrong.range), rangeText(rangeOf(text, '"yesterday"')));
  });

  it('point from a duplicate to the first', async () => {
    const record = await documentedRecord();
    const uri = await writeFile('duplicate.jsonl', `${record}\n${record}\n`);
    await vscode.window.showTextDocument(uri);
    const problems = await whenProblems(uri, 'are there', (found) => found.some((problem) => codeOf(problem) === 'sequence.duplicate'));
    const duplicate = problems.find((problem) => codeOf(problem) === 'sequence.duplicate');
    expectEqual([duplicate?.range.start.line, duplicate?.relatedInformation?.[0]?.location.range.start.line], [1, 0]);
  });

  it('show no error and no warning for the documented record', async () => {
    const uri = await writeFile('documented.jsonl', `${await documentedRecord()}\n`);
    await vscode.window.showTextDocument(uri);
    // Placeholders such as <some object ID> are reported as information, so their arrival shows that the rest is absent.
    expectEqual(reported(await whenProblems(uri, 'are there', ({ length }) => length > 0)), []);
  });

  it('follow what is typed, and what is saved', async () => {
    const record = await documentedRecord();
    const uri = await writeFile('edited.jsonl', `${record}\n`);
    const editor = await vscode.window.showTextDocument(uri);
    await whenProblems(uri, 'are there', ({ length }) => length > 0);
    await editor.edit((edit) => edit.replace(rangeOf(record, '"Success"'), '700700'));
    const [error] = await whenProblems(uri, 'follow the edit', (found) => found.some((problem) => codeOf(problem) === 'schema.type'));
    expectTrue(editor.document.isDirty, 'the document has edits');
    expectTrue(error !== undefined, 'an error');
    await editor.edit((edit) => edit.replace(rangeOf(editor.document.getText(), '700700'), '"Success"'));
    await whenProblems(uri, 'are gone', (found) => found.length > 0 && !found.some((problem) => codeOf(problem) === 'schema.type'));
    await editor.edit((edit) => edit.replace(rangeOf(record, '"Success"'), '"Succeed"'));
    await editor.document.save();
    await whenProblems(uri, 'follow the file', (found) => found.some((problem) => codeOf(problem) === 'value.unknownResult'));
  });

  it('go with the document', async () => {
    const uri = await writeFile('closing.jsonl', await faultyLog('lines'));
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default');
    await whenProblems(uri, 'of the text are there', (found) => reported(found).length === 2);
    await closeAll();
    await whenProblems(uri, 'are gone', ({ length }) => length === 0);
  });

  it('can be switched off and on', async () => {
    const uri = await writeFile('switched.jsonl', await faultyLog('lines'));
    await vscode.window.showTextDocument(uri);
    await whenProblems(uri, 'are there', ({ length }) => length > 0);
    const configuration = vscode.workspace.getConfiguration('auditLog');
    await configuration.update('diagnostics.enabled', false, vscode.ConfigurationTarget.Workspace);
    await whenProblems(uri, 'are off', ({ length }) => length === 0);
    await configuration.update('diagnostics.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    await whenProblems(uri, 'are on', ({ length }) => length > 0);
  });

  it('of a log with very many end with their number', async () => {
    const record = await documentedRecord();
    const lines = Array.from({ length: 1500 }, (_, index) => changed(record, { env_seqNum: 2000 + index, resultType: 700_700 }));
    const uri = await writeFile('many.jsonl', `${lines.join('\n')}\n`);
    await vscode.window.showTextDocument(uri);
    const problems = await whenProblems(uri, 'are there', ({ length }) => length > 0);
    expectTrue(problems.length > 950 && problems.length <= 1000, `as many as VS Code keeps, not ${problems.length}`);
    const last = problems.find(({ code }) => code === undefined);
    expectTrue(/^\d{3} of \d,\d{3} findings/.test(last?.message ?? ''), `the last says how many there are, not: ${last?.message}`);
    const more = problems.filter(({ message }) => /^[\d,]+ more of this kind$/.test(message));
    expectEqual(more.map(codeOf).includes('schema.type'), true, 'a kind that is cut says so');
    // Each kind has its share, however many there are of another.
    expectTrue(new Set(problems.map(codeOf)).size > more.length + 1 || more.length > 1, 'more than one kind is shown');
    const code = more.find((one) => codeOf(one) === 'schema.type')?.code;
    expectTrue(typeof code === 'object', 'it has a link');
    await vscode.commands.executeCommand(code.target.path, ...(JSON.parse(decodeURIComponent(code.target.query)) as readonly unknown[]));
    await whenView(uri, 'shows the findings', ({ state }) => state.page.kind === 'findings');
  });

  it('lead from their code to a page of the extension', async () => {
    const uri = await writeFile('linked.jsonl', await faultyLog('lines'));
    await vscode.window.showTextDocument(uri);
    const problems = await whenProblems(uri, 'are there', ({ length }) => length > 0);
    const code = problems.find((problem) => codeOf(problem) === 'value.time')?.code;
    expectTrue(typeof code === 'object', 'the code has a link');
    expectEqual([code.target.scheme, code.target.path], ['command', 'markdown.showPreview']);
    const [page] = JSON.parse(decodeURIComponent(code.target.query)) as [Parameters<typeof vscode.Uri.from>[0]];
    expectTrue((await readFile(vscode.Uri.from(page))).startsWith('# value.time\n'), 'the page comes with the extension');
    await vscode.commands.executeCommand(code.target.path, vscode.Uri.from(page));
    await waitFor('the page', () => (vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('value.time.md') ? true : undefined));
  });

  it('leave other JSON alone', async () => {
    const uri = await writeFile('other.json', '{"operationName": 1, "resultType": 2}');
    await vscode.window.showTextDocument(uri);
    const log = await writeFile('neighbour.jsonl', await faultyLog('lines'));
    await vscode.window.showTextDocument(log);
    await whenProblems(log, 'are there', ({ length }) => length > 0);
    await whenProblems(uri, 'are not there', ({ length }) => length === 0);
    expectTrue(inWorkspace('other.json').path === uri.path, 'the file is in the workspace');
  });
});
