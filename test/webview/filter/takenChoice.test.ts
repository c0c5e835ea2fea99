import { expect, test } from 'vitest';
import { takenChoice } from '../../../webview/filter/takenChoice.ts';

test.each([
  // text, insert, from, to; then the text with the caret at |
  ['oper', 'operation:', 0, 4, 'operation:|', true],
  ['oper:x', 'operation:', 0, 4, 'operation:|x', true],
  ['operation:Set', 'SetCurrentPolicy', 10, 13, 'operation:SetCurrentPolicy |', false],
  ['operation:Set seq>5', 'SetCurrentPolicy', 10, 13, 'operation:SetCurrentPolicy| seq>5', false],
  ['fir', 'first(', 0, 3, 'first(|', true],
  ['first(oper', 'operation)', 6, 10, 'first(operation) |', false],
  ['first(oper)', 'operation)', 6, 10, 'first(operation) |', false],
  ['rare(oper', 'operation, ', 5, 9, 'rare(operation, |', true],
])('%s takes %s', (text, insert, from, to, marked, isUnfinished) => {
  const taken = takenChoice(text, { insert, from, to });
  expect([`${taken.text.slice(0, taken.caret)}|${taken.text.slice(taken.caret)}`, taken.isUnfinished]).toEqual([marked, isUnfinished]);
});
