import { missingBetween, sizeOf } from '../../core/findings/sequences.ts';
import type { Coverage, EpochCoverage, Gap } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import { textOf, validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { isSameWriter, sequenceOrder } from '../index/sequenceOrder.ts';
import type { AnswerContext } from './context.ts';

/**
 * What the sequence numbers say is there and what is not, writer by writer, in the order in which epochs first appear.
 * Looks at the whole log; counts are exact, lists are cut to the limits.
 */
export function answerCoverage(
  { index }: AnswerContext,
  { epochs: limit, gaps: gapLimit }: Questions['coverage']['params'],
  signal: AbortSignal,
): Promise<Coverage> {
  const order = sequenceOrder(index);
  const epochs: EpochCoverage[] = [];
  let seen = 0;
  let missing = 0n;
  let epochsTotal = 0;
  for (let start = 0; start < order.length;) {
    signal.throwIfAborted();
    let end = start + 1;
    while (end < order.length && isSameWriter(index, order[start]!, order[end]!)) {
      end++;
    }
    const epoch = describeEpoch(index, order.subarray(start, end), epochs.length < limit ? gapLimit : 0);
    seen += epoch.seen;
    missing += BigInt(epoch.missing);
    epochsTotal++;
    if (epochs.length < limit) {
      epochs.push(epoch);
    }
    start = end;
  }
  return Promise.resolve({
    snapshot: index.snapshot,
    seen,
    missing: String(missing),
    epochs,
    epochsTotal,
  });
}

/** One writer; its rows are in the order of their numbers. */
function describeEpoch(index: LogIndex, rows: Uint32Array, gapLimit: number): EpochCoverage {
  const { table } = index;
  const firstRow = rows[0]!;
  const lastRow = rows.at(-1)!;
  let seen = 1;
  let missing = 0n;
  let gapsTotal = 0;
  const gaps: Gap[] = [];
  for (let place = 1; place < rows.length; place++) {
    const before = rows[place - 1]!;
    const after = rows[place]!;
    const range = missingBetween(table.sequenceAt(before)!, table.sequenceAt(after)!);
    seen += table.sequenceAt(before) === table.sequenceAt(after) ? 0 : 1;
    if (range === undefined) {
      continue;
    }
    missing += sizeOf(range);
    gapsTotal++;
    if (gaps.length < gapLimit) {
      gaps.push({
        from: String(range.from),
        to: String(range.to),
        missing: String(sizeOf(range)),
        before: index.refOf(before),
        after: index.refOf(after),
        fromTicks: ticksText(index, before),
        toTicks: ticksText(index, after),
      });
    }
  }
  const first = table.sequenceAt(firstRow)!;
  const last = table.sequenceAt(lastRow)!;
  return {
    epoch: textOf(table.epochs, table.epoch.data[firstRow]!) ?? '',
    roleInstance: textOf(table.cloudRoleInstances, table.cloudRoleInstance.data[firstRow]!),
    first: String(first),
    last: String(last),
    seen,
    missing: String(missing),
    density: seen / Number(last - first + 1n),
    fromTicks: ticksText(index, firstRow),
    toTicks: ticksText(index, lastRow),
    gaps,
    gapsTotal,
  };
}

function ticksText({ table }: LogIndex, row: number): string | null {
  return table.timeState.data[row] === validTime ? String(table.ticksAt(row)) : null;
}
