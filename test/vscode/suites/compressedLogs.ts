import * as vscode from 'vscode';
import { expectTrue, waitFor } from '../expect.ts';
import { codeOf, inWorkspace } from './support.ts';

/** What suites about compressed logs, and about documents of records, share. */

export async function writeBytes(name: string, bytes: Uint8Array): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

/** By the streams that Node and browsers share. */
export async function compressed(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The text document of a record of a compressed log, once it is shown. */
export function shownRecord(index: number): Promise<vscode.TextEditor> {
  return shownText(`record ${index}.json`);
}

/** The text document of a part of a compressed log, once it is shown. */
export function shownText(part: string): Promise<vscode.TextEditor> {
  return waitFor(`the text of ${part}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.path.endsWith(` · ${part}`) === true ? editor : undefined;
  });
}

/** A finding in Problems, with the document that a click on it opens. */
export interface Problem {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
}

/** All that Problems has of a log, in its own text and in the documents of its parts. */
export function problemsOf(log: vscode.Uri): readonly Problem[] {
  return vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.toString() === log.toString() || (uri.scheme === 'auditlog-record' && uri.path.startsWith(log.path)))
    .flatMap(([uri, diagnostics]) => diagnostics.map((diagnostic) => ({ uri, diagnostic })));
}

/** What a click on an entry of Problems does, if it leads to this part of a log. */
export async function clickProblem({ uri, diagnostic }: Problem, part: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, { selection: diagnostic.range });
  return shownText(part);
}

export function whenProblemsOf(
  log: vscode.Uri,
  what: string,
  isWanted: (problems: readonly Problem[]) => boolean,
): Promise<readonly Problem[]> {
  return waitFor(`the problems of ${log.path} ${what}`, () => {
    const problems = problemsOf(log);
    return isWanted(problems) ? problems : undefined;
  });
}

export function problemWithCode(problems: readonly Problem[], code: string): Problem {
  const found = problems.find(({ diagnostic }) => codeOf(diagnostic) === code);
  expectTrue(found !== undefined, `a problem ${code}`);
  return found;
}

/** Part of the log and code of what Problems has, without what is no more than information. */
export function gravePlaces(problems: readonly Problem[]): readonly string[] {
  return problems
    .filter(({ diagnostic }) => diagnostic.severity <= vscode.DiagnosticSeverity.Warning)
    .map(({ uri, diagnostic }) => `${uri.path.split(' · ')[1]} ${codeOf(diagnostic)}`)
    .toSorted();
}
