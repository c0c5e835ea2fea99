import type { Uri } from 'vscode';
import type { SourceDescription } from '../../protocol/engineMessages.ts';
import type { FileWriter } from '../base/fileWriter.ts';
import type { StartWorker } from './workerPort.ts';

/** What differs between VS Code on Node and VS Code in a browser. */
export interface Platform {
  readonly startWorker: StartWorker;
  /** A source that the engine reads by itself, in ranges; undefined where the host has to hand the bytes over. */
  fileSource(uri: Uri, name: string): SourceDescription | undefined;
  /** The address from which the engine loads the validator for schemas of users' own. */
  validator(): Promise<string>;
  /** Writes a file as its bytes come; undefined where VS Code has to write it as a whole. `kept`: files that must not be replaced. */
  fileWriter(uri: Uri, kept: readonly Uri[]): FileWriter | undefined;
}
