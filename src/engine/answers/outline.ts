import { ticksPerDay, ticksPerHour } from '../../core/record/ticks.ts';
import type { Outline, OutlineGroup, OutlineRecord, OutlineUnit } from '../../protocol/answers/text.ts';
import type { Requests } from '../../protocol/requests.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitTogether } from '../index/visitTogether.ts';
import { BadRequest } from '../query/badRequest.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { lastRowUpTo } from './lastRowUpTo.ts';
import { Places } from './places.ts';
import { describeRow } from './rows.ts';

/** More groups are no outline. */
const maxGroups = 1000;
/** Of records that have no order of time so many are a group, or more where there would be too many groups. */
const groupSize = 1000;

/** Records that are described before others have their turn: a few milliseconds of work. */
const recordsAtOnce = 100;

/** The rows of a source that an answer looks at: the first, and the one after the last. */
interface Rows {
  readonly first: number;
  readonly end: number;
}

/** The records of a source around a line, and groups of all of them. */
export async function answerOutline(
  { index }: AnswerContext,
  { source, line, limit }: Requests['outline']['params'],
  signal: AbortSignal,
): Promise<Outline> {
  const opened = index.sources[source];
  if (opened === undefined) {
    throw new BadRequest({ code: 'engine.noSource', args: [] });
  }
  const work = new CooperativeTask(signal);
  const rows = { first: opened.firstRow, end: Math.min(opened.firstRow + opened.records, index.rows) };
  const { table } = index;
  const places = new Places(index);
  const { unit, starts } = await groupStarts(index, rows, work);
  const at = lastRowUpTo(index, source, (row) => table.line.data[row]! > line + 1) ?? rows.first;
  const first = Math.max(rows.first, Math.min(at - Math.floor(limit / 2), rows.end - limit));
  const described = Uint32Array.from({ length: Math.min(limit, rows.end - first) }, (_, place) => first + place);
  return {
    snapshot: index.snapshot,
    unit,
    groups: await groupsOf(index, places, { rows, unit, starts }, work),
    records: await recordsOf(index, places, described, work),
    total: rows.end - rows.first,
  };
}

/** The first row of each group: by hours if these are few, else by days, else by numbers. */
async function groupStarts(index: LogIndex, rows: Rows, work: CooperativeTask) {
  for (const unit of ['hour', 'day'] as const) {
    const starts = await startsByTime(index, rows, unit, work);
    if (starts !== undefined) {
      return { unit, starts };
    }
  }
  const count = rows.end - rows.first;
  const size = Math.max(groupSize, Math.ceil(count / maxGroups));
  return { unit: 'count' as const, starts: Array.from({ length: Math.ceil(count / size) }, (_, group) => rows.first + group * size) };
}

/** Undefined where there are too many groups. A row without a valid time belongs to the group before it. */
async function startsByTime(
  { table }: LogIndex,
  rows: Rows,
  unit: 'hour' | 'day',
  work: CooperativeTask,
): Promise<readonly number[] | undefined> {
  const length = BigInt(ticksPer(unit));
  const starts: number[] = rows.first < rows.end ? [rows.first] : [];
  let current: bigint | undefined;
  await work.forEach(rows.first, rows.end, (row) => {
    if (table.timeState.data[row] === validTime && starts.length <= maxGroups) {
      const own = table.ticksAt(row) / length;
      if (current !== undefined && own !== current) {
        starts.push(row);
      }
      current = own;
    }
  });
  return starts.length > maxGroups ? undefined : starts;
}

function ticksPer(unit: 'hour' | 'day'): number {
  return unit === 'hour' ? ticksPerHour : ticksPerDay;
}

async function groupsOf(
  index: LogIndex,
  places: Places,
  { rows, unit, starts }: { readonly rows: Rows; readonly unit: OutlineUnit; readonly starts: readonly number[] },
  work: CooperativeTask,
): Promise<readonly OutlineGroup[]> {
  const groups: OutlineGroup[] = [];
  for (const [number, start] of starts.entries()) {
    const end = starts[number + 1] ?? rows.end;
    const first = await places.ofRecord(index.refOf(start));
    const last = await places.ofRecord(index.refOf(end - 1));
    if (first !== null && last !== null) {
      const range = { ...first, endLine: last.endLine, endColumn: last.endColumn };
      groups.push({ first: start - rows.first, count: end - start, from: beginOf(index, start, end, unit), range });
    }
    await work.pause();
  }
  return groups;
}

/** The hour or day of the first row with a valid time. */
function beginOf({ table }: LogIndex, start: number, end: number, unit: OutlineUnit): string | null {
  const timed = table.timeState.data.subarray(start, end).indexOf(validTime);
  if (unit === 'count' || timed === -1) {
    return null;
  }
  const length = BigInt(ticksPer(unit));
  return String((table.ticksAt(start + timed) / length) * length);
}

async function recordsOf(index: LogIndex, places: Places, rows: Uint32Array, work: CooperativeTask): Promise<readonly OutlineRecord[]> {
  const records: OutlineRecord[] = [];
  for (let from = 0; from < rows.length; from += recordsAtOnce) {
    const described: Omit<OutlineRecord, 'range'>[] = [];
    await visitTogether(index, rows.subarray(from, from + recordsAtOnce), work.signal, (row, bytes) => {
      const { ref, sentence, time, group } = describeRow(index, row, bytes);
      described.push({ ref, sentence, time, group });
    });
    for (const record of described) {
      const range = await places.ofRecord(record.ref);
      if (range !== null) {
        records.push({ ...record, range });
      }
    }
    await work.pause();
  }
  return records;
}
