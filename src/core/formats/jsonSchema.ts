import type { AuditFormat } from './definition/format.ts';
import type { FieldDocumentation } from './definition/formatDocumentation.ts';
import { stepsOf } from './definition/paths.ts';

/** A JSON Schema, or a part of one. */
interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly type: string | readonly string[];
  readonly minLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/**
 * The JSON Schema (draft 2020-12) of a format's records, from its documented fields: their types, which are required, and
 * which texts must not be empty. Further keys are allowed. Limits of numbers are not in it: JavaScript would round them, so
 * that they are checked on the source text.
 */
export function jsonSchemaOf(format: AuditFormat): Schema & { readonly $schema: string; readonly $id: string } {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:audit-log-viewer:${format.id}`,
    title: format.title,
    ...(format.summary !== undefined && { description: format.summary }),
    ...objectSchema(format.fields ?? [], 0),
  };
}

/** The schema of an object, from the fields whose paths lead through it, `depth` steps in. */
function objectSchema(fields: readonly FieldDocumentation[], depth: number): Schema {
  const byKey = new Map<string, FieldDocumentation[]>();
  for (const field of fields) {
    const key = stepsOf(field.path)[depth]!;
    byKey.set(key, [...(byKey.get(key) ?? []), field]);
  }
  const properties = Object.fromEntries([...byKey].map(([key, within]) => [key, valueSchema(within, depth + 1)]));
  const required = [...byKey].flatMap(([key, within]) => {
    return within.some(({ path, isRequired = false }) => isRequired && stepsOf(path).length === depth + 1) ? [key] : [];
  });
  return { type: 'object', ...(required.length > 0 && { required }), properties };
}

/** The schema of a value: `fields` is its own documentation, if there is any, and that of what is within it. */
function valueSchema(fields: readonly FieldDocumentation[], depth: number): Schema {
  const own = fields.find(({ path }) => stepsOf(path).length === depth);
  const inner = fields.filter((field) => field !== own);
  const inItems = inner.filter(({ path }) => stepsOf(path)[depth] === '[]');
  const itemType = own?.items;
  const items = inItems.length > 0 ? valueSchema(inItems, depth + 1) : itemType && { type: itemType };
  const members = inItems.length > 0 || inner.length === 0 ? undefined : objectSchema(inner, depth);
  const implied = items === undefined ? (members?.type ?? anyType) : 'array';
  return { ...members, ...ownSchema(own, implied), ...(items && { items }) };
}

/** What a field says of its own value. @param implied The types of a value whose field names none. */
function ownSchema(own: FieldDocumentation | undefined, implied: string | readonly string[]): Schema {
  if (own === undefined) {
    return { type: implied };
  }
  const { title, description, type = implied, isNullable = false, isFilled = false } = own;
  const types = [type, ...(isNullable ? ['null'] : [])].flat();
  return { title, description, type: types.length === 1 ? types[0]! : types, ...(isFilled && { minLength: 1 }) };
}

const anyType: readonly string[] = ['string', 'number', 'boolean', 'object', 'array', 'null'];
