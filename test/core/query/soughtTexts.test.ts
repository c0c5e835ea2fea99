import { expect, test } from 'vitest';
import { soughtTexts } from '../../../src/core/query/soughtTexts.ts';

test.each<[filter: string, texts: readonly string[]]>([
  ['', []],
  ['contoso', ['contoso']],
  ['"two words" text:"a b"', ['two words', 'a b']],
  ['text=Exact OR (text:(x, "y", z*) caller:ana)', ['Exact', 'x', 'y']],
  ['-secret NOT text:other found', ['found']],
  ['found found', ['found']],
  ['text:null text~/a+/ " "', ['null']],
  ['first(caller) operation:Set', []],
  ['broken (', []],
  [Array.from({ length: 30 }, (_, index) => `w${index}`).join(' '), Array.from({ length: 20 }, (_, index) => `w${index}`)],
])('%s seeks %j', (filter, texts) => {
  expect(soughtTexts(filter)).toEqual(texts);
});
