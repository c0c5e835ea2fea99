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
  /**
   * What a tree of the side bar shows, such as `auditLog.callers`, or what is within the node to which a path of ids leads;
   * empty where there is none.
   */
  sideBar(tree: string, ...path: readonly string[]): Promise<readonly SideBarItem[]>;
  /** What the status bar says of the active timeline; empty while none is active. */
  statusBar(): readonly string[];
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

/** A node of a tree of the side bar. */
export interface SideBarItem {
  /** Stays the same as long as it is of the same thing. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Plain text. */
  readonly tooltip: string;
  /** Decides which actions it has. */
  readonly context: string;
  /** What screen readers say in place of the label. */
  readonly spoken?: string;
  /** What a click does. */
  readonly command?: { readonly id: string; readonly argument: unknown };
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
