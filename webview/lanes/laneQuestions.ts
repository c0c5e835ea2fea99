import type { ReactiveControllerHost } from 'lit';
import { andTerm, literalTerm } from '../../src/core/query/editQuery.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Facets } from '../../src/protocol/answers/facets.ts';
import type { StateLane, States } from '../../src/protocol/answers/states.ts';
import type { Timeline } from '../../src/protocol/answers/timeline.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { TiledStretches } from '../chart/tiledStretches.ts';
import { InnerLanes } from './innerLanes.ts';
import { KnownCounts } from './knownCounts.ts';
import { type LaneChoice, valueKey, valueOfKey } from './laneChoice.ts';
import type { LaneAnswers, LaneRow, ValueRow } from './laneRows.ts';

const maxStates = 200;
/** As many as the engine gives. */
const maxValues = 10_000;
/** The engine counts no more at once. */
const maxCounted = 100;

/** The answers that have come, by which it is seen when another one has. */
export interface Heard {
  readonly statesAnswer: States | undefined;
  readonly valuesAnswer: Facets | undefined;
  readonly countsAnswer: Timeline | undefined;
  readonly isCounting: boolean;
}

/** What the lanes ask: who has states, which values there are, and the counts of the lanes that are in sight. */
export class LaneQuestions {
  readonly #host: ReactiveControllerHost;
  readonly #states: QueryController<'states'>;
  readonly #values: QueryController<'facets'>;
  readonly #counts: QueryController<'timeline'>;
  /** By the keys of values that are open. */
  readonly #inner = new Map<string, InnerLanes>();
  readonly #known = new KnownCounts();
  readonly #stretches = new TiledStretches();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#states = new QueryController(host, 'states');
    this.#values = new QueryController(host, 'facets');
    this.#counts = new QueryController(host, 'timeline');
  }

  get heard(): Heard {
    return {
      statesAnswer: this.#states.answer,
      valuesAnswer: this.#values.answer,
      countsAnswer: this.#counts.answer,
      isCounting: this.#counts.isWaiting,
    };
  }

  get problem(): string | undefined {
    return this.#states.problem ?? this.#values.problem ?? this.#counts.problem;
  }

  get states(): readonly StateLane[] {
    return this.#states.answer?.lanes ?? [];
  }

  /** How many values the field has; more than there are lanes where the list is cut. */
  get distinct(): number {
    return this.#values.answer?.distinct ?? 0;
  }

  get answers(): LaneAnswers {
    const inner = new Map([...this.#inner].map(([key, one]) => [key, one.values] as const));
    return { states: this.states, values: this.#values.answer?.values ?? [], counts: this.#known.all, inner };
  }

  /** Says what the lanes show, a stretch of time in about so many buckets, and notes the counts that have come. */
  want(context: ViewContext, { field, order }: LaneChoice, span: TimeSpan, wished: number): void {
    const query = pageQuery(context.view.state);
    const params = this.#stretches.of(query, span, wished);
    if (this.#counts.answer !== undefined && !this.#counts.isWaiting) {
      this.#known.take(JSON.stringify([params, field]), this.#counts.answer);
    }
    const { range, width } = params;
    this.#states.want(context, { query, ...(range === undefined ? {} : { range }), width, limit: maxStates });
    this.#values.want(context, { query, field, limit: maxValues, ...(order === 'first' && { isDated: true }) });
  }

  /** Counts the lanes of the rows that are in sight. */
  wantCounts(context: ViewContext, rows: readonly LaneRow[], field: string, span: TimeSpan, wished: number): void {
    const outer = rows.filter((row): row is ValueRow => row.kind === 'value' && row.within === undefined);
    const params = this.#stretches.of(pageQuery(context.view.state), span, wished);
    const values = outer.slice(0, maxCounted).map(({ value }) => value);
    this.#counts.want(context, values.length === 0 ? undefined : { ...params, lanesBy: { field, limit: 0, values } });
  }

  /** Says which values are open, and counts what is within them. */
  wantInner(context: ViewContext, { open, innerField }: LaneChoice, span: TimeSpan, wished: number): void {
    for (const key of open) {
      const { field, value } = valueOfKey(key);
      const inner = this.#inner.get(key) ?? new InnerLanes(this.#host);
      this.#inner.set(key, inner);
      const query = andTerm(pageQuery(context.view.state), literalTerm(field, value));
      inner.want(context, query, innerField, span, wished);
      for (const [child, buckets] of inner.counts) {
        this.#known.takeInner(valueKey(innerField, child, value), buckets);
      }
    }
    for (const [key, inner] of this.#inner) {
      if (!open.includes(key)) {
        inner.end(context);
        this.#inner.delete(key);
      }
    }
  }
}
