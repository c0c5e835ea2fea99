import type { Timeline } from '../../protocol/answers/timeline.ts';
import type { Requests } from '../../protocol/requests.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { RowSet } from '../query/rowSet.ts';
import { Buckets } from './buckets.ts';
import type { AnswerContext } from './context.ts';
import { lanesOf } from './lanes.ts';
import { spanOfRequest } from './spanOfRequest.ts';

const maxBuckets = 4096;

/** Counts the matching records over time. */
export async function answerTimeline(
  context: AnswerContext,
  { query, range, width, lanesBy }: Requests['timeline']['params'],
  signal: AbortSignal,
): Promise<Timeline> {
  const { index, results } = context;
  const work = new CooperativeTask(signal);
  const rows = await results.matching(query, signal);
  const span = await spanOfRequest(context, rows, range, work);
  const count = async (some: RowSet): Promise<Buckets> => {
    const made = new Buckets(index.table, span, Math.min(maxBuckets, Math.max(1, Math.floor(width))));
    await some.visitBlocks(work, (block) => {
      const known = index.times.of(block);
      if (known === undefined || !made.addWhole(known, block.count)) {
        made.addRows(block);
      }
    });
    return made;
  };
  const buckets = await count(rows);
  return {
    snapshot: index.snapshot,
    from: String(span.from),
    to: String(span.from + buckets.width * BigInt(buckets.count)),
    bucket: String(buckets.width),
    groups: buckets.groups(),
    matching: rows.count,
    untimed: buckets.untimed,
    total: index.rows,
    ...(lanesBy === undefined ? {} : { lanes: await lanesOf(context, query, lanesBy, count, signal) }),
  };
}
