import { findingSeverities } from '../../core/finding/codes.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { emptyWords, RowSet } from '../query/rowSet.ts';
import { countGroups, totalOf } from './counting.ts';
import { Counts, type ValueCounts } from './valueCounts.ts';

/** Counts the records that have findings of each code, and of each severity, from the findings alone. */
export async function countFindings(index: LogIndex, rows: RowSet, work: CooperativeTask): Promise<ValueCounts> {
  const { total } = rows;
  const any = emptyWords(total);
  const byValue = new Map<string, Uint32Array>();
  const note = (value: string, row: number): void => {
    let words = byValue.get(value);
    if (words === undefined) {
      byValue.set(value, (words = emptyWords(total)));
    }
    words[row >>> 5]! |= 1 << (row & 31);
  };
  for (const [source, { findings, firstRow }] of index.sources.entries()) {
    await work.forEach(0, index.findingCounts[source] ?? 0, (finding) => {
      const record = findings.recordAt(finding);
      const row = firstRow + record;
      if (record !== -1 && row < total) {
        const code = findings.codeAt(finding);
        note(code, row);
        note(findingSeverities[code], row);
        any[row >>> 5]! |= 1 << (row & 31);
      }
    });
  }
  const counts = new Counts();
  for (const [value, words] of [...byValue, [null, any] as const]) {
    const found = new RowSet(words, total);
    const groups = await countGroups(index.table, value === null ? rows.without(found) : rows.and(found), work);
    if (totalOf(groups) > 0) {
      counts.add(value, groups);
    }
  }
  return counts.values;
}
