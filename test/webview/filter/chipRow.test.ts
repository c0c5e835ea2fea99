import { describe, expect, it, test } from 'vitest';
import { actsOf, afterAct, afterDrop, chipsOf, type ChipAct } from '../../../webview/filter/chipRow.ts';

const state = { query: 'a (b OR c) -d', pinned: ['caller:x', 'e f'], off: [{ text: 'z', at: 1 }] };
const chips = chipsOf(state);

describe('the chips of a filter', () => {
  it('are those that are pinned, and the terms with those that are off between them', () => {
    expect(chips.map(({ kind, text, at }) => `${kind} ${text} ${at}`)).toEqual([
      'pinned caller:x 0',
      'pinned e f 1',
      'on a 0',
      'off z 1',
      'on b OR c 2',
      'on -d 3',
    ]);
    expect(chips.map(({ isInverted }) => isInverted)).toEqual([false, false, false, false, false, true]);
    expect(chips.map(({ hasAlternatives }) => hasAlternatives)).toEqual([false, false, false, false, true, false]);
  });

  it('offer what makes sense where they are', () => {
    const acts = chips.map((chip) => actsOf(chips, chip).join(' '));
    expect(acts).toEqual([
      'unpin remove',
      'unpin remove',
      'toggle invert joinNext pin remove',
      'toggle invert joinPrevious joinNext pin remove',
      'toggle invert joinPrevious joinNext split pin remove',
      'toggle invert joinPrevious pin remove',
    ]);
  });

  const off = [{ text: 'z', at: 1 }];
  test.each<[number, ChipAct, object]>([
    [2, 'toggle', { query: '(b OR c) -d', off: [{ text: 'a', at: 0 }, ...off] }],
    [3, 'toggle', { query: 'a z (b OR c) -d', off: [] }],
    [5, 'invert', { query: 'a (b OR c) d', off }],
    [4, 'remove', { query: 'a -d', off }],
    [0, 'remove', { query: state.query, pinned: ['e f'] }],
    [5, 'joinPrevious', { query: 'a (b OR c OR -d)', off }],
    [2, 'joinNext', { query: '(z OR a) (b OR c) -d', off: [] }],
    [4, 'split', { query: 'a b c -d', off }],
    [5, 'pin', { query: 'a (b OR c)', off, pinned: ['caller:x', 'e f', '-d'] }],
    [1, 'unpin', { query: 'a (b OR c) -d e f', pinned: ['caller:x'] }],
  ])('%i after %s', (index, act, expected) => {
    expect(afterAct(state, chips[index]!, act)).toEqual({ kind: 'filter', ...expected });
  });

  it('become alternatives where one is dropped on another', () => {
    expect(afterDrop(state, chips[2]!, chips[5]!)).toEqual({ kind: 'filter', query: '(b OR c) (-d OR a)', off: [{ text: 'z', at: 0 }] });
  });

  it('are none without a filter', () => {
    expect(chipsOf({ query: '' })).toEqual([]);
  });
});
