import type { Outcome, RequestName, Requests } from './requests.ts';

/**
 * A channel carries requests between two threads or processes: the host and the engine's worker, or a webview and the host.
 * {@link RequestSender} is its near end, {@link RequestReceiver} its far end. Each request has a number, may be cancelled,
 * may be answered in parts first, and ends in exactly one outcome.
 */
export type AnyOutcome = Outcome<Requests[RequestName]['answer']>;

/** What the near end sends. */
export type ToReceiver =
  | { readonly kind: 'request'; readonly id: number; readonly name: RequestName; readonly params: Requests[RequestName]['params'] }
  | { readonly kind: 'cancel'; readonly id: number }
  /** The last part was taken: the next may be sent. */
  | { readonly kind: 'taken'; readonly id: number };

/** What the far end sends: any number of parts, then the outcome. */
export type ToSender =
  | { readonly kind: 'part'; readonly id: number; readonly part: unknown }
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: AnyOutcome };

type Request = Extract<ToReceiver, { kind: 'request' }>;

interface Pending {
  readonly request: Request;
  /** It was sent; else it waits until the channel is open. */
  isSent: boolean;
  readonly onPart: OnPart;
  readonly end: (outcome: AnyOutcome) => void;
}

/** Takes a part of an answer. The next one is sent when a promise that this gives is settled; where it throws or rejects, the request is cancelled. */
export type OnPart = (part: unknown) => unknown;

/** The near end: sends requests and settles each exactly once. Requests made while it is closed wait until it is opened. */
export class RequestSender {
  readonly #pending = new Map<number, Pending>();
  #send: ((message: ToReceiver) => void) | undefined;
  #lastId = 0;

  /** @param send Opens the channel at once. */
  constructor(send?: (message: ToReceiver) => void) {
    this.#send = send;
  }

  /**
   * Never rejects. Ends as `cancelled` as soon as the signal is aborted.
   *
   * @param onPart Receives the parts of an answer that is sent in parts, in order, before the outcome.
   */
  request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    signal: AbortSignal,
    onPart: OnPart = () => undefined,
  ): Promise<Outcome<Requests[Name]['answer']>> {
    if (signal.aborted) {
      return Promise.resolve({ status: 'cancelled' });
    }
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const cancel = (): void => this.#cancel(id);
      const end = (outcome: AnyOutcome): void => {
        signal.removeEventListener('abort', cancel);
        // The far end answers a request with the answer that belongs to its name.
        resolve(outcome as Outcome<Requests[Name]['answer']>);
      };
      signal.addEventListener('abort', cancel, { once: true });
      const pending = { request: { kind: 'request', id, name, params } as const, isSent: false, onPart, end };
      this.#pending.set(id, pending);
      this.#sendNow(pending);
    });
  }

  /** Takes a message of the far end. One of a request that has ended is dropped. */
  receive(message: ToSender): void {
    if (message.kind === 'part') {
      void this.#take(message.id, message.part);
    } else {
      this.#end(message.id, message.outcome);
    }
  }

  /** Sends what waits, and all further requests at once. */
  open(send: (message: ToReceiver) => void): void {
    this.#send = send;
    for (const pending of this.#pending.values()) {
      this.#sendNow(pending);
    }
  }

  /** The far end is gone: requests that were sent end so, and others wait until the channel is opened again. */
  close(outcome: AnyOutcome): void {
    this.#send = undefined;
    for (const [id, { isSent }] of this.#pending) {
      if (isSent) {
        this.#end(id, outcome);
      }
    }
  }

  /** All requests end so, those that wait as well. */
  endAll(outcome: AnyOutcome): void {
    for (const id of this.#pending.keys()) {
      this.#end(id, outcome);
    }
  }

  #sendNow(pending: Pending): void {
    if (this.#send !== undefined && !pending.isSent) {
      pending.isSent = true;
      this.#send(pending.request);
    }
  }

  async #take(id: number, part: unknown): Promise<void> {
    const pending = this.#pending.get(id);
    try {
      await pending?.onPart(part);
    } catch {
      this.#cancel(id);
    }
    if (pending !== undefined && this.#pending.get(id) === pending) {
      this.#send?.({ kind: 'taken', id });
    }
  }

  #cancel(id: number): void {
    if (this.#pending.get(id)?.isSent === true) {
      this.#send?.({ kind: 'cancel', id });
    }
    this.#end(id, { status: 'cancelled' });
  }

  #end(id: number, outcome: AnyOutcome): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    pending?.end(outcome);
  }
}

/** Sends a part of an answer. What it gives is settled when the next part may be sent, so that none pile up on their way. */
export type Emit = (part: unknown) => Promise<void>;

/** Makes the answer to a request; `emit` sends a part of it. Never rejects. */
export type Respond = (name: RequestName, params: Requests[RequestName]['params'], signal: AbortSignal, emit: Emit) => Promise<AnyOutcome>;

/** The far end: has requests answered, and sends one outcome for each, or none once they are dropped. */
export class RequestReceiver {
  readonly #running = new Map<number, AbortController>();
  /** What waits for a part to be taken. */
  readonly #waiting = new Map<number, () => void>();
  readonly #respond: Respond;
  readonly #send: (message: ToSender) => void;

  constructor(respond: Respond, send: (message: ToSender) => void) {
    this.#respond = respond;
    this.#send = send;
  }

  receive(message: ToReceiver): void {
    switch (message.kind) {
      case 'cancel':
        this.#running.get(message.id)?.abort();
        this.#goOn(message.id);
        return;
      case 'taken':
        this.#goOn(message.id);
        return;
      case 'request':
        void this.#answer(message);
        return;
    }
  }

  /** Nobody waits for the requests any more: they are cancelled, and nothing is sent. */
  drop(): void {
    const running = [...this.#running.values()];
    this.#running.clear();
    for (const control of running) {
      control.abort();
    }
    for (const id of this.#waiting.keys()) {
      this.#goOn(id);
    }
  }

  #goOn(id: number): void {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
  }

  async #answer({ id, name, params }: Request): Promise<void> {
    const control = new AbortController();
    // A page that was loaded anew numbers its requests from the start.
    this.#running.get(id)?.abort();
    this.#goOn(id);
    this.#running.set(id, control);
    const isCurrent = (): boolean => this.#running.get(id) === control;
    const emit: Emit = (part) => {
      if (!isCurrent() || control.signal.aborted) {
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        this.#waiting.set(id, resolve);
        this.#send({ kind: 'part', id, part });
      });
    };
    const outcome = await this.#respond(name, params, control.signal, emit);
    if (isCurrent()) {
      this.#running.delete(id);
      this.#send({ kind: 'outcome', id, outcome });
    }
  }
}
