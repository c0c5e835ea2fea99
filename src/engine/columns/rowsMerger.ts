import { IdMap } from './idMap.ts';
import { idColumns, type RecordTable } from './recordTable.ts';
import type { TableRows } from './tableRows.ts';
import { dictionaries, type DictionaryName, type TableValues } from './tableValues.ts';
import type { TupleDictionary } from './tupleDictionary.ts';

/** The dictionary that each column's ids belong to. Labels follow from other columns. */
const dictionaryOf: Readonly<Record<Exclude<(typeof idColumns)[number], 'label'>, DictionaryName>> = {
  operation: 'operations',
  result: 'results',
  description: 'descriptions',
  categories: 'categoryLists',
  caller: 'callers',
  address: 'addresses',
  displayName: 'displayNames',
  places: 'placeLists',
  resourceForm: 'resourceForms',
  subscription: 'subscriptions',
  resourceGroup: 'resourceGroups',
  instance: 'instances',
  epoch: 'epochs',
  cloudRole: 'cloudRoles',
  cloudRoleInstance: 'cloudRoleInstances',
  format: 'formats',
};

/** Brings the rows of one other table into ours, part by part, with our ids in place of theirs. */
export class RowsMerger {
  private readonly table: RecordTable;
  private readonly maps: ReadonlyMap<DictionaryName, IdMap>;

  constructor(table: RecordTable) {
    this.table = table;
    const maps = new Map<DictionaryName, IdMap>();
    for (const name of dictionaries) {
      const dictionary = table[name];
      const intern = (bytes: Uint8Array, start: number, end: number): number =>
        'list' in dictionary
          ? internList(dictionary, bytes.slice(start, end), membersOf(name, maps))
          : dictionary.intern(bytes, start, end);
      maps.set(name, new IdMap(intern));
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

  /** Appends rows, whose lines are counted on from `line`. */
  append(rows: TableRows, line: number): void {
    const { table } = this;
    const first = table.length;
    table.append(rows, line);
    idColumns.forEach((name, index) => {
      if (name !== 'label') {
        this.maps.get(dictionaryOf[name])!.append(table[name], rows.ids[index]!);
      }
    });
    for (let row = first; row < table.length; row++) {
      table.label.push(table.labels.of(table.caller.data[row]!, table.displayName.data[row]!));
    }
  }
}

/** What the ids in the lists of a dictionary are ids of, in turns. */
function membersOf(name: DictionaryName, maps: ReadonlyMap<DictionaryName, IdMap>): readonly IdMap[] {
  switch (name) {
    case 'categoryLists':
      return [maps.get('categoryNames')!];
    case 'callers':
      return [maps.get('identityTypes')!, maps.get('identities')!];
    case 'placeLists':
      return [maps.get('targetTypes')!, maps.get('targetNames')!];
    default:
      return [];
  }
}

function internList(lists: TupleDictionary, bytes: Uint8Array, members: readonly IdMap[]): number {
  lists.begin();
  new Uint32Array(bytes.buffer).forEach((id, place) => lists.push(members[place % members.length]!.of(id)));
  return lists.intern();
}
