import * as vscode from 'vscode';
import { message } from '../../core/message.ts';
import type { SourceDescription } from '../../protocol/engineMessages.ts';
import type { ReadSources } from '../engine/engineSession.ts';
import { SourceProblem } from '../engine/sourceProblem.ts';
import { recordScheme } from '../text/recordAddress.ts';
import type { Platform } from '../platform.ts';

const megabyte = 1024 * 1024;

/** VS Code's file systems hand files over whole only, through messages: beyond this a window would run out of memory. */
const wholeReadLimit = 512 * megabyte;

/** Where the bytes of a log are: in a file that the engine reads, in a document that is no file, or in some file system. */
export function readSources(uri: vscode.Uri, platform: Platform): ReadSources {
  const name = nameOf(uri);
  return async (signal) => {
    if (uri.scheme === 'untitled' || uri.scheme === recordScheme) {
      const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString());
      return document === undefined ? [] : [textSource(document)];
    }
    return [platform.fileSource(uri, name) ?? (await readWhole(uri, name, signal))];
  };
}

/** The text of a document as it is now, with edits that are not on disk. */
export function textSource(document: vscode.TextDocument): SourceDescription {
  return { kind: 'text', text: document.getText(), name: nameOf(document.uri) };
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

async function readWhole(uri: vscode.Uri, name: string, signal: AbortSignal): Promise<SourceDescription> {
  const { size } = await vscode.workspace.fs.stat(uri);
  signal.throwIfAborted();
  refuseAbove(size);
  const bytes = await vscode.workspace.fs.readFile(uri);
  signal.throwIfAborted();
  // Some file systems tell no size beforehand.
  refuseAbove(bytes.byteLength);
  return { kind: 'bytes', bytes, name };
}

function refuseAbove(size: number): void {
  if (size > wholeReadLimit) {
    throw new SourceProblem(message('host.tooLarge', Math.ceil(size / megabyte), wholeReadLimit / megabyte));
  }
}
