import { describe, expect, it } from 'vitest';
import { ActiveFilter } from '../../../src/host/commands/activeFilter.ts';
import type { NamedFilter } from '../../../src/host/commands/namedFilters.ts';

interface Item {
  readonly label: string;
  readonly filter?: NamedFilter;
}

const filters = ['a', 'b', 'c'].map((name): NamedFilter => ({ kind: 'builtIn', name, title: name, query: name }));
const itemsOf = (description: string): readonly Item[] => [
  { label: 'heading' },
  ...filters.map((filter) => ({ label: `${filter.name} ${description}`, filter })),
];

/** A list as VS Code has it: `say` is what it says of its own, late. */
function start() {
  const pick = { items: [] as readonly Item[], activeItems: [] as readonly Item[], keepScrollPosition: false };
  const active = new ActiveFilter<Item>(pick);
  active.show(itemsOf('…'));
  const say = (index: number) => active.changed(pick.items.find(({ filter }) => filter === filters[index]));
  return { pick, active, say };
}

describe('the filter that the user is on', () => {
  it('is none while the first item is active, which VS Code says whenever there are other items', () => {
    const { active, say } = start();
    expect([say(0), active.moved]).toEqual([false, undefined]);
    active.show(itemsOf('1 record'));
    expect([say(0), active.changed(undefined), active.moved]).toEqual([false, false, undefined]);
  });

  it('stays while items are replaced again and again, whatever VS Code says in between', () => {
    const { pick, active, say } = start();
    expect([say(1), active.moved]).toEqual([true, filters[1]]);
    active.show(itemsOf('1 record'));
    expect(pick.activeItems.map(({ label }) => label)).toEqual(['b 1 record']);
    expect(say(0)).toBe(false);
    active.show(itemsOf('2 records'));
    expect(pick.activeItems.map(({ label }) => label)).toEqual(['b 2 records']);
    expect([say(1), say(1)]).toEqual([false, false]);
    expect(active.moved).toBe(filters[1]);
  });

  it('is the next one that they move to, also the first one', () => {
    const { active, say } = start();
    say(1);
    active.show(itemsOf('1 record'));
    expect([say(2), active.moved]).toEqual([true, filters[2]]);
    expect([say(0), active.moved]).toEqual([true, filters[0]]);
  });
});
