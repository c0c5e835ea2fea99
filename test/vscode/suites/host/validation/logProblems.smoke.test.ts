import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../../../expect.ts';
import { clickProblem, gravePlaces, problemsOf, problemWithCode, whenProblemsOf } from '../../compressedLogs.ts';
import {
  activeTab,
  auditLog,
  changed,
  closeAll,
  codeOf,
  documentedRecord,
  openTimeline,
  rangeOf,
  rangeText,
  whenView,
  writeFile,
} from '../../support.ts';

const { executeCommand } = vscode.commands;

async function faultyRecords(): Promise<readonly string[]> {
  const record = await documentedRecord();
  return [
    record,
    changed(record, { env_seqNum: 1278, resultType: 700_700 }),
    changed(record, { env_seqNum: 1279, env_time: 'at noon', resultDescription: 'größer 😀' }),
  ];
}

const inRecords = ['record 1.json schema.type', 'record 2.json value.time'];
const inText = ['undefined schema.type', 'undefined value.time'];

/** Waits until Problems has the two grave findings at one place, and has nothing of the log at the other. */
async function whenFindings(log: vscode.Uri, what: string, places: readonly string[]): Promise<void> {
  await whenProblemsOf(log, what, (problems) => gravePlaces(problems).join() === places.join());
  const isText = places === inText;
  expectTrue(
    problemsOf(log).every(({ uri }) => (uri.toString() === log.toString()) === isText),
    `${what}: all of it, information too, at one place`,
  );
}

/** Listens to Problems from the beginning to the end, and says how often a log had findings at both places. */
function watchBothPlaces(log: vscode.Uri): vscode.Disposable & { readonly times: () => number } {
  let times = 0;
  const subscription = vscode.languages.onDidChangeDiagnostics(() => {
    const places = new Set(problemsOf(log).map(({ uri }) => uri.toString() === log.toString()));
    times += places.size > 1 ? 1 : 0;
  });
  return { times: () => times, dispose: () => void subscription.dispose() };
}

/** As the workbench opens texts: what extensions open, VS Code keeps for some minutes after its tab was closed. */
async function openText(log: vscode.Uri, viewColumn: vscode.ViewColumn): Promise<void> {
  await executeCommand('vscode.openWith', log, 'default', viewColumn);
}

async function closeTab(isMeant: (input: unknown) => boolean): Promise<void> {
  const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => isMeant(input));
  expectTrue(tab !== undefined, 'the tab is there');
  await vscode.window.tabGroups.close(tab);
}

function isTextOf(log: vscode.Uri): (input: unknown) => boolean {
  return (input) => input instanceof vscode.TabInputText && input.uri.toString() === log.toString();
}

function isTimelineOf(log: vscode.Uri): (input: unknown) => boolean {
  return (input) => input instanceof vscode.TabInputCustom && input.uri.toString() === log.toString();
}

async function setDiagnostics(isEnabled: false | undefined): Promise<void> {
  await vscode.workspace.getConfiguration('auditLog').update('diagnostics.enabled', isEnabled, vscode.ConfigurationTarget.Workspace);
}

describe('problems of a log that only the timeline shows', () => {
  let records: readonly string[];

  before(async () => {
    records = await faultyRecords();
  });
  beforeEach(closeAll);
  after(closeAll);

  // The first opens in the timeline by its name, the others as text.
  for (const [name, layOut] of [
    ['timeline-faulty.audit.ndjson', (): string => `${records[0]}\n  ${records[1]}\n${records[2]}\n`],
    ['timeline-faulty.jsonl', (): string => `\ufeff${records.join('\r\n')}`],
    [
      'timeline-faulty.json',
      (): string =>
        JSON.stringify(
          records.map((text): unknown => JSON.parse(text)),
          null,
          2,
        ),
    ],
  ] as const) {
    it(`lead to the value in the text of its record, which the timeline selects (${name})`, async () => {
      const uri = await writeFile(name, layOut());
      await openTimeline(uri);
      const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
      expectEqual(gravePlaces(problems), inRecords);
      for (const [code, index, value] of [
        ['schema.type', 1, '700700'],
        ['value.time', 2, '"at noon"'],
      ] as const) {
        const problem = problemWithCode(problems, code);
        const { document, selection } = await clickProblem(problem, `record ${index}.json`);
        expectEqual(activeTab(), { uri: problem.uri.toString(), editor: 'text' });
        expectEqual(JSON.parse(document.getText()), JSON.parse(records[index]!));
        expectEqual([document.getText(selection), rangeText(selection)], [value, rangeText(rangeOf(document.getText(), value))]);
        await whenView(uri, `has record ${index} selected`, ({ state }) => state.selected?.index === index);
      }
    });
  }

  it('select the record also where its text is in view beside the timeline already', async () => {
    const uri = await writeFile('timeline-beside.audit.ndjson', `${records.join('\n')}\n`);
    await openTimeline(uri);
    const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    const { uri: text, diagnostic } = problemWithCode(problems, 'value.time');
    await vscode.window.showTextDocument(text, { viewColumn: vscode.ViewColumn.Two, selection: diagnostic.range });
    await whenView(uri, 'has record 2 selected', ({ state }) => state.selected?.index === 2);
    await executeCommand('vscode.openWith', uri, 'auditLog.timeline', vscode.ViewColumn.One);
    await executeCommand('auditLog.record.goTo', '0');
    await whenView(uri, 'has record 0 selected', ({ state }) => state.selected?.index === 0);
    // As a click in Problems does: the keyboard stays where it is.
    await vscode.window.showTextDocument(text, {
      viewColumn: vscode.ViewColumn.Two,
      preserveFocus: true,
      selection: new vscode.Range(0, 0, 0, 1),
    });
    await whenView(uri, 'has record 2 selected again', ({ state }) => state.selected?.index === 2);
  });

  it('keep the filter of the timeline that selects their record', async () => {
    const uri = await writeFile('timeline-filtered.audit.ndjson', `${records.join('\n')}\n`);
    await openTimeline(uri);
    await executeCommand('auditLog.filter.byResult', { values: ['Success'] });
    const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    await clickProblem(problemWithCode(problems, 'schema.type'), 'record 1.json');
    const { state } = await whenView(uri, 'has record 1 selected', (view) => view.state.selected?.index === 1);
    expectEqual(state.query, 'result:Success');
  });

  it('of no record lead to a text that shows what stands there', async () => {
    const uri = await writeFile('timeline-broken.audit.ndjson', `${records[0]}\n{"operationName": oops, "a": nope}\n${records[2]}\n`);
    await openTimeline(uri);
    const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    const outside = 'outside of records.txt';
    expectEqual(gravePlaces(problems), [`${outside} syntax.invalid`, 'record 1.json value.time']);
    const { document, selection } = await clickProblem(problemWithCode(problems, 'syntax.invalid'), outside);
    expectEqual([document.lineAt(selection.start.line).text, document.getText(selection)], ['{"operationName": oops, "a": nope}', 'o']);
    expectTrue(/^Line 2, byte [\d,]+$/m.test(document.getText()), `it tells where that is in the log: ${document.getText()}`);
  });

  it('end with their number where there are very many', async () => {
    const lines = Array.from({ length: 1500 }, (_, index) => changed(records[0]!, { env_seqNum: 2000 + index, resultType: 700_700 }));
    const uri = await writeFile('timeline-many.audit.ndjson', `${lines.join('\n')}\n`);
    await openTimeline(uri);
    const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    expectEqual([problems.length, vscode.languages.getDiagnostics(uri).length], [1000, 0]);
    const last = problems.find(({ diagnostic }) => diagnostic.code === undefined)!;
    expectTrue(/^99\d of \d,\d{3} findings/.test(last.diagnostic.message), `the last says how many, not: ${last.diagnostic.message}`);
    await clickProblem(last, 'outside of records.txt');
  });

  it('are there also where a text document is left without a tab', async () => {
    const uri = await writeFile('timeline-hidden.jsonl', `${records.join('\n')}\n`);
    await openTimeline(uri);
    await vscode.workspace.openTextDocument(uri);
    const isRecognised = async (): Promise<true | undefined> =>
      (await auditLog()).resources().documents.includes(uri.toString()) || undefined;
    await waitFor('the document is recognised', isRecognised);
    await whenFindings(uri, 'of the timeline', inRecords);
  });

  it('follow the log when it is written anew', async () => {
    const uri = await writeFile('timeline-written.audit.ndjson', `${records.join('\n')}\n`);
    await openTimeline(uri);
    await whenFindings(uri, 'of the timeline', inRecords);
    await writeFile('timeline-written.audit.ndjson', `${records[1]}\n`);
    await whenProblemsOf(uri, 'are those of the new log', (problems) => gravePlaces(problems).join() === 'record 0.json schema.type');
  });
});

describe('problems of a log, at one place at a time', () => {
  let log: vscode.Uri;
  let watch: ReturnType<typeof watchBothPlaces>;
  let number = 0;

  beforeEach(async () => {
    await closeAll();
    number += 1;
    log = await writeFile(`placed-${number}.jsonl`, `${(await faultyRecords()).join('\n')}\n`);
    watch = watchBothPlaces(log);
  });

  afterEach(async () => {
    watch.dispose();
    await closeAll();
    await whenProblemsOf(log, 'are gone with the last tab', ({ length }) => length === 0);
    expectEqual(watch.times(), 0, 'times at which both places had findings');
  });

  it('move to the text when it is opened beside the timeline, and back when it is closed', async () => {
    await openTimeline(log);
    await whenFindings(log, 'with the timeline alone', inRecords);
    await openText(log, vscode.ViewColumn.Beside);
    await whenFindings(log, 'with the text beside it', inText);
    await closeTab(isTextOf(log));
    await whenFindings(log, 'with the text closed', inRecords);
  });

  it('stay in the text when the timeline is closed, whichever was opened first', async () => {
    await openText(log, vscode.ViewColumn.One);
    await whenFindings(log, 'with the text alone', inText);
    await openTimeline(log);
    await whenFindings(log, 'with the timeline in front of it', inText);
    await closeTab(isTimelineOf(log));
    await whenFindings(log, 'with the timeline closed', inText);
    await openTimeline(log);
    await closeTab(isTextOf(log));
    await whenFindings(log, 'with the timeline left', inRecords);
  });

  it('stay at the records until the last of two timelines is closed', async () => {
    await openTimeline(log);
    await executeCommand('vscode.openWith', log, 'auditLog.timeline', vscode.ViewColumn.Beside);
    await waitFor('two timelines', async () => ((await auditLog()).views().length === 2 ? true : undefined));
    await whenFindings(log, 'with two timelines', inRecords);
    await closeTab(isTimelineOf(log));
    await waitFor('one timeline', async () => ((await auditLog()).views().length === 1 ? true : undefined));
    await whenFindings(log, 'with one of them', inRecords);
  });

  it('leave the open document of a record to the text, and come back to it', async () => {
    await openTimeline(log);
    const problems = await whenProblemsOf(log, 'are there', ({ length }) => length > 0);
    const { document } = await clickProblem(problemWithCode(problems, 'schema.type'), 'record 1.json');
    await openText(log, vscode.ViewColumn.Beside);
    await whenFindings(log, 'with the text beside', inText);
    await closeTab(isTextOf(log));
    await whenFindings(log, 'with the text closed', inRecords);
    const ofRecord = vscode.languages.getDiagnostics(document.uri).find((diagnostic) => codeOf(diagnostic) === 'schema.type');
    expectEqual(ofRecord && document.getText(ofRecord.range), '700700');
  });

  it('are of the edits while the text has some, and of the file when those are gone', async () => {
    await openTimeline(log);
    await openText(log, vscode.ViewColumn.Beside);
    const editor = await waitFor('the text', () => vscode.window.activeTextEditor);
    await whenFindings(log, 'of the file', inText);
    await editor.edit((edit) => edit.replace(rangeOf(editor.document.getText(), '"at noon"'), '"2020-11-23T18:23:29Z"'));
    await whenProblemsOf(log, 'of the edits', (problems) => gravePlaces(problems).join() === inText[0]);
    expectTrue(editor.document.isDirty, 'the text has edits');
    await executeCommand('workbench.action.files.revert');
    await whenFindings(log, 'of the file again', inText);
    await closeTab(isTextOf(log));
    await whenFindings(log, 'of the timeline', inRecords);
  });

  it('go and come with the setting, at the place that is right by then', async () => {
    try {
      await openTimeline(log);
      await whenFindings(log, 'with the timeline', inRecords);
      await setDiagnostics(false);
      await whenProblemsOf(log, 'are off', ({ length }) => length === 0);
      await openText(log, vscode.ViewColumn.Beside);
      await setDiagnostics(undefined);
      await whenFindings(log, 'with the text', inText);
      await setDiagnostics(false);
      await whenProblemsOf(log, 'are off again', ({ length }) => length === 0);
      await closeTab(isTextOf(log));
      await setDiagnostics(undefined);
      await whenFindings(log, 'with the timeline again', inRecords);
    } finally {
      await setDiagnostics(undefined);
    }
  });
});
