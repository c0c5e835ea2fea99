import { describe, expect, it } from 'vitest';
import { brushedBuckets, brushKey, clampBrush, type Brush } from '../../../src/core/timeline/brush.ts';

const at = (cursor: number, anchor?: number): Brush => ({ cursor, anchor });

describe('brushing by keys, on a chart of 100 buckets', () => {
  it.each<[key: string, before: Brush, after: Brush, action: string]>([
    ['ArrowLeft', at(5), at(4), 'moved'],
    ['ArrowLeft', at(0), at(0), 'moved'],
    ['ArrowRight', at(99), at(99), 'moved'],
    ['PageDown', at(5), at(15), 'moved'],
    ['PageUp', at(5), at(0), 'moved'],
    ['Home', at(5), at(0), 'moved'],
    ['End', at(5), at(99), 'moved'],
    ['Shift+ArrowRight', at(5), at(6, 5), 'moved'],
    ['Shift+ArrowRight', at(6, 5), at(7, 5), 'moved'],
    ['Shift+ArrowLeft', at(5, 5), at(4, 5), 'moved'],
    ['Shift+End', at(5), at(99, 5), 'moved'],
    ['ArrowRight', at(7, 5), at(8), 'moved'],
    ['Enter', at(7, 5), at(7, 5), 'zoom'],
    ['Enter', at(7), at(7), 'zoom'],
    ['Escape', at(7, 5), at(7), 'moved'],
    ['Escape', at(7), at(7), 'clear'],
    ['x', at(7), at(7), 'none'],
  ])('%s (%#)', (pressed, before, after, action) => {
    const shift = pressed.startsWith('Shift+');
    expect(brushKey(before, pressed.replace('Shift+', ''), shift, 100)).toEqual({ brush: after, action });
  });

  it('does not zoom into a chart of nothing', () => {
    expect(brushKey(at(0), 'Enter', false, 0).action).toBe('none');
  });
});

describe('a brush', () => {
  it('chooses nothing without an anchor, and both ends with one', () => {
    expect(brushedBuckets(at(3))).toBeUndefined();
    expect(brushedBuckets(at(3, 8))).toEqual({ first: 3, last: 8 });
    expect(brushedBuckets(at(8, 3))).toEqual({ first: 3, last: 8 });
  });

  it('stays within its chart', () => {
    expect(clampBrush(at(50, -2), 10)).toEqual(at(9, 0));
    expect(clampBrush(at(50), 0)).toEqual(at(0));
  });
});
