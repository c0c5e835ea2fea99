import type { FieldTerm, Query, WholeLogTerm } from '../../core/query/ast.ts';
import { anyMatches, bareFields, type RecordTest } from '../../core/query/compileQuery.ts';
import { compileContains, type ValuePredicate } from '../../core/query/compileMatcher.ts';
import { compileTerm, type CompileOptions } from '../../core/query/compileTerm.ts';
import type { FieldRef, NamedField } from '../../core/query/fields.ts';
import { formatQuery } from '../../core/query/formatQuery.ts';
import type { QueryError } from '../../core/query/queryError.ts';
import { tickRangeOf } from '../../core/query/ranges.ts';
import { hasRelativeTimes, resolveRelativeTimes } from '../../core/query/resolveRelativeTimes.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { noTime } from '../columns/recordTable.ts';
import { idReader } from '../columns/blocks.ts';
import { columnParts } from './columnValues.ts';
import { findingPredicate, sourcePredicate } from './derivedPredicate.ts';
import {
  numberPasses,
  numbersPredicate,
  recordNumbers,
  requestPredicate,
  sequencePredicate,
  timeStatePredicate,
  timePredicate,
} from './numericPredicate.ts';
import type { DeferredTerm } from './deferredTerm.ts';
import { columnPredicate } from './columnPredicate.ts';
import type { QueryMemory } from './queryMemory.ts';
import { requestedPredicate } from './requestedPredicate.ts';
import { requestHashes } from './requestHashes.ts';
import { slowPredicate, slowRequestedPredicate, type SlowPredicate } from './slowPredicate.ts';
import { all, any, everything, negate, nothing, undecided, type BlockPredicate } from './rowBits.ts';
import { keyNeedle, textNeedle, type TextNeedle } from './textSearch.ts';
import { unknownEvent } from './unknownEvent.ts';
import { wholeLogPart, type WholeLogPart } from './wholeLogPart.ts';

/** A filter for columns. */
export interface Filter {
  readonly test: BlockPredicate;
  /** The terms that need records where columns leave them open. */
  readonly open: readonly OpenPart[];
  /** The terms whose values are to be met where they leave rows of a block open. */
  readonly slow: readonly SlowPredicate[];
  /** The terms on the whole log, which are open until they are decided. */
  readonly wholeLog: readonly WholeLogPart[];
  /** What is to be done before the test can be asked. */
  readonly preparations: readonly ((work: CooperativeTask) => Promise<void>)[];
  /** False where a row's verdict may change as further rows come: findings and terms on the whole log compare records with each other, and the end of the log moves. */
  readonly isLasting: boolean;
}

export interface OpenPart {
  readonly term: DeferredTerm;
  /** What is known of it. */
  readonly test: BlockPredicate;
  /** What the term demands of a record. */
  readonly matches: RecordTest;
  /** How it is found in the source's bytes, where that is possible. */
  readonly needle: TextNeedle | undefined;
  /** How the key is found there that a record must have for the term to look at its value. */
  readonly mention: { readonly needle: TextNeedle; readonly matchesWithout: boolean } | undefined;
}

/** Compiles a filter. `findings` says how many findings of each source belong to the snapshot. */
export function compileFilter(
  query: Query,
  memory: QueryMemory,
  findings: readonly number[],
  options: CompileOptions,
): Filter | QueryError {
  const open: OpenPart[] = [];
  const slow: SlowPredicate[] = [];
  const wholeLog: WholeLogPart[] = [];
  const preparations: Filter['preparations'][number][] = [];
  let isLasting = !hasRelativeTimes(query);
  const { index } = memory;
  const { table } = index;

  function compile(part: Query): BlockPredicate | QueryError {
    switch (part.kind) {
      case 'all':
        return () => everything;
      case 'not': {
        const test = compile(part.item);
        return typeof test === 'function' ? negate(test) : test;
      }
      case 'and':
      case 'or': {
        const tests: BlockPredicate[] = [];
        for (const item of part.items) {
          const test = compile(item);
          if (typeof test !== 'function') {
            return test;
          }
          tests.push(test);
        }
        return part.kind === 'and' ? all(tests) : any(tests);
      }
      case 'bare': {
        const contains = compileContains(part.text);
        return any(bareFields.map((name) => fieldTest({ kind: 'named', name }, contains)));
      }
      case 'wholeLog':
        return wholeLogTest(part);
      case 'field': {
        const test = compileTerm(part, options);
        return typeof test === 'function' ? (unknownEvent(part, index.formats) ?? termTest(part, test)) : test;
      }
    }
  }

  function wholeLogTest(term: WholeLogTerm): BlockPredicate {
    isLasting = false;
    const part = wholeLogPart(term);
    wholeLog.push(part);
    return part.test;
  }

  /** Leaves to the records what the test leaves open. */
  function openTest(term: FieldTerm, test: ValuePredicate, columns: BlockPredicate): BlockPredicate {
    const matches: RecordTest = (record) => anyMatches(record.values(term.field), test);
    const memorized = memory.deferredTerm(formatQuery(term));
    const settled = memorized.settle(columns);
    const key = keyNeedle(term.field);
    const mention = key === undefined ? undefined : { needle: key, matchesWithout: test(null) };
    open.push({ term: memorized, test: settled, matches, needle: textNeedle(term), mention });
    return settled;
  }

  /** How the named fields are answered that columns do not answer value by value. */
  const testsByName: { readonly [name in NamedField]?: (term: FieldTerm, test: ValuePredicate) => BlockPredicate } = {
    time: timeTermTest,
    seq: (term, test) =>
      openTest(term, test, term.matcher.kind === 'regex' ? () => undecided : sequencePredicate(table, term.matcher, test)),
    request: requestTermTest,
    text: (term, test) => openTest(term, test, () => undecided),
    record: ({ matcher }, test) =>
      numbersPredicate(
        recordNumbers((row) => index.sources[index.sourceOf(row)]!.firstRow),
        numberPasses(matcher, test),
      ),
    line: ({ matcher }, test) => numbersPredicate(idReader(table.line), numberPasses(matcher, test)),
    source: (_, test) => sourcePredicate(index, test),
    finding: (_, test) => findingTermTest(test),
  };

  function termTest(term: FieldTerm, test: ValuePredicate): BlockPredicate {
    const { field, matcher } = term;
    const ofColumns = (): BlockPredicate => (matcher.kind === 'regex' ? slowTest(field, test) : fieldTest(field, test));
    if (field.kind !== 'named') {
      return columnsOf(field) === undefined ? openTest(term, test, requestedTest(term, test)) : ofColumns();
    }
    return testsByName[field.name]?.(term, test) ?? ofColumns();
  }

  /** Whether the time of a record lies within a range or is not there; anything else is left to the records. */
  function timeTermTest(term: FieldTerm, test: ValuePredicate): BlockPredicate {
    const { matcher } = term;
    if (matcher.kind === 'time' || matcher.kind === 'timeRange') {
      return timePredicate(table, index.times, tickRangeOf(matcher));
    }
    if (matcher.kind === 'relativeTime' || matcher.kind === 'relativeTimeRange') {
      // No record has a time.
      return () => nothing;
    }
    return matcher.kind === 'null' ? timeStatePredicate(table, noTime) : openTest(term, test, () => undecided);
  }

  /** Whether the request of a record has one of the hashes that the term allows: the records say whether it is the one. */
  function requestTermTest(term: FieldTerm, test: ValuePredicate): BlockPredicate {
    if (term.matcher.kind === 'null') {
      return numbersPredicate(idReader(table.request), (hash) => hash === 0);
    }
    const hashes = requestHashes(term.matcher);
    return openTest(term, test, hashes === undefined ? () => undecided : requestPredicate(table, hashes));
  }

  /** Whether a record has a finding that passes, of those that belong to the snapshot. */
  function findingTermTest(test: ValuePredicate): BlockPredicate {
    isLasting = false;
    const made = findingPredicate(index, findings, test);
    preparations.push(made.prepare);
    return made.test;
  }

  /** What a column that was made on request says; without one everything is left to the records. */
  function requestedTest({ field, matcher }: FieldTerm, test: ValuePredicate): BlockPredicate {
    const column = memory.columns.known(field);
    if (column === undefined) {
      return () => undecided;
    }
    return matcher.kind === 'regex' ? noted(slowRequestedPredicate(column, test)) : requestedPredicate(column, test);
  }

  /** As {@link fieldTest}, for a test that may take long for a single value. */
  function slowTest(field: FieldRef, test: ValuePredicate): BlockPredicate {
    return noted(slowPredicate(columnsOf(field) ?? [], test));
  }

  function noted(made: SlowPredicate): BlockPredicate {
    slow.push(made);
    return made.test;
  }

  function columnsOf(field: FieldRef): ReturnType<typeof columnParts> {
    return columnParts({ table, formats: index.formats, resources: memory.resources }, field);
  }

  /** Whether one of a field's values passes; for fields whose values are in columns. */
  function fieldTest(field: FieldRef, test: ValuePredicate): BlockPredicate {
    return columnPredicate(columnsOf(field) ?? [], test);
  }

  const test = compile(resolveRelativeTimes(query, options.latest));
  return typeof test === 'function' ? { test, open, slow, wholeLog, preparations, isLasting } : test;
}
