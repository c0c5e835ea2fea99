import { builtInNames, type DocumentedNames } from '../formats/documentedNames.ts';
import { resolveField, type FieldRef } from './fields.ts';
import { queryError, type QueryError } from './queryError.ts';
import { isUnfinished, readFieldName } from './readFieldName.ts';
import { Scanner } from './scanner.ts';
import { unknownField } from './unknownField.ts';

/** What a list of fields names, in its order. */
export type ParsedFields = { readonly ok: true; readonly fields: readonly FieldRef[] } | { readonly ok: false; readonly error: QueryError };

/**
 * Reads names of fields with commas between them, each written as in a filter: `time, caller.UPN, key."a,b".c`.
 *
 * @param documented The paths that the log's formats document.
 */
export function parseFieldList(text: string, documented: DocumentedNames = builtInNames): ParsedFields {
  const scanner = new Scanner(text, documented);
  const fields: FieldRef[] = [];
  do {
    const field = readField(scanner);
    if (field === undefined) {
      return { ok: false, error: scanner.error ?? queryError({ start: 0, end: text.length }, 'query.expectedField') };
    }
    fields.push(field);
  } while (scanner.take(','));
  const { position } = scanner;
  return scanner.atEnd
    ? { ok: true, fields }
    : { ok: false, error: queryError({ start: position, end: position + 1 }, 'query.fieldSeparator') };
}

function readField(scanner: Scanner): FieldRef | undefined {
  scanner.skipBlanks();
  const start = scanner.position;
  const name = readFieldName(scanner);
  if (name === undefined) {
    return undefined;
  }
  const span = { start, end: scanner.position };
  scanner.skipBlanks();
  if (name.text === '') {
    return scanner.fail(queryError(span, 'query.expectedField'));
  }
  const field = isUnfinished(name) ? undefined : resolveField(name.text, scanner.documented);
  return field ?? scanner.fail(unknownField(name.text, span, scanner.documented));
}
