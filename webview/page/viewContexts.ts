import type { ReactiveControllerHost } from 'lit';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import { Kept } from '../base/kept.ts';
import { QueryController } from '../base/queryController.ts';
import { type Search, SearchController, together } from '../base/searchController.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** What the page has been sent. */
export type SentContext = Pick<ViewContext, 'link' | 'snapshot' | 'view' | 'settings' | 'recentFilters'>;

/**
 * What the parts of the page are given: what the host has sent, with the search and the formats that all of them share. Nothing
 * changes by identity that has not changed: while the axis moves, the rest of the page has nothing to draw.
 */
export class ViewContexts {
  readonly #formats: QueryController<'formats'>;
  readonly #search: SearchController<'search'>;
  /** Reads the field that the list is sorted by. */
  readonly #sorting: SearchController<'readField'>;
  readonly #kept = {
    context: new Kept<ViewContext>(),
    listContext: new Kept<ViewContext>(),
    search: new Kept<Search>(),
    listSearch: new Kept<Search>(),
  };

  constructor(host: ReactiveControllerHost) {
    this.#formats = new QueryController(host, 'formats');
    this.#search = new SearchController(host, 'search');
    this.#sorting = new SearchController(host, 'readField');
  }

  /** To be called on every update, before the contexts are asked for. */
  follow(sent: SentContext, order: Order): void {
    const { link, snapshot, view } = sent;
    if (snapshot.problem === null) {
      const query = pageQuery(view.state);
      this.#search.want(link, query === '' ? undefined : { query }, snapshot);
      this.#sorting.want(link, typeof order === 'object' ? { field: order.field } : undefined, snapshot);
    }
    this.#formats.want(this.of(sent), snapshot.records > 0 && snapshot.problem === null ? {} : undefined);
  }

  of(sent: SentContext): ViewContext {
    return this.#kept.context.of({ ...sent, search: this.#kept.search.of(this.#search.search), formats: this.#formats.answer });
  }

  /** That of the list, whose search is also for what it is sorted by. */
  ofList(context: ViewContext): ViewContext {
    const search = this.#kept.listSearch.of(together(context.search, this.#sorting.search));
    return this.#kept.listContext.of({ ...context, search });
  }

  /** Stops the search for what the filter matches, or has it go on. */
  search(act: 'stop' | 'resume'): void {
    this.#search[act]();
  }
}
