import type { FieldRef } from '../../core/query/fields.ts';
import { parseFieldList } from '../../core/query/parseFieldList.ts';
import { positionedMessage } from '../../core/query/queryError.ts';
import type { ExportFormat } from '../../protocol/exportFormats.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { BadRequest } from '../query/badRequest.ts';
import { csvForm } from './csvForm.ts';
import type { ExportForm } from './exportForm.ts';
import { fieldsAsJson, jsonArrayForm, ndjsonForm, wholeRecord, type RecordText } from './jsonForm.ts';
import { markdownForm } from './markdownForm.ts';
import { parquetForm } from './parquetForm.ts';
import { recordFields, type RecordFields } from './recordFields.ts';

/** The columns of tables for people where no fields are named. */
const usualFields = 'time, operation, result, caller, target, description';

/**
 * The form for a format. Throws `BadRequest` where the fields are at fault.
 *
 * @param fields Names with commas between them; empty where none were chosen. Of JSON they are members in place of the records, of
 * Parquet further columns.
 */
export function exportForm(index: LogIndex, format: ExportFormat, fields: string): ExportForm {
  const text = (): RecordText => (fields === '' ? wholeRecord : fieldsAsJson(recordFields(index, fieldsNamed(index, fields))));
  switch (format) {
    case 'ndjson':
      return ndjsonForm(text());
    case 'json':
      return jsonArrayForm(text());
    case 'csv':
      return csvForm(tableFields(index, fields));
    case 'markdown':
      return markdownForm(tableFields(index, fields));
    case 'parquet':
      return parquetForm(index, fieldsNamed(index, fields));
  }
}

/** The columns of a table for people: those of a list of names, or the usual ones. Throws `BadRequest` where the list is at fault. */
export function tableFields(index: LogIndex, names: string): RecordFields {
  return recordFields(index, fieldsNamed(index, names === '' ? usualFields : names));
}

function fieldsNamed({ formats }: LogIndex, names: string): readonly FieldRef[] {
  if (names === '') {
    return [];
  }
  const parsed = parseFieldList(names, formats.documentedNames);
  if (!parsed.ok) {
    throw new BadRequest(positionedMessage(parsed.error, 'query.errorAtFields'));
  }
  return parsed.fields;
}
