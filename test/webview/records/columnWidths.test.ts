import { expect, it } from 'vitest';
import { columnStyle, columnsThatFit, isColumnWidths } from '../../../webview/records/columnWidths.ts';

const columns = ['a', 'b', 'c', 'd', 'e', 'f'].map((field) => ({ field, title: field }));
const shown = (width: number, widths = {}, areChosen = true): string =>
  columnsThatFit(columns, width, widths, areChosen)
    .map(({ field }) => field)
    .join('');

it.each([
  [0, ''],
  [849, ''],
  [850, 'a'],
  [967, 'a'],
  [968, 'ab'],
  [4000, 'abcdef'],
])('a list of %i pixels has of columns that were chosen those from the first one on: %j', (width, fields) => {
  expect(shown(width)).toBe(fields);
});

it.each([
  [999, ''],
  [1000, 'a'],
  [1117, 'a'],
  [1118, 'ab'],
])('a list of %i pixels has of columns that suit the records fewer: %j', (width, fields) => {
  expect(shown(width, {}, false)).toBe(fields);
});

it.each([
  ['a wider column of its own', 849 + 50, { '.caller': 200 }, ''],
  ['a wider column of its own, and room for that', 850 + 50, { '.caller': 200 }, 'a'],
  ['a narrower column of its own', 968 - 110, { '.caller': 40 }, 'ab'],
  ['a wider first column', 968, { a: 111 }, 'a'],
  ['a narrower second column', 968 - 70, { b: 40 }, 'ab'],
  ['a column so wide that it has no room, after which none is shown', 1200, { a: 900, b: 40 }, ''],
  ['two lines a row', 759, { '.caller': 40, '.instance': 40, a: 40 }, ''],
])('a list with %s has of %i pixels as much as the widths leave', (_, width, widths, fields) => {
  expect(shown(width, widths)).toBe(fields);
});

it('columns have the widths that the user has given them, and less where there is little room', () => {
  expect(columnStyle([], {})).toBe('');
  expect(columnStyle(columns.slice(0, 2), { '.time': 90, b: 200, gone: 70 })).toBe(
    '--time:minmax(40px,90px);--suited:minmax(60px,110px) minmax(40px,200px)',
  );
});

it.each([
  [{}, true],
  [{ a: 40.5 }, true],
  [{ a: -1 }, false],
  [{ a: '40px' }, false],
  [null, false],
  [7, false],
])('%j are widths: %j', (value, expected) => {
  expect(isColumnWidths(value)).toBe(expected);
});
