import type { Buckets } from '../../src/core/timeline/buckets.ts';
import type { Timeline } from '../../src/protocol/answers/timeline.ts';
import { countsOf } from './innerLanes.ts';
import { valueKey } from './laneChoice.ts';

/** The counts over time of lanes, as they have come: each answer holds those of the lanes that were in sight then. */
export class KnownCounts {
  readonly #byKey = new Map<string, Buckets>();
  /** Which question they answer. */
  #question = '';

  /** By the keys of values. */
  get all(): ReadonlyMap<string, Buckets> {
    return this.#byKey;
  }

  /** Notes those of an answer. Those that answer another question are forgotten. */
  take(question: string, answer: Timeline): void {
    if (answer.lanes === undefined) {
      return;
    }
    if (question !== this.#question) {
      this.#byKey.clear();
      this.#question = question;
    }
    for (const [value, buckets] of countsOf(answer)) {
      this.#byKey.set(valueKey(answer.lanes.field, value), buckets);
    }
  }

  /** Notes those of a lane within another. */
  takeInner(key: string, buckets: Buckets): void {
    this.#byKey.set(key, buckets);
  }
}
