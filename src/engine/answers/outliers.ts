import { denseRange } from '../../core/timeline/denseRange.ts';
import { MomentBuckets, type MomentRange } from '../../core/timeline/momentBuckets.ts';
import type { Outliers, RecordStretch } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { AnswerContext } from './context.ts';

/**
 * Tells whether a few records lie far from all others. Times are compared as the column holds them: those far from our
 * era are rounded there, which may make one moment of neighbours but never changes their order.
 */
export async function answerOutliers(
  { index, results }: AnswerContext,
  { query }: Questions['outliers']['params'],
  signal: AbortSignal,
): Promise<Outliers> {
  const rows = await results.matching(query, signal);
  const { table, snapshot } = index;
  const whole = stretchWithin(table, rows, { low: -Infinity, high: Infinity });
  const dense = await denseRange(whole, whole.records, (range) => {
    signal.throwIfAborted();
    const buckets = new MomentBuckets(range);
    for (const row of rows) {
      // The NaN of a row without a valid time lies in no range.
      buckets.add(table.time.data[row]!);
    }
    return Promise.resolve(buckets);
  });
  if (dense === undefined) {
    return { snapshot, dense: null, before: null, after: null };
  }
  const outside = rows.filter((row) => !(table.time.data[row]! >= dense.low && table.time.data[row]! <= dense.high));
  return {
    snapshot,
    dense: toAnswer(table, stretchWithin(table, rows, dense)),
    before: toAnswer(table, stretchWithin(table, outside, { low: -Infinity, high: dense.low })),
    after: toAnswer(table, stretchWithin(table, outside, { low: dense.high, high: Infinity })),
  };
}

interface Stretch extends MomentRange {
  readonly records: number;
  /** The rows of the first and the last record; -1 where there is none. */
  readonly first: number;
  readonly last: number;
}

/** What the rows within a range, both ends included, come to. */
function stretchWithin(table: RecordTable, rows: Uint32Array, range: MomentRange): Stretch {
  const { data } = table.time;
  let low = Infinity;
  let high = -Infinity;
  let first = -1;
  let last = -1;
  let records = 0;
  for (const row of rows) {
    const time = data[row]!;
    if (time >= range.low && time <= range.high) {
      records++;
      if (time < low || (time === low && table.compareTimes(row, first) < 0)) {
        low = time;
        first = row;
      }
      if (time > high || (time === high && table.compareTimes(row, last) > 0)) {
        high = time;
        last = row;
      }
    }
  }
  return { low, high, records, first, last };
}

function toAnswer(table: RecordTable, { records, first, last }: Stretch): RecordStretch | null {
  return records === 0 ? null : { from: String(table.ticksAt(first)), to: String(table.ticksAt(last) + 1n), records };
}
