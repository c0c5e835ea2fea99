import { andTerm } from '../../src/core/query/editQuery.ts';
import { rangeTerm } from '../../src/core/query/editTimeRange.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import { textOfSpan } from '../../src/core/timeline/spanText.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** Selects the first record of a bucket that was clicked; of several clicks the last counts. */
export class OpenedBucket {
  #asking: AbortController | undefined;

  async select({ link, view }: ViewContext, bucket: TimeSpan): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const query = andTerm(pageQuery(view.state), rangeTerm(textOfSpan(bucket)));
    const outcome = await link.request('page', { query, order: 'oldest', from: { at: 0 }, count: 1, soFar: true }, asking.signal);
    const [first] = outcome.status === 'ok' ? outcome.answer.rows : [];
    if (first !== undefined && !asking.signal.aborted) {
      link.intend({ kind: 'select', ref: first.ref });
    }
  }
}
