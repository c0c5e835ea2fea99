import * as vscode from 'vscode';
import { expectTrue } from '../expect.ts';
import { auditLog, changed, documentedRecord, openTimeline, whenView, writeFile } from './support.ts';

const { executeCommand } = vscode.commands;

/** Lines of records with these numbers; every second one fails. */
export async function recordLines(from: number, to: number): Promise<string> {
  const record = await documentedRecord();
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  return numbers
    .map((number) => `${changed(record, { resultType: number % 2 === 0 ? 'Success' : 'Failure', env_seqNum: number })}\n`)
    .join('');
}

/** Opens a log of six records in the timeline, shows those that failed, and selects one. */
export async function openFiltered(name: string): Promise<vscode.Uri> {
  const uri = await writeFile(name, await recordLines(0, 6));
  await openTimeline(uri);
  await executeCommand('auditLog.filter.byResult', { values: ['Failure'] });
  await executeCommand('auditLog.record.goTo', '3');
  await whenView(uri, 'has a selection', ({ state }) => state.selected?.index === 3);
  return uri;
}

/** What the timeline shows once it has so many records: its filter, its selection, records in the list. */
export async function whenRecords(uri: vscode.Uri, records: number): Promise<readonly unknown[]> {
  const { state } = await whenView(uri, `has ${records} records`, (view) => view.log?.complete === true && view.log.records === records);
  const outcome = await (
    await auditLog()
  ).request(uri.toString(), 'page', { query: state.query, order: 'file', from: { at: 0 }, count: 10 });
  expectTrue(outcome.status === 'ok', JSON.stringify(outcome));
  return [state.query, state.selected?.index, outcome.answer.matching];
}

/**
 * Whether a log was read from its beginning again since it was opened. How often depends on when changes are noticed: a file
 * may be seen empty before it is written.
 */
export async function isReadAnew(uri: vscode.Uri): Promise<boolean> {
  const { log } = await whenView(uri, 'is open', () => true);
  return (log?.reading ?? 0) > 1;
}
