import type { DictionaryEntries } from './byteDictionary.ts';
import type { RecordTable } from './recordTable.ts';

/** Dictionaries of a table. */
export const dictionaries = [
  'operations',
  'results',
  'descriptions',
  'categoryNames',
  'categoryLists',
  'identityTypes',
  'identities',
  'callers',
  'addresses',
  'displayNames',
  'targetTypes',
  'targetNames',
  'placeLists',
  'resourceForms',
  'subscriptions',
  'resourceGroups',
  'instances',
  'epochs',
  'cloudRoles',
  'cloudRoleInstances',
  'formats',
] as const;

export type DictionaryName = (typeof dictionaries)[number];

/** Values that a table has come to know, as plain data. */
export type TableValues = Readonly<Record<DictionaryName, DictionaryEntries>>;

/** Reports the values of a table part by part, each value once. */
export class NewValues {
  private readonly table: RecordTable;
  private readonly reported = new Map<DictionaryName, number>();

  constructor(table: RecordTable) {
    this.table = table;
  }

  /** The values that have come since the last call. */
  take(): TableValues {
    const taken = dictionaries.map((name): [DictionaryName, DictionaryEntries] => {
      const entries = this.table[name].entriesAfter(this.reported.get(name) ?? 0);
      this.reported.set(name, this.table[name].size);
      return [name, entries];
    });
    return Object.fromEntries(taken) as TableValues;
  }
}
