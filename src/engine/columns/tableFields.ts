import { ByteDictionary } from './byteDictionary.ts';
import type { Expectation } from './column.ts';
import {
  byColumn,
  type ColumnName,
  dictionaryNames,
  isListsName,
  recordColumns,
  type ListsName,
  type StoredColumns,
  type TextsName,
} from './recordColumns.ts';
import { TupleDictionary } from './tupleDictionary.ts';

/** The dictionaries that the ids of columns belong to. */
export type Dictionaries = Readonly<Record<TextsName, ByteDictionary> & Record<ListsName, TupleDictionary>>;

/** @param seed Seeds the hash tables; random in use, fixed in tests. */
export function newDictionaries(seed: number): Dictionaries {
  const made = dictionaryNames.map((name) => [name, isListsName(name) ? new TupleDictionary(seed) : new ByteDictionary(seed)] as const);
  return Object.fromEntries(made) as Dictionaries;
}

type Makers = { readonly [Name in ColumnName]: { readonly kind: { make(expectation: Expectation): StoredColumns[Name] } } };

export function newColumns(expectation: Expectation): StoredColumns {
  const makers: Makers = recordColumns;
  return byColumn<StoredColumns>((name) => makers[name].kind.make(expectation));
}

/** Columns and dictionaries as fields, under their names. */
class Fields {
  protected readonly columns: StoredColumns;

  constructor(columns: StoredColumns, dictionaries: Dictionaries) {
    this.columns = columns;
    for (const [name, value] of Object.entries({ ...columns, ...dictionaries })) {
      // So many assignments would make an object whose fields are looked up by name each time.
      Object.defineProperty(this, name, { value, enumerable: true });
    }
  }
}

export const TableFields = Fields as new (columns: StoredColumns, dictionaries: Dictionaries) => Fields & StoredColumns & Dictionaries;
