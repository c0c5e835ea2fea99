import type * as vscode from 'vscode';
import type { LogSessions } from '../sessions/logSessions.ts';
import type { Timelines } from '../editor/timelines.ts';

/** What commands work with. */
export interface CommandContext {
  readonly extensionUri: vscode.Uri;
  readonly sessions: LogSessions;
  readonly timelines: Timelines;
  readonly log: vscode.LogOutputChannel;
}
