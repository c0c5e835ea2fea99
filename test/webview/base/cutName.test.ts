import { expect, test } from 'vitest';
import { splitOf } from '../../../webview/base/cutName.ts';

test.each<[name: string, start: string, end: string]>([
  ['8ae4d8b2-498c-4e27-9f6a-1f2e3d4c0a76', '8ae4d8b2-498c-4e27-9f6a-1f2e3d', '4c0a76'],
  ['short', 'short', ''],
  ['', '', ''],
  ['fifteen letters', 'fifteen letters', ''],
  ['the log of dana smithe', 'the log of dan', 'a smithe'],
  // Neither half a character nor a blank at the border.
  ['abcdefghijkl😀12345', 'abcdefghijkl', '😀12345'],
  // Pieces of what is read from right to left would change places.
  ['علي المدير (Operations)', 'علي المدير (Operations)', ''],
  ['a b c d e f g h i j k l', 'a b c d e f g h i j k l', ''],
])('%s is cut in the middle', (name, start, end) => {
  expect([name.slice(0, splitOf(name)), name.slice(splitOf(name))]).toEqual([start, end]);
});
