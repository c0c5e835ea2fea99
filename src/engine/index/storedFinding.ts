import { missingBetween, sizeOf } from '../../core/rules/sequences.ts';
import type { NewFinding, Relation } from '../findings/findingTable.ts';
import type { LogIndex } from './logIndex.ts';

/** A finding of a source with all that is known of it. */
export interface StoredFinding extends NewFinding {
  /** Number of the record of the same source that explains it, or -1. */
  readonly related: number;
}

/** The finding with a number: a relation's place and arguments follow from its records. */
export function storedFinding(index: LogIndex, source: number, finding: number): StoredFinding {
  const { findings, firstRow } = index.sources[source]!;
  const relation = findings.relationAt(finding);
  if (relation === undefined) {
    return { ...findings.at(finding), related: -1 };
  }
  const { table } = index;
  const { code, record, other } = relation;
  const row = firstRow + record;
  const related = code === 'order.descending' ? undefined : index.refOf(other);
  return {
    code,
    record,
    pointer: '',
    offset: table.offset.at(row),
    length: table.byteLength.data[row]!,
    line: table.line.data[row]!,
    args: relationArgs(index, row, relation),
    related: related?.source === source ? related.index : -1,
  };
}

/** The offset of a finding in its source. */
export function offsetOfFinding(index: LogIndex, source: number, finding: number): number {
  const { findings, firstRow } = index.sources[source]!;
  const relation = findings.relationAt(finding);
  return relation === undefined ? findings.offsetAt(finding) : index.table.offset.at(firstRow + relation.record);
}

/** What the finding's sentence names. Records are named by their number in their source, from 0; another source by its own, from 1. */
function relationArgs(index: LogIndex, row: number, { code, other }: Relation): readonly string[] {
  switch (code) {
    case 'sequence.gap': {
      const missing = missingBetween(index.table.sequenceAt(other)!, index.table.sequenceAt(row)!)!;
      return [String(sizeOf(missing)), String(missing.from), String(missing.to)];
    }
    case 'order.descending':
      return [String(other)];
    default: {
      const related = index.refOf(other);
      return related.source === index.refOf(row).source ? [String(related.index)] : [String(related.index), String(related.source + 1)];
    }
  }
}

/**
 * What a relation says, as two numbers: those that are equal for two relations with the same code say the same. Undefined
 * where numbers cannot hold it.
 */
export function relationKey(index: LogIndex, row: number, { code, other }: Relation): readonly [number, number] | undefined {
  switch (code) {
    case 'sequence.gap': {
      const from = index.table.sequence.data[other]!;
      const to = index.table.sequence.data[row]!;
      return to <= Number.MAX_SAFE_INTEGER ? [from, to] : undefined;
    }
    case 'order.descending':
      return [other, 0];
    default: {
      const related = index.refOf(other);
      return [related.index, related.source === index.refOf(row).source ? 0 : related.source + 1];
    }
  }
}
