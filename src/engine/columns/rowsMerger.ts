import { IdMap } from './idMap.ts';
import {
  dictionaryNames,
  isListsName,
  mappedNames,
  membersOf,
  recordColumns,
  type ColumnParts,
  type CountedName,
  type DictionaryName,
  type ListsName,
  type MappedName,
} from './recordColumns.ts';
import type { RecordTable } from './recordTable.ts';
import type { TableRows } from './tableRows.ts';
import type { TableValues } from './tableValues.ts';

/** Translates batches of rows whose ids are another table's, part by part, into rows of ours. */
export class RowsMerger {
  private readonly table: RecordTable;
  private readonly maps: ReadonlyMap<DictionaryName, IdMap>;

  constructor(table: RecordTable) {
    this.table = table;
    const maps = new Map<DictionaryName, IdMap>();
    for (const name of dictionaryNames) {
      maps.set(
        name,
        isListsName(name) ? this.mapOfLists(name, maps) : new IdMap((bytes, start, end) => table[name].intern(bytes, start, end)),
      );
    }
    this.maps = maps;
  }

  /** Takes the values that the other table has come to know since the last call: before the rows that hold them. */
  report(values: TableValues): void {
    for (const [name, map] of this.maps) {
      map.report(values[name]);
    }
  }

  /** Numbers the values that were reported last: before the first of the rows that came with them. */
  number(): void {
    for (const map of this.maps.values()) {
      map.lookUp();
    }
  }

  /** The rows with our ids, their lines counted on from `line`. */
  translate({ count, columns }: TableRows, line: number): TableRows {
    const translated = mappedNames.map((name) => [name, this.maps.get(recordColumns[name].dictionary)!.translate(columns[name])]);
    const mapped = Object.fromEntries(translated) as Pick<ColumnParts, MappedName>;
    const counted: Pick<ColumnParts, CountedName> = { line: columns.line.map((one) => one + line - 1) };
    return { count, columns: { ...columns, ...mapped, ...counted } };
  }

  private mapOfLists(name: ListsName, maps: ReadonlyMap<DictionaryName, IdMap>): IdMap {
    const lists = this.table[name];
    const members = membersOf(name).map((member) => maps.get(member)!);
    return new IdMap((bytes, start, end) => {
      lists.begin();
      new Uint32Array(bytes.slice(start, end).buffer).forEach((id, place) => lists.push(members[place % members.length]!.of(id)));
      return lists.intern();
    });
  }
}
