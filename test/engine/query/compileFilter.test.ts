import { describe, expect, it } from 'vitest';
import type { CompileOptions } from '../../../src/core/query/compileTerm.ts';
import { matchesRecord } from '../../../src/core/query/compileQuery.ts';
import { needsRecords } from '../../../src/core/query/needsRecords.ts';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import type { Query } from '../../../src/core/query/ast.ts';
import { wholeBlock } from '../../../src/engine/columns/blocks.ts';
import { compileFilter, type Filter } from '../../../src/engine/query/compileFilter.ts';
import { QueryMemory } from '../../../src/engine/query/queryMemory.ts';
import { valuesOfRow } from '../../../src/engine/query/valuesOfRow.ts';
import { CooperativeTask } from '../../../src/engine/scheduling/cooperativeTask.ts';
import { readIndex } from '../readIndex.ts';
import { filters } from './filters.ts';
import { predicateRows } from './predicateRows.ts';

function parsed(text: string): Query {
  const result = parseQuery(text);
  if (!result.ok) {
    throw new Error(text);
  }
  return result.query;
}

/** A filter that can be asked: of all findings of the log, unless told otherwise. */
async function compiled(
  text: string,
  memory: QueryMemory,
  findings = memory.index.findingCounts,
  options: CompileOptions = {},
): Promise<Filter> {
  const filter = compileFilter(parsed(text), memory, findings, options);
  if (!('test' in filter)) {
    throw new Error(filter.message.code);
  }
  for (const prepare of filter.preparations) {
    await prepare(new CooperativeTask(new AbortController().signal));
  }
  return filter;
}

const lines = [
  '{"operationName":"SetCurrentPolicy","resultType":"Success","requestId":"r1","env_seqNum":7,"env_time":"2020-11-23T18:23:29Z","more":3}',
  '{"operationName":"Other","resultType":"Failure","requestId":"r2","env_seqNum":"7","env_time":"never"}',
  '{"operationName":5,"callerIdentities":[{"callerIdentityType":"UPN","callerIdentity":"dana@contoso.com"}]}',
  '{"operationName":"other","resultDescription":"set by dana","env_time":"2021-01-01T00:00:00Z","env_seqNum":8}',
];

async function memoryOf(...texts: readonly string[]): Promise<QueryMemory> {
  return new QueryMemory(await readIndex(...texts));
}

const log = await memoryOf(lines.join('\n'));

/** The rows that match for certain, and those that may match too. */
async function decided(text: string, memory = log): Promise<readonly [certain: readonly number[], possible: readonly number[]]> {
  const { test } = await compiled(text, memory);
  const { rows } = memory.index;
  return [predicateRows(test, rows, 'certain'), predicateRows(test, rows, 'possible')];
}

describe('a filter for columns', () => {
  it.each<[filter: string, rows: readonly number[]]>([
    ['', [0, 1, 2, 3]],
    ['operation:other', [1, 3]],
    ['operation=other', [3]],
    ['NOT operation:other', [0, 2]],
    ['operation:other result:failure', [1]],
    ['operation:other OR caller.UPN:dana*', [1, 2, 3]],
    ['-(operation:other result:failure)', [0, 2, 3]],
    ['dana', [2, 3]],
    ['success', [0]],
    ['time:2020', [0]],
    ['time:null', [2]],
    ['time>2020', [3]],
    ['request:null', [2, 3]],
    ['record:(0, 3)', [0, 3]],
    ['line>3', [3]],
    ['source:log0*', [0, 1, 2, 3]],
    ['finding:schema.type', [1, 2]],
  ])('decides every row, and asks for no record: %s', async (text, rows) => {
    expect(await decided(text)).toEqual([rows, rows]);
    expect((await compiled(text, log)).open).toEqual([]);
  });

  it.each<[filter: string, certain: readonly number[], possible: readonly number[]]>([
    ['text:dana', [], [0, 1, 2, 3]],
    ['key.more:3', [], [0, 1, 2, 3]],
    ['-key.more:3', [], [0, 1, 2, 3]],
    ['request:r1', [], [0]],
    ['request:r*', [], [0, 1, 2, 3]],
    ['seq:7', [0], [0, 1]],
    ['-seq:7', [2, 3], [1, 2, 3]],
    ['seq="7"', [], [0, 1]],
    ['seq:null', [2], [1, 2]],
    ['time="never"', [], [0, 1, 2, 3]],
    ['text:dana operation:other', [], [1, 3]],
    ['text:dana OR operation:other', [1, 3], [0, 1, 2, 3]],
  ])('leaves to records what columns do not say: %s', async (text, certain, possible) => {
    expect(await decided(text)).toEqual([certain, possible]);
    expect((await compiled(text, log)).open).toHaveLength(1);
  });

  it('holds for every record what the slow way says, whether for certain or as possible', async () => {
    const { index } = log;
    for (const text of filters) {
      const [certain, possible] = await decided(text);
      const matching = lines.flatMap((line, row) =>
        matchesRecord(parsed(text), valuesOfRow(index, row, new TextEncoder().encode(line))) ? [row] : [],
      );
      expect({
        text,
        missed: matching.filter((row) => !possible.includes(row)),
        wrong: certain.filter((row) => !matching.includes(row)),
      }).toEqual({
        text,
        missed: [],
        wrong: [],
      });
    }
  });

  it('needs the records of all rows, or a pass over the whole log, only where its cost is said to be that', async () => {
    const [told, found]: [string[], string[]] = [[], []];
    for (const text of [...filters, ...filters.map((filter) => `operation:nothing OR -(${filter || 'a'})`)]) {
      const { open, wholeLog } = await compiled(text, log);
      const all = log.index.rows;
      const isAnyRow = open.some(
        ({ test }) => predicateRows(test, all, 'possible').length === all && predicateRows(test, all, 'certain').length === 0,
      );
      if (needsRecords(parsed(text))) {
        told.push(text);
      }
      if (isAnyRow || wholeLog.length > 0) {
        found.push(text);
      }
    }
    expect(found.filter((text) => !told.includes(text))).toEqual([]);
    expect(told.length).toBeGreaterThan(10);
    expect(told.length).toBeLessThan(filters.length);
  });

  it('counts records from the beginning of their source', async () => {
    const memory = await memoryOf(lines.join('\n'), lines.slice(0, 2).join('\n'));
    expect(await decided('record:0', memory)).toEqual([
      [0, 4],
      [0, 4],
    ]);
    expect(await decided('source:log1.ndjson', memory)).toEqual([
      [4, 5],
      [4, 5],
    ]);
  });
});

describe('what a filter leaves open', () => {
  const partOf = async (text: string) => (await compiled(text, log)).open[0];

  it.each([
    ['text:Dana', { bytes: 'dana', ignoresCase: true }],
    ['text=Dana', { bytes: 'Dana', ignoresCase: false }],
    ['text:d*', undefined],
    ['key.more:3', undefined],
  ])('is looked for in the bytes of the source: %s', async (text, needle) => {
    const found = (await partOf(text))?.needle;
    expect(found && { bytes: found.bytes, ignoresCase: found.ignoresCase }).toEqual(needle);
  });

  it.each([
    ['key.more:3', { bytes: 'more', matchesWithout: false }],
    ['key.more:null', { bytes: 'more', matchesWithout: true }],
    ['key.more:(3, null)', { bytes: 'more', matchesWithout: true }],
    ['env_ver:3', undefined],
    ['text:more', undefined],
  ])('is decided without the record where its key is not mentioned: %s', async (text, mention) => {
    const found = (await partOf(text))?.mention;
    expect(found && { bytes: found.needle.bytes, matchesWithout: found.matchesWithout }).toEqual(mention);
  });

  it('is what the term demands of a record, and nothing else of the filter', async () => {
    const part = await partOf('-key.more:3 operation:nothing');
    const matches = lines.map((line, row) => part?.matches(valuesOfRow(log.index, row, new TextEncoder().encode(line))));
    expect(matches).toEqual([true, false, false, false]);
  });

  it('is remembered for other filters with the same term', async () => {
    const memory = await memoryOf(lines.join('\n'));
    const [part] = (await compiled('key.more:"3"', memory)).open;
    part?.term.note(0, true);
    part?.term.note(1, false);
    expect(await decided('operation:* -key.more:"3"', memory)).toEqual([[1], [1, 2, 3]]);
    expect(await decided('key.more:4', memory)).toEqual([[], [0, 1, 2, 3]]);
  });
});

describe('a filter of findings', () => {
  it('does not last, and looks at those of its snapshot only', async () => {
    const count = log.index.findingCounts[0] ?? 0;
    expect(count).toBeGreaterThan(1);
    const all = await compiled('-finding:null', log);
    const none = await compiled('-finding:null', log, [0]);
    expect([all.isLasting, (await compiled('operation:other', log)).isLasting]).toEqual([false, true]);
    expect(predicateRows(all.test, 4, 'certain').includes(2)).toBe(true);
    expect(predicateRows(none.test, 4, 'certain')).toEqual([]);
  });
});

describe('a filter with a regular expression', () => {
  const text = 'operation:other OR description~/d.na/';

  it.each([text, `-(${text})`, `result:success (${text})`])('is refused at its place where nothing compiles it: %s', (query) => {
    const start = query.indexOf('/d.na/');
    expect(compileFilter(parsed(query), log, [], {})).toMatchObject({
      message: { code: 'query.regexUnsupported' },
      span: { start, end: start + 6 },
    });
  });

  it('is decided by columns where they hold the field, and by records elsewhere', async () => {
    const compileRegex = (pattern: string, flags: string) => (value: string) => new RegExp(pattern, flags).test(value);
    const { index } = log;
    const described = await compiled('description~/d.na/', log, [], { compileRegex });
    const keyed = await compiled('key.more~/^3/', log, [], { compileRegex });
    expect(predicateRows(described.test, index.rows, 'possible')).toEqual([0, 1, 2, 3]);
    for (const { meet } of described.slow) {
      await meet(wholeBlock(0, index.rows), new CooperativeTask(new AbortController().signal));
    }
    expect([predicateRows(described.test, index.rows, 'possible'), described.open.length]).toEqual([[3], 0]);
    expect([predicateRows(keyed.test, index.rows, 'possible'), keyed.open.length]).toEqual([[0, 1, 2, 3], 1]);
  });
});
