import { missingBetween, sizeOf } from '../../core/rules/sequences.ts';
import type { Coverage, EpochCoverage, Gap, GapStretch } from '../../protocol/answers/coverage.ts';
import type { Requests } from '../../protocol/requests.ts';
import { textOf, validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { isNextNumber, isSameNumber, isSameWriter, sequenceOrder } from '../relations/sequenceOrder.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { FirstWriters, type FoundWriter, writerOrder } from './firstWriters.ts';
import { type FoundStretch, GapStretches } from './gapStretches.ts';

/** Gaps that are listed in one answer, of all epochs together: a log may have millions. */
const maxGaps = 100_000;

/**
 * What the sequence numbers say is there and what is not, writer by writer, by default in the order in which epochs first
 * appear. Looks at the whole log; counts are exact, lists are cut to the limits.
 */
export async function answerCoverage(
  { index }: AnswerContext,
  { epochs: limit, gaps: gapLimit, stretches: stretchLimit = 0, sort }: Requests['coverage']['params'],
  signal: AbortSignal,
): Promise<Coverage> {
  const work = new CooperativeTask(signal);
  const order = await sequenceOrder(index, work);
  const compareTimes = (left: number, right: number) => index.table.compareTimes(left, right);
  const stretches = stretchLimit === 0 ? undefined : new GapStretches(stretchLimit, compareTimes);
  const writers = new FirstWriters(limit, sort === undefined ? undefined : writerOrder(index, sort));
  let seen = 0;
  let missing = 0n;
  let epochsTotal = 0;
  let writer: { readonly place: number; seen: number } | undefined;
  const finishWriter = (end: number): void => {
    if (writer !== undefined) {
      const firstRow = order[writer.place]!;
      const lastRow = order[end - 1]!;
      const lacks = widthOf(index, firstRow, lastRow) - BigInt(writer.seen);
      seen += writer.seen;
      missing += lacks;
      epochsTotal++;
      writers.add({ place: writer.place, end, firstRow, lastRow, seen: writer.seen, missing: lacks });
    }
  };
  await work.forEach(0, order.length, (place) => {
    const row = order[place]!;
    const before = place === 0 ? -1 : order[place - 1]!;
    if (writer === undefined || !isSameWriter(index, before, row)) {
      finishWriter(place);
      writer = { place, seen: 1 };
    } else if (!isSameNumber(index, before, row)) {
      writer.seen++;
      if (!isNextNumber(index, before, row)) {
        stretches?.add({
          before,
          after: row,
          missing: missingCount(index, before, row),
          beforeTime: index.table.time.data[before]!,
          afterTime: index.table.time.data[row]!,
        });
      }
    }
  });
  finishWriter(order.length);
  const epochs: EpochCoverage[] = [];
  let listed = 0;
  for (const one of writers.all) {
    const epoch = await describeWriter(index, order, one, Math.min(gapLimit, maxGaps - listed), work);
    listed += epoch.gaps.length;
    epochs.push(epoch);
  }
  return {
    snapshot: index.snapshot,
    seen,
    missing: String(missing),
    epochs,
    epochsTotal,
    stretches: stretches?.inOrder().map((stretch) => describeStretch(index, stretch)) ?? [],
    unplaced: stretches?.unplaced ?? 0,
  };
}

function describeStretch(index: LogIndex, stretch: FoundStretch): GapStretch {
  const { first, last, gaps, missing, before, after, lastAfter } = stretch;
  return {
    fromTicks: String(index.table.ticksAt(first)),
    toTicks: String(index.table.ticksAt(last)),
    gaps,
    missing: String(missing),
    largest: { ...gapBetween(index, before, after), epoch: epochOf(index, after) },
    after: index.refOf(lastAfter),
  };
}

function gapBetween(index: LogIndex, before: number, row: number): Gap {
  const range = missingBetween(index.table.sequenceAt(before)!, index.table.sequenceAt(row)!)!;
  return {
    from: String(range.from),
    to: String(range.to),
    missing: String(sizeOf(range)),
    before: index.refOf(before),
    after: index.refOf(row),
    fromTicks: ticksText(index, before),
    toTicks: ticksText(index, row),
  };
}

function epochOf({ table }: LogIndex, row: number): string {
  return textOf(table.epochs, table.epoch.data[row]!) ?? '';
}

/** How wide the span from a writer's first number to its last is. */
function widthOf({ table }: LogIndex, firstRow: number, lastRow: number): bigint {
  return table.sequenceAt(lastRow)! - table.sequenceAt(firstRow)! + 1n;
}

/** @param gapLimit How many of its gaps are listed at most. */
async function describeWriter(
  index: LogIndex,
  order: Uint32Array,
  { place, end, firstRow, lastRow, seen, missing }: FoundWriter,
  gapLimit: number,
  work: CooperativeTask,
): Promise<EpochCoverage> {
  const { table } = index;
  const gaps: Gap[] = [];
  let gapsTotal = 0;
  await work.forEach(missing === 0n ? end : place + 1, end, (at) => {
    const [before, row] = [order[at - 1]!, order[at]!];
    if (!isSameNumber(index, before, row) && !isNextNumber(index, before, row)) {
      gapsTotal++;
      if (gaps.length < gapLimit) {
        gaps.push(gapBetween(index, before, row));
      }
    }
  });
  return {
    epoch: epochOf(index, firstRow),
    roleInstance: textOf(table.cloudRoleInstances, table.cloudRoleInstance.data[firstRow]!),
    first: String(table.sequenceAt(firstRow)!),
    last: String(table.sequenceAt(lastRow)!),
    seen,
    missing: String(missing),
    density: seen / Number(widthOf(index, firstRow, lastRow)),
    fromTicks: ticksText(index, firstRow),
    toTicks: ticksText(index, lastRow),
    gaps,
    gapsTotal,
  };
}

function ticksText({ table }: LogIndex, row: number): string | null {
  return table.timeState.data[row] === validTime ? String(table.ticksAt(row)) : null;
}

/** Most numbers need no integers of any size. */
function missingCount({ table }: LogIndex, before: number, row: number): bigint {
  const [from, to] = [table.sequence.data[before]!, table.sequence.data[row]!];
  return to < Number.MAX_SAFE_INTEGER ? BigInt(to - from - 1) : sizeOf(missingBetween(table.sequenceAt(before)!, table.sequenceAt(row)!)!);
}
