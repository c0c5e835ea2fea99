import { findingCodes } from '../../core/finding/codes.ts';
import type { Severity } from '../../core/finding/codes.ts';
import type { SourceSummary, Summary } from '../../protocol/answers/snapshot.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import type { LogIndex, SourceIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { ColumnPart } from '../query/columnPart.ts';
import { column, resultColumn } from '../query/columnValues.ts';
import type { RowSet } from '../query/rowSet.ts';
import { extremesOf, formatId, momentOf, type AnswerContext } from './context.ts';
import { countGroups, countOnly } from './counting.ts';
import { addName, mostFrequent } from './frequentNames.ts';
import { summarizeTargets } from './summarizeTargets.ts';
import { callersOf, labelIds } from './profile.ts';

/** The whole log in numbers. */
export async function answerSummary(
  context: AnswerContext,
  { query, top }: Requests['summary']['params'],
  signal: AbortSignal,
): Promise<Summary> {
  const { index, results } = context;
  const work = new CooperativeTask(signal);
  const rows = await results.matching(query, signal);
  const { table } = index;
  const sources = index.sources.filter(({ failed }) => !failed);
  const { first, last } = await extremesOf(context, rows, work);
  const named = async (part: ColumnPart): Promise<ReadonlyMap<string, number>> => {
    const counts = new Map<string, number>();
    const ids = await countOnly(rows, part, work);
    await ids.forEach(work, (id, count) => part.valuesOf(id).forEach((text) => text !== null && addName(counts, text, count)));
    return counts;
  };
  const callers = new Map<string, number>();
  for (const { value, count } of await callersOf(index, await countOnly(rows, labelIds(table), work), work)) {
    addName(callers, value, count);
  }
  const targets = await summarizeTargets(context, rows, top, work);
  const targetEntries = [...targets].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    snapshot: index.snapshot,
    bytes: sources.reduce((sum, { bytes, source }) => sum + (bytes ?? source.consumed), 0),
    records: rows.count,
    sources: sources.map((source) => ({ ...summarizeSource(source), formats: formatsOf(table, source) })),
    time: {
      first: first === -1 ? null : (await momentOf(index, first))!.text,
      last: last === -1 ? null : (await momentOf(index, last))!.text,
    },
    operations: mostFrequent(await named(column(table, 'operation', table.operations)), Infinity),
    results: mostFrequent(await named(resultColumn(table)), Infinity),
    resultGroups: await countGroups(table, rows, work),
    callers: mostFrequent(callers, top),
    targets: Object.fromEntries(targetEntries.map(([type, names]) => [type, names.most])),
    distinct: {
      callers: callers.size,
      targets: Object.fromEntries(targetEntries.map(([type, names]) => [type, names.distinct])),
    },
    findings: await countFindings(index, rows, work),
  };
}

export function summarizeSource({ source, bytes, records, shape }: SourceIndex): SourceSummary {
  const { name, decodedBytes, encoding, compression } = source;
  return { name, bytes, decodedBytes, records, container: shape.name(), encoding, compression };
}

/** How many records of a source are of each format, the most frequent first. */
function formatsOf(table: RecordTable, { firstRow, records }: SourceIndex): Readonly<Record<string, number>> {
  const { format, formats } = table;
  const counts = new Uint32Array(formats.size + 1);
  for (let row = firstRow; row < firstRow + records; row++) {
    counts[format.data[row]!]!++;
  }
  const named = [...counts].flatMap((count, id) => (count === 0 ? [] : [[formatId(table, id), count] as const]));
  return mostFrequent(new Map(named), Infinity);
}

/** The findings of the rows; those of broken stretches too while nothing is filtered. */
async function countFindings(index: LogIndex, rows: RowSet, work: CooperativeTask): Promise<Summary['findings']> {
  const isWhole = rows.count === index.rows;
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  const byCode = new Map<string, number>();
  for (const [source, { findings, firstRow }] of index.sources.entries()) {
    await work.forEach(0, index.findingCounts[source] ?? 0, (finding) => {
      const record = findings.recordAt(finding);
      if (record === -1 ? isWhole : rows.has(firstRow + record)) {
        counts[findings.severityAt(finding)]++;
        addName(byCode, findings.codeAt(finding), 1);
      }
    });
  }
  return { ...counts, byCode: Object.fromEntries(findingCodes.flatMap((code) => (byCode.has(code) ? [[code, byCode.get(code)!]] : []))) };
}
