import { maskSecrets } from '../../core/record/maskSecrets.ts';
import { fieldName, type FieldRef } from '../../core/query/fields.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { fieldValues } from './fieldValues.ts';

/** What records have for some fields. */
export interface RecordFields {
  /** The fields' one names. */
  readonly names: readonly string[];
  /** The different values of each field, as the filter language compares them; none where the record says nothing. */
  readonly values: (row: number, bytes: Uint8Array) => readonly (readonly string[])[];
}

export function recordFields(index: LogIndex, fields: readonly FieldRef[]): RecordFields {
  const values = fieldValues(index, fields);
  return {
    names: fields.map(fieldName),
    values: (row, bytes) => values(row, bytes).map((all) => all.filter((value) => value !== null)),
  };
}

/** Between several values of a field. */
const separator = '; ';

/** The values of a field as one text for people: what gives access, such as a signature, is hidden as in lists. */
export function cellText(values: readonly string[]): string {
  return values.map(maskSecrets).join(separator);
}
