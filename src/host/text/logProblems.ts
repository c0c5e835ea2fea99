import * as vscode from 'vscode';
import type { EngineSession } from '../engine/engineSession.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { settings } from '../settings.ts';
import { toDiagnostics } from './toDiagnostics.ts';

/** Who shows a log. A text document may have edits, so what it holds comes before what the file holds. */
export type Viewer = 'document' | 'timeline';

/** VS Code keeps this many of one collection and one file; the last is needed to say that there are more. */
const limit = 1000;

interface Shown {
  readonly session: EngineSession;
  readonly viewer: Viewer;
}

interface ShownLog {
  readonly uri: vscode.Uri;
  readonly viewers: Set<Shown>;
  /** Ends what is under way; the newest publication wins. */
  publishing: AbortController;
}

/** The findings of the logs that are open as text or as timeline, in Problems and as squiggles. */
export class LogProblems implements Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('auditLog');
  readonly #logs = new Map<string, ShownLog>();
  readonly #owned = new Disposables();
  readonly #extensionUri: vscode.Uri;

  constructor(extensionUri: vscode.Uri) {
    this.#extensionUri = extensionUri;
    this.#owned.add(this.#collection);
    this.#owned.add(settings.onDidChange(() => this.#publishAll()));
  }

  /** Shows the findings of a log, and goes on to as it is read again, until it is disposed. */
  show(uri: vscode.Uri, session: EngineSession, viewer: Viewer): Disposable {
    const key = uri.toString();
    const log = this.#logs.get(key) ?? { uri, viewers: new Set(), publishing: new AbortController() };
    this.#logs.set(key, log);
    const shown: Shown = { session, viewer };
    log.viewers.add(shown);
    const subscription = session.onSnapshot(() => void this.#publish(log));
    void this.#publish(log);
    return {
      dispose: () => {
        subscription.dispose();
        log.viewers.delete(shown);
        if (log.viewers.size === 0) {
          this.#logs.delete(key);
        }
        void this.#publish(log);
      },
    };
  }

  dispose(): void {
    for (const log of this.#logs.values()) {
      log.publishing.abort();
    }
    this.#owned.dispose();
  }

  #publishAll(): void {
    for (const log of this.#logs.values()) {
      void this.#publish(log);
    }
  }

  async #publish(log: ShownLog): Promise<void> {
    log.publishing.abort();
    log.publishing = new AbortController();
    const { signal } = log.publishing;
    const shown = [...log.viewers].find(({ viewer }) => viewer === 'document') ?? [...log.viewers][0];
    const snapshot = shown?.session.snapshot;
    if (shown === undefined || !settings.diagnosticsEnabled(log.uri)) {
      this.#collection.delete(log.uri);
      return;
    }
    // Ranges of a log that is still being read would soon be wrong, and Problems would flicker.
    if (snapshot?.complete !== true) {
      return;
    }
    if (snapshot.problem !== null || !snapshot.isAuditLog) {
      this.#collection.delete(log.uri);
      return;
    }
    const placed = await shown.session.ask('placedFindings', { source: 0, limit }, signal);
    if (placed.status === 'ok' && !signal.aborted) {
      this.#collection.set(log.uri, toDiagnostics(log.uri, placed.answer, limit, this.#extensionUri));
    }
  }
}
