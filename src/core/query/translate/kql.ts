import type { Span } from '../ast.ts';
import type { TextTest } from './condition.ts';
import { blanksClass } from './blanks.ts';
import type { Dialect } from './dialect.ts';
import { isAboutDottedI } from './foldedText.ts';
import { refuse } from './refused.ts';
import { wildcardRegex } from './wildcardPatterns.ts';

/** KQL with what its conditions need before them. */
export interface KqlDialect extends Dialect {
  /** Steps of the pipeline, each with its bar, that make the columns which conditions on lists ask. */
  readonly steps: readonly string[];
  /** Names of these columns. */
  readonly made: readonly string[];
}

/**
 * The query language of Azure Data Explorer. Its strings have no null: what would tell a missing value from an empty text is refused.
 */
export function kqlDialect(table: string): KqlDialect {
  const steps: string[] = [];
  const made: string[] = [];
  return {
    steps,
    made,
    constants: { true: 'true', false: 'false' },
    and: 'and',
    or: 'or',
    equals: '==',
    not: (condition) => `not(${condition})`,
    column: (name) => `[${kqlText(name)}]`,
    text: textTest,
    withoutBlanks: (value) => `replace_regex(${value}, ${kqlText(blanksClass)}, "")`,
    isTrue: (condition) => `coalesce(${condition}, false)`,
    isMissing: (_, span) => refuse(span, 'query.translateNull'),
    isListMissing: (_, span) => refuse(span, 'query.translateNull'),
    anyOf: (column, test) => {
      const name = `_any${made.length + 1}`;
      // An empty list would give no row: a text is added that passes no test.
      steps.push(
        `| mv-apply _value = array_concat(${column}, dynamic([""])) to typeof(string) on (summarize ${name} = countif(${test('_value')}) > 0)`,
      );
      made.push(name);
      return name;
    },
    number: (value, kind) => `${kind}(${value})`,
    latest: (column, back, after) => `(max_of(toscalar(${table} | summarize max(${column})) - ${back}, long(0)) + (${after}))`,
  };
}

function textTest(value: string, test: TextTest, span: Span): string {
  if (fitsEmpty(test)) {
    return refuse(span, 'query.translateEmpty');
  }
  switch (test.kind) {
    case 'oneOf': {
      const texts = test.texts.map(kqlText);
      const folded = test.folded ? fold(value, test.texts.join('')) : value;
      return texts.length === 1 ? `${folded} == ${texts[0]}` : `${folded} in (${texts.join(', ')})`;
    }
    case 'wildcard':
      return `${fold(value, test.pattern)} matches regex ${kqlText(wildcardRegex(test.pattern))}`;
    case 'contains':
      return `${test.folded ? fold(value, test.text) : value} contains_cs ${kqlText(test.text)}`;
    case 'regex':
      return `${value} matches regex ${kqlText(test.ignoresCase ? `(?i)${test.pattern}` : test.pattern)}`;
  }
}

function fitsEmpty(test: TextTest): boolean {
  switch (test.kind) {
    case 'oneOf':
      return test.texts.includes('');
    case 'wildcard':
      return /^\**$/.test(test.pattern);
    case 'contains':
      return test.text === '';
    case 'regex':
      return test.fitsEmpty;
  }
}

function fold(value: string, folded: string): string {
  return isAboutDottedI(folded) ? `tolower(replace_string(${value}, "\\u0130", "i\\u0307"))` : `tolower(${value})`;
}

/** A text; what would not be seen in it, or would break a line, by its number. */
function kqlText(text: string): string {
  const escaped = text.replace(/["\\]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Mn}]/gu, (character) =>
    /["\\]/.test(character) ? `\\${character}` : unicodeEscapes(character),
  );
  return `"${escaped}"`;
}

function unicodeEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}
