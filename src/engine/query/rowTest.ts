import type { FieldTerm, Query } from '../../core/query/ast.ts';
import { anyMatches, bareFields } from '../../core/query/compileQuery.ts';
import { compileContains, compileTerm, type CompileOptions, type ValueTest } from '../../core/query/compileTerm.ts';
import type { FieldRef } from '../../core/query/fields.ts';
import type { QueryError } from '../../core/query/queryError.ts';
import { tickRangeOf } from '../../core/query/ranges.ts';
import { noTime, RecordTable, validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { allTargets, column, columnParts, targetsOfType, type ColumnPart } from './columnValues.ts';
import { findingTest, sourceTest } from './derivedTests.ts';

/** Whether a row matches, as far as columns tell: {@link unknown} where only the record's text can say. */
export type Verdict = typeof no | typeof yes | typeof unknown;
export const no = 0;
export const yes = 1;
export const unknown = 2;

export type RowTest = (row: number) => Verdict;

/**
 * Compiles a filter for rows. What columns cannot decide stays unknown and takes part in AND, OR and NOT as in Kleene's
 * three-valued logic, so that a record's text is read only where it can change the answer.
 */
export function compileRowTest(query: Query, index: LogIndex, options: CompileOptions): RowTest | QueryError {
  switch (query.kind) {
    case 'all':
      return () => yes;
    case 'not': {
      const test = compileRowTest(query.item, index, options);
      return typeof test === 'function' ? negate(test) : test;
    }
    case 'and':
    case 'or': {
      const tests: RowTest[] = [];
      for (const item of query.items) {
        const test = compileRowTest(item, index, options);
        if (typeof test !== 'function') {
          return test;
        }
        tests.push(test);
      }
      return query.kind === 'and' ? negate(either(tests.map(negate))) : either(tests);
    }
    case 'bare': {
      const contains = compileContains(query.text);
      return either(bareFields.map((name) => fieldTest(index, { kind: 'named', name }, contains)));
    }
    case 'field': {
      const test = compileTerm(query, options);
      return typeof test === 'function' ? termTest(index, query, test) : test;
    }
  }
}

function negate(test: RowTest): RowTest {
  return (row) => {
    const verdict = test(row);
    return verdict === unknown ? unknown : verdict === yes ? no : yes;
  };
}

function either(tests: readonly RowTest[]): RowTest {
  return (row) => {
    let result: Verdict = no;
    for (const test of tests) {
      const verdict = test(row);
      if (verdict === yes) {
        return yes;
      }
      result = verdict === unknown ? unknown : result;
    }
    return result;
  };
}

function termTest(index: LogIndex, term: FieldTerm, test: ValueTest): RowTest {
  const { matcher, field } = term;
  if (field.kind === 'named' && field.name === 'time') {
    if (matcher.kind === 'time' || matcher.kind === 'timeRange') {
      return timeTest(index.table, tickRangeOf(matcher));
    }
    return matcher.kind === 'null' ? (row) => (index.table.timeState.data[row] === noTime ? yes : no) : () => unknown;
  }
  return fieldTest(index, field, test);
}

/** Whether one of a field's values passes. */
function fieldTest(index: LogIndex, field: FieldRef, test: ValueTest): RowTest {
  const { table } = index;
  if (field.kind === 'named') {
    switch (field.name) {
      case 'seq':
        return sequenceTest(table, test);
      case 'record':
        return (row) => verdictOf(test(String(index.refOf(row).index)));
      case 'line':
        return (row) => verdictOf(test(String(table.line.data[row]!)));
      case 'source':
        return sourceTest(index, test);
      case 'finding':
        return findingTest(index, test);
      case 'role':
        return roleTest(column(table, 'cloudRole', table.cloudRoles), targetsOfType(table, 'ServiceRole'), test);
      case 'roleInstance':
        return roleTest(column(table, 'cloudRoleInstance', table.cloudRoleInstances), targetsOfType(table, 'ServiceRoleInstance'), test);
      case 'target':
        return targetTest(table, allTargets(table), test);
      default:
    }
  }
  if (field.kind === 'target' && field.type.toLowerCase() === 'resourceid') {
    return targetTest(table, targetsOfType(table, 'ResourceId'), test);
  }
  const parts = columnParts(table, field);
  return parts === undefined ? () => unknown : partsTest(parts, test);
}

/** Decides each id of each part once, then only looks up. */
function partsTest(parts: readonly ColumnPart[], test: ValueTest): RowTest {
  const compiled = parts.map((part) => ({ idAt: part.idAt, decide: decideIds(part, test) }));
  const empty = verdictOf(test(null));
  return (row) => {
    let any = false;
    for (const { idAt, decide } of compiled) {
      const decided = decide(idAt(row));
      if (decided === hit) {
        return yes;
      }
      any ||= decided === miss;
    }
    return any ? no : empty;
  };
}

/** What an id's values say to a test: none of them, no match, a match. */
const none = 1;
const miss = 2;
const hit = 3;

function decideIds(part: ColumnPart, test: ValueTest): (id: number) => number {
  const decided = new Uint8Array(part.size() + 1);
  return (id) => {
    let known = decided[id];
    if (known === 0 || known === undefined) {
      const values = part.valuesOf(id);
      known = values.length === 0 ? none : anyMatches(values, test) ? hit : miss;
      decided[id] = known;
    }
    return known;
  };
}

/** The column of Part A where the record fills it, else the targets. */
function roleTest(own: ColumnPart, targets: ColumnPart, test: ValueTest): RowTest {
  const byOwn = partsTest([own], test);
  const byTargets = partsTest([targets], test);
  return (row) => (own.idAt(row) === 0 ? byTargets(row) : byOwn(row));
}

/** Targets in the list and the resource id that was taken apart. */
function targetTest(table: RecordTable, listed: ColumnPart, test: ValueTest): RowTest {
  const decide = decideIds(listed, test);
  const empty = verdictOf(test(null));
  const resources = new Map<string, boolean>();
  return (row) => {
    const decided = decide(listed.idAt(row));
    if (decided === hit) {
      return yes;
    }
    const resource = table.resourceAt(row);
    if (resource === undefined) {
      return decided === none ? empty : no;
    }
    let passes = resources.get(resource);
    if (passes === undefined) {
      passes = test(resource);
      if (resources.size < 100_000) {
        resources.set(resource, passes);
      }
    }
    return verdictOf(passes);
  };
}

function sequenceTest(table: RecordTable, test: ValueTest): RowTest {
  const empty = verdictOf(test(null));
  return (row) => {
    const value = table.sequence.data[row]!;
    if (Number.isNaN(value)) {
      return empty;
    }
    return value === Infinity ? unknown : verdictOf(test(String(table.sequenceAt(row))));
  };
}

function timeTest(table: RecordTable, { from, to }: ReturnType<typeof tickRangeOf>): RowTest {
  const first = RecordTable.relative(from);
  const last = RecordTable.relative(to);
  return (row) => {
    if (table.timeState.data[row] !== validTime) {
      return no;
    }
    if (!table.timesAreNear) {
      return verdictOf(table.isWithin(row, from, to));
    }
    const time = table.time.data[row]!;
    return verdictOf(time >= first && time <= last);
  };
}

function verdictOf(matches: boolean): Verdict {
  return matches ? yes : no;
}
