import { findingSeverities } from '../../core/finding/codes.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { sourceNames } from './derivedPredicate.ts';
import { RecordValues, type RecordCircumstances } from './recordValues.ts';

/** The fields of a row, taken from the bytes of its record. */
export function valuesOfRow(index: LogIndex, row: number, bytes: Uint8Array): RecordValues {
  const { source, index: record } = index.refOf(row);
  const { findings, source: opened } = index.sources[source]!;
  const circumstances: RecordCircumstances = {
    record,
    line: index.table.line.data[row]!,
    // Hardly any filter that needs the record's bytes asks for these as well.
    get sourceNames() {
      return sourceNames(opened.name);
    },
    get findings() {
      return [...findings.ofRecord(record)].flatMap((finding) => [findings.codeAt(finding), findingSeverities[findings.codeAt(finding)]]);
    },
  };
  return new RecordValues(bytes, circumstances, index.formats);
}
