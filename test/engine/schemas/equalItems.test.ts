import { expect, test } from 'vitest';
import { equalItems } from '../../../src/engine/schemas/equalItems.ts';

test.each<[items: string, equal: readonly [number, number] | undefined]>([
  ['[]', undefined],
  ['[1,"1",true,null,[1],{"a":1}]', undefined],
  ['[1,2,1.0,2]', [0, 2]],
  ['[{"a":1,"b":[2]},{"b":[2],"a":1}]', [0, 1]],
  ['[[1,2],[2,1]]', undefined],
  ['[{"a":1},[["a",1]]]', undefined],
  ['[{"__proto__":1},{}]', undefined],
])('of %s the first equal ones are %j', (items, equal) => {
  expect(equalItems(JSON.parse(items) as unknown[], () => undefined)).toEqual(equal);
});
