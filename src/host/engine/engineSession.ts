import { message, type Message } from '../../core/finding/message.ts';
import type { Answer } from '../../protocol/answers/answer.ts';
import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import { type AnyOutcome, type OnPart, RequestSender } from '../../protocol/channel.ts';
import type {
  CheckedSchema,
  FromEngine,
  SchemasDescription,
  SourceDescription,
  TextEdit,
  ToEngine,
} from '../../protocol/engineMessages.ts';
import type { Responder, Outcome, RequestName, Requests } from '../../protocol/requests.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import { Listeners } from '../lifetime/listeners.ts';
import { SourceProblem } from './sourceProblem.ts';

/** Says where the bytes are, each time they are needed (again). Throws {@link SourceProblem} for what a user should be reported. */
export type ReadSources = (signal: AbortSignal) => Promise<readonly SourceDescription[]>;

/** The schemas of users' own that a log is checked against. */
export interface SessionSchemas {
  /** As they are now; undefined where there are none. Never rejects. */
  read(): Promise<SchemasDescription | undefined>;
  /** Is told what is wrong in them, each time that the log is read with them. */
  checked(schemas: readonly CheckedSchema[]): void;
}

/** The way from a session to the worker that serves it. */
export interface EngineLink {
  send(message: ToEngine): void;
  /** Delivers to the session whatever the engine says under the number that is returned. */
  connect(session: EngineSession): number;
  disconnect(number: number): void;
}

type State =
  /** The host is finding out where the bytes are. */
  | { readonly kind: 'finding' }
  /** The engine has it under this number, which is never used twice. */
  | { readonly kind: 'open'; readonly number: number }
  /** Requests end with this sentence until the log is read again; for ever if the engine was given up. */
  | { readonly kind: 'failed'; readonly sentence: Message; readonly forEver: boolean }
  | { readonly kind: 'closed' };

/**
 * A log as the engine has it open. Outlives a crash of the engine: then it is read again, and snapshot numbers go on
 * rising as if nothing had happened, so that nobody takes an old answer for a new one.
 */
export class EngineSession implements Responder {
  readonly #link: EngineLink;
  readonly #readSources: ReadSources;
  readonly #schemas: SessionSchemas | undefined;
  readonly #requests = new RequestSender();
  readonly #snapshots = new Listeners<Snapshot>();
  readonly #ends = new Listeners<void>();
  #state: State = { kind: 'finding' };
  #reading = new AbortController();
  #snapshot: Snapshot | null = null;
  /** Added to the engine's snapshot numbers, which begin at 1 each time that the log is opened. */
  #numbersBefore = 0;
  /** Added to the engine's number of readings: a log that a new engine reads is still the same one. */
  #readingsBefore = 0;
  /** Told where the log must be read from its beginning, whatever it looks like. */
  #isReadAnew = false;

  constructor(link: EngineLink, readSources: ReadSources, schemas?: SessionSchemas) {
    this.#link = link;
    this.#readSources = readSources;
    this.#schemas = schemas;
  }

  /** The newest snapshot, or null before the first. */
  get snapshot(): Snapshot | null {
    return this.#snapshot;
  }

  onSnapshot(listener: (snapshot: Snapshot) => void): Disposable {
    return this.#snapshots.add(listener);
  }

  /** Heard when the session is closed: no snapshot follows. Heard at once where it was. */
  onClosed(listener: () => void): Disposable {
    const subscription = this.#ends.add(listener);
    if (this.#state.kind === 'closed') {
      listener();
    }
    return subscription;
  }

  /**
   * Never rejects. Ends as `cancelled` as soon as the signal says so.
   *
   * @param onPart Takes the parts of an answer that comes in parts, such as an export.
   */
  request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    signal: AbortSignal,
    onPart?: OnPart,
  ): Promise<Outcome<Requests[Name]['answer']>> {
    switch (this.#state.kind) {
      case 'closed':
        return Promise.resolve({ status: 'closed' });
      case 'failed':
        return Promise.resolve({ status: 'error', message: this.#state.sentence });
      case 'finding':
      case 'open':
        return this.#requests.request(name, params, signal, onPart);
    }
  }

  /** Reads the log anew, from the sources as they are now. The newest call wins. Never rejects. */
  async read(): Promise<void> {
    this.#isReadAnew = true;
    await this.follow();
  }

  /** Looks at the log again: reads on where it has only grown, else anew. The newest call wins. Never rejects. */
  async follow(): Promise<void> {
    if (this.#state.kind === 'closed' || (this.#state.kind === 'failed' && this.#state.forEver)) {
      return;
    }
    if (this.#state.kind === 'failed') {
      this.#state = { kind: 'finding' };
    }
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    try {
      const sources = await this.#readSources(signal);
      // Where a log is read on, its schemas are as they were: it is read anew when they change.
      const schemas = this.#schemas !== undefined && this.#isReadAnew ? await this.#schemas.read() : undefined;
      if (!signal.aborted) {
        this.#open(sources, schemas);
      }
    } catch (error) {
      if (!signal.aborted) {
        const problem = error instanceof SourceProblem ? error.problem : message('host.unreadable', String(error));
        this.#fail(problem, false);
      }
    }
  }

  /** The document that is read was edited. A log that is not open yet is read with its edits. */
  edit(edit: TextEdit): void {
    if (this.#state.kind === 'open') {
      this.#link.send({ kind: 'edit', session: this.#state.number, edit });
    } else if (this.#state.kind === 'failed') {
      void this.read();
    }
  }

  /** Requests under way end as `closed`. */
  close(): void {
    this.#leaveEngine({ status: 'closed' });
    this.#state = { kind: 'closed' };
    this.#ends.fire();
  }

  /** Takes what the engine says of this session. */
  receive(received: Extract<FromEngine, { kind: 'snapshot' | 'channel' | 'schemas' }>): void {
    if (received.kind === 'schemas') {
      this.#schemas?.checked(received.schemas);
    } else if (received.kind === 'channel') {
      const { message: sent } = received;
      this.#requests.receive(sent.kind === 'outcome' ? { ...sent, outcome: this.#renumbered(sent.outcome) } : sent);
    } else {
      const { snapshot, reading } = received.snapshot;
      this.#show({ ...received.snapshot, snapshot: snapshot + this.#numbersBefore, reading: reading + this.#readingsBefore });
    }
  }

  /** The engine crashed: what it was asked ends as `restarted`, and the log is read again by a new one. */
  restart(): void {
    if (this.#state.kind === 'open') {
      this.#link.disconnect(this.#state.number);
      this.#state = { kind: 'finding' };
      this.#requests.close({ status: 'restarted' });
      void this.read();
    }
  }

  /** The engine is given up: this and every further request ends with a sentence that says why. */
  giveUp(reason: string): void {
    this.#fail(message('host.engineFailed', reason), true);
  }

  #open(sources: readonly SourceDescription[], schemas?: SchemasDescription): void {
    const kind = this.#isReadAnew ? 'replace' : 'follow';
    this.#isReadAnew = false;
    if (this.#state.kind === 'open') {
      this.#link.send({ kind, session: this.#state.number, sources, ...(schemas && { schemas }) });
      return;
    }
    const number = this.#link.connect(this);
    this.#state = { kind: 'open', number };
    this.#numbersBefore = this.#snapshot?.snapshot ?? 0;
    this.#readingsBefore = (this.#snapshot?.reading ?? 1) - 1;
    this.#link.send({ kind: 'open', session: number, sources, ...(schemas && { schemas }) });
    this.#requests.open((sent) => this.#link.send({ kind: 'channel', session: number, message: sent }));
  }

  /** Frees the session in the engine. All requests end so. */
  #leaveEngine(outcome: AnyOutcome): void {
    this.#reading.abort();
    if (this.#state.kind === 'open') {
      this.#link.send({ kind: 'close', session: this.#state.number });
      this.#link.disconnect(this.#state.number);
    }
    this.#requests.close(outcome);
    this.#requests.endAll(outcome);
  }

  /** Shows a fault of the host as the engine shows its own: by a snapshot that has nothing but a sentence. */
  #fail(sentence: Message, forEver: boolean): void {
    this.#leaveEngine({ status: 'error', message: sentence });
    this.#state = { kind: 'failed', sentence, forEver };
    this.#show({
      snapshot: (this.#snapshot?.snapshot ?? 0) + 1,
      reading: this.#snapshot?.reading ?? 1,
      complete: true,
      bytesRead: 0,
      bytesTotal: null,
      records: 0,
      findings: { error: 0, warning: 0, information: 0 },
      first: null,
      last: null,
      sources: [],
      problem: sentence,
      isAuditLog: false,
    });
  }

  #renumbered(outcome: AnyOutcome): AnyOutcome {
    if (outcome.status !== 'ok' || outcome.answer === null) {
      return outcome;
    }
    const made: Answer = outcome.answer;
    return { status: 'ok', answer: { ...outcome.answer, snapshot: made.snapshot + this.#numbersBefore } };
  }

  #show(snapshot: Snapshot): void {
    this.#snapshot = snapshot;
    this.#snapshots.fire(snapshot);
  }
}
