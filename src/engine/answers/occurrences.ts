import { valueKindOf, type FieldRef } from '../../core/query/fields.ts';
import { parseQuery } from '../../core/query/parseQuery.ts';
import { identityText } from '../../core/query/wholeLog.ts';
import type { Occurrence, Occurrences } from '../../protocol/answers/occurrences.ts';
import type { Requests } from '../../protocol/requests.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { extremesOf, type AnswerContext } from './context.ts';

/** How many records of the whole log each filter finds, and the first of them. Rejects with `BadRequest` if a filter is at fault. */
export async function answerOccurrences(
  context: AnswerContext,
  { filters, isLast = false }: Requests['occurrences']['params'],
  signal: AbortSignal,
): Promise<Occurrences> {
  const work = new CooperativeTask(signal);
  const values: Occurrence[] = [];
  for (const filter of filters) {
    const counted = isLast ? undefined : await countedValue(context, filter, work);
    values.push(counted ?? (await foundRecords(context, filter, isLast, work)));
  }
  return { snapshot: context.index.snapshot, values };
}

/** Of a filter that is one operation or caller: what the functions of the filter language know, without looking at a record again. */
async function countedValue({ index, results }: AnswerContext, filter: string, work: CooperativeTask): Promise<Occurrence | undefined> {
  const term = parseQuery(filter, index.formats.documentedNames);
  if (!term.ok || term.query.kind !== 'field' || term.query.matcher.kind !== 'equals' || !hasFewValues(term.query.field)) {
    return undefined;
  }
  const { field, matcher } = term.query;
  const occurrences = await results.occurrences(field, work);
  const number = occurrences?.numbers.get(identityText(matcher.value, valueKindOf(field)));
  return occurrences === undefined || number === undefined
    ? undefined
    : { filter, records: occurrences.records[number]!, first: firstRecord(index, occurrences.firstRows[number]!) };
}

/** Counting keeps all values of a field. There can be as many targets as records. */
function hasFewValues(field: FieldRef): boolean {
  return field.kind === 'named' ? field.name === 'operation' || field.name === 'caller' : field.kind === 'caller';
}

async function foundRecords(context: AnswerContext, filter: string, isLast: boolean, work: CooperativeTask): Promise<Occurrence> {
  const rows = await context.results.matching(filter, work.signal);
  if (rows.count === 0) {
    return { filter, records: 0, first: null, ...(isLast && { last: null }) };
  }
  const { first, last } = await extremesOf(context, rows, work);
  return {
    filter,
    records: rows.count,
    first: firstRecord(context.index, first === -1 ? rows.at(0) : first),
    ...(isLast && { last: firstRecord(context.index, last === -1 ? rows.at(rows.count - 1) : last) }),
  };
}

function firstRecord(index: LogIndex, row: number): Occurrence['first'] {
  const isTimed = index.table.timeState.data[row] === validTime;
  return { ref: index.refOf(row), time: isTimed ? String(index.table.ticksAt(row)) : null };
}
