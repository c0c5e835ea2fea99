import { describe, expect, it } from 'vitest';
import { changedText, syntaxFix } from '../../../src/host/languageFeatures/syntaxFix.ts';

/** `¦` in the text are the beginning and the end of the finding. */
function check(code: string, marked: string, expected: string | undefined): void {
  const [before = '', about = '', after = ''] = marked.split('¦');
  const text = before + about + after;
  const place = { start: before.length, end: before.length + about.length, openFrom: before.lastIndexOf('\n') + 1 };
  const fix = syntaxFix(code, text, place);
  expect({ marked, fixed: fix && changedText(text, [fix.change]) }).toEqual({ marked, fixed: expected });
}

describe('a syntax error', () => {
  it('is mended where it is clear how', () => {
    check('syntax.trailingComma', '{"a":1¦,¦}', '{"a":1}');
    check('syntax.invalid', '{¦a¦:1}', '{"a":1}');
    check('syntax.invalid', "{¦'a b'¦ : 1}", '{"a b" : 1}');
    check('syntax.truncated', '{"a":1}\n¦{"b":[1¦', '{"a":1}\n{"b":[1]}\n');
    check('syntax.padding', '¦\0\0\uFEFF¦{"a":1}', '{"a":1}');
  });

  it('stays where it is not', () => {
    check('syntax.trailingComma', '{"a":1¦}¦', undefined);
    check('syntax.invalid', '{"a":¦abc¦}', undefined);
    check('syntax.truncated', '{"a":1}¦¦', undefined);
    check('syntax.padding', '¦  ¦{}', undefined);
    check('value.time', '{"a":¦"noon"¦}', undefined);
  });
});

it('changes that overlap an earlier one are left out', () => {
  const changes = [
    { start: 3, end: 4, text: '' },
    { start: 0, end: 2, text: 'x' },
    { start: 1, end: 3, text: 'y' },
  ];
  expect(changedText('abcdef', changes)).toBe('xcef');
});
