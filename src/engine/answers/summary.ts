import { findingCodes } from '../../core/findings/codes.ts';
import type { Severity, SourceSummary, Summary } from '../../protocol/answers.ts';
import type { Questions } from '../../protocol/requests.ts';
import { textOf } from '../columns/recordTable.ts';
import type { LogIndex, SourceIndex } from '../index/logIndex.ts';
import { allTargets, column, pairsOf } from '../query/columnValues.ts';
import { extremesOf, momentOf, noCounts, resultGroupsOf, type AnswerContext } from './context.ts';
import { countIds } from './facets.ts';
import { callersOf } from './profile.ts';

/** The whole log in numbers. */
export async function answerSummary(
  { index, results }: AnswerContext,
  { query, top }: Questions['summary']['params'],
  signal: AbortSignal,
): Promise<Summary> {
  const rows = await results.matching(query, signal);
  const { table } = index;
  const sources = index.sources.filter(({ failed }) => !failed);
  const groupOf = resultGroupsOf(index);
  const groups = noCounts();
  rows.forEach((row) => groups[groupOf(row)]++);
  const { first, last } = extremesOf(index, rows);
  const named = (name: 'operation' | 'result', dictionary: typeof table.operations): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      const text = textOf(dictionary, column(table, name, dictionary).idAt(row));
      if (text !== null) {
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
    return counts;
  };
  const callers = new Map<string, number>();
  for (const { value, count } of callersOf(index, rows, groupOf)) {
    callers.set(value, (callers.get(value) ?? 0) + count);
  }
  const targets = targetsOf(index, rows);
  const targetEntries = [...targets].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    snapshot: index.snapshot,
    bytes: sources.reduce((sum, { bytes, source }) => sum + (bytes ?? source.consumed), 0),
    records: rows.length,
    sources: sources.map(summarizeSource),
    time: {
      first: first === -1 ? null : (await momentOf(index, first))!.text,
      last: last === -1 ? null : (await momentOf(index, last))!.text,
    },
    operations: mostFrequent(named('operation', table.operations), Infinity),
    results: mostFrequent(named('result', table.results), Infinity),
    resultGroups: groups,
    callers: mostFrequent(callers, top),
    targets: Object.fromEntries(targetEntries.map(([type, names]) => [type, mostFrequent(names, top)])),
    distinct: {
      callers: callers.size,
      targets: Object.fromEntries(targetEntries.map(([type, names]) => [type, names.size])),
    },
    findings: countFindings(index, rows),
  };
}

export function summarizeSource({ source, bytes, records, reader }: SourceIndex): SourceSummary {
  const { name, decodedBytes, encoding, compression } = source;
  return { name, bytes, decodedBytes, records, container: reader.shape.name(), encoding, compression };
}

/** Counts the names of each type of target, once a record; resource ids by their parts. */
function targetsOf(index: LogIndex, rows: Uint32Array): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const { table } = index;
  const counts = new Map<string, Map<string, number>>();
  const add = (type: string, name: string, count: number): void => {
    const names = counts.get(type) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + count);
    counts.set(type, names);
  };
  for (const [id, groups] of countIds(rows, allTargets(table), () => 'other')) {
    const pairs = new Map(pairsOf(table.placeLists, id).map((pair) => [`${pair[0]} ${pair[1]}`, pair]));
    for (const [type, name] of pairs.values()) {
      add(textOf(table.targetTypes, type) ?? '', textOf(table.targetNames, name) ?? '', groups.other);
    }
  }
  for (const level of ['subscription', 'resourceGroup', 'instance'] as const) {
    const dictionary = { subscription: table.subscriptions, resourceGroup: table.resourceGroups, instance: table.instances }[level];
    for (const [id, groups] of countIds(rows, column(table, level, dictionary), () => 'other')) {
      if (id !== 0) {
        add(level, dictionary.text(id), groups.other);
      }
    }
  }
  return counts;
}

/** The findings of the rows; those of broken stretches too while nothing is filtered. */
function countFindings(index: LogIndex, rows: Uint32Array): Summary['findings'] {
  const isWhole = rows.length === index.rows;
  const matches = new Uint8Array(index.rows);
  rows.forEach((row) => (matches[row] = 1));
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };
  const byCode = new Map<string, number>();
  for (const { findings, firstRow } of index.sources) {
    for (let finding = 0; finding < findings.length; finding++) {
      const record = findings.recordAt(finding);
      if (record === -1 ? isWhole : matches[firstRow + record] === 1) {
        const code = findings.codeAt(finding);
        counts[findings.severityAt(finding)]++;
        byCode.set(code, (byCode.get(code) ?? 0) + 1);
      }
    }
  }
  return { ...counts, byCode: Object.fromEntries(findingCodes.flatMap((code) => (byCode.has(code) ? [[code, byCode.get(code)!]] : []))) };
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
