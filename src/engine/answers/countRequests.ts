import type { FieldRef } from '../../core/query/fields.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/visitRecords.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { groupsOfRow } from '../columns/blockTimes.ts';
import type { RowSet } from '../query/rowSet.ts';
import { valuesOfRow } from '../query/valuesOfRow.ts';
import { Counts, oneOfGroup, type ValueCounts } from './valueCounts.ts';

const request: FieldRef = { kind: 'named', name: 'request' };

/** How the key ends in the spellings of all writers. */
const keyEnd = 'equestId"';

/** A character for each byte. */
const bytewise = new TextDecoder('latin1');

/**
 * Counts requests, of which only a hash is in a column: that says which records have none. Of the others the value is cut out
 * of the record's bytes where there can be no doubt that it is the right one, and only the rest is decoded.
 */
export async function countRequests(index: LogIndex, rows: RowSet, work: CooperativeTask): Promise<ValueCounts> {
  const counts = new Counts();
  const { table } = index;
  const groupOf = groupsOfRow(table);
  const all = rows.slice(0, rows.count);
  let left = 0;
  await work.forEach(0, all.length, (place) => {
    const row = all[place]!;
    if (table.request.data[row] === 0) {
      counts.add(null, oneOfGroup[groupOf(row)]!);
    } else {
      all[left++] = row;
    }
  });
  await visitRecords(index, all.subarray(0, left), work.signal, (row, bytes) => {
    const value = plainRequest(bytes) ?? valuesOfRow(index, row, bytes).values(request)[0] ?? null;
    counts.add(value, oneOfGroup[groupOf(row)]!);
  });
  return counts.values;
}

/**
 * The request of a record that has one; undefined if the record must be decoded. Without a backslash every key is there as it
 * is: if the end of this one is there once, it is the record's own and not that of an object within.
 */
function plainRequest(bytes: Uint8Array): string | undefined {
  const text = bytewise.decode(bytes);
  const at = text.indexOf(keyEnd);
  if (at === -1 || text.includes('\\') || text.includes(keyEnd, at + 1)) {
    return undefined;
  }
  const after = at + keyEnd.length;
  const start = /^[ \t\r\n]*:[ \t\r\n]*"/.exec(text.slice(after, after + 16))?.[0].length;
  const end = text.indexOf('"', after + (start ?? 0));
  const value = bytes.subarray(after + (start ?? 0), end);
  // A part of the text would keep all of it in memory.
  return start === undefined || value.some((byte) => byte >= 0x80) ? undefined : bytewise.decode(value);
}
