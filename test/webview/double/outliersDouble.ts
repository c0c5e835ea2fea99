import { endOfTime } from '../../../src/core/timeline/timeSpan.ts';
import type { Outliers, RecordStretch } from '../../../src/protocol/answers/timeline.ts';
import type { Held } from './heldRecords.ts';

const day = 864_000_000_000n;

/** What lies more than a year from the record in the middle is far; a plain rule that is enough for invented logs. */
export function outliersOf(records: readonly Held[]): Omit<Outliers, 'snapshot'> {
  const times = records.flatMap(({ ticks }) => (ticks === undefined ? [] : [ticks])).toSorted((left, right) => (left < right ? -1 : 1));
  const middle = times[Math.floor(times.length / 2)] ?? endOfTime;
  const before = stretchOf(times.filter((ticks) => ticks < middle - 365n * day));
  const after = stretchOf(times.filter((ticks) => ticks > middle + 365n * day));
  const dense = stretchOf(times.filter((ticks) => ticks >= middle - 365n * day && ticks <= middle + 365n * day));
  return before === null && after === null ? { dense: null, before, after } : { dense, before, after };
}

function stretchOf(times: readonly bigint[]): RecordStretch | null {
  return times.length === 0 ? null : { from: String(times[0]), to: String(times.at(-1)! + 1n), records: times.length };
}
