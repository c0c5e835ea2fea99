import type { FindingCode } from '../../core/finding/codes.ts';
import type { LogIndex } from '../index/logIndex.ts';

/** Adds a finding about a record as a whole. `other` is another row, or a number of what is reported. */
export function addRelation(index: LogIndex, row: number, code: FindingCode, other: number): void {
  const { source, index: record } = index.refOf(row);
  index.sources[source]!.findings.addRelation({ code, record, other });
}
