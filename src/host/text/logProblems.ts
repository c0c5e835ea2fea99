import * as vscode from 'vscode';
import type { EngineSession } from '../engine/engineSession.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { settings } from '../settings.ts';
import { compressedDiagnostics } from './compressedDiagnostics.ts';
import { isCompressed } from './isCompressed.ts';
import type { RecordProblems } from './recordProblems.ts';
import { mostDiagnostics, toDiagnostics } from './toDiagnostics.ts';

/** Who shows a log. A text document may have edits, so what it holds comes before what the file holds. */
export type Viewer = 'document' | 'timeline' | 'record';

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

/** The findings of the logs that are open as text, as timeline or by a record, in Problems and as squiggles. */
export class LogProblems implements Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('auditLog');
  readonly #logs = new Map<string, ShownLog>();
  readonly #owned = new Disposables();
  readonly #extensionUri: vscode.Uri;
  readonly #records: RecordProblems;

  constructor(extensionUri: vscode.Uri, records: RecordProblems) {
    this.#extensionUri = extensionUri;
    this.#records = records;
    this.#owned.add(this.#collection);
    this.#owned.add(settings.onDidChange(() => this.#publishAll()));
  }

  /** Shows the findings of a log, and goes on to as it is read again, until it is disposed. */
  show(uri: vscode.Uri, session: EngineSession, viewer: Viewer): Disposable {
    const key = uri.toString();
    const log = this.#logs.get(key) ?? { uri, viewers: new Set(), publishing: new AbortController() };
    this.#logs.set(key, log);
    const shown: Shown = { session, viewer };
    this.#changeViewers(log, () => log.viewers.add(shown));
    const subscription = session.onSnapshot(() => chosen(log) === shown && void this.#publish(log));
    return {
      dispose: () => {
        subscription.dispose();
        this.#changeViewers(log, () => log.viewers.delete(shown));
        if (log.viewers.size === 0) {
          this.#logs.delete(key);
        }
      },
    };
  }

  dispose(): void {
    for (const log of this.#logs.values()) {
      log.publishing.abort();
    }
    this.#owned.dispose();
  }

  /** The findings are the same for all who share a session: they are asked for once. */
  #changeViewers(log: ShownLog, change: () => void): void {
    const before = chosen(log)?.session;
    change();
    if (chosen(log)?.session !== before) {
      void this.#publish(log);
    }
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
    const shown = chosen(log);
    const snapshot = shown?.session.snapshot;
    if (shown === undefined || !settings.diagnosticsEnabled(log.uri)) {
      this.#clear(log);
      return;
    }
    // Ranges of a log that is still being read would soon be wrong, and Problems would flicker.
    if (snapshot?.complete !== true) {
      return;
    }
    if (snapshot.problem !== null || !snapshot.isAuditLog) {
      this.#clear(log);
      return;
    }
    const placed = await shown.session.ask('placedFindings', { source: 0, limit: mostDiagnostics }, signal);
    if (placed.status !== 'ok' || signal.aborted) {
      return;
    }
    if (isCompressed(snapshot)) {
      this.#collection.delete(log.uri);
      this.#records.setShare(log.uri, compressedDiagnostics(log.uri, placed.answer, this.#extensionUri));
    } else {
      const diagnostics = await toDiagnostics(log.uri, placed.answer, this.#extensionUri);
      if (!signal.aborted) {
        this.#records.setShare(log.uri, []);
        this.#collection.set(log.uri, diagnostics);
      }
    }
  }

  #clear({ uri }: ShownLog): void {
    this.#collection.delete(uri);
    this.#records.setShare(uri, []);
  }
}

function chosen({ viewers }: ShownLog): Shown | undefined {
  return [...viewers].find(({ viewer }) => viewer === 'document') ?? [...viewers][0];
}
