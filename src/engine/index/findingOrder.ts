import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { LogIndex } from './logIndex.ts';
import { itemsWhere, radixSort } from '../collections/radixSort.ts';
import { offsetOfFinding } from './storedFinding.ts';

const unit = 2 ** 32;

/**
 * The findings of a source that are meant, in the order of their places: errors first at one place, or first of all. Where
 * all that is equal they are in the order in which they were added.
 */
export async function findingOrder(
  index: LogIndex,
  source: number,
  first: 'errorsFirst' | 'byPlace',
  isMeant: (finding: number) => boolean,
  work: CooperativeTask,
): Promise<Uint32Array> {
  const { findings } = index.sources[source]!;
  const chosen = await itemsWhere(index.findingCounts[source] ?? 0, isMeant, work);
  const rank = (finding: number): number => findings.severityRank(finding);
  const low = (finding: number): number => offsetOfFinding(index, source, finding) % unit;
  const high = (finding: number): number => Math.floor(offsetOfFinding(index, source, finding) / unit);
  return radixSort(chosen, first === 'byPlace' ? [rank, low, high] : [low, high, rank], work);
}
