import type { ReactiveControllerHost } from 'lit';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Timeline } from '../../src/protocol/answers/timeline.ts';
import type { Requests } from '../../src/protocol/requests.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { TiledStretches } from './tiledStretches.ts';

/** Answers that are kept for the way back. */
const maxKept = 64;

/** What an axis shows, in about so many buckets; also by the values of a field. */
export interface TiledStretch {
  readonly span: TimeSpan;
  readonly wished: number;
  readonly lanesBy: Requests['timeline']['params']['lanesBy'];
}

/**
 * Counts over time for an axis that is zoomed and panned: the buckets of whole tiles, one more on each side than are shown,
 * so that small movements need no answer; and answers of before, so that the way back needs none either.
 */
export class TimelineTiles {
  readonly #query: QueryController<'timeline'>;
  readonly #stretches = new TiledStretches();
  readonly #kept = new Map<string, Timeline>();
  #wanted: { readonly name: string; readonly context: ViewContext } | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#query = new QueryController(host, 'timeline');
  }

  /** The newest counts that are known, perhaps of what was shown before. */
  get answer(): Timeline | undefined {
    return this.#current() ?? this.#query.answer;
  }

  get problem(): string | undefined {
    return this.#query.problem;
  }

  get isWaiting(): boolean {
    return this.#query.isWaiting;
  }

  /** Says what the axis shows now, in buckets of which about `wished` have room; undefined for nothing. */
  want(context: ViewContext, query: string, shown: TiledStretch | undefined): void {
    this.#keep();
    const lanesBy = shown?.lanesBy;
    const params = shown && { ...this.#stretches.of(query, shown.span, shown.wished), ...(lanesBy && { lanesBy }) };
    const name = JSON.stringify(params);
    this.#wanted = params && { name, context };
    this.#query.want(context, params, name);
  }

  /** Puts an answer by that has come since. */
  #keep(): void {
    const { answer, isWaiting, problem } = this.#query;
    if (this.#wanted !== undefined && answer !== undefined && !isWaiting && problem === undefined && answer.searching === undefined) {
      this.#kept.delete(this.#wanted.name);
      this.#kept.set(this.#wanted.name, answer);
      if (this.#kept.size > maxKept) {
        this.#kept.delete(this.#kept.keys().next().value!);
      }
    }
  }

  /** An answer to the very question, of the log as it is. */
  #current(): Timeline | undefined {
    if (this.#wanted === undefined) {
      return undefined;
    }
    const kept = this.#kept.get(this.#wanted.name);
    return kept?.snapshot === this.#wanted.context.snapshot.snapshot && this.#query.isWaiting ? kept : undefined;
  }
}
