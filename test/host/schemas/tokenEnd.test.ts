import { expect, test } from 'vitest';
import { tokenEnd } from '../../../src/host/schemas/tokenEnd.ts';

test.each<[marked: string]>([
  ['{⟦"type"⟧: 7}'],
  ['{"a": ⟦"b\\"c"⟧}'],
  ['{"a": ⟦"open'],
  ['{"a": ⟦-1.5e7⟧}'],
  ['{"a": ⟦true⟧}'],
  ['⟦{⟧"a": 1}'],
  ['{"a": ⟦[⟧1]}'],
  ['{"a": ⟦'],
])('%s', (marked) => {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧');
  const line = marked.replace(/[⟦⟧]/g, '');
  expect(tokenEnd(line, start)).toBe(end === -1 ? Math.max(line.length, start + 1) : end - 1);
});
