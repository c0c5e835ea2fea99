import { describe, expect, it } from 'vitest';
import { actOfKey, type ListState } from '../../../webview/records/listKeys.ts';

const state: ListState = {
  list: { rows: 100, rowHeight: 22, viewport: 220 },
  inView: { first: 30, end: 40, shift: 0 },
  active: 50,
  hasSeveral: false,
  hasMarkedText: false,
  isSearching: false,
};
const without: ListState = { ...state, active: undefined };
const several: ListState = { ...state, hasSeveral: true };

/** What a key does, written as `Control+Shift+a`. */
function act(keys: string, shown: ListState) {
  const parts = keys.split('+');
  const has = (name: string): boolean => parts.includes(name);
  const event = { key: parts.at(-1), altKey: has('Alt'), ctrlKey: has('Control'), metaKey: has('Meta'), shiftKey: has('Shift') };
  return actOfKey(event as KeyboardEvent, shown);
}

describe('a key on the list', () => {
  it.each([
    ['ArrowDown', state, 51],
    ['PageUp', state, 41],
    ['Home', state, 0],
    ['End', without, 99],
    ['ArrowDown', without, 30],
    ['ArrowUp', without, 30],
  ] as const)('%s selects a row alone', (key, shown, to) => {
    expect(act(key, shown)).toEqual({ act: 'move', to, selecting: 'alone' });
  });

  it.each([
    ['Shift+ArrowUp', 49],
    ['Shift+PageDown', 59],
    ['Shift+Home', 0],
    ['Shift+End', 99],
  ] as const)('%s extends the selection', (key, to) => {
    expect(act(key, state)).toEqual({ act: 'move', to, selecting: 'extend' });
  });

  it('moves the current row, and selects or unselects it', () => {
    expect(act('Control+ArrowDown', state)).toEqual({ act: 'move', to: 51, selecting: 'keep' });
    expect(act('Control+ ', state)).toEqual({ act: 'move', to: 50, selecting: 'toggle' });
    expect(act('Meta+ ', state)).toEqual({ act: 'move', to: 50, selecting: 'toggle' });
  });

  it('selects all, with Caps Lock too', () => {
    for (const key of ['Control+a', 'Meta+a', 'Control+A']) {
      expect(act(key, without)).toEqual({ act: 'all' });
    }
  });

  it('copies, unless text is marked', () => {
    expect(act('Control+c', state)).toEqual({ act: 'copy' });
    expect(act('Meta+c', { ...without, hasSeveral: true })).toEqual({ act: 'copy' });
    expect(act('Control+c', { ...state, hasMarkedText: true })).toBeUndefined();
    expect(act('Control+c', without)).toBeUndefined();
  });

  it('opens and leaves: of several rows first to one', () => {
    expect(act('Enter', state)).toEqual({ act: 'open' });
    expect(act('Escape', several)).toEqual({ act: 'single' });
    expect(act('Escape', { ...several, isSearching: true })).toEqual({ act: 'single' });
    expect(act('Escape', state)).toEqual({ act: 'leave' });
  });

  it.each([
    ['Escape', { ...state, isSearching: true }],
    ['Escape', without],
    ['Enter', without],
    ['Control+ ', without],
    ['ArrowDown', { ...state, list: { ...state.list, rows: 0 } }],
    ['Control+a', { ...without, list: { ...state.list, rows: 0 } }],
    ['x', state],
    ['Alt+ArrowDown', state],
    ['Meta+ArrowDown', state],
    ['Control+PageDown', state],
    ['Control+Shift+ArrowDown', state],
  ] as const)('%s is not for the list', (key, shown) => {
    expect(act(key, shown)).toBeUndefined();
  });
});
