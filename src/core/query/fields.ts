import { documentedKeys, fieldByKey } from '../formats/attestation/fields.ts';
import { keyOf } from '../formats/attestation/roleKeys.ts';
import { builtInNames, type DocumentedName, type DocumentedNames } from '../formats/documentedNames.ts';
import { identityTypes, identityTypeOf } from '../record/identities.ts';
import { levelTypeOf, levelTypes } from '../record/levels.ts';
import { targetTypes, targetTypeOf } from '../record/targets.ts';

/**
 * How the values of a field compare.
 *
 * - `text`: as text. `event`: as text without blanks, with the synonyms of Attestation's events folded on the filter's side.
 * - `number`, `time`: exactly, as what the text means.
 * - `address`: as IP addresses, whatever their spelling and port; a text that is no address as text.
 * - `sourceText`: the record's text as it reads, escapes resolved, which contains the filter's value and need not equal it.
 * - `any`: any other key: each value as what it is, a number, a time or text.
 */
export type ValueKind = 'text' | 'event' | 'address' | 'number' | 'time' | 'sourceText' | 'any';

/** A field with a name of its own. */
export interface QueryField {
  readonly name: string;
  readonly kind: ValueKind;
  /** True if a record can have several values of it. */
  readonly multiple: boolean;
}

/**
 * The fields of the filter language and the values they have. A record that says nothing has no value (`field:null`).
 * Their one-line descriptions are the messages `query.field.<name>`.
 */
const fields = {
  /** As the record writes it. */
  operation: { kind: 'text', multiple: false },
  /**
   * `operation` of the documented event of Attestation; of another format the title and the operations of an event of its
   * catalogue. No value for other operations.
   */
  event: { kind: 'event', multiple: true },
  /** As the record writes it. */
  result: { kind: 'text', multiple: false },
  /** `success`, `clientError`, `failure` or `other`: every record has one. */
  resultGroup: { kind: 'text', multiple: false },
  /** Each category. */
  category: { kind: 'text', multiple: true },
  /** The text of every identity and the label; null is beside the label "unknown caller". */
  caller: { kind: 'text', multiple: true },
  /** Identities of type TenantId. */
  tenant: { kind: 'text', multiple: true },
  /** The names of all targets. */
  target: { kind: 'text', multiple: true },
  /** The last part of each target that is a resource id of Azure. */
  instance: { kind: 'text', multiple: true },
  /** The subscription of each of them. */
  subscription: { kind: 'text', multiple: true },
  /** The resource group of each of them. */
  resourceGroup: { kind: 'text', multiple: true },
  /** Targets of type ServiceRegion and ResourceRegion. */
  region: { kind: 'text', multiple: true },
  /** The service that wrote the record, else the targets of type ServiceRole. */
  role: { kind: 'text', multiple: true },
  /** The instance of the service that wrote the record, else the targets of type ServiceRoleInstance. */
  roleInstance: { kind: 'text', multiple: true },
  /** As the record writes it. */
  ip: { kind: 'address', multiple: false },
  /** Id of the request. */
  request: { kind: 'text', multiple: false },
  /** What the record says about its result. */
  description: { kind: 'text', multiple: false },
  /** Id of the session of the process that wrote the record. */
  epoch: { kind: 'text', multiple: false },
  /** The sequence number, its text as the record writes it. */
  seq: { kind: 'number', multiple: false },
  /** Its text as the record writes it; text that is no time matches no time, yet is not null. */
  time: { kind: 'time', multiple: false },
  /** The code and the severity of every finding of the record. */
  finding: { kind: 'text', multiple: true },
  /** The name of the source as it was opened, and its last part. */
  source: { kind: 'text', multiple: true },
  /** The record's number within its source, from 0. */
  record: { kind: 'number', multiple: false },
  /** The line of its source on which the record begins, from 1. */
  line: { kind: 'number', multiple: false },
  /** The id of the record's format, such as `cloudTrail`; `generic` where none was recognised. */
  format: { kind: 'text', multiple: false },
  /** The record's source text. */
  text: { kind: 'sourceText', multiple: false },
} as const satisfies Readonly<Record<string, Omit<QueryField, 'name'>>>;

export type NamedField = keyof typeof fields;

/**
 * What a term reads.
 *
 * - `key`: the value of a key, or of a path of keys joined by dots, through objects, the elements of arrays, and JSON text of
 *   either. A key may hold dots itself: `a.b` reads `{"a.b":1}` and `{"a":{"b":1}}`. Strings as they are; numbers, booleans
 *   and objects as their source text; of an array each element; of a list of identities each identity. A PascalCase
 *   record's keys are mapped first.
 */
export type FieldRef =
  | { readonly kind: 'named'; readonly name: NamedField }
  /** Identities or targets of a type, or levels of a type in the names of targets; compared without regard to case. */
  | { readonly kind: 'caller' | 'target'; readonly type: string }
  | { readonly kind: 'key'; readonly name: string };

export const queryFields: readonly QueryField[] = Object.entries(fields).map(([name, field]) => ({ name, ...field }));

/** Documented keys that are one and the same as a named field. */
const fieldOfKey: ReadonlyMap<string, NamedField> = new Map<string, NamedField>([
  [keyOf.operation, 'operation'],
  [keyOf.result, 'result'],
  [keyOf.description, 'description'],
  [keyOf.category, 'category'],
  [keyOf.request, 'request'],
  [keyOf.address, 'ip'],
  [keyOf.targets, 'target'],
  [keyOf.time, 'time'],
  [keyOf.epoch, 'epoch'],
  [keyOf.sequence, 'seq'],
]);

/** The documented keys that are one and the same as a field with a name of its own. */
export function keysOfField(name: string): readonly string[] {
  return [...fieldOfKey].filter(([key, field]) => field === name && key !== name).map(([key]) => key);
}

/** The field of the callers' names for display. */
export const displayNameField = keyOf.displayName;

const kindByKey: ReadonlyMap<string, ValueKind> = new Map(
  [...fieldByKey].map(([key, { type }]): [string, ValueKind] => [key, type === 'integer' || type === 'number' ? 'number' : 'text']),
);

const refByFoldedName: ReadonlyMap<string, FieldRef> = new Map([
  ...documentedKeys.map((key): [string, FieldRef] => [key.toLowerCase(), keyRef(key)]),
  ...(Object.keys(fields) as NamedField[]).map((name): [string, FieldRef] => [name.toLowerCase(), { kind: 'named', name }]),
]);

/** Names of the language itself and of Attestation's keys: those that completion offers for any log. */
export const fieldNames: readonly string[] = [
  ...Object.keys(fields),
  ...identityTypes.map((type) => `caller.${type.name}`),
  ...targetTypes.map((type) => `target.${type.name}`),
  ...levelTypes.map((type) => `target.${type}`),
  ...documentedKeys,
];

/**
 * Finds what a field name reads; undefined for an unknown one. Names are compared without regard to case, but for those
 * of keys after `key.`. A type that nobody documents is kept as written: lists of types are open.
 * What follows the dot may be any text, even an empty one; `name` is without quotes.
 *
 * A path that a format documents reads the same as after `key.`, exactly as it is written if it is documented so. Names of the
 * language come before it.
 *
 * @param documented The paths that the log's formats document.
 */
export function resolveField(name: string, documented: DocumentedNames = builtInNames): FieldRef | undefined {
  const own = resolveOwnField(name);
  const path = own === undefined ? documented.find(name) : undefined;
  return path === undefined ? own : keyRef(path);
}

/** As {@link resolveField} without the paths that formats document. */
export function resolveOwnField(name: string): FieldRef | undefined {
  const dot = name.indexOf('.');
  if (dot === -1) {
    return refByFoldedName.get(name.toLowerCase());
  }
  const rest = name.slice(dot + 1);
  switch (name.slice(0, dot).toLowerCase()) {
    case 'caller':
      return { kind: 'caller', type: identityTypeOf(rest)?.name ?? rest };
    case 'target':
      return { kind: 'target', type: targetTypeOf(rest)?.name ?? levelTypeOf(rest) ?? rest };
    case 'key':
      return keyRef(rest);
    default:
      return undefined;
  }
}

/** The documented paths that are fields by themselves: those that are not the name of another field. */
export function documentedFields(documented: DocumentedNames = builtInNames): readonly DocumentedName[] {
  return documented.all.filter(({ name }) => hasOwnName(name, documented));
}

/** Whether a key, or path of keys, is a field by itself. */
function hasOwnName(key: string, documented: DocumentedNames = builtInNames): boolean {
  const field = resolveField(key, documented);
  return field?.kind === 'key' && field.name === key;
}

/** The field's one name, such as `caller.UPN`: equal for fields that read the same. Not quoted. */
export function fieldName(field: FieldRef): string {
  switch (field.kind) {
    case 'named':
      return field.name;
    case 'caller':
    case 'target':
      return `${field.kind}.${field.type}`;
    case 'key':
      return hasOwnName(field.name) ? field.name : `key.${field.name}`;
  }
}

export function valueKindOf(field: FieldRef): ValueKind {
  switch (field.kind) {
    case 'named':
      return fields[field.name].kind;
    case 'caller':
    case 'target':
      return 'text';
    case 'key':
      return kindByKey.get(field.name) ?? 'any';
  }
}

function keyRef(name: string): FieldRef {
  const named = fieldOfKey.get(name);
  return named === undefined ? { kind: 'key', name } : { kind: 'named', name: named };
}

/** True if both read the same. */
export function isSameField(left: FieldRef, right: FieldRef): boolean {
  const fold = (field: FieldRef): string => (field.kind === 'key' ? fieldName(field) : fieldName(field).toLowerCase());
  return fold(left) === fold(right);
}
