import type { ReactiveControllerHost } from 'lit';
import type { Buckets } from '../../src/core/timeline/buckets.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Timeline } from '../../src/protocol/answers/timeline.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { chartBuckets } from '../chart/chartBuckets.ts';
import { TiledStretches } from '../chart/tiledStretches.ts';
import type { LaneValue } from './laneRows.ts';

/** More would push the other lanes out of sight. */
const maxInner = 12;

/** The lanes within one value. */
export class InnerLanes {
  readonly #values: QueryController<'facets'>;
  readonly #counts: QueryController<'timeline'>;
  readonly #host: ReactiveControllerHost;
  readonly #stretches = new TiledStretches();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#values = new QueryController(host, 'facets');
    this.#counts = new QueryController(host, 'timeline');
  }

  get values(): readonly LaneValue[] {
    return this.#values.answer?.values ?? [];
  }

  get counts(): readonly (readonly [string | null, Buckets])[] {
    return countsOf(this.#counts.answer);
  }

  want(context: ViewContext, query: string, field: string, span: TimeSpan, wished: number): void {
    this.#values.want(context, { query, field, limit: maxInner });
    const params = this.#stretches.of(query, span, wished);
    this.#counts.want(context, { ...params, lanesBy: { field, limit: maxInner } });
  }

  end(context: ViewContext): void {
    this.#values.want(context, undefined);
    this.#counts.want(context, undefined);
    this.#host.removeController(this.#values);
    this.#host.removeController(this.#counts);
  }
}

/** The counts over time of each lane of an answer. */
export function countsOf(answer: Timeline | undefined): readonly (readonly [string | null, Buckets])[] {
  const buckets = chartBuckets(answer);
  return buckets === undefined ? [] : (answer?.lanes?.lanes ?? []).map(({ value, groups }) => [value, { ...buckets, groups }] as const);
}
