import { compactRecord } from '../../core/record/compactRecord.ts';
import { nothing, utf8, type ExportForm } from './exportForm.ts';
import type { RecordFields } from './recordFields.ts';

const lineBreak = 0x0a;

/** The text of a record that stands on one line. */
export type RecordText = (row: number, bytes: Uint8Array) => Uint8Array;

/** Each record as it is written. */
export const wholeRecord: RecordText = (_, bytes) => compactRecord(bytes);

/** An object with the values of some fields: a text, an array where there are several, null where there is none. */
export function fieldsAsJson({ names, values }: RecordFields): RecordText {
  const keys = names.map((name) => JSON.stringify(name));
  return (row, bytes) => {
    const members = values(row, bytes).map((own, at) => `${keys[at]}:${JSON.stringify(own.length > 1 ? own : (own[0] ?? null))}`);
    return utf8(`{${members.join(',')}}`);
  };
}

/** A record on each line. */
export function ndjsonForm(text: RecordText): ExportForm {
  return {
    begin: () => nothing,
    record: (row, bytes) => {
      const record = text(row, bytes);
      const line = new Uint8Array(record.length + 1);
      line.set(record);
      line[record.length] = lineBreak;
      return line;
    },
    end: () => nothing,
  };
}

/** One array, with a record on each line. */
export function jsonArrayForm(text: RecordText): ExportForm {
  let isFirst = true;
  return {
    begin: () => utf8('['),
    record: (row, bytes) => {
      const record = text(row, bytes);
      const before = isFirst ? '\n' : ',\n';
      isFirst = false;
      const whole = new Uint8Array(before.length + record.length);
      whole.set(utf8(before));
      whole.set(record, before.length);
      return whole;
    },
    end: () => utf8('\n]\n'),
  };
}
