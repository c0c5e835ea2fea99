import { isHeartbeat } from '../../core/formats/attestation/events.ts';
import { ticksPerSecond } from '../../core/record/ticks.ts';
import { textOf, validTime } from '../columns/recordTable.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { itemsWhere, radixSort, type KeyPart } from '../collections/radixSort.ts';
import { addRelation } from './addRelation.ts';

/** How many of the records that follow within a second are compared: more would be slow on a log of one instant. */
export const neighbours = 8;

/**
 * Finds records that report the same event as one less than a second before: equal in operation, result, description, caller,
 * address, targets and request, with another sequence number. Heartbeats repeat by nature and do not count;
 * neither do records that have an id, of which each is another one or a duplicate.
 */
export async function findDoubleLogging(index: LogIndex, work: CooperativeTask): Promise<void> {
  const rows = await radixSort(await itemsWhere(index.rows, regularity(index), work), timeParts(index), work);
  await relateDoubles(index, rows, 1, work);
}

/** Whether rows have a valid time, no id, and are no heartbeats. */
export function regularity({ table }: LogIndex): (row: number) => boolean {
  const heartbeats: boolean[] = [];
  const operations = table.operation.data;
  return (row) => {
    const operation = operations[row]!;
    const isNameless = table.timeState.data[row] === validTime && table.recordId.at(row) === 0;
    return isNameless && !(heartbeats[operation] ??= isHeartbeat(textOf(table.operations, operation) ?? ''));
  };
}

/** Looks at regular rows in the order of their times, from a place on: each is compared with those before it. */
export async function relateDoubles(index: LogIndex, rows: ArrayLike<number>, from: number, work: CooperativeTask): Promise<void> {
  const saysTheSame = comparison(index);
  await work.forEach(from, rows.length, (place) => {
    const row = rows[place]!;
    for (let back = 1; back <= neighbours && back <= place; back++) {
      const other = rows[place - back]!;
      if (!isWithinSecond(index, other, row)) {
        break;
      }
      if (saysTheSame(row, other)) {
        addRelation(index, Math.max(row, other), 'sequence.doubleLogging', Math.min(row, other));
        break;
      }
    }
  });
}

/** The times of rows as parts of a key, exact to the tick. */
function timeParts({ table }: LogIndex): readonly KeyPart[] {
  const times = table.time.data;
  const unit = 2 ** 32;
  return table.timesAreNear
    ? [(row) => times[row]! - Math.floor(times[row]! / unit) * unit, (row) => Math.floor(times[row]! / unit) + 2 ** 31]
    : [(row) => Number(BigInt.asUintN(32, table.ticksAt(row))), (row) => Number(table.ticksAt(row) >> 32n)];
}

/** Whether a row lies less than a second after another one. */
function isWithinSecond({ table }: LogIndex, other: number, row: number): boolean {
  const distance = table.timesAreNear ? table.time.data[row]! - table.time.data[other]! : Number(table.ticksAt(row) - table.ticksAt(other));
  return distance < ticksPerSecond;
}

function comparison({ table }: LogIndex): (left: number, right: number) => boolean {
  const columns = [
    table.request,
    table.operation,
    table.caller,
    table.result,
    table.description,
    table.categories,
    table.displayName,
    table.address,
    table.places,
    table.resourceForm,
    table.subscription,
    table.resourceGroup,
    table.instance,
  ].map(({ data }) => data);
  const numbers = table.sequence.data;
  return (left, right) => {
    if (numbers[left] === numbers[right]) {
      return false;
    }
    for (const column of columns) {
      if (column[left] !== column[right]) {
        return false;
      }
    }
    return true;
  };
}
