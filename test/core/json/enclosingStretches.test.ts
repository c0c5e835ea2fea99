import { expect, test } from 'vitest';
import { enclosingStretches } from '../../../src/core/json/enclosingStretches.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';

test('stretches around an offset go from the value to what is innermost', () => {
  const text = '{"a":[1,{"bc":true}],"d":""}';
  const bytes = new TextEncoder().encode(text);
  const around = (piece: string): readonly string[] =>
    enclosingStretches(parseValueTree(bytes, 0, bytes.length), text.indexOf(piece)).map(({ start, end }) => text.slice(start, end));
  expect(around('true')).toEqual([text, '"a":[1,{"bc":true}]', '[1,{"bc":true}]', '{"bc":true}', '"bc":true', 'true']);
  expect(around('bc')).toEqual([text, '"a":[1,{"bc":true}]', '[1,{"bc":true}]', '{"bc":true}', '"bc":true', '"bc"']);
  expect(around(',"d"')).toEqual([text]);
  expect(enclosingStretches(parseValueTree(bytes, 0, bytes.length), text.length)).toEqual([]);
});
