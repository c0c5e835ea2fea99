import { attestationId } from '../../core/formats/attestation/attestationFormat.ts';
import { keyOf } from '../../core/formats/attestation/roleKeys.ts';
import type { FormatSet } from '../../core/formats/formatSet.ts';
import type { TargetName } from '../../core/formats/targetLevels.ts';
import { fieldName, type FieldRef, type NamedField } from '../../core/query/fields.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';
import { textOf, type RecordTable } from '../columns/recordTable.ts';
import type { TupleDictionary } from '../columns/tupleDictionary.ts';
import { blockRows, idReader } from '../columns/blocks.ts';
import type { ColumnPart } from './columnPart.ts';
import { eventPart } from './eventPart.ts';
import type { ResourceIds } from './resourceIds.ts';

/** The targets of records, and how their names are taken apart. */
export interface TargetColumns {
  readonly table: RecordTable;
  readonly formats: FormatSet;
}

/** What values are taken from: the columns of the log, and what is numbered by need. */
export interface QueryColumns extends TargetColumns {
  readonly resources: ResourceIds;
}

/** The parts of a field, or undefined where its values are not in columns. */
export function columnParts(columns: QueryColumns, field: FieldRef): readonly ColumnPart[] | undefined {
  const { table } = columns;
  switch (field.kind) {
    case 'caller':
      return [callersOfType(table, field.type)];
    case 'target':
      return field.type.toLowerCase() === 'resourceid'
        ? [targetsOfType(columns, field.type), wholeResources(columns)]
        : [targetsOfType(columns, field.type)];
    case 'key':
      return keyParts(table, fieldName(field));
    case 'named':
      return namedParts(columns, field.name);
  }
}

function namedParts(columns: QueryColumns, name: NamedField): readonly ColumnPart[] | undefined {
  const { table } = columns;
  switch (name) {
    case 'operation':
      return [column(table, 'operation', table.operations)];
    case 'event':
      return [eventPart(columns, 'all')];
    case 'result':
      return [resultColumn(table)];
    case 'resultGroup':
      return [{ ...resultColumn(table), valuesOf: (id) => [table.outcomes.groupOf(id)] }];
    case 'category':
      return [
        {
          read: idReader(table.categories),
          column: table.categories,
          valuesOf: (id) => [...table.categoryLists.list(id)].map((value) => textOf(table.categoryNames, value)),
          size: () => table.categoryLists.size,
        },
      ];
    case 'caller':
      return [pairs(table, 'caller', table.callers, table.identityTypes, table.identities, () => true), labels(table)];
    case 'tenant':
      return [callersOfType(table, 'TenantId')];
    case 'target':
      return [placesOf(table, () => true), wholeResources(columns)];
    case 'instance':
      return partsOfResources(columns, 'instance');
    case 'subscription':
      return partsOfResources(columns, 'subscription');
    case 'resourceGroup':
      return partsOfResources(columns, 'resourceGroup');
    case 'region':
      return [placesOf(table, (type) => type === 'serviceregion' || type === 'resourceregion')];
    case 'role':
      return [ownOrTargets(column(table, 'cloudRole', table.cloudRoles), targetsOfType(columns, 'ServiceRole'))];
    case 'roleInstance':
      return [ownOrTargets(column(table, 'cloudRoleInstance', table.cloudRoleInstances), targetsOfType(columns, 'ServiceRoleInstance'))];
    case 'ip':
      return [column(table, 'address', table.addresses)];
    case 'description':
      return [column(table, 'description', table.descriptions)];
    case 'format':
      return [{ ...column(table, 'format', table.formats), valuesOf: (id) => [id === 0 ? attestationId : table.formats.text(id)] }];
    case 'epoch':
      return [column(table, 'epoch', table.epochs)];
    default:
      return undefined;
  }
}

function keyParts(table: RecordTable, name: string): readonly ColumnPart[] | undefined {
  switch (name) {
    case keyOf.displayName:
      return [column(table, 'displayName', table.displayNames)];
    case keyOf.serviceRole:
      return [column(table, 'cloudRole', table.cloudRoles)];
    case keyOf.serviceRoleInstance:
      return [column(table, 'cloudRoleInstance', table.cloudRoleInstances)];
    default:
      return undefined;
  }
}

type SimpleColumn =
  | 'operation'
  | 'description'
  | 'address'
  | 'displayName'
  | 'epoch'
  | 'cloudRole'
  | 'cloudRoleInstance'
  | 'subscription'
  | 'resourceGroup'
  | 'instance'
  | 'format';

/** A column of ids of one dictionary; 0 is no value. */
export function column(table: RecordTable, name: SimpleColumn, dictionary: ByteDictionary): ColumnPart {
  return {
    read: idReader(table[name]),
    column: table[name],
    valuesOf: (id) => (id === 0 ? [] : [dictionary.text(id)]),
    size: () => dictionary.size,
  };
}

export function resultColumn({ result, results, outcomes }: RecordTable): ColumnPart {
  return {
    read: idReader(result),
    column: result,
    valuesOf: (id) => {
      const text = outcomes.textOf(id);
      return text === null ? [] : [text];
    },
    size: () => results.size,
  };
}

function labels(table: RecordTable): ColumnPart {
  return {
    read: idReader(table.label),
    column: table.label,
    valuesOf: (id) => (id === 0 ? [table.labels.label(0).value, null] : [table.labels.label(id).value]),
    size: () => table.labels.size - 1,
  };
}

function callersOfType(table: RecordTable, type: string): ColumnPart {
  const folded = type.toLowerCase();
  return pairs(table, 'caller', table.callers, table.identityTypes, table.identities, (one) => one === folded);
}

/** Targets of a type, and levels of that type in the names of others. */
export function targetsOfType({ table, formats }: TargetColumns, type: string): ColumnPart {
  return { ...placesOf(table, () => true), valuesOf: (id) => formats.targetLevels.namesOfType(targetsOf(table, id), type) };
}

function placesOf(table: RecordTable, isWanted: (type: string) => boolean): ColumnPart {
  return pairs(table, 'places', table.placeLists, table.targetTypes, table.targetNames, isWanted);
}

/** Lists of pairs (type, value); types are compared in lower case. */
function pairs(
  table: RecordTable,
  name: 'caller' | 'places',
  lists: TupleDictionary,
  types: ByteDictionary,
  values: ByteDictionary,
  isWanted: (type: string) => boolean,
): ColumnPart {
  return {
    read: idReader(table[name]),
    column: table[name],
    valuesOf: (id) =>
      pairsOf(lists, id).flatMap(([type, value]) => (isWanted((textOf(types, type) ?? '').toLowerCase()) ? [textOf(values, value)] : [])),
    size: () => lists.size,
  };
}

/** The resource ids that were taken apart. */
function wholeResources({ resources }: QueryColumns): ColumnPart {
  return {
    read: resources.reader(),
    valuesOf: (id) => (id === 0 ? [] : [resources.text(id)]),
    size: () => resources.size,
    growsByReading: true,
  };
}

/** The column of Part A where the record fills it, else the targets. Its ids appears twice those of either, and odd for targets. */
function ownOrTargets(own: ColumnPart, targets: ColumnPart): ColumnPart {
  const ids = new Uint32Array(blockRows);
  return {
    read: (block) => {
      const ownIds = own.read(block);
      const targetIds = targets.read(block);
      for (let index = 0; index < block.count; index++) {
        const id = ownIds[index]!;
        ids[index] = id === 0 ? targetIds[index]! * 2 + 1 : id * 2;
      }
      return ids;
    },
    valuesOf: (id) => (id % 2 === 0 ? own : targets).valuesOf(id >>> 1),
    size: () => Math.max(own.size(), targets.size()) * 2 + 1,
  };
}

export function pairsOf(lists: TupleDictionary, id: number): readonly (readonly [type: number, value: number])[] {
  const ids = lists.list(id);
  return Array.from({ length: ids.length / 2 }, (_, index) => [ids[index * 2]!, ids[index * 2 + 1]!] as const);
}

/** The targets in a list. */
export function targetsOf({ placeLists, targetTypes, targetNames }: RecordTable, list: number): readonly TargetName[] {
  return pairsOf(placeLists, list).map(([type, value]) => ({ type: textOf(targetTypes, type), value: textOf(targetNames, value) }));
}

/** One part of the resource ids: of the first from its own column, of any others from the list of targets. */
function partsOfResources({ table, formats }: TargetColumns, part: 'subscription' | 'resourceGroup' | 'instance'): readonly ColumnPart[] {
  const dictionary = { subscription: table.subscriptions, resourceGroup: table.resourceGroups, instance: table.instances }[part];
  return [
    column(table, part, dictionary),
    { ...placesOf(table, () => true), valuesOf: (id) => formats.targetLevels.resourceParts(targetsOf(table, id), part) },
  ];
}
