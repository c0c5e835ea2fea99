import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { placeInRecord } from '../../../webview/source/textLayer.ts';
import { sourceLayout } from '../../../webview/source/sourceLayout.ts';
import { pathOf } from '../../../webview/source/sourceValue.ts';
import { runs } from '../../runs.ts';
import { pieceText, shownText } from './sourceLines.ts';

const folded = () => false;
const unfolded = () => true;

/** JSON with blanks, escapes of any kind, equal keys and JSON text in strings. */
const jsonText = fc.letrec<{ value: string; text: string }>((tie) => {
  const blank = fc.constantFrom('', '', ' ', '\n', '\t', '\r\n  ');
  const character = fc.oneof(
    fc.constantFrom(
      '\\"',
      '\\\\',
      '\\/',
      '\\n',
      '\\u0041',
      '\\u00e9',
      '\\ud83d\\ude00',
      '\\ud800',
      'é',
      '😀',
      '{',
      ':',
      ',',
      ']',
      '\u202e',
    ),
    fc.string({ minLength: 1, maxLength: 1 }).map((unit) => JSON.stringify(unit).slice(1, -1)),
  );
  const string = fc.oneof(
    { weight: 3, arbitrary: fc.array(character, { maxLength: 6 }).map((units) => `"${units.join('')}"`) },
    { weight: 1, arbitrary: tie('text').map((text) => JSON.stringify(text)) },
  );
  const around = (open: string, close: string, items: fc.Arbitrary<string>) =>
    fc.tuple(fc.array(items, { maxLength: 4 }), blank).map(([all, end]) => `${open}${all.join(',')}${end}${close}`);
  const padded = (value: fc.Arbitrary<string>) => fc.tuple(blank, value, blank).map((parts) => parts.join(''));
  const member = fc.tuple(padded(fc.oneof(fc.constantFrom('"a"', '"b"'), string)), padded(tie('value'))).map((parts) => parts.join(':'));
  const scalar = fc.constantFrom('true', 'false', 'null', '0', '-1.50e+3', '9007199254740993.10');
  return {
    text: padded(fc.oneof(around('{', '}', member), around('[', ']', padded(tie('value'))))),
    value: fc.oneof({ maxDepth: 4 }, scalar, string, around('{', '}', member), around('[', ']', padded(tie('value')))),
  };
}).text;

/** The text without the blanks between its tokens. */
function withoutBlanks(text: string): string {
  return text.replaceAll(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g, (_, string: string | undefined) => string ?? '');
}

describe('the source of a record', () => {
  it('is what JSON.stringify makes of it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, 7), (text, blanks) => {
        const value: unknown = JSON.parse(text);
        const { lines } = sourceLayout(JSON.stringify(value, null, blanks), folded);
        expect(shownText(lines)).toBe(JSON.stringify(value, null, 2));
      }),
      { numRuns: runs(200) },
    );
  });

  it('is the text but for the blanks between its tokens', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const { lines, isJson } = sourceLayout(text, folded);
        expect(isJson).toBe(true);
        const shown = shownText(lines);
        expect(withoutBlanks(shown)).toBe(withoutBlanks(text));
        expect(JSON.parse(shown)).toEqual(JSON.parse(text));
      }),
      { numRuns: runs(300) },
    );
  });

  it('with JSON text unfolded shows of each stretch of the text what it says, in the order of the text', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        let at = 0;
        for (const piece of sourceLayout(text, unfolded).lines.flatMap(({ pieces }) => pieces)) {
          const [start, end] = [placeInRecord(piece.layer, piece.from), placeInRecord(piece.layer, piece.to)];
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, start)).toMatch(/^(?:[ \t\r\n]|\\+[trn])*$/);
          // An escape for each level of text in text.
          let decoded = text.slice(start, end);
          for (let escapes = 0; decoded !== pieceText(piece) && escapes < 8; escapes++) {
            decoded = JSON.parse(`"${decoded}"`) as string;
          }
          expect(decoded).toBe(pieceText(piece));
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: runs(300) },
    );
  });

  it('of a text that ends anywhere is laid out as far as it goes', () => {
    fc.assert(
      fc.property(
        fc.json().filter((text) => /^[{[]/.test(text)),
        fc.nat(),
        (text, end) => {
          const cut = text.slice(0, end % text.length);
          const { lines, isJson } = sourceLayout(cut, folded);
          expect({ cut, isJson }).toEqual({ cut, isJson: true });
          expect(lines.flatMap(({ pieces }) => pieces.map(pieceText)).join('')).toBe(cut);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test.each<[title: string, text: string, expected: string]>([
    ['numbers that no double holds', '{"a":9007199254740993.10}', '{\n  "a": 9007199254740993.10\n}'],
    ['equal keys', '{"a":1,"a":2}', '{\n  "a": 1,\n  "a": 2\n}'],
    ['escapes', '{"a":"\\u0041\\"{"}', '{\n  "a": "\\u0041\\"{"\n}'],
    ['empty objects and arrays', '{"a":{ },"b":[\n]}', '{\n  "a": {},\n  "b": []\n}'],
    ['a comma after the last member', '{"a":[1,],}', '{\n  "a": [\n    1,\n  ],\n}'],
  ])('keeps %s', (_, text, expected) => {
    expect(shownText(sourceLayout(text, folded).lines)).toBe(expected);
  });

  it.each([
    '{"a":1}x',
    '{"a" 1}',
    '[1 2]',
    '{"a":tru}',
    '{"a":01}',
    '{"a":"\u0001"}',
    '{1:2}',
    '[}',
    '{\r\n  "a": nil\n}\n',
    ']',
    '"a":1',
    '{,}',
  ])('of a text that is no JSON is the text: %s', (text) => {
    const { lines, isJson } = sourceLayout(text, folded);
    expect(isJson).toBe(false);
    expect(shownText(lines)).toBe(text);
  });

  it('takes time in proportion to its length, whatever is nested', () => {
    const depth = 100_000;
    const { lines } = sourceLayout(`${'['.repeat(depth)}${'{"a":'.repeat(depth)}`, unfolded);
    expect(lines.length).toBe(2 * depth + 1);
    expect(sourceLayout('"\\'.repeat(depth), unfolded).lines.length).toBe(1);
  });
});

describe('JSON text in a string', () => {
  const body = JSON.stringify({ list: [1], inner: JSON.stringify({ deep: 'é\n' }) });
  const text = JSON.stringify({ a: 'no', body, b: '{no', c: '[1]x' });

  it('is named where it can be unfolded, that within another as soon as that is', () => {
    expect(sourceLayout(text, folded).folds).toEqual(['["body"]']);
    expect(sourceLayout(text, unfolded).folds).toEqual(['["body"]', '["body","inner"]']);
  });

  it('is laid out in its quotes, as deep as its string', () => {
    const { lines } = sourceLayout(text, (name) => name === '["body"]');
    expect(shownText(lines).split('\n')).toEqual([
      '{',
      '  "a": "no",',
      '  "body": "{',
      '    "list": [',
      '      1',
      '    ],',
      `    "inner": ${JSON.stringify(JSON.stringify({ deep: 'é\n' }))}`,
      '  }",',
      '  "b": "{no",',
      '  "c": "[1]x"',
      '}',
    ]);
    expect(lines.map(({ texts }) => texts)).toEqual([0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0]);
  });

  it('has the ways to its values', () => {
    const { lines } = sourceLayout(text, unfolded);
    const paths = lines.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.kind === 'key' ? [pathOf(piece.value!)] : piece.kind === 'number' ? [pathOf(piece.value!)] : [])),
    );
    expect(paths).toEqual([
      ['a'],
      ['body'],
      ['body', 'list'],
      ['body', 'list', 0],
      ['body', 'inner'],
      ['body', 'inner', 'deep'],
      ['b'],
      ['c'],
    ]);
  });
});
