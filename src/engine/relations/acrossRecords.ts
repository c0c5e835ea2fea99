import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { findDoubleLogging } from './doubleLogging.ts';
import { findDuplicateIds } from './duplicateIds.ts';
import { findOrderFaults } from './fileOrder.ts';
import type { IncrementalRelations } from './incrementalRelations.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { findSequenceFaults } from './sequences.ts';

/** Finds what is wrong between the records of a log, once all of them are there. */
export async function findAcrossRecords(index: LogIndex, work: CooperativeTask): Promise<void> {
  try {
    await findSequenceFaults(index, work);
    await findDuplicateIds(index, work);
    await findOrderFaults(index, work);
    await findDoubleLogging(index, work);
  } finally {
    await settle(index, work);
  }
}

/**
 * Finds what is wrong between records that have been added after a row and all others, whose relations were found before
 * and are still there. They are found anew where the log does not simply go on.
 */
export async function findAfter(index: LogIndex, row: number, growing: IncrementalRelations, work: CooperativeTask): Promise<void> {
  if (await growing.add(index, row, work)) {
    await settle(index, work);
    return;
  }
  for (const { findings } of index.sources) {
    findings.takeRelations();
  }
  await findAcrossRecords(index, work);
}

async function settle(index: LogIndex, work: CooperativeTask): Promise<void> {
  for (const { findings } of index.sources) {
    await findings.settle(work);
  }
}
