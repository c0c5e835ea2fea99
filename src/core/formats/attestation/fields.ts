import type { FieldDocumentation, FieldGroup } from '../definition/formatDocumentation.ts';
import { stepsOf } from '../definition/paths.ts';
import { attestationFormat } from './attestationFormat.ts';

const { fields = [] } = attestationFormat;

/** The documentation of each name: of a key of a record, or of one within its identities and targets. */
const fieldByName: ReadonlyMap<string, FieldDocumentation> = new Map(fields.map((field) => [stepsOf(field.path).at(-1)!, field]));

/** The fields that are keys of a record, by key, in the order of the documentation's sample. */
export const fieldByKey: ReadonlyMap<string, FieldDocumentation> = new Map(
  fields.flatMap((field) => {
    const [key = '', ...within] = stepsOf(field.path);
    return within.length === 0 ? [[key, field] as const] : [];
  }),
);

/** The documented keys of a record, in the order of the documentation's sample. */
export const documentedKeys: readonly string[] = [...fieldByKey.keys()];

/** How a key is grouped for reading; `other` for one that nothing documents. */
export function groupOf(key: string): FieldGroup {
  return fieldByKey.get(key)?.group ?? 'other';
}

export function isDocumented(key: string): boolean {
  return fieldByKey.has(key);
}

/** What the format says of a name; undefined for one that it does not document. */
export function documentationOfName(name: string): FieldDocumentation | undefined {
  return fieldByName.get(name);
}
