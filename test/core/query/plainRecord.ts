import type { RecordFields } from '../../../src/core/query/compileQuery.ts';
import { fieldName } from '../../../src/core/query/fields.ts';

/** A record by the values of its fields, named as filters name them in lower case. */
export type PlainRecord = Readonly<Record<string, string | null | readonly (string | null)[]>>;

export function fieldsOf(record: PlainRecord): RecordFields {
  const byName = new Map(Object.entries(record));
  return {
    values(field) {
      const value = byName.get(fieldName(field).toLowerCase()) ?? [];
      return typeof value === 'string' ? [value] : value;
    },
  };
}
