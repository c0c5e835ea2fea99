import { builtInFormats } from '../../src/core/formats/builtInFormats.ts';
import { RecordScanner } from '../../src/core/json/recordScanner.ts';
import { resolveField } from '../../src/core/query/fields.ts';
import { RecordReader } from '../../src/core/reading/recordReader.ts';
import { parseRecord } from '../../src/core/formats/parsedRecord.ts';
import type { FormatSet } from '../../src/core/formats/formatSet.ts';
import { textAt } from '../../src/core/formats/roles.ts';
import { timeOf } from '../../src/core/formats/roleTime.ts';
import { TreeSource } from '../../src/core/formats/treeSource.ts';
import { memberOf, nodeString, nodeText, parseValueTree } from '../../src/core/json/valueTree.ts';
import { sequenceNumber } from '../../src/core/record/sequenceNumber.ts';
import { parseTime } from '../../src/core/record/parseTime.ts';
import { checkRecord } from '../../src/core/rules/checkRecord.ts';
import type { NewFinding } from '../../src/engine/findings/findingTable.ts';
import { brokenFinding } from '../../src/engine/ingest/general/brokenFinding.ts';
import { RecordValues } from '../../src/engine/query/recordValues.ts';
import { comparedFields, sorted, type ReadLog, type ReadRecord } from './readLog.ts';

/** Reads a log in the slow and obvious way: each record is taken apart by itself, and judged by `checkRecord`. */
export function specify(bytes: Uint8Array, formats = builtInFormats): ReadLog {
  const records: ReadRecord[] = [];
  const findings: NewFinding[] = [];
  const reader = new RecordReader(new RecordScanner(), {
    record(piece, start, end, base, line) {
      const found = checkRecord(piece, parseValueTree(piece, start, end), formats).map(({ code, pointer, args, start: from, end: to }) => {
        return { code, record: records.length, pointer, offset: base + from, length: to - from, line, args };
      });
      findings.push(...found);
      records.push({ offset: base + start, length: end - start, line, ...valuesOf(new Uint8Array(piece.subarray(start, end)), formats) });
    },
    broken(stretch) {
      findings.push(brokenFinding(stretch));
    },
  });
  reader.push(bytes);
  reader.end();
  return { records, findings };
}

function valuesOf(record: Uint8Array, formats: FormatSet): Pick<ReadRecord, 'time' | 'sequence' | 'values'> {
  const values = new RecordValues(record, { record: 0, line: 1, sourceNames: [], findings: [] }, formats);
  return {
    time: ticksOf(record, formats),
    sequence: sequenceOf(record, formats),
    values: Object.fromEntries(comparedFields.map((name) => [name, sorted(values.values(resolveField(name)!))])),
  };
}

/** Of Attestation a number, of other formats also one in quotes. */
function sequenceOf(record: Uint8Array, formats: FormatSet): bigint | null {
  const { bytes, root, other } = parseRecord(record, formats);
  const own = memberOf(root, 'env_seqNum');
  const text =
    other === undefined
      ? own?.kind === 'number' && nodeText(bytes, own)
      : other.sequence && textAt(new TreeSource(other.paths, bytes, root), other.sequence.number);
  return (typeof text === 'string' ? sequenceNumber(text) : undefined) ?? null;
}

function ticksOf(record: Uint8Array, formats: FormatSet): bigint | null {
  const { bytes, root, other } = parseRecord(record, formats);
  if (other !== undefined) {
    return timeOf(other, new TreeSource(other.paths, bytes, root))?.ticks ?? null;
  }
  const time = memberOf(root, 'env_time');
  return time?.kind === 'string' ? (parseTime(nodeString(bytes, time))?.ticks ?? null) : null;
}
