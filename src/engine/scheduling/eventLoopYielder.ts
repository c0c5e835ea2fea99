import { steadyClock, type Clock } from './clock.ts';

/** Milliseconds of work after which others get their turn. */
const maxTurn = 10;

/**
 * Shares a thread: long work asks it often to let others have their turn, and it does so when enough time has passed.
 * Awaiting alone does not, for bytes at hand are read without ever leaving the thread.
 */
export class EventLoopYielder {
  private readonly clock: Clock;
  private since: number;

  constructor(clock = steadyClock) {
    this.clock = clock;
    this.since = clock();
  }

  /** Undefined while the turn lasts, so that nobody needs to wait. */
  next(): Promise<void> | undefined {
    return this.clock() - this.since < maxTurn ? undefined : this.giveWay();
  }

  private async giveWay(): Promise<void> {
    await new Promise<void>(afterOthers);
    this.since = this.clock();
  }
}

type AfterOthers = (resolve: () => void) => void;

/** Calls back when messages and files have had their turn. Timers would wait for a millisecond or four. */
const afterOthers: AfterOthers = (globalThis as { readonly setImmediate?: AfterOthers }).setImmediate ?? byMessage;

/** The browser's way. Node has to load its whole client for HTTP before it can make the first event of a message. */
function byMessage(resolve: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    resolve();
  });
  port1.start();
  port2.postMessage(null);
}
