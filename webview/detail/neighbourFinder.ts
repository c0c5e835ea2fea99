import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { andTerm } from '../../src/core/query/editQuery.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { RecordAspect } from '../../src/protocol/answers/record.ts';
import { say } from '../../src/protocol/say.ts';
import { withoutWaiting } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { Direction } from './aspectWords.ts';

/** A search that has found nothing: of what, where to, and whether the whole log was searched. */
export interface NoNeighbour {
  readonly aspect: RecordAspect;
  readonly direction: Direction;
  readonly isWhole: boolean;
  /** One sentence if the engine failed. */
  readonly problem?: string;
}

/** Selects the record before or after the selected one that has something in common with it: under the filter, or in the whole log. */
export class NeighbourFinder implements ReactiveController {
  /** Until the next search, or another record is shown. */
  none: NoNeighbour | undefined;
  readonly #host: ReactiveControllerHost;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Another record is shown. */
  forget(): void {
    this.#asking?.abort();
    this.#asking = undefined;
    this.none = undefined;
  }

  async go({ link, view, search }: ViewContext, aspect: RecordAspect, direction: Direction, isWhole: boolean): Promise<void> {
    const { state } = view;
    this.forget();
    if (aspect.filter === null || state.selected === null) {
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    const query = isWhole ? aspect.filter : andTerm(pageQuery(state), aspect.filter);
    const params = withoutWaiting({ ref: state.selected, direction, query }, search);
    const outcome = await link.request('neighbour', params, asking.signal);
    if (asking.signal.aborted) {
      return;
    }
    if (outcome.status === 'ok' && outcome.answer.record !== null) {
      link.intend({ kind: 'select', ref: outcome.answer.record });
    } else if (outcome.status === 'ok' || outcome.status === 'error') {
      const problem = outcome.status === 'error' ? { problem: say(outcome.message) } : {};
      this.none = { aspect, direction, isWhole: isWhole || query === aspect.filter, ...problem };
    }
    this.#host.requestUpdate();
  }
}
