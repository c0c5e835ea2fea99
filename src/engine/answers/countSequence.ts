import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { groupsOfRow } from '../columns/blockTimes.ts';
import { rowAt } from '../columns/blocks.ts';
import type { RowSet } from '../query/rowSet.ts';
import { addDecoded } from './countDecoded.ts';
import { Counts, oneOfGroup, type ValueCounts } from './valueCounts.ts';

/** Counts sequence numbers as the column holds them. Records are looked at where they are not written in digits. */
export async function countSequence(index: LogIndex, rows: RowSet, work: CooperativeTask): Promise<ValueCounts> {
  const { table } = index;
  const counts = new Counts();
  const groupOf = groupsOfRow(table);
  const otherwise: number[] = [];
  await rows.visitBlocks(work, (block) => {
    for (let place = 0; place < block.count; place++) {
      const row = rowAt(block, place);
      if (table.sequence.data[row] === Infinity) {
        otherwise.push(row);
      } else {
        const number = table.sequenceAt(row);
        counts.add(number === undefined ? null : String(number), oneOfGroup[groupOf(row)]!);
      }
    }
  });
  await addDecoded(counts, index, { kind: 'named', name: 'seq' }, Uint32Array.from(otherwise), work);
  return counts.values;
}
