import { historyAt, initialState, type Step, take, viewOf } from '../../../src/host/editor/viewHistory.ts';
import type { LinkedTimeline, ZoomLink } from '../../../src/host/editor/zoomLink.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { Responder, Outcome, RequestName, Requests } from '../../../src/protocol/requests.ts';
import type { FromWebview, Intent, ToWebview, ViewSettings, ViewState } from '../../../src/protocol/viewMessages.ts';

type Ask = Extract<FromWebview, { kind: 'request' }>;

/** Stands for the host: keeps the state of the view with the host's own history, and lets a test see and delay everything. */
export class HostDouble implements LinkedTimeline {
  readonly asked: Ask[] = [];
  readonly cancelled: number[] = [];
  readonly intents: Intent[] = [];
  restored: ViewState | undefined;
  /** How the page is arranged, as it said last; sent to a page that has kept nothing itself. */
  layout = '';
  settings: ViewSettings = { timeZone: 'utc', locale: 'en', bundle: null, lanes: false, title: 'attestation-2020-11.audit.ndjson' };
  snapshot: Snapshot | null;
  /** Awaited before each answer is sent: where a test makes answers late. */
  beforeAnswer: (ask: Ask) => Promise<void> = () => Promise.resolve();
  /** Awaited before what the user wants is done and told: where a test makes the host late. */
  beforeStep: (intent: Intent) => Promise<void> = () => Promise.resolve();

  readonly isVisible = true;
  /** Set by a test in which zooms are linked. */
  zoomLink: ZoomLink | undefined;
  /** Exchanged by a test in which a log grows. */
  engine: Responder;
  readonly #asking = new Map<number, AbortController>();
  #history = historyAt(initialState);
  #send: (message: ToWebview) => Promise<void> = () => Promise.resolve();

  constructor(engine: Responder, snapshot: Snapshot | null) {
    this.engine = engine;
    this.snapshot = snapshot;
  }

  get state(): ViewState {
    return this.#history.present;
  }

  /** How many questions of the page have no answer yet. */
  get unanswered(): number {
    return this.#asking.size;
  }

  connect(send: (message: ToWebview) => Promise<void>): void {
    this.#send = send;
  }

  async receive(message: FromWebview): Promise<void> {
    switch (message.kind) {
      case 'ready':
        if (message.restored !== undefined) {
          this.restored = message.restored;
          this.#history = historyAt(message.restored);
        }
        if (message.restored === undefined && this.layout !== '') {
          await this.#send({ kind: 'layout', layout: this.layout });
        }
        await this.#send({ kind: 'settings', settings: this.settings });
        await this.#sendView();
        if (this.snapshot !== null) {
          await this.#send({ kind: 'snapshot', snapshot: this.snapshot });
        }
        return;
      case 'request':
        await this.#answer(message);
        return;
      case 'cancel':
        this.cancelled.push(message.id);
        this.#asking.get(message.id)?.abort();
        return;
      case 'shown':
        this.zoomLink?.shown(this, message.span);
        return;
      case 'taken':
        return;
      case 'layout':
        this.layout = message.layout;
        return;
      case 'intent':
        this.intents.push(message.intent);
        await this.beforeStep(message.intent);
        await this.apply(message.intent);
        return;
    }
  }

  async apply(intent: Intent): Promise<void> {
    if (isStep(intent)) {
      this.#history = take(this.#history, intent);
      await this.#sendView();
      this.zoomLink?.moved(this);
    }
  }

  get viewport(): ViewState['viewport'] {
    return this.state.viewport;
  }

  follow(viewport: NonNullable<ViewState['viewport']>): void {
    this.#history = take(this.#history, { kind: 'viewport', viewport });
    void this.#sendView();
  }

  showLink(): void {
    void this.#sendView();
  }

  async report(message: ToWebview): Promise<void> {
    await this.#send(message);
  }

  #sendView(): Promise<void> {
    return this.#send({ kind: 'view', view: { ...viewOf(this.#history), ...(this.zoomLink?.isOn === true && { isZoomLinked: true }) } });
  }

  async #answer(ask: Ask): Promise<void> {
    this.asked.push(ask);
    const asking = new AbortController();
    this.#asking.set(ask.id, asking);
    await this.beforeAnswer(ask);
    const outcome: Outcome<Requests[RequestName]['answer']> = asking.signal.aborted
      ? { status: 'cancelled' }
      : await this.engine.request(ask.name, ask.params, asking.signal);
    await this.#send({ kind: 'outcome', id: ask.id, outcome });
    this.#asking.delete(ask.id);
  }
}

/** Whether what the user wants changes what is shown; else the host does something that pages do not see. */
function isStep(intent: Intent): intent is Step {
  return !['openSource', 'copy', 'copyRecords', 'compareAsText', 'openExcerpt', 'pair', 'chosen', 'documentation'].includes(intent.kind);
}
