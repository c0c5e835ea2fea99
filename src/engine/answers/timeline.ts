import { resultGroups, type ResultGroup } from '../../core/record/results.ts';
import { clampTicks, ticksFromText, type Ticks } from '../../core/record/ticks.ts';
import { endOfTime } from '../../core/timeline/timeSpan.ts';
import type { Timeline } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import { RecordTable, validTime } from '../columns/recordTable.ts';
import { BadRequest } from '../query/results.ts';
import { extremesOf, resultGroupsOf, type AnswerContext } from './context.ts';

const mostBuckets = 4096;

/** Counts the matching records over time. */
export async function answerTimeline(
  { index, results }: AnswerContext,
  { query, range, width }: Questions['timeline']['params'],
  signal: AbortSignal,
): Promise<Timeline> {
  const rows = await results.matching(query, signal);
  const { table } = index;
  const span = range === undefined ? spanOf(table, extremesOf(index, rows)) : parseRange(range);
  const buckets = BigInt(Math.min(mostBuckets, Math.max(1, Math.floor(width))));
  // The last bucket ends at or behind the end of the span.
  const bucket = larger(1n, (span.to - span.from + buckets - 1n) / buckets);
  const count = Number(larger(1n, (span.to - span.from + bucket - 1n) / bucket));
  const groups = Object.fromEntries(resultGroups.map((group) => [group, Array.from<number>({ length: count }).fill(0)])) as Record<
    ResultGroup,
    number[]
  >;
  const groupOf = resultGroupsOf(index);
  const start = RecordTable.relative(span.from);
  const end = start + Number(span.to - span.from);
  const bucketNumber = Number(bucket);
  // Times that are not held exactly lie outside a span whose ends are.
  const exact = !Number.isSafeInteger(start) || !Number.isSafeInteger(end);
  let untimed = 0;
  for (const row of rows) {
    if (table.timeState.data[row] !== validTime) {
      untimed++;
      continue;
    }
    const isInside = exact
      ? table.ticksAt(row) >= span.from && table.ticksAt(row) < span.to
      : table.time.data[row]! >= start && table.time.data[row]! < end;
    if (isInside) {
      const place = exact ? Number((table.ticksAt(row) - span.from) / bucket) : Math.floor((table.time.data[row]! - start) / bucketNumber);
      groups[groupOf(row)][place]!++;
    }
  }
  return {
    snapshot: index.snapshot,
    from: String(span.from),
    to: String(span.from + bucket * BigInt(count)),
    bucket: String(bucket),
    groups,
    matching: rows.length,
    untimed,
    total: index.rows,
  };
}

interface TickSpan {
  readonly from: Ticks;
  /** Exclusive. */
  readonly to: bigint;
}

function spanOf(table: RecordTable, { first, last }: { first: number; last: number }): TickSpan {
  return first === -1 ? { from: clampTicks(0n), to: 1n } : { from: table.ticksAt(first), to: table.ticksAt(last) + 1n };
}

function parseRange([fromText, toText]: readonly [string, string]): TickSpan {
  const from = ticksFromText(fromText);
  const to = toText === String(endOfTime) ? endOfTime : ticksFromText(toText);
  if (from === undefined || to === undefined || from >= to) {
    throw new BadRequest('The range of time must be two numbers of ticks, the first below the second.');
  }
  return { from, to };
}

function larger(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}
