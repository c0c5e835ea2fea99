import type { Position, Range, TextDocument, Uri } from 'vscode';
import type { TextRange } from '../../protocol/reference.ts';
import type { TextPart } from '../../protocol/requests.ts';
import { toRange } from '../base/toRange.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { debounce } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { textSource } from '../sessions/readSources.ts';
import type { Lease, LogSessions } from '../sessions/logSessions.ts';
import type { LogProblems } from '../validation/logProblems.ts';
import type { LogTextDocument, TextPlace } from './logTextDocument.ts';

/** While somebody types, the log is read again only when they pause. */
const pause = 300;

/**
 * A text document that holds an audit log. While it is as on disk it shares the log's session with the timelines; with
 * edits it has one of its own, made from its text, until it is saved.
 */
export class RecognisedDocument implements LogTextDocument, Disposable {
  readonly document: TextDocument;
  readonly source = 0;
  readonly record = undefined;
  readonly excerpt = undefined;
  readonly #sessions: LogSessions;
  readonly #problems: LogProblems;
  readonly #changed: () => void;
  readonly #readSoon = debounce(() => this.#readEdits(), pause);
  #held: { readonly lease: Lease; readonly isOwn: boolean; readonly owned: Disposables };

  /** `changed` is called when what is known of the log has changed. */
  constructor(document: TextDocument, sessions: LogSessions, problems: LogProblems, changed: () => void) {
    this.document = document;
    this.#sessions = sessions;
    this.#problems = problems;
    this.#changed = changed;
    this.#held = this.#hold();
  }

  get log(): Uri {
    return this.document.uri;
  }

  get session(): EngineSession {
    return this.#held.lease.session;
  }

  toLog({ line, character }: Position): TextPlace {
    return { source: this.source, line, column: character };
  }

  toDocument(range: TextRange): Range {
    return toRange(range);
  }

  partsOf({ start, end }: Range, limit: number): readonly TextPart[] {
    return [{ source: this.source, firstLine: start.line, lastLine: end.line, limit }];
  }

  /** The document was edited, or its edits were undone or taken back by VS Code. */
  edited(): void {
    if (this.document.isDirty === this.#held.isOwn) {
      this.#readSoon();
    } else {
      this.#switch();
    }
  }

  saved(): void {
    this.#sessions.reload(this.document.uri);
    this.#switch();
  }

  dispose(): void {
    this.#readSoon.dispose();
    this.#held.owned.dispose();
  }

  #switch(): void {
    const before = this.#held;
    this.#held = this.#hold();
    before.owned.dispose();
    this.#changed();
  }

  #hold(): { readonly lease: Lease; readonly isOwn: boolean; readonly owned: Disposables } {
    const isOwn = this.document.isDirty;
    const owned = new Disposables();
    const lease = owned.add(
      isOwn ? this.#sessions.acquireOwn(async () => [textSource(this.document)]) : this.#sessions.acquire(this.document.uri),
    );
    owned.add(lease.session.onSnapshot(() => this.#changed()));
    owned.add(this.#problems.show(this.document.uri, lease.session, 'document'));
    return { lease, isOwn, owned };
  }

  #readEdits(): void {
    if (this.#held.isOwn) {
      void this.session.read();
    }
  }
}
