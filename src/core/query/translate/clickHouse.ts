import type { TextTest } from './condition.ts';
import { blanksClass } from './blanks.ts';
import type { Dialect } from './dialect.ts';
import { isAboutDottedI } from './foldedText.ts';
import { likePattern } from './wildcardPatterns.ts';

/** ClickHouse's SQL. */
export function clickHouseDialect(table: string): Dialect {
  return {
    constants: { true: '1', false: '0' },
    and: 'AND',
    or: 'OR',
    equals: '=',
    not: (condition) => `NOT (${condition})`,
    column: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
    text: textTest,
    withoutBlanks: (value) => `replaceRegexpAll(${value}, ${clickHouseText(blanksClass)}, '')`,
    isTrue: (condition) => `ifNull(${condition}, 0)`,
    isMissing: (column) => `isNull(${column})`,
    isListMissing: (column) => `(empty(${column}) OR arrayExists(v -> isNull(v), ${column}))`,
    anyOf: (column, test) => `arrayExists(v -> ifNull(${test('v')}, 0), ${column})`,
    number: (value, kind) => (kind === 'long' ? `toInt64(${value})` : `toDecimal128('${value}', 0)`),
    latest: (column, back, after) => `(SELECT greatest(max(${column}) - ${back}, 0) + (${after}) FROM ${table})`,
  };
}

function textTest(value: string, test: TextTest): string {
  switch (test.kind) {
    case 'oneOf': {
      const texts = test.texts.map(clickHouseText);
      const folded = test.folded ? fold(value, test.texts.join('')) : value;
      return texts.length === 1 ? `${folded} = ${texts[0]}` : `${folded} IN (${texts.join(', ')})`;
    }
    case 'wildcard':
      return `${fold(value, test.pattern)} LIKE ${clickHouseText(likePattern(test.pattern))}`;
    case 'contains':
      return `position(${test.folded ? fold(value, test.text) : value}, ${clickHouseText(test.text)}) > 0`;
    case 'regex':
      return `match(${value}, ${clickHouseText(`(?${test.ignoresCase ? 'i' : ''}-s)${test.pattern}`)})`;
  }
}

function fold(value: string, folded: string): string {
  return isAboutDottedI(folded) ? `lowerUTF8(replaceAll(${value}, 'İ', 'i\\xCC\\x87'))` : `lowerUTF8(${value})`;
}

const encoder = new TextEncoder();

/** A text; what would not be seen in it, or would break a line, as its bytes. */
export function clickHouseText(text: string): string {
  const escaped = text.replace(/['\\]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Mn}]/gu, (character) =>
    /['\\]/.test(character)
      ? `\\${character}`
      : [...encoder.encode(character)].map((byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  return `'${escaped}'`;
}
