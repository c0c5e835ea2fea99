import type { Coverage, EpochCoverage, Gap } from '../../../src/protocol/answers/coverage.ts';
import type { Held } from './heldRecords.ts';

/** What is in the file, number by number: plainly right, and slow. */
export function coverageOf(records: readonly Held[], gapLimit: number): Omit<Coverage, 'snapshot'> {
  const byEpoch = Map.groupBy(records, ({ record }) => String(record['env_epoch']));
  const epochs = [...byEpoch].map(([epoch, held]) => epochOf(epoch, held, gapLimit));
  return {
    seen: epochs.reduce((sum, { seen }) => sum + seen, 0),
    missing: String(epochs.reduce((sum, { missing }) => sum + Number(missing), 0)),
    epochs,
    epochsTotal: epochs.length,
  };
}

function epochOf(epoch: string, held: readonly Held[], gapLimit: number): EpochCoverage {
  const byNumber = new Map(held.map((one) => [Number(one.record['env_seqNum']), one]));
  const numbers = [...byNumber.keys()].toSorted((left, right) => left - right);
  const ticksOf = (number: number): string | null => {
    const ticks = byNumber.get(number)?.ticks;
    return ticks === undefined ? null : String(ticks);
  };
  const refOf = (number: number) => ({ source: 0, index: byNumber.get(number)!.index });
  const gaps = numbers.flatMap((after, place): Gap[] => {
    const before = numbers[place - 1];
    return before === undefined || after - before === 1
      ? []
      : [
          {
            from: String(before + 1),
            to: String(after - 1),
            missing: String(after - before - 1),
            before: refOf(before),
            after: refOf(after),
            fromTicks: ticksOf(before),
            toTicks: ticksOf(after),
          },
        ];
  });
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  return {
    epoch,
    roleInstance: null,
    first: String(first),
    last: String(last),
    seen: numbers.length,
    missing: String(last - first + 1 - numbers.length),
    density: numbers.length / (last - first + 1),
    fromTicks: ticksOf(first),
    toTicks: ticksOf(last),
    gaps: gaps.slice(0, gapLimit),
    gapsTotal: gaps.length,
  };
}
