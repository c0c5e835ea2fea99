import type { EngineSession } from '../engine/engineSession.ts';
import type { Disposable } from '../lifetime/disposables.ts';
import type { FromWebview, ToWebview } from '../../protocol/viewMessages.ts';

type Ask = Extract<FromWebview, { kind: 'ask' }>;

/** Puts a page's questions to the engine and carries the answers back. Each is answered once, or dropped with the page. */
export class WebviewAnswers implements Disposable {
  readonly #session: EngineSession;
  readonly #post: (message: ToWebview) => void;
  readonly #underWay = new Map<number, AbortController>();

  constructor(session: EngineSession, post: (message: ToWebview) => void) {
    this.#session = session;
    this.#post = post;
  }

  async ask({ id, name, params }: Ask): Promise<void> {
    const control = new AbortController();
    this.#underWay.get(id)?.abort();
    this.#underWay.set(id, control);
    const outcome = await this.#session.ask(name, params, control.signal);
    if (this.#underWay.get(id) === control) {
      this.#underWay.delete(id);
      this.#post({ kind: 'answer', id, outcome });
    }
  }

  cancel(id: number): void {
    this.#underWay.get(id)?.abort();
  }

  /** The page is gone, or a new one numbers its questions from the start: nobody waits for these any more. */
  drop(): void {
    const controls = [...this.#underWay.values()];
    this.#underWay.clear();
    for (const control of controls) {
      control.abort();
    }
  }

  dispose(): void {
    this.drop();
  }
}
