import { steadyClock } from './clock.ts';
import { EventLoopYielder } from './eventLoopYielder.ts';

/** Steps of a few nanoseconds each between two looks at whether to go on. */
const stepsAtOnce = 16 * 1024;

/** Long work on a thread that others share: it lets them have their turn, and ends when nobody wants it any more. */
export class CooperativeTask {
  private readonly turns: EventLoopYielder;
  readonly signal: AbortSignal;
  private readonly paused: () => Promise<void> | undefined;

  /** @param paused Called whenever others have had their turn. */
  constructor(signal: AbortSignal, paused: () => Promise<void> | undefined = () => undefined, clock = steadyClock) {
    this.signal = signal;
    this.paused = paused;
    this.turns = new EventLoopYielder(clock);
  }

  /** To be awaited often: lets others have their turn where it is time. Throws or rejects when the signal says so. */
  pause(): Promise<void> | undefined {
    this.signal.throwIfAborted();
    return this.turns.next()?.then(() => {
      this.signal.throwIfAborted();
      return this.paused();
    });
  }

  /** Does short steps for all numbers from `start` up to `end`, one after the other. */
  async forEach(start: number, end: number, step: (number: number) => void): Promise<void> {
    for (let from = start; from < end; from += stepsAtOnce) {
      const to = Math.min(end, from + stepsAtOnce);
      for (let number = from; number < to; number++) {
        step(number);
      }
      await this.pause();
    }
  }
}
