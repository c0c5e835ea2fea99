import { expect, it } from 'vitest';
import { hasRightToLeft, visibleText } from '../../src/protocol/visibleText.ts';

it.each([
  ['ana@contoso.example', 'ana@contoso.example'],
  ['\u202eevil\u202c@x', '\\u202eevil\\u202c@x'],
  ['a\u200bdmin', 'a\\u200bdmin'],
  ['admin\u0000', 'admin\\u0000'],
  ['tag\u{e0041}', 'tag\\udb40\\udc41'],
  ['half \ud800', 'half \\ud800'],
  ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
  ['family \u{1f468}\u200d\u{1f469}', 'family \u{1f468}\u200d\u{1f469}'],
  ['דנה', 'דנה'],
])('%j is shown as %s', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

it.each([
  ['דנה@contoso', true],
  ['علي', true],
  ['\u{1e900}', true],
  ['dana@contoso', false],
  ['дана', false],
])('%j is read from right to left: %s', (text, expected) => {
  expect(hasRightToLeft(text)).toBe(expected);
});
