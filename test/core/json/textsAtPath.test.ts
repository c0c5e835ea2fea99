import { expect, test } from 'vitest';
import { textsAtPath } from '../../../src/core/json/textsAtPath.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';

function textsAt(json: string, path: string): readonly (string | null)[] {
  const bytes = new TextEncoder().encode(json);
  return textsAtPath(bytes, parseValueTree(bytes, 0, bytes.length), path).toSorted((left, right) =>
    String(left) < String(right) ? -1 : 1,
  );
}

test.each([
  ['{"a":1}', 'a', ['1']],
  ['{"a":{"b":1},"a.b":2}', 'a.b', ['1', '2']],
  ['{"a":{"b":{"c":1},"b.c":2},"a.b":{"c":3},"a.b.c":4}', 'a.b.c', ['1', '2', '3', '4']],
  ['{"a":[{"b":1},[{"b":2},3],{"c":4},null]}', 'a.b', ['1', '2']],
  ['{"a":[1,"2",null,[3]]}', 'a', ['1', '2', '[3]', null]],
  ['{"a":{"b":null}}', 'a.b', [null]],
  ['{"a":{"b":"null"}}', 'a.b', ['null']],
  [String.raw`{"a":"{\"b\":1}"}`, 'a', ['{"b":1}']],
  [String.raw`{"a":"{\"b\":\"x\"}"}`, 'a.b', ['x']],
  [String.raw`{"a":" [{\"b\":1},{\"b\":[2,null]}] "}`, 'a.b', ['1', '2', null]],
  [String.raw`{"a":["{\"b\":1}",{"b":2}]}`, 'a.b', ['1', '2']],
  [String.raw`{"a":"{\"b\":\"{\\\"c\\\":1}\"}"}`, 'a.b.c', ['1']],
  [String.raw`{"a":"{\"b\":1"}`, 'a.b', []],
  [String.raw`{"a":"{\"b\":1} 2"}`, 'a.b', []],
  ['{"a":{"b":1},"a":{"b":2}}', 'a.b', ['2']],
  ['{"a":{"b":1},"a":3}', 'a.b', []],
  ['{"":{"":1},"a":{"":2},"a.":3}', 'a.', ['2', '3']],
  ['{"":{"a":1},".a":2}', '.a', ['1', '2']],
  ['{"A":1,"ab":{"c":2}}', 'a.c', []],
  ['{"__proto__":{"x":1}}', '__proto__.x', ['1']],
  ['[{"a":1}]', 'a', ['1']],
])('%s at %s: %j', (json, path, expected) => {
  expect(textsAt(json, path)).toEqual(expected);
});

test('a path of many dots through many members is walked once', () => {
  const depth = 30;
  const json = `${'{"a":['.repeat(depth)}${Array.from({ length: 1000 }, () => '{"a":1}').join(',')}${']}'.repeat(depth)}`;
  expect(textsAt(json, Array.from({ length: depth + 1 }, () => 'a').join('.'))).toHaveLength(1000);
});
