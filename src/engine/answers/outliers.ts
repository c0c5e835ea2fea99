import { denseRange } from '../../core/timeline/denseRange.ts';
import { MomentBuckets, type MomentRange } from '../../core/timeline/momentBuckets.ts';
import type { Outliers, RecordStretch } from '../../protocol/answers/timeline.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { numberReader, rowAt } from '../columns/blocks.ts';
import type { RowSet } from '../query/rowSet.ts';
import type { AnswerContext } from './context.ts';

/**
 * Says whether a few records lie far from all others. Times are compared as the column holds them: those far from our
 * era are rounded there, which may make one moment of neighbours but never changes their order.
 */
export async function answerOutliers(
  { index, results }: AnswerContext,
  { query }: Requests['outliers']['params'],
  signal: AbortSignal,
): Promise<Outliers> {
  const rows = await results.matching(query, signal);
  const work = new CooperativeTask(signal);
  const { table, snapshot } = index;
  const read = numberReader(table.time);
  const whole = await stretchWithin(table, rows, () => true, work);
  const dense = await denseRange(whole, whole.records, async (range) => {
    const buckets = new MomentBuckets(range);
    await rows.visitBlocks(work, (block) => {
      const times = read(block);
      for (let place = 0; place < block.count; place++) {
        // The NaN of a row without a valid time lies in no range.
        buckets.add(times[place]!);
      }
    });
    return buckets;
  });
  if (dense === undefined) {
    return { snapshot, dense: null, before: null, after: null };
  }
  const stretch = async (isWithin: (time: number) => boolean): Promise<RecordStretch | null> =>
    toAnswer(table, await stretchWithin(table, rows, isWithin, work));
  return {
    snapshot,
    dense: await stretch((time) => time >= dense.low && time <= dense.high),
    before: await stretch((time) => time < dense.low),
    after: await stretch((time) => time > dense.high),
  };
}

interface Stretch extends MomentRange {
  readonly records: number;
  /** The rows of the first and the last record; -1 where there is none. */
  readonly first: number;
  readonly last: number;
}

/** What the rows with some of the valid times come to. */
async function stretchWithin(
  table: RecordTable,
  rows: RowSet,
  isWithin: (time: number) => boolean,
  work: CooperativeTask,
): Promise<Stretch> {
  const read = numberReader(table.time);
  let low = Infinity;
  let high = -Infinity;
  let first = -1;
  let last = -1;
  let records = 0;
  await rows.visitBlocks(work, (block) => {
    const times = read(block);
    for (let place = 0; place < block.count; place++) {
      const time = times[place]!;
      if (Number.isNaN(time) || !isWithin(time)) {
        continue;
      }
      records++;
      const row = rowAt(block, place);
      if (time < low || (time === low && table.compareTimes(row, first) < 0)) {
        low = time;
        first = row;
      }
      if (time > high || (time === high && table.compareTimes(row, last) > 0)) {
        high = time;
        last = row;
      }
    }
  });
  return { low, high, records, first, last };
}

function toAnswer(table: RecordTable, { records, first, last }: Stretch): RecordStretch | null {
  return records === 0 ? null : { from: String(table.ticksAt(first)), to: String(table.ticksAt(last) + 1n), records };
}
