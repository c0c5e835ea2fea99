import type { Position, Range, TextDocument, TextDocumentContentChangeEvent, Uri } from 'vscode';
import type { TextSource } from '../../protocol/engineMessages.ts';
import type { TextRange } from '../../protocol/reference.ts';
import type { TextPart } from '../../protocol/requests.ts';
import { toRange } from '../base/toRange.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { debounce, type Debounced } from '../lifetime/debounce.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { textSource } from '../sessions/readSources.ts';
import type { Lease, LogSessions } from '../sessions/logSessions.ts';
import type { LogProblems } from '../validation/logProblems.ts';
import type { LogTextDocument, TextPlace } from './logTextDocument.ts';

/** While somebody types, what depends on all of the log, such as its outline, is asked for again only when they pause. Milliseconds. */
const pause = 300;

/**
 * A text document that holds an audit log. While it is as on disk it shares the log's session with the timelines; with
 * edits it has one of its own, made from its text, until it is saved; that follows each edit at once.
 */
export class RecognisedDocument implements LogTextDocument, Disposable {
  readonly document: TextDocument;
  readonly source = 0;
  readonly record = undefined;
  readonly excerpt = undefined;
  readonly #sessions: LogSessions;
  readonly #problems: LogProblems;
  readonly #changed: () => void;
  readonly #changedSoon: Debounced;
  /** The version of the document that the own session knows; undefined where it is to read the text as a whole. */
  #known: number | undefined;
  #held: { readonly lease: Lease; readonly isOwn: boolean; readonly owned: Disposables };

  /** `changed` is called when what is known of the log has changed. */
  constructor(document: TextDocument, sessions: LogSessions, problems: LogProblems, changed: () => void) {
    this.document = document;
    this.#sessions = sessions;
    this.#problems = problems;
    this.#changed = changed;
    this.#changedSoon = debounce(changed, pause);
    this.#held = this.#hold();
  }

  get log(): Uri {
    return this.document.uri;
  }

  get session(): EngineSession {
    return this.#held.lease.session;
  }

  /** Nothing while the last edit has not been read: a place of the text would be another one of the log. */
  toLog({ line, character }: Position): TextPlace | undefined {
    return this.#isCurrent ? { source: this.source, line, column: character } : undefined;
  }

  toDocument(range: TextRange): Range {
    return toRange(range);
  }

  partsOf({ start, end }: Range, limit: number): readonly TextPart[] {
    return this.#isCurrent ? [{ source: this.source, firstLine: start.line, lastLine: end.line, limit }] : [];
  }

  /** The document was edited, or its edits were undone or taken back by VS Code. */
  edited(changes: readonly TextDocumentContentChangeEvent[]): void {
    const { document } = this;
    if (document.isDirty !== this.#held.isOwn) {
      this.#switch();
    } else if (this.#known !== undefined && document.version !== this.#known) {
      const [base, { version }] = [this.#known, document];
      this.#known = version;
      this.session.edit({
        base,
        version,
        length: document.offsetAt(document.lineAt(document.lineCount - 1).range.end),
        changes: changes.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, removed: rangeLength, text })),
      });
    }
  }

  saved(): void {
    this.#sessions.reload(this.document.uri);
    this.#switch();
  }

  dispose(): void {
    this.#changedSoon.dispose();
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
    this.#known = undefined;
    const owned = new Disposables();
    const lease = owned.add(
      isOwn ? this.#sessions.acquireOwn(this.document.uri, async () => [this.#whole()]) : this.#sessions.acquire(this.document.uri),
    );
    owned.add(lease.session.onSnapshot(() => (isOwn ? this.#changedSoon() : this.#changed())));
    owned.add(this.#problems.show(this.document.uri, lease.session, 'document'));
    return { lease, isOwn, owned };
  }

  #whole(): TextSource {
    const source = textSource(this.document);
    this.#known = source.version;
    return source;
  }

  get #isCurrent(): boolean {
    const { isOwn, lease } = this.#held;
    return !isOwn || lease.session.snapshot?.textVersion === this.document.version;
  }
}
