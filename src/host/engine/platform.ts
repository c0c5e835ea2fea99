import type { Uri } from 'vscode';
import type { SourceDescription } from '../../protocol/engineMessages.ts';
import type { StartWorker } from './workerPort.ts';

/** What differs between VS Code on Node and VS Code in a browser. */
export interface Platform {
  readonly startWorker: StartWorker;
  /** A source that the engine reads by itself, in ranges; undefined where the host has to hand the bytes over. */
  fileSource(uri: Uri, name: string): SourceDescription | undefined;
}
