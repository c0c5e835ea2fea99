import * as vscode from 'vscode';
import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { settings } from '../base/settings.ts';
import { askFindings } from './askFindings.ts';
import { recordDocumentDiagnostics } from './recordDocumentDiagnostics.ts';
import { findingPlacement, type FindingPlacement, type Viewer, viewerOf } from './findingPlacement.ts';
import { isCompressed } from '../sessions/isCompressed.ts';
import { isOpenAsText } from '../base/isOpenAsText.ts';
import type { RecordProblems } from './recordProblems.ts';
import { toDiagnostics } from './toDiagnostics.ts';

interface Shown {
  readonly session: EngineSession;
  readonly viewer: Viewer;
}

/** What is to be published of a log: the findings of a viewer's session, at a place. */
interface Plan {
  readonly owner: Shown;
  readonly placement: FindingPlacement;
}

interface ShownLog {
  readonly uri: vscode.Uri;
  readonly viewers: Set<Shown>;
  /** Undefined while nobody shows the log. */
  plan: Plan | undefined;
  /** Ends what is under way; the newest publication wins. */
  publishing: AbortController;
}

/**
 * The findings of the logs that are open as text, as timeline or by a record, in Problems and as squiggles: in the log's own
 * text while that is open, else in documents of its records; never in both.
 */
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
    this.#owned.add(vscode.window.tabGroups.onDidChangeTabs(() => this.#logs.forEach((log) => this.#makePlan(log))));
  }

  /** Shows the findings of a log, and goes on to as it is read again, until it is disposed. */
  show(uri: vscode.Uri, session: EngineSession, viewer: Viewer): Disposable {
    const key = uri.toString();
    const log = this.#logs.get(key) ?? { uri, viewers: new Set(), plan: undefined, publishing: new AbortController() };
    this.#logs.set(key, log);
    const shown: Shown = { session, viewer };
    log.viewers.add(shown);
    this.#makePlan(log);
    const subscription = session.onSnapshot(() => log.plan?.owner === shown && void this.#publish(log));
    return {
      dispose: () => {
        subscription.dispose();
        log.viewers.delete(shown);
        this.#makePlan(log);
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

  /** The findings are the same for all who share a session: only what leads to others, or elsewhere, is published anew. */
  #makePlan(log: ShownLog): void {
    const before = log.plan;
    log.plan = planOf(log);
    if (log.plan?.owner.session !== before?.owner.session || log.plan?.placement !== before?.placement) {
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
    const { plan } = log;
    const snapshot = plan?.owner.session.snapshot;
    if (plan === undefined || !settings.diagnosticsEnabled(log.uri)) {
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
    const placed = await askFindings(plan.owner.session, log.uri, { source: 0 }, signal);
    // After a further edit ranges would be of another text; what has been read of that follows.
    if (placed.status !== 'ok' || signal.aborted || isOutdated(log.uri, snapshot)) {
      return;
    }
    // What was published at the other place goes in the same turn in which this comes.
    if (plan.placement === 'records' || isCompressed(snapshot)) {
      const documents = await recordDocumentDiagnostics(log.uri, placed.answer, isCompressed(snapshot), this.#extensionUri);
      if (!signal.aborted) {
        this.#collection.delete(log.uri);
        this.#records.setShare(log.uri, documents);
      }
    } else {
      const diagnostics = await toDiagnostics(log.uri, placed.answer, this.#extensionUri);
      if (!signal.aborted) {
        this.#records.leaveToText(log.uri);
        this.#collection.set(log.uri, diagnostics);
      }
    }
  }

  #clear({ uri }: ShownLog): void {
    this.#collection.delete(uri);
    this.#records.setShare(uri, []);
  }
}

/** Whether the text that a snapshot was read from has been edited since. */
function isOutdated(uri: vscode.Uri, { textVersion }: Snapshot): boolean {
  const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === uri.toString());
  return textVersion !== undefined && document !== undefined && document.version !== textVersion;
}

function planOf({ uri, viewers }: ShownLog): Plan | undefined {
  const all = [...viewers];
  const placement = findingPlacement(
    all.map(({ viewer }) => viewer),
    isOpenAsText(uri),
  );
  const owner = viewerOf(all, placement);
  return owner === undefined ? undefined : { owner, placement };
}
