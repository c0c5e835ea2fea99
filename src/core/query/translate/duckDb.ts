import type { TextTest } from './condition.ts';
import { blanksClass } from './blanks.ts';
import type { Dialect } from './dialect.ts';
import { isAboutDottedI } from './foldedText.ts';
import { likePattern } from './wildcardPatterns.ts';

/** DuckDB's SQL, from version 1.3 on. */
export function duckDbDialect(table: string): Dialect {
  return {
    constants: { true: 'TRUE', false: 'FALSE' },
    and: 'AND',
    or: 'OR',
    equals: '=',
    not: (condition) => `NOT (${condition})`,
    column: (name) => `"${name.replaceAll('"', '""')}"`,
    text: textTest,
    withoutBlanks: (value) => `regexp_replace(${value}, '${blanksClass}', '', 'g')`,
    isTrue: (condition) => `coalesce(${condition}, FALSE)`,
    isMissing: (column) => `${column} IS NULL`,
    isListMissing: (column) => `(len(${column}) = 0 OR len(list_filter(${column}, lambda v: v IS NULL)) > 0)`,
    anyOf: (column, test) => `len(list_filter(${column}, lambda v: ${test('v')})) > 0`,
    number: String,
    latest: (column, back, after) => `(SELECT greatest(max(${column}) - ${back}, 0) + (${after}) FROM ${table})`,
  };
}

function textTest(value: string, test: TextTest): string {
  switch (test.kind) {
    case 'oneOf': {
      const texts = test.texts.map(duckDbText);
      const folded = test.folded ? fold(value, test.texts.join('')) : value;
      return texts.length === 1 ? `${folded} = ${texts[0]}` : `${folded} IN (${texts.join(', ')})`;
    }
    case 'wildcard':
      return `${fold(value, test.pattern)} LIKE ${duckDbText(likePattern(test.pattern))} ESCAPE '\\'`;
    case 'contains':
      return `contains(${test.folded ? fold(value, test.text) : value}, ${duckDbText(test.text)})`;
    case 'regex':
      return `regexp_matches(${value}, ${duckDbText(test.pattern)}, '${test.ignoresCase ? 'i' : 'c'}')`;
  }
}

function fold(value: string, folded: string): string {
  return isAboutDottedI(folded) ? `lower(replace(${value}, 'İ', 'i' || chr(775)))` : `lower(${value})`;
}

/** A text; what would not be seen in it, or would break a line, by its number. */
export function duckDbText(text: string): string {
  const pieces = text.split(/([\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Mn}])/u).filter((piece) => piece !== '');
  const written = pieces.map((piece) =>
    /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Mn}]$/u.test(piece) ? `chr(${piece.codePointAt(0)!})` : `'${piece.replaceAll("'", "''")}'`,
  );
  return written.length === 0 ? "''" : written.length === 1 ? written[0]! : `(${written.join(' || ')})`;
}
