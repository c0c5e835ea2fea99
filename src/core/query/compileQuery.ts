import type { Query, WholeLogTerm } from './ast.ts';
import { compileContains, type ValuePredicate } from './compileMatcher.ts';
import { compileTerm, type CompileOptions } from './compileTerm.ts';
import type { FieldRef, NamedField } from './fields.ts';
import { queryError, type QueryError } from './queryError.ts';
import { resolveRelativeTimes } from './resolveRelativeTimes.ts';

/** What a filter can ask of a record: the port to whoever holds records. */
export interface RecordFields {
  /**
   * The values of a field as text, in the forms that `fields.ts` gives. No value means "missing or null", as does a
   * null among them. Types compare without regard to case: `caller.upn` reads identities of type UPN.
   */
  values(field: FieldRef): readonly (string | null)[];
}

export type RecordTest = (record: RecordFields) => boolean;

export interface QueryOptions extends CompileOptions {
  /** What a term on the whole log demands of a record. Without it, a filter with one is an error at its place. */
  readonly wholeLog?: (term: WholeLogTerm) => RecordTest;
}

/** The fields in which a bare word is looked for. */
export const bareFields: readonly NamedField[] = ['operation', 'result', 'caller', 'target', 'description'];

/**
 * Compiles a filter for records that are held one by one. This is the specification by which faster ways are judged: a
 * term matches if any value of its field does, and NOT turns that round.
 */
export function compileQuery(query: Query, options: QueryOptions): RecordTest | QueryError {
  return compileResolved(resolveRelativeTimes(query, options.latest), options);
}

function compileResolved(query: Query, options: QueryOptions): RecordTest | QueryError {
  switch (query.kind) {
    case 'all':
      return () => true;
    case 'and': {
      const tests = compileAll(query.items, options);
      return Array.isArray(tests) ? (record) => tests.every((test) => test(record)) : tests;
    }
    case 'or': {
      const tests = compileAll(query.items, options);
      return Array.isArray(tests) ? (record) => tests.some((test) => test(record)) : tests;
    }
    case 'not': {
      const test = compileResolved(query.item, options);
      return typeof test === 'function' ? (record) => !test(record) : test;
    }
    case 'bare': {
      const contains = compileContains(query.text);
      const refs = bareFields.map((name): FieldRef => ({ kind: 'named', name }));
      return (record) => refs.some((field) => record.values(field).some(contains));
    }
    case 'wholeLog':
      return options.wholeLog?.(query) ?? queryError(query.span, 'query.wholeLogUnsupported');
    case 'field': {
      const { field } = query;
      const test = compileTerm(query, options);
      return typeof test === 'function' ? (record) => anyMatches(record.values(field), test) : test;
    }
  }
}

/** Whether a record with these values of a field matches a term of that field. */
export function anyMatches(values: readonly (string | null)[], test: ValuePredicate): boolean {
  return values.length === 0 ? test(null) : values.some(test);
}

/** As {@link compileQuery} for a single record. Throws if the filter cannot be compiled, which is then a fault of the caller. */
export function matchesRecord(query: Query, record: RecordFields, options: QueryOptions = {}): boolean {
  const test = compileQuery(query, options);
  if (typeof test !== 'function') {
    throw new Error(`The filter cannot be compiled: ${test.message.code}`);
  }
  return test(record);
}

function compileAll(queries: readonly Query[], options: QueryOptions): RecordTest[] | QueryError {
  const tests: RecordTest[] = [];
  for (const query of queries) {
    const test = compileResolved(query, options);
    if (typeof test !== 'function') {
      return test;
    }
    tests.push(test);
  }
  return tests;
}
