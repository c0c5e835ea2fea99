import { describe, expect, test } from 'vitest';
import type { Path } from '../../../src/core/formats/definition/paths.ts';
import { PathTable } from '../../../src/core/formats/pathTable.ts';

function tableOf(paths: readonly Path[]): PathTable<string> {
  const table = new PathTable<string>();
  paths.forEach((path) => table.add(path, JSON.stringify(path)));
  return table;
}

describe('a table of paths', () => {
  test.each<[title: string, paths: readonly Path[], place: readonly (string | number)[], found: Path | undefined, isItem: boolean]>([
    ['finds a key', ['a'], ['a'], 'a', false],
    ['finds nothing else', ['a'], ['b'], undefined, false],
    ['finds nothing below or above', ['a.b'], ['a'], undefined, false],
    ['finds a path', ['a.b'], ['a', 'b'], 'a.b', false],
    ['finds a key without regard to case', ['userId'], ['USERID'], 'userId', false],
    ['prefers the exact key', ['userId', 'UserId'], ['UserId'], 'UserId', false],
    ['prefers the exact key, whatever the order', ['UserId', 'userId'], ['UserId'], 'UserId', false],
    ['takes the first of equal paths', ['a', ['a']], ['a'], 'a', false],
    ['finds items', ['a', 'a[]'], ['a', 3], 'a[]', false],
    ['finds the array of an item', ['a'], ['a', 3], 'a', true],
    ['finds the array itself', ['a[]', 'a'], ['a'], 'a', false],
    ['finds what is in items', ['a[].b'], ['a', 0, 'b'], 'a[].b', false],
    ['finds what is in the one item of a collapsed array', ['a[].b'], ['a', 'b'], 'a[].b', false],
    ['finds what is in items of a list where there should be none', ['a.b'], ['a', 0, 'b'], 'a.b', false],
    ['finds lists within lists', ['a'], ['a', 0, 1], 'a', true],
    ['finds keys with dots', [['a', 'b.c']], ['a', 'b.c'], ['a', 'b.c'], false],
    ['takes no key with dots for a path', ['a.b'], ['a.b'], undefined, false],
    ['takes no key for items', ['a[]'], ['a', '[]'], undefined, false],
    ['takes no control character for the end of a key', ['a.b'], ['a\0b'], undefined, false],
  ])('%s', (_, paths, place, found, isItem) => {
    expect(tableOf(paths).at(place)).toEqual(found === undefined ? undefined : { value: JSON.stringify(found), isItem });
  });
});
