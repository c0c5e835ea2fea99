import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import type { Outcome, RequestName, Requests } from '../../protocol/requests.ts';
import type { ViewState } from '../../protocol/viewMessages.ts';

/**
 * What the extension exports: `vscode.extensions.getExtension('audit-log-viewer.audit-log-viewer').exports`. Read-only;
 * to change something, call the commands, which take arguments.
 */
export interface AuditLogApi {
  /** Raised when something of this interface changes its meaning. */
  readonly version: 1;
  /** The open timelines, the active one first, then in the order in which they were last active. */
  views(): readonly ViewSnapshot[];
  /**
   * Puts a question to the engine about a log that is open in a timeline, as the timeline does itself; `closed` if the log
   * is not open. `uri` is that of {@link ViewSnapshot}.
   */
  request<Name extends RequestName>(
    uri: string,
    name: Name,
    params: Requests[Name]['params'],
    signal?: AbortSignal,
  ): Promise<Outcome<Requests[Name]['answer']>>;
  /** What is held open at the moment. */
  resources(): Resources;
}

export interface ViewSnapshot {
  /** The log's address as text. */
  readonly uri: string;
  readonly active: boolean;
  readonly visible: boolean;
  /** True as soon as the page's script has reported. */
  readonly ready: boolean;
  readonly state: ViewState;
  /** The filter that is shown in place of that of `state` while values are picked from a list; null if there is none. */
  readonly previewed: string | null;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  /** How far the log has been read, what was found in it; null before the first report. */
  readonly log: Snapshot | null;
}

export interface Resources {
  /** False until a log was recognised or opened. */
  readonly engineStarted: boolean;
  /** Logs that the engine has open; they stay for 30 s after the last one who needed them. */
  readonly logs: number;
  /** The addresses of those of them that timelines and texts of a file share. */
  readonly sharedLogs: readonly string[];
  /** Text documents that were recognised as audit logs. */
  readonly documents: readonly string[];
}
