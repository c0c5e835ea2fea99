import { message, type Message } from '../../finding/message.ts';
import type { FieldTerm, Query } from '../ast.ts';
import { bareFields } from '../compileQuery.ts';
import type { RegexCompiler } from '../compileTerm.ts';
import { fieldName, type FieldRef } from '../fields.ts';
import { formatQuery } from '../formatQuery.ts';
import { parseQuery } from '../parseQuery.ts';
import { fieldText } from '../quote.ts';
import { queryError, type QueryError } from '../queryError.ts';
import { clashingColumns, columnsOf, standardFields } from '../table/tableColumns.ts';
import { clickHouseDialect, clickHouseText } from './clickHouse.ts';
import type { Condition } from './condition.ts';
import { conditionOf } from './conditionOf.ts';
import { duckDbDialect, duckDbText } from './duckDb.ts';
import { jqProgram } from './jq.ts';
import { kqlDialect } from './kql.ts';
import { printCondition } from './printCondition.ts';
import { Refused } from './refused.ts';

/** The languages that filters are translated to. */
export const translationTargets = ['kql', 'clickhouse', 'duckdb', 'jq'] as const;

export type TranslationTarget = (typeof translationTargets)[number];

/** A filter in another language: its text, whose comments say which table it asks and what its columns hold; or why there is none. */
export type Translation = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: QueryError };

export interface TranslationOptions {
  readonly compileRegex: RegexCompiler;
  /** The words of a message: of the comments, and of what a program says where it stops. */
  readonly say: (message: Message) => string;
}

/** The file that translations ask, and the table of engines that have no files. */
const tableFile = 'log.parquet';
const kustoTable = 'AuditLog';

/**
 * Translates a filter. What is found is exactly what the filter finds here: a part of which that cannot be promised makes an error with
 * its place.
 */
export function translateQuery(text: string, target: TranslationTarget, options: TranslationOptions): Translation {
  const parsed = parseQuery(text);
  if (!parsed.ok) {
    return parsed;
  }
  const { query } = parsed;
  try {
    const condition = conditionOf(query, options.compileRegex);
    const body = target === 'jq' ? jqBody(condition, options) : tableBody(condition, target);
    const head = [message('translate.filter', formatQuery(query)), ...(target === 'jq' ? jqNotes : tableNotes(query, target))];
    return { ok: true, text: `${head.map((note) => comment(options.say(note), target)).join('\n')}\n${body}\n` };
  } catch (error) {
    if (error instanceof Refused) {
      return { ok: false, error: error.error };
    }
    throw error;
  }
}

function tableBody(condition: Condition, target: Exclude<TranslationTarget, 'jq'>): string {
  switch (target) {
    case 'duckdb': {
      const table = duckDbText(tableFile);
      return `SELECT * FROM ${table}\nWHERE ${printCondition(condition, duckDbDialect(table))};`;
    }
    case 'clickhouse': {
      const table = `file(${clickHouseText(tableFile)}, Parquet)`;
      // ClickHouse 26.7 fails with “Not found column” where it moves parts of a condition that repeat an expression into PREWHERE.
      return `SELECT * FROM ${table}\nWHERE ${printCondition(condition, clickHouseDialect(table))}\nSETTINGS optimize_move_to_prewhere = 0;`;
    }
    case 'kql': {
      const dialect = kqlDialect(kustoTable);
      const where = printCondition(condition, dialect);
      const away = dialect.made.length === 0 ? [] : [`| project-away ${dialect.made.join(', ')}`];
      return [kustoTable, ...dialect.steps, `| where ${where}`, ...away].join('\n');
    }
  }
}

function jqBody(condition: Condition, { say }: TranslationOptions): string {
  const fault = (code: string): string => say(message(code));
  return jqProgram(condition, { form: fault('translate.jqForm'), value: fault('translate.jqValue'), time: fault('translate.jqTime') });
}

const jqNotes: readonly Message[] = [
  message('translate.jqInput', 'audit-log records LOG --format ndjson | jq -c -f FILTER'),
  message('translate.jqFormats'),
];

/** Which table it is, and which columns are asked. Refuses fields of which engines take the columns for one. */
function tableNotes(query: Query, target: TranslationTarget): readonly Message[] {
  const standard = new Set(standardFields.map(fieldName));
  const used = new Map(fieldsOf(query).map(({ field }) => [fieldName(field), field]));
  const further = [...used.values()].filter((field) => !standard.has(fieldName(field)));
  const clash = clashingColumns([...standardFields, ...further].flatMap(columnsOf));
  if (clash !== undefined) {
    throw new Refused(queryError(query.span, 'engine.sameColumn', ...clash));
  }
  const names = further.map(fieldText).join(',').replaceAll("'", `'\\''`);
  const command = `audit-log records LOG --format parquet${names === '' ? '' : ` --fields '${names}'`} --out ${tableFile}`;
  const columns = [...used.values()].map(
    (field) =>
      `${fieldName(field)} = ${columnsOf(field)
        .map(({ name }) => name)
        .join(', ')}`,
  );
  return [
    message(target === 'kql' ? 'translate.kqlTable' : 'translate.table', command, kustoTable),
    ...(columns.length === 0 ? [] : [message('translate.columns', columns.join('; '))]),
    ...(target === 'duckdb' ? [message('translate.duckDb')] : []),
  ];
}

function fieldsOf(query: Query): readonly { readonly field: FieldRef }[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.items.flatMap(fieldsOf);
    case 'not':
      return fieldsOf(query.item);
    case 'bare':
      return bareFields.map((name) => ({ field: { kind: 'named', name } }));
    case 'field':
      return [query satisfies FieldTerm];
    case 'all':
    case 'wholeLog':
      return [];
  }
}

const commentMarks: Readonly<Record<TranslationTarget, string>> = { kql: '//', clickhouse: '--', duckdb: '--', jq: '#' };

/** A line of comment, on one line whatever the filter says. A backslash at its end would take in the next one. */
function comment(text: string, target: TranslationTarget): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
  return `${commentMarks[target]} ${visible}${visible.endsWith('\\') ? ' ' : ''}`;
}
