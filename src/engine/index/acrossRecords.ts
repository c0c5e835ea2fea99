import { LongWork } from '../longWork.ts';
import { findDoubleLogging } from './doubleLogging.ts';
import { findOrderFaults } from './fileOrder.ts';
import type { LogIndex } from './logIndex.ts';
import { findSequenceFaults } from './sequences.ts';

/** Finds what is wrong between the records of a log, once all of them are there. */
export async function findAcrossRecords(index: LogIndex, signal: AbortSignal): Promise<void> {
  const work = new LongWork(signal);
  try {
    await findSequenceFaults(index, work);
    await findOrderFaults(index, work);
    await findDoubleLogging(index, work);
  } finally {
    for (const { findings } of index.sources) {
      await findings.settle(work);
    }
  }
}
