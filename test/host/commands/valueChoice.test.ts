import { describe, expect, it } from 'vitest';
import { ValueChoice } from '../../../src/host/commands/valueChoice.ts';
import type { Item, ValueItem } from '../../../src/host/commands/valueItem.ts';

const value = (label: string): ValueItem => ({ label, section: '', field: 'result', value: label });
const [a, b, c] = [value('a'), value('b'), value('c')];

/** A list as VS Code has it, in which `ticked` are picked already. */
function start(ticked: readonly ValueItem[] = []) {
  const heading: Item = { label: 'heading' };
  const list = {
    items: [heading, a, b, c],
    selectedItems: ticked as readonly Item[],
    activeItems: [a] as readonly Item[],
    keepScrollPosition: false,
  };
  const choice = new ValueChoice(list);
  choice.begin();
  return { list, choice };
}

describe('what is chosen in a list of values', () => {
  it('is nothing before the user does anything, and the first value being active is nothing that they did', () => {
    const { choice } = start();
    expect([choice.moved(), choice.ticked(), choice.previewed, choice.accepted]).toEqual([false, false, [], []]);
  });

  it('is the value that they moved to, where none is ticked', () => {
    const { list, choice } = start();
    list.activeItems = [b];
    expect([choice.moved(), choice.previewed, choice.accepted]).toEqual([true, [b], [b]]);
    list.activeItems = [a];
    expect([choice.moved(), choice.previewed]).toEqual([true, [a]]);
  });

  it('is what is ticked, with which the value that they moved to is previewed', () => {
    const { list, choice } = start([a]);
    list.activeItems = [b];
    expect([choice.moved(), choice.previewed, choice.accepted]).toEqual([true, [a, b], [a]]);
    list.selectedItems = [a, b];
    expect([choice.ticked(), choice.previewed, choice.accepted]).toEqual([true, [a, b], [a, b]]);
  });

  it('is nothing where they took the last tick away', () => {
    const { list, choice } = start([a]);
    list.activeItems = [b];
    choice.moved();
    list.selectedItems = [];
    expect([choice.ticked(), choice.accepted]).toEqual([true, []]);
  });
});
