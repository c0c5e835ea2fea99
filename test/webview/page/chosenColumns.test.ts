import { expect, it } from 'vitest';
import type { ColumnAct } from '../../../src/protocol/viewMessages.ts';
import { columnsAfter } from '../../../webview/page/chosenColumns.ts';

it.each<[string, readonly string[], ColumnAct, readonly string[] | undefined]>([
  ['a new one first', ['a', 'b'], { does: 'add', field: 'c' }, ['c', 'a', 'b']],
  ['one that is there first', ['a', 'b'], { does: 'add', field: 'b' }, ['b', 'a']],
  ['six at most', ['a', 'b', 'c', 'd', 'e', 'f'], { does: 'add', field: 'g' }, ['g', 'a', 'b', 'c', 'd', 'e']],
  ['the others', ['a', 'b', 'c'], { does: 'remove', field: 'b' }, ['a', 'c']],
  ['all but the one that was added last', ['a', 'b'], { does: 'remove', field: null }, ['b']],
  ['none, though others would suit the records', ['a'], { does: 'remove', field: null }, []],
  ['those that suit the records', ['a'], { does: 'reset' }, undefined],
])('the list has %s', (_, fields, act, expected) => {
  expect(columnsAfter(fields, act)).toEqual(expected);
});
