import { columnKinds } from './columnKinds.ts';

const { uint8, uint32, late, offset, ticks, integer, id } = columnKinds;

/** A column of ids of a dictionary of texts. */
function ids<const Name extends string>(dictionary: Name) {
  return { kind: id, moved: 'mapped', dictionary, isField: true } as const;
}

/** A column of ids of a dictionary of lists, whose items are in turns ids of other dictionaries. */
function lists<const Name extends string, const Members extends readonly string[]>(dictionary: Name, ...members: Members) {
  return { kind: id, moved: 'mapped', dictionary, members, isField: true } as const;
}

/**
 * The columns of a log: all that timeline, facets, filters and lists need of the records. Storage, growth, truncation, batches and
 * the fields of the record at hand follow from this list: to add a column takes an entry here, and the code that sets its value.
 *
 * `kind` says how a column is stored, and `moved` what becomes of it when rows of one table are appended to another: it is
 * `copied`; `counted` on, as lines are; `mapped` from ids of one dictionary to those of another; or `derived` anew from other
 * columns, and in no batch. `isField` marks the columns whose value is a whole number that readers set; 0 where a record gives none.
 */
export const recordColumns = {
  /** Offset and length in the source's decoded bytes, and line (from 1) on which it begins. */
  offset: { kind: offset, moved: 'copied' },
  byteLength: { kind: uint32, moved: 'copied' },
  line: { kind: uint32, moved: 'counted' },
  /** `noTime`, `validTime` or `invalidTime`. */
  timeState: { kind: uint8, moved: 'copied' },
  /** Ticks since the base day of `RecordTable`; NaN without a valid time. */
  time: { kind: ticks, moved: 'copied' },
  /** The sequence number; NaN if none, Infinity if it is written otherwise than in digits. */
  sequence: { kind: integer, moved: 'copied' },
  operation: ids('operations'),
  /** Of results with the group that something else than their text decides: see `Outcomes`. */
  result: ids('results'),
  description: ids('descriptions'),
  categories: lists('categoryLists', 'categoryNames'),
  /** Lists of pairs (type, identity). */
  caller: lists('callers', 'identityTypes', 'identities'),
  displayName: ids('displayNames'),
  /** How the caller is called, which follows from `caller` and `displayName`: see `Labels`. */
  label: { kind: id, moved: 'derived' },
  address: ids('addresses'),
  /** 32 bits of hash of the request; 0 where there is none. Requests are too many for a dictionary. */
  request: { kind: uint32, moved: 'copied', isField: true },
  /** 32 bits of hash of the record's own id, seeded; 0 where it has none. */
  recordId: { kind: late, moved: 'copied', isField: true },
  /** Targets but the first well-formed resource id, as a list of pairs (type, name). */
  places: lists('placeLists', 'targetTypes', 'targetNames'),
  /** The first well-formed resource id: the words around its parts, with NUL where these are, and the parts. */
  resourceForm: ids('resourceForms'),
  subscription: ids('subscriptions'),
  resourceGroup: ids('resourceGroups'),
  instance: ids('instances'),
  epoch: ids('epochs'),
  cloudRole: ids('cloudRoles'),
  cloudRoleInstance: ids('cloudRoleInstances'),
  /** Ids of formats; 0 for Attestation's records. */
  format: ids('formats'),
} as const;

type RecordColumns = typeof recordColumns;

export type ColumnName = keyof RecordColumns;

/** The columns as they are stored. */
export type StoredColumns = { readonly [Name in ColumnName]: ReturnType<RecordColumns[Name]['kind']['make']> };

/** Rows of all columns as plain data, but of those that follow from others. */
export type ColumnParts = { readonly [Name in PartName]: ReturnType<StoredColumns[Name]['from']> };

type NamesWith<Property> = { [Name in ColumnName]: RecordColumns[Name] extends Property ? Name : never }[ColumnName];

/** Columns of ids that belong to a dictionary. */
export type MappedName = NamesWith<{ readonly dictionary: string }>;

/** Columns whose value is a whole number that readers set. */
export type FieldName = NamesWith<{ readonly isField: true }>;

/** Columns of lines. */
export type CountedName = NamesWith<{ readonly moved: 'counted' }>;

/** Columns that do not follow from others. */
export type PartName = Exclude<ColumnName, NamesWith<{ readonly moved: 'derived' }>>;

/** Dictionaries of lists. */
export type ListsName = RecordColumns[NamesWith<{ readonly members: readonly string[] }>]['dictionary'];

/** Dictionaries of texts. */
export type TextsName =
  | Exclude<RecordColumns[MappedName]['dictionary'], ListsName>
  | RecordColumns[NamesWith<{ readonly members: readonly string[] }>]['members'][number];

export type DictionaryName = ListsName | TextsName;

export const columnNames = Object.keys(recordColumns) as readonly ColumnName[];

const partNames = columnNames.filter((name): name is PartName => recordColumns[name].moved !== 'derived');

/** An object with a value for each column that does not follow from others. */
export function byPart<Result extends Readonly<Record<PartName, unknown>>>(
  valueOf: <Name extends PartName>(name: Name) => Result[Name],
): Result {
  return Object.fromEntries(partNames.map((name) => [name, valueOf(name)])) as Result;
}

/** An object with a value for each column. */
export function byColumn<Result extends Readonly<Record<ColumnName, unknown>>>(
  valueOf: <Name extends ColumnName>(name: Name) => Result[Name],
): Result {
  return Object.fromEntries(columnNames.map((name) => [name, valueOf(name)])) as Result;
}

export const mappedNames = columnNames.filter((name): name is MappedName => 'dictionary' in recordColumns[name]);

export const fieldNames = columnNames.filter((name): name is FieldName => 'isField' in recordColumns[name]);

/** What the items of a dictionary of lists are ids of, in turns; of other dictionaries nothing. */
export function membersOf(dictionary: DictionaryName): readonly TextsName[] {
  const columns = mappedNames.map((name) => recordColumns[name]);
  const column = columns.find((one) => one.dictionary === dictionary);
  return column !== undefined && 'members' in column ? column.members : [];
}

export function isListsName(name: DictionaryName): name is ListsName {
  return membersOf(name).length > 0;
}

/** Each dictionary of lists is after those of its items. */
export const dictionaryNames: readonly DictionaryName[] = mappedNames.flatMap((name) => {
  const { dictionary } = recordColumns[name];
  return [...membersOf(dictionary), dictionary];
});
