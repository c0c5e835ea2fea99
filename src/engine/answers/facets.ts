import type { ResultGroup } from '../../core/record/results.ts';
import { fieldName, resolveField, type FieldRef } from '../../core/query/fields.ts';
import type { Facets, FacetValue } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { visitRecords } from '../index/recordTexts.ts';
import { columnParts, type ColumnPart } from '../query/columnValues.ts';
import { valuesOfRow } from '../query/valuesOfRow.ts';
import { BadRequest } from '../query/results.ts';
import { noCounts, resultGroupsOf, type AnswerContext } from './context.ts';

/** Counts the values of a field in the matching records. */
export async function answerFacets(
  context: AnswerContext,
  { query, field, limit }: Questions['facets']['params'],
  signal: AbortSignal,
): Promise<Facets> {
  const { index, results } = context;
  const ref = resolveField(field);
  if (ref === undefined) {
    throw new BadRequest(`There is no field “${field}”.`);
  }
  const rows = await results.matching(query, signal);
  const counts = await countValues(index, ref, rows, signal);
  const values = sortedValues(counts);
  return {
    snapshot: index.snapshot,
    field: fieldName(ref),
    values: values.slice(0, Math.min(10_000, Math.max(0, limit))),
    distinct: values.length,
    matching: rows.length,
  };
}

type Counts = Map<string | null, Record<ResultGroup, number>>;

/** The most frequent values first, ties by value. */
export function sortedValues(counts: Counts): readonly FacetValue[] {
  return [...counts]
    .map(([value, groups]) => ({ value, groups, count: groups.success + groups.clientError + groups.failure + groups.other }))
    .sort((left, right) => right.count - left.count || compareText(left.value, right.value));
}

/** Counts each distinct value once a record; null stands for records without a value. */
export async function countValues(index: LogIndex, field: FieldRef, rows: Uint32Array, signal: AbortSignal): Promise<Counts> {
  const counts: Counts = new Map();
  const groupOf = resultGroupsOf(index);
  const add = (value: string | null, group: ResultGroup, times = 1): void => {
    let groups = counts.get(value);
    if (groups === undefined) {
      counts.set(value, (groups = noCounts()));
    }
    groups[group] += times;
  };
  const addRow = (row: number, values: readonly (string | null)[]): void => {
    for (const value of values.length === 0 ? [null] : new Set(values)) {
      add(value, groupOf(row));
    }
  };
  const isCaller = field.kind === 'named' && field.name === 'caller';
  const parts = isCaller ? [labelPart(index)] : columnParts(index.table, field);
  if (parts?.length === 1) {
    for (const [id, groups] of countIds(rows, parts[0]!, groupOf)) {
      const values = parts[0]!.valuesOf(id);
      for (const value of values.length === 0 ? [null] : new Set(values)) {
        for (const [group, times] of Object.entries(groups) as [ResultGroup, number][]) {
          add(value, group, times);
        }
      }
    }
  } else if (parts !== undefined) {
    for (const row of rows) {
      addRow(
        row,
        parts.flatMap((part) => part.valuesOf(part.idAt(row))),
      );
    }
  } else {
    await visitRecords(index, rows, signal, (row, bytes) => {
      addRow(row, valuesOfRow(index, row, bytes).values(field));
    });
  }
  return counts;
}

/** Callers are counted by how they are called. */
function labelPart({ table }: LogIndex): ColumnPart {
  return {
    idAt: (row) => table.label.data[row]!,
    valuesOf: (id) => [table.labels.label(id).value],
    size: () => table.labels.size,
  };
}

export function countIds(
  rows: Uint32Array,
  part: Pick<ColumnPart, 'idAt'>,
  groupOf: (row: number) => ResultGroup,
): ReadonlyMap<number, Record<ResultGroup, number>> {
  const counts = new Map<number, Record<ResultGroup, number>>();
  for (const row of rows) {
    const id = part.idAt(row);
    let groups = counts.get(id);
    if (groups === undefined) {
      counts.set(id, (groups = noCounts()));
    }
    groups[groupOf(row)]++;
  }
  return counts;
}

function compareText(left: string | null, right: string | null): number {
  return left === right ? 0 : left === null ? 1 : right === null ? -1 : left < right ? -1 : 1;
}
