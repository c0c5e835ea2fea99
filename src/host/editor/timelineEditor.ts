import * as vscode from 'vscode';
import { Disposables } from '../lifetime/disposables.ts';
import type { LogProblems } from '../validation/logProblems.ts';
import type { Excerpts } from '../recordDocuments/excerpts.ts';
import type { RecordDocuments } from '../recordDocuments/recordDocuments.ts';
import { bytesSource } from '../sessions/readSources.ts';
import { logAddress } from '../base/timelineAddress.ts';
import type { Lease, LogSessions } from '../sessions/logSessions.ts';
import type { WalkthroughProgress } from '../walkthrough/walkthroughProgress.ts';
import type { Intent } from '../../protocol/viewMessages.ts';
import type { KeepInStep } from './keepInStep.ts';
import type { RecentFilters } from './recentFilters.ts';
import { MovedSelection } from './movedSelection.ts';
import { TimelineView } from './timelineView.ts';
import type { Timelines } from './timelines.ts';
import type { ViewMemory } from './viewMemory.ts';
import { resourceRoots, webviewHtml } from './webviewHtml.ts';

export const timelineViewType = 'auditLog.timeline';

/** A log that is open in timelines, one or several; VS Code disposes it with the last of them. */
class LogDocument implements vscode.CustomDocument {
  readonly uri: vscode.Uri;
  readonly log: vscode.Uri;
  readonly lease: Lease;
  readonly #owned = new Disposables();

  /** @param content Of text that was never saved and is nowhere else. */
  constructor(uri: vscode.Uri, content: Uint8Array | undefined, sessions: LogSessions, problems: LogProblems) {
    this.uri = uri;
    this.log = logAddress(uri);
    const { log } = this;
    this.lease = this.#owned.add(content === undefined ? sessions.acquire(log) : sessions.acquireOwn(log, bytesSource(log, content)));
    this.#owned.add(problems.show(log, this.lease.session, 'timeline'));
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

export interface TimelineEditorOptions {
  readonly extensionUri: vscode.Uri;
  readonly sessions: LogSessions;
  readonly problems: LogProblems;
  readonly recordDocuments: RecordDocuments;
  readonly excerpts: Excerpts;
  readonly timelines: Timelines;
  readonly memory: ViewMemory;
  readonly log: vscode.LogOutputChannel;
  readonly progress: WalkthroughProgress;
  readonly inStep: KeepInStep;
  readonly recent: RecentFilters;
}

/** Opens logs as timelines. Read-only: audit logs are evidence. */
export class TimelineEditor implements vscode.CustomReadonlyEditorProvider<LogDocument> {
  readonly #options: TimelineEditorOptions;

  constructor(options: TimelineEditorOptions) {
    this.#options = options;
  }

  register(): vscode.Disposable {
    return vscode.window.registerCustomEditorProvider(timelineViewType, this, {
      supportsMultipleEditorsPerDocument: true,
      // What is shown is held here and sent again: a hidden page costs nothing.
      webviewOptions: { retainContextWhenHidden: false },
    });
  }

  openCustomDocument(uri: vscode.Uri, { untitledDocumentData }: vscode.CustomDocumentOpenContext): LogDocument {
    return new LogDocument(uri, untitledDocumentData, this.#options.sessions, this.#options.problems);
  }

  resolveCustomEditor(document: LogDocument, panel: vscode.WebviewPanel): void {
    const { extensionUri, recordDocuments, excerpts, timelines, memory, log, progress, inStep, recent } = this.#options;
    panel.webview.options = { enableScripts: true, localResourceRoots: resourceRoots(extensionUri) };
    const { log: uri, lease } = document;
    const onDid = (intent: Intent): void => {
      progress.did(intent);
      if (intent.kind === 'select' && intent.ref !== null) {
        void inStep.selected(view, intent.ref);
      }
    };
    const onChanged = (): void => timelines.changed();
    const view: TimelineView = new TimelineView({
      uri,
      session: lease.session,
      panel,
      recordDocuments,
      excerpts,
      memory,
      zoomLink: timelines.zoomLink,
      like: timelines.of(uri.toString())?.kept,
      log,
      recent,
      onPinned: (pinned) => timelines.allOf(uri.toString()).forEach((other) => other.sharePinned(pinned)),
      onDid,
      onChanged,
    });
    const moved = new MovedSelection(view);
    timelines.add(view);
    progress.opened(uri);
    panel.onDidChangeViewState(() => panel.active && timelines.activated(view));
    panel.onDidDispose(() => {
      timelines.remove(view);
      moved.dispose();
      view.dispose();
    });
    panel.webview.html = webviewHtml(panel.webview, extensionUri, crypto.randomUUID());
  }
}
