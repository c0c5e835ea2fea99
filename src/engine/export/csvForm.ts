import { csvLine } from '../../core/record/csvLine.ts';
import { nothing, utf8, type ExportForm } from './exportForm.ts';
import { cellText, type RecordFields } from './recordFields.ts';

/** A table for spreadsheets, with a head. RFC 4180 ends each line with CR and LF. */
export function csvForm({ names, values }: RecordFields): ExportForm {
  const line = (cells: readonly string[]): Uint8Array => utf8(`${csvLine(cells)}\r\n`);
  return {
    begin: () => line(names),
    record: (row, bytes) => line(values(row, bytes).map(cellText)),
    end: () => nothing,
  };
}
