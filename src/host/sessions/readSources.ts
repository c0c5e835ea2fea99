import * as vscode from 'vscode';
import type { TextSource } from '../../protocol/engineMessages.ts';
import type { ReadSources } from '../engine/engineSession.ts';
import { recordScheme } from '../base/recordAddress.ts';
import type { Platform } from '../engine/platform.ts';
import { readWhole } from './readWhole.ts';

/** Where the bytes of a log are: in a document that is no file or has edits, in a file that the engine reads, or in some file system. */
export function readSources(uri: vscode.Uri, platform: Platform): ReadSources {
  const name = nameOf(uri);
  const isText = uri.scheme === 'untitled' || uri.scheme === recordScheme;
  return async (signal) => {
    const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString());
    if (isText || document?.isDirty === true) {
      return document === undefined ? [] : [textSource(document)];
    }
    return [platform.fileSource(uri, name) ?? { kind: 'bytes', bytes: await readWhole(vscode.workspace.fs, uri, signal), name }];
  };
}

/** Content that is in no file and no document. */
export function bytesSource(uri: vscode.Uri, bytes: Uint8Array): ReadSources {
  return () => Promise.resolve([{ kind: 'bytes', bytes, name: nameOf(uri) }]);
}

/** The text of a document as it is now, with edits that are not on disk. */
export function textSource(document: vscode.TextDocument): TextSource {
  return { kind: 'text', text: document.getText(), name: nameOf(document.uri), version: document.version };
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
