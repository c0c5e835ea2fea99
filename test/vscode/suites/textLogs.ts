import * as vscode from 'vscode';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { waitFor } from '../expect.ts';
import { writeFile } from './support.ts';

/** What the suites on texts of logs share: a log of four records, and what providers give. */

const { executeCommand } = vscode.commands;
export const { cloudTrail } = inventedRecords;
export const ana = 'arn:aws:iam::111122223333:user/ana';

/** A line each: who did it when, and with which id; the third repeats the first. */
export function trail(): string {
  const record = (changes: object): string => JSON.stringify({ ...cloudTrail, ...changes });
  const byAna = { type: 'IAMUser', arn: ana, userName: 'ana' };
  const first = record({ eventTime: '2026-03-01T09:00:00Z', eventID: 'id-1', userIdentity: byAna });
  return [
    first,
    record({ eventTime: '2026-03-01T09:00:02Z', eventID: 'id-2' }),
    first,
    record({ eventTime: '2026-03-01T10:30:00Z', eventID: 'id-4', userIdentity: byAna }),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

export async function openText(name: string, text = trail()): Promise<vscode.Uri> {
  const uri = await writeFile(name, text);
  await executeCommand('vscode.openWith', uri, 'default', { preview: false });
  return uri;
}

/** What a provider gives once it gives what is wanted: VS Code asks before the log has been read, too. */
export function given<T>(what: string, ask: () => Thenable<T>, isWanted: (answer: T) => boolean): Promise<T> {
  return waitFor(what, async () => {
    const answer = await ask();
    return isWanted(answer) ? answer : undefined;
  });
}

/** Markdown as a reader sees it. */
export function plain(markdown: string): string {
  return markdown.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await given(
    'a hover',
    () => executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position),
    (found) => found.length > 0,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

export function definitionsAt(uri: vscode.Uri, position: vscode.Position): Promise<readonly vscode.Location[]> {
  return given(
    'a definition',
    () => executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', uri, position),
    (found) => found.length > 0,
  );
}
