import { findingCodes } from '../../core/findings/codes.ts';
import type { Severity, SourceSummary, Summary } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import type { ByteDictionary } from '../columns/byteDictionary.ts';
import { textOf } from '../columns/recordTable.ts';
import type { LogIndex, SourceIndex } from '../index/logIndex.ts';
import { LongWork } from '../longWork.ts';
import { idReader } from '../query/blocks.ts';
import { column, pairsOf } from '../query/columnValues.ts';
import type { RowSet } from '../query/rowSet.ts';
import { extremesOf, momentOf, type AnswerContext } from './context.ts';
import { countGroups, countOnly } from './counting.ts';
import { callersOf, labelIds } from './profile.ts';

/** The whole log in numbers. */
export async function answerSummary(
  context: AnswerContext,
  { query, top }: Questions['summary']['params'],
  signal: AbortSignal,
): Promise<Summary> {
  const { index, results } = context;
  const work = new LongWork(signal);
  const rows = await results.matching(query, signal);
  const { table } = index;
  const sources = index.sources.filter(({ failed }) => !failed);
  const { first, last } = await extremesOf(context, rows, work);
  const named = async (name: 'operation' | 'result', dictionary: ByteDictionary): Promise<ReadonlyMap<string, number>> => {
    const counts = new Map<string, number>();
    const ids = await countOnly(rows, column(table, name, dictionary), work);
    await ids.forEach(work, (id, count) => id !== 0 && add(counts, dictionary.text(id), count));
    return counts;
  };
  const callers = new Map<string, number>();
  for (const { value, count } of await callersOf(index, await countOnly(rows, labelIds(table), work), work)) {
    add(callers, value, count);
  }
  const targets = await targetsOf(context, rows, work);
  const targetEntries = [...targets].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    snapshot: index.snapshot,
    bytes: sources.reduce((sum, { bytes, source }) => sum + (bytes ?? source.consumed), 0),
    records: rows.count,
    sources: sources.map(summarizeSource),
    time: {
      first: first === -1 ? null : (await momentOf(index, first))!.text,
      last: last === -1 ? null : (await momentOf(index, last))!.text,
    },
    operations: mostFrequent(await named('operation', table.operations), Infinity),
    results: mostFrequent(await named('result', table.results), Infinity),
    resultGroups: await countGroups(table, rows, work),
    callers: mostFrequent(callers, top),
    targets: Object.fromEntries(targetEntries.map(([type, names]) => [type, mostFrequent(names, top)])),
    distinct: {
      callers: callers.size,
      targets: Object.fromEntries(targetEntries.map(([type, names]) => [type, names.size])),
    },
    findings: await countFindings(index, rows, work),
  };
}

export function summarizeSource({ source, bytes, records, reader }: SourceIndex): SourceSummary {
  const { name, decodedBytes, encoding, compression } = source;
  return { name, bytes, decodedBytes, records, container: reader.shape.name(), encoding, compression };
}

/** Counts the names of each type of target, once a record; resource ids by their parts. */
async function targetsOf(
  { index }: AnswerContext,
  rows: RowSet,
  work: LongWork,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const { table } = index;
  const targets = new Map<string, Map<string, number>>();
  const namesOf = (type: string): Map<string, number> => {
    const known = targets.get(type) ?? new Map<string, number>();
    targets.set(type, known);
    return known;
  };
  const places = await countOnly(rows, { read: idReader(table.places), size: () => table.placeLists.size }, work);
  await places.forEach(work, (id, count) => {
    const pairs = new Map(pairsOf(table.placeLists, id).map((pair) => [`${pair[0]} ${pair[1]}`, pair]));
    for (const [type, name] of pairs.values()) {
      add(namesOf(textOf(table.targetTypes, type) ?? ''), textOf(table.targetNames, name) ?? '', count);
    }
  });
  for (const level of ['subscription', 'resourceGroup', 'instance'] as const) {
    const dictionary = { subscription: table.subscriptions, resourceGroup: table.resourceGroups, instance: table.instances }[level];
    const parts = await countOnly(rows, column(table, level, dictionary), work);
    await parts.forEach(work, (id, count) => id !== 0 && add(namesOf(level), dictionary.text(id), count));
  }
  return targets;
}

/** The findings of the rows; those of broken stretches too while nothing is filtered. */
async function countFindings(index: LogIndex, rows: RowSet, work: LongWork): Promise<Summary['findings']> {
  const isWhole = rows.count === index.rows;
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  const byCode = new Map<string, number>();
  for (const { findings, firstRow } of index.sources) {
    await work.forEach(0, findings.length, (finding) => {
      const record = findings.recordAt(finding);
      if (record === -1 ? isWhole : rows.has(firstRow + record)) {
        counts[findings.severityAt(finding)]++;
        add(byCode, findings.codeAt(finding), 1);
      }
    });
  }
  return { ...counts, byCode: Object.fromEntries(findingCodes.flatMap((code) => (byCode.has(code) ? [[code, byCode.get(code)!]] : []))) };
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

function mostFrequent(counts: ReadonlyMap<string, number>, limit: number): Readonly<Record<string, number>> {
  const sorted = [...counts].sort(([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1));
  // Without a prototype, so that a value called __proto__ is counted like any other.
  const result = Object.create(null) as Record<string, number>;
  for (const [name, count] of sorted.slice(0, limit)) {
    result[name] = count;
  }
  return result;
}
