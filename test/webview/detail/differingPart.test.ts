import { expect, test } from 'vitest';
import { differingPart } from '../../../webview/detail/differingPart.ts';

test.each<[first: string, second: string, left: readonly string[], right: readonly string[]]>([
  ['a', 'b', ['', 'a', ''], ['', 'b', '']],
  ['same', 'same', ['same', '', ''], ['same', '', '']],
  ['svc-deploy', 'svc-deployer', ['svc-deploy', '', ''], ['svc-deploy', 'er', '']],
  ['2020-11-02', '2020-12-02', ['2020-1', '1', '-02'], ['2020-1', '2', '-02']],
  ['aa', 'aaa', ['aa', '', ''], ['aa', 'a', '']],
  ['', 'x', ['', '', ''], ['', 'x', '']],
  ['😀b', '😁b', ['', '😀', 'b'], ['', '😁', 'b']],
])('“%s” and “%s” differ in one part', (first, second, left, right) => {
  expect(differingPart(first, second)).toEqual({ first: left, second: right });
});
