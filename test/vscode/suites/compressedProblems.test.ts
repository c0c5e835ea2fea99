import * as vscode from 'vscode';
import { expectEqual, expectTrue, waitFor } from '../expect.ts';
import {
  clickProblem,
  compressed,
  gravePlaces,
  type Problem,
  problemsOf,
  problemWithCode,
  shownText,
  whenProblemsOf,
  writeBytes,
} from './compressedLogs.ts';
import { activeTab, auditLog, changed, closeAll, codeOf, documentedRecord, openTimeline, rangeOf, rangeText } from './support.ts';

const { executeCommand } = vscode.commands;

describe('problems of a compressed log', () => {
  let record: string;
  let records: readonly string[];
  const grave = ['record 1.json schema.type', 'record 2.json value.time'];

  before(async () => {
    record = await documentedRecord();
    records = [
      record,
      changed(record, { env_seqNum: 1278, resultType: 700_700 }),
      changed(record, { env_seqNum: 1279, env_time: 'at noon' }),
    ];
  });

  beforeEach(closeAll);
  after(closeAll);

  // The first opens in the timeline by its name, the second as text.
  for (const name of ['faulty.audit.ndjson.gz', 'faulty.ndjson.gz']) {
    it(`lead to the value in the text of its record (${name})`, async () => {
      // The second record begins in the middle of a line.
      const uri = await writeBytes(name, await compressed(`${records[0]}\n  ${records[1]}\n${records[2]}\n`));
      await openTimeline(uri);
      const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
      expectEqual(gravePlaces(problems), grave);
      expectEqual(vscode.languages.getDiagnostics(uri), []);
      for (const [code, index, value] of [
        ['schema.type', 1, '700700'],
        ['value.time', 2, '"at noon"'],
      ] as const) {
        const problem = problemWithCode(problems, code);
        expectEqual(rangeText(problem.diagnostic.range), rangeText(rangeOf(records[index]!, value)));
        const { document, selection } = await clickProblem(problem, `record ${index}.json`);
        expectEqual(activeTab(), { uri: problem.uri.toString(), editor: 'text' });
        expectEqual([document.getText(), rangeText(selection)], [records[index], rangeText(rangeOf(records[index]!, value))]);
      }
    });
  }

  it('are not counted twice where the text of a record is open, and stay while it is', async () => {
    const uri = await writeBytes('counted.ndjson.gz', await compressed(`${records.join('\n')}\n`));
    await openTimeline(uri);
    const before = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    await clickProblem(problemWithCode(before, 'schema.type'), 'record 1.json');
    // The findings of the open record come by a question of their own, after its text; a hover is answered later still.
    await executeCommand('vscode.executeHoverProvider', problemWithCode(before, 'schema.type').uri, rangeOf(records[1]!, '700700').start);
    expectEqual(reported(problemsOf(uri)), reported(before));
    const timeline = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString());
    await vscode.window.tabGroups.close(timeline!);
    await waitFor('the end of the timeline', async () => ((await auditLog()).views().length === 0 ? true : undefined));
    expectEqual(reported(problemsOf(uri)), reported(before));
    await closeAll();
    await whenProblemsOf(uri, 'are gone with the last tab', ({ length }) => length === 0);
  });

  it('come back with the text of a record that is opened again', async () => {
    const uri = await writeBytes('again.ndjson.gz', await compressed(`${records.join('\n')}\n`));
    await openTimeline(uri);
    const problem = problemWithCode(await whenProblemsOf(uri, 'are there', ({ length }) => length > 0), 'value.time');
    await clickProblem(problem, 'record 2.json');
    await closeAll();
    await whenProblemsOf(uri, 'are gone', ({ length }) => length === 0);
    const { document } = await clickProblem(problem, 'record 2.json');
    await whenProblemsOf(uri, 'are back', (problems) => gravePlaces(problems).join() === grave.join());
    expectEqual(document.getText(problem.diagnostic.range), '"at noon"');
  });

  it('of no record lead to a text that shows what stands there', async () => {
    const text = `${records[0]}\n{"operationName": oops, "a": nope}\n${records[2]}\n{"operationName": "cut`;
    const bytes = await compressed(text);
    // Without its last bytes the archive ends too early; all of the text can be read.
    const uri = await writeBytes('damaged.ndjson.gz', bytes.slice(0, -8));
    await openTimeline(uri);
    const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    const outside = 'outside of records.txt';
    expectEqual(gravePlaces(problems), [
      `${outside} syntax.compression`,
      `${outside} syntax.invalid`,
      `${outside} syntax.truncated`,
      'record 1.json value.time',
    ]);
    const broken = problemWithCode(problems, 'syntax.invalid');
    const { document, selection } = await clickProblem(broken, outside);
    expectEqual([document.lineAt(selection.start.line).text, document.getText(selection)], ['{"operationName": oops, "a": nope}', 'o']);
    const [further] = broken.diagnostic.relatedInformation ?? [];
    expectEqual([further?.location.uri.toString(), further && document.getText(further.location.range)], [document.uri.toString(), 'nope']);
    expectTrue(document.getText().includes('Line 2, byte '), 'it tells where that is in the log');
    const cut = await clickProblem(problemWithCode(problems, 'syntax.truncated'), outside);
    expectEqual(document.lineAt(cut.selection.start.line).text, '{"operationName": "cut');
    // The way from the timeline leads there too.
    await openTimeline(uri);
    const api = await auditLog();
    const outcome = await api.request(uri.toString(), 'findings', { query: '', limit: 100, items: 10 });
    const groups = outcome.status === 'ok' ? outcome.answer.groups : [];
    const [invalid] = groups.find(({ code }) => code === 'syntax.invalid')?.items ?? [];
    await executeCommand('auditLog.source.open', { finding: invalid?.ref });
    const shown = await shownText(outside);
    expectEqual(shown.document.getText(shown.selection), 'o');
  });

  it('point from a duplicate to the text of the first', async () => {
    const uri = await writeBytes('duplicate.ndjson.gz', await compressed(`${record}\n${record}\n`));
    await openTimeline(uri);
    const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    const duplicate = problemWithCode(problems, 'sequence.duplicate');
    const [related] = duplicate.diagnostic.relatedInformation ?? [];
    expectTrue(related?.location.uri.path.endsWith('record 0.json') === true, 'the first record');
    expectEqual(rangeText(related.location.range), rangeText(rangeOf(record, record)));
  });

  it('end with their number where there are very many', async () => {
    const lines = Array.from({ length: 1500 }, (_, index) => changed(record, { env_seqNum: 2000 + index, resultType: 700_700 }));
    const uri = await writeBytes('many.ndjson.gz', await compressed(`${lines.join('\n')}\n`));
    await openTimeline(uri);
    const problems = await whenProblemsOf(uri, 'are there', ({ length }) => length > 0);
    const last = problems.find(({ diagnostic }) => diagnostic.code === undefined)!;
    expectTrue(/^99\d of \d,\d{3} findings/.test(last.diagnostic.message), `the last says how many, not: ${last.diagnostic.message}`);
    expectEqual(problems.length, 1000);
    const { document } = await clickProblem(last, 'outside of records.txt');
    expectEqual(document.getText(), 'many.ndjson.gz: every finding belongs to a record\n');
  });
});

function reported(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ uri, diagnostic }) => `${uri.path} ${codeOf(diagnostic)} ${rangeText(diagnostic.range)}`).toSorted();
}
