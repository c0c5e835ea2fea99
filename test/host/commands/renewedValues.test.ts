import { describe, expect, it } from 'vitest';
import { renewedValues } from '../../../src/host/commands/renewedValues.ts';
import type { Item, ValueItem } from '../../../src/host/commands/valueItem.ts';
import { ValueChoice } from '../../../src/host/commands/valueChoice.ts';

const value = (name: string, count: number, { section = '', picked = false } = {}): ValueItem => ({
  label: name,
  description: String(count),
  section,
  field: 'result',
  value: name,
  picked,
});

const shown = (values: readonly ValueItem[]): readonly string[] =>
  values.map(({ label, section, description, picked }) => `${section}${label} ${description}${picked === true ? ' ticked' : ''}`);

describe('values of a list when the log has grown', () => {
  it('have the counts of now at their places, and those that have come are behind them', () => {
    const listed = [value('a', 5), value('b', 3)];
    expect(shown(renewedValues(listed, [], [value('c', 9), value('b', 8), value('a', 5)]))).toEqual(['a 5', 'b 8', 'c 9']);
  });

  it('come within their sections, by which values of the same name are told apart', () => {
    const listed = [value('a', 1, { section: 'UPN' }), value('a', 1, { section: 'ObjectId' })];
    const now = [value('b', 9, { section: 'UPN' }), value('a', 2, { section: 'UPN' }), value('a', 3, { section: 'ObjectId' })];
    expect(shown(renewedValues(listed, [listed[1]!], now))).toEqual(['UPNa 2', 'UPNb 9', 'ObjectIda 3 ticked']);
  });

  it('are ticked as they were, and those that have come as the filter says', () => {
    const listed = [value('a', 1, { picked: true }), value('b', 1)];
    const now = [value('a', 2, { picked: true }), value('b', 2), value('c', 1, { picked: true })];
    expect(shown(renewedValues(listed, [listed[1]!], now))).toEqual(['a 2', 'b 2 ticked', 'c 1 ticked']);
  });

  it('are none where none are left', () => {
    expect(renewedValues([value('a', 1)], [], [])).toEqual([]);
  });
});

describe('what is chosen in a list that is renewed', () => {
  const before = [value('a', 5), value('b', 3)];
  const now = [value('c', 9), value('b', 8), value('a', 6)];

  function start() {
    const list = {
      items: before as readonly Item[],
      selectedItems: [] as readonly Item[],
      activeItems: [before[0]!] as readonly Item[],
      keepScrollPosition: false,
    };
    const choice = new ValueChoice(list);
    choice.begin();
    const names = (items: readonly Item[]): readonly string[] => items.map(({ label }) => label);
    return { list, choice, names };
  }

  it('stays what is ticked and where the user has moved', () => {
    const { list, choice, names } = start();
    list.activeItems = [before[1]!];
    expect(choice.moved()).toBe(true);
    list.selectedItems = [before[0]!];
    expect(choice.ticked()).toBe(true);
    choice.renew(now, (values) => values);
    expect([list.items, list.selectedItems, list.activeItems].map(names)).toEqual([['a', 'b', 'c'], ['a'], ['b']]);
    expect(list.keepScrollPosition).toBe(true);
    expect(shown(choice.previewed)).toEqual(['a 6 ticked', 'b 8']);
  });

  it('is nothing as long as the user does nothing, whatever VS Code reports', () => {
    const { list, choice } = start();
    choice.renew([...now, value('d', 1, { picked: true })], (values) => values);
    list.activeItems = [list.items[0]!];
    expect([choice.moved(), choice.ticked(), choice.previewed.map(({ label }) => label)]).toEqual([false, false, ['d']]);
  });
});
