import type { DictionaryEntries } from './byteDictionary.ts';
import { dictionaryNames, type DictionaryName } from './recordColumns.ts';
import type { Dictionaries } from './tableFields.ts';

/** Values that a table has come to know, as plain data. */
export type TableValues = Readonly<Record<DictionaryName, DictionaryEntries>>;

/** Reports the values of a table part by part, each value once. */
export class NewValues {
  private readonly table: Dictionaries;
  private readonly reported = new Map<DictionaryName, number>();

  constructor(table: Dictionaries) {
    this.table = table;
  }

  /** The values that have come since the last call. */
  take(): TableValues {
    const taken = dictionaryNames.map((name): [DictionaryName, DictionaryEntries] => {
      const entries = this.table[name].entriesAfter(this.reported.get(name) ?? 0);
      this.reported.set(name, this.table[name].size);
      return [name, entries];
    });
    return Object.fromEntries(taken) as TableValues;
  }
}
