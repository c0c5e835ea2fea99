import { fieldName, type FieldRef, valueKindOf } from '../../core/query/fields.ts';
import { identityText, isCounted } from '../../core/query/wholeLog.ts';
import type { Facets, FacetValue } from '../../protocol/answers/facets.ts';
import type { Requests } from '../../protocol/requests.ts';
import { validTime } from '../columns/recordTable.ts';
import { fieldNamed } from '../query/fieldNamed.ts';
import type { RowSet } from '../query/rowSet.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';
import { totalOf } from './counting.ts';
import { countField } from './countValues.ts';
import type { ValueCounts } from './valueCounts.ts';

const maxValues = 10_000;

/** Counts the values of a field in the matching records. */
export async function answerFacets(
  context: AnswerContext,
  { query, field, limit, containing = '', isDated = false }: Requests['facets']['params'],
  signal: AbortSignal,
): Promise<Facets> {
  const { index, results } = context;
  const ref = fieldNamed(index, field);
  const rows = await results.matching(query, signal);
  const work = new CooperativeTask(signal);
  const { values: counts, uncounted } = await countField(context, ref, rows, work);
  const wanted = containing === '' ? counts : valuesContaining(counts, containing.toLowerCase());
  const values = await mostFrequent(wanted, Math.min(maxValues, Math.max(0, limit)), work);
  return {
    snapshot: index.snapshot,
    field: fieldName(ref),
    values: isDated && isCounted(ref) ? await dated(context, ref, values, rows, work) : values,
    distinct: wanted.size,
    matching: rows.count,
    ...(uncounted === 0 ? {} : { uncounted }),
  };
}

/** The values, each with what the whole log says of it, where no record has to be read for that. */
async function dated(
  { index, results }: AnswerContext,
  ref: FieldRef,
  values: readonly FacetValue[],
  matching: RowSet,
  work: CooperativeTask,
): Promise<readonly FacetValue[]> {
  const occurrences = await results.occurrences(ref, work);
  if (occurrences === undefined) {
    return values;
  }
  const { numbers, firstRows, records } = occurrences;
  return values.map((entry) => {
    const number = entry.value === null ? undefined : numbers.get(identityText(entry.value, valueKindOf(ref)));
    if (number === undefined) {
      return { ...entry, first: null };
    }
    const row = firstRows[number]!;
    const isTimed = index.table.timeState.data[row] === validTime;
    return {
      ...entry,
      first: isTimed ? String(index.table.ticksAt(row)) : null,
      inLog: records[number]!,
      isFirst: matching.has(row),
    };
  });
}

/** @param text In lower case. */
function valuesContaining(counts: ValueCounts, text: string): ValueCounts {
  return new Map([...counts].filter(([value]) => value?.toLowerCase().includes(text)));
}

/** The most frequent values first, ties by value. */
export async function mostFrequent(counts: ValueCounts, limit: number, work: CooperativeTask): Promise<readonly FacetValue[]> {
  const best: FacetValue[] = [];
  const cut = (): void => {
    best.sort((left, right) => right.count - left.count || compareText(left.value, right.value));
    best.length = Math.min(best.length, limit);
  };
  for (const [value, groups] of counts) {
    best.push({ value, groups, count: totalOf(groups) });
    // Never are more than a few sorted at once, however many there are.
    if (best.length >= 2 * limit + maxValues) {
      cut();
      await work.pause();
    }
  }
  cut();
  return best;
}

function compareText(left: string | null, right: string | null): number {
  return left === right ? 0 : left === null ? 1 : right === null ? -1 : left < right ? -1 : 1;
}
