import { expect, it } from 'vitest';
import { BoundedMemo } from '../../../src/core/record/boundedMemo.ts';

it('remembers what was found, nothing included, and forgets all when it is full', () => {
  const asked: number[] = [];
  const memo = new BoundedMemo<number, string | undefined>(2);
  const find = (key: number): string | undefined => {
    asked.push(key);
    return key === 1 ? undefined : `found ${key}`;
  };
  expect([1, 2, 1, 2].map((key) => memo.get(key, find))).toEqual([undefined, 'found 2', undefined, 'found 2']);
  expect(asked).toEqual([1, 2]);
  expect([3, 1, 3].map((key) => memo.get(key, find))).toEqual(['found 3', undefined, 'found 3']);
  expect(asked).toEqual([1, 2, 3, 1]);
});
