import { expect, it } from 'vitest';
import type { ColumnAct } from '../../../src/protocol/viewMessages.ts';
import { columnsAfter } from '../../../webview/page/chosenColumns.ts';

it.each<[string, readonly string[], ColumnAct, readonly string[] | undefined]>([
  ['a new one first', ['a', 'b'], { does: 'add', field: 'c' }, ['c', 'a', 'b']],
  ['one that is there first', ['a', 'b'], { does: 'add', field: 'b' }, ['b', 'a']],
  ['six at most', ['a', 'b', 'c', 'd', 'e', 'f'], { does: 'add', field: 'g' }, ['g', 'a', 'b', 'c', 'd', 'e']],
  ['the others', ['a', 'b', 'c'], { does: 'remove', field: 'b' }, ['a', 'c']],
  ['all but the first one', ['a', 'b'], { does: 'remove', field: null }, ['b']],
  ['none, though others would suit the records', ['a'], { does: 'remove', field: null }, []],
  ['one further to the left', ['a', 'b', 'c'], { does: 'move', field: 'c', by: -1 }, ['a', 'c', 'b']],
  ['one further to the right', ['a', 'b', 'c'], { does: 'move', field: 'a', by: 1 }, ['b', 'a', 'c']],
  ['the current one further to the left', ['a', 'b', 'c'], { does: 'move', field: null, by: -1 }, ['b', 'a', 'c']],
  ['those that suit the records', ['a'], { does: 'reset' }, undefined],
])('the list has %s', (_, fields, act, expected) => {
  expect(columnsAfter(fields, act, () => 'b')).toEqual(expected);
});

it.each<[string, ColumnAct, string | undefined]>([
  ['before the first', { does: 'move', field: 'a', by: -1 }, 'b'],
  ['after the last', { does: 'move', field: 'c', by: 1 }, 'b'],
  ['that the list does not have', { does: 'move', field: 'd', by: 1 }, 'b'],
  ['where none is the current one', { does: 'move', field: null, by: 1 }, undefined],
])('the list stays the same with no place %s', (_, act, current) => {
  const fields = ['a', 'b', 'c'];
  expect(columnsAfter(fields, act, () => current)).toBe(fields);
});
