import { isHeartbeat } from '../../core/record/operations.ts';
import { ticksPerSecond } from '../../core/record/ticks.ts';
import { textOf, validTime } from '../columns/recordTable.ts';
import type { LogIndex } from './logIndex.ts';
import { addRowFinding, recordNumber } from './sequences.ts';

/** How many of the records that follow within a second are compared: more would be slow on a log of one instant. */
const neighbours = 8;

/**
 * Finds records that tell the same event as one less than a second before: equal in operation, result, description, caller,
 * address, targets and request, with another sequence number. Heartbeats repeat by nature and do not count.
 */
export function findDoubleLogging(index: LogIndex): void {
  const { table } = index;
  const rows = Uint32Array.from({ length: index.rows }, (_, row) => row).filter(
    (row) => table.timeState.data[row] === validTime && !isHeartbeat(textOf(table.operations, table.operation.data[row]!) ?? ''),
  );
  rows.sort((left, right) => table.compareTimes(left, right) || left - right);
  for (let place = 1; place < rows.length; place++) {
    const row = rows[place]!;
    for (let back = 1; back <= neighbours && back <= place; back++) {
      const other = rows[place - back]!;
      if (Number(table.ticksAt(row) - table.ticksAt(other)) >= ticksPerSecond) {
        break;
      }
      if (tellsTheSame(index, row, other)) {
        const [first, second] = row < other ? [row, other] : [other, row];
        addRowFinding(index, second, 'sequence.doubleLogging', [recordNumber(index, first)], first);
        break;
      }
    }
  }
}

function tellsTheSame({ table }: LogIndex, left: number, right: number): boolean {
  const columns = [
    table.operation,
    table.result,
    table.description,
    table.categories,
    table.caller,
    table.displayName,
    table.address,
    table.places,
    table.resourceForm,
    table.subscription,
    table.resourceGroup,
    table.instance,
    table.request,
  ];
  return table.sequence.data[left] !== table.sequence.data[right] && columns.every(({ data }) => data[left] === data[right]);
}
