import type { Firsts, FirstValue } from '../../protocol/answers/firsts.ts';
import type { Requests } from '../../protocol/requests.ts';
import { identityText } from '../../core/query/wholeLog.ts';
import { valueKindOf, type FieldRef } from '../../core/query/fields.ts';
import { validTime } from '../columns/recordTable.ts';
import { numberReader, rowAt } from '../columns/blocks.ts';
import type { LogIndex } from '../index/logIndex.ts';
import type { ColumnPart } from '../query/columnPart.ts';
import { fieldNamed } from '../query/fieldNamed.ts';
import type { RowSet } from '../query/rowSet.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { fieldParts } from './fieldParts.ts';

interface First {
  readonly field: string;
  readonly ref: FieldRef;
  readonly value: string;
  readonly row: number;
}

/** The first matching record with each value of some fields: the `limit` newest of these. */
export async function answerFirsts(
  context: AnswerContext,
  { query, fields, limit }: Requests['firsts']['params'],
  signal: AbortSignal,
): Promise<Firsts> {
  const { index, results } = context;
  const work = new CooperativeTask(signal);
  const matching = await results.matching(query, signal);
  const firsts: First[] = [];
  for (const field of new Set(fields)) {
    const ref = fieldNamed(index, field);
    const { parts, rows } = await fieldParts(context, ref, matching, work);
    for (const [value, row] of await firstRows(index, parts, rows, work)) {
      firsts.push({ field, ref, value, row });
    }
  }
  // Those of one record stay in the order in which fields were asked for.
  firsts.sort((left, right) => newestFirst(index, left.row, right.row));
  const values: FirstValue[] = [];
  for (const first of firsts.slice(0, limit)) {
    values.push(await shown(context, first, work));
  }
  return { snapshot: index.snapshot, values, total: firsts.length };
}

/** By value the first row that has it. */
async function firstRows(
  index: LogIndex,
  parts: readonly ColumnPart[],
  rows: RowSet,
  work: CooperativeTask,
): Promise<ReadonlyMap<string, number>> {
  const byValue = new Map<string, number>();
  const readTime = numberReader(index.table.time);
  for (const part of parts) {
    const byId = new Map<number, { row: number; time: number }>();
    await rows.visitBlocks(work, (block) => {
      const [ids, times] = [part.read(block), readTime(block)];
      for (let place = 0; place < block.count; place++) {
        const known = byId.get(ids[place]!);
        const time = Number.isNaN(times[place]!) ? Infinity : times[place]!;
        if (known === undefined || time < known.time || (time === known.time && isEarlier(index, rowAt(block, place), known.row))) {
          byId.set(ids[place]!, { row: rowAt(block, place), time });
        }
      }
    });
    for (const [id, { row }] of byId) {
      for (const value of part.valuesOf(id)) {
        const known = value === null ? undefined : byValue.get(value);
        if (value !== null && (known === undefined || isEarlier(index, row, known))) {
          byValue.set(value, row);
        }
      }
      await work.pause();
    }
  }
  return byValue;
}

/** In the order of time, then of the file. Rows without a valid time come last. */
function isEarlier({ table }: LogIndex, row: number, other: number): boolean {
  const [isTimed, isOtherTimed] = [row, other].map((one) => table.timeState.data[one] === validTime);
  const order = isTimed && isOtherTimed ? table.compareTimes(row, other) : Number(isOtherTimed) - Number(isTimed);
  return order === 0 ? row < other : order < 0;
}

function newestFirst(index: LogIndex, left: number, right: number): number {
  const { timeState } = index.table;
  const [isLeftTimed, isRightTimed] = [left, right].map((row) => timeState.data[row] === validTime);
  return isLeftTimed === isRightTimed
    ? left === right
      ? 0
      : isEarlier(index, left, right)
        ? 1
        : -1
    : Number(isRightTimed) - Number(isLeftTimed);
}

async function shown({ index, results }: AnswerContext, { field, ref, value, row }: First, work: CooperativeTask): Promise<FirstValue> {
  const occurrences = await results.occurrences(ref, work);
  const number = occurrences?.numbers.get(identityText(value, valueKindOf(ref)));
  const isTimed = index.table.timeState.data[row] === validTime;
  return {
    field,
    value,
    ref: index.refOf(row),
    time: isTimed ? String(index.table.ticksAt(row)) : null,
    ...(occurrences === undefined || number === undefined ? {} : { isFirstInLog: occurrences.firstRows[number] === row }),
  };
}
