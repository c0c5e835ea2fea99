import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Kept } from '../../../webview/base/kept.ts';
import { ThrottledValue } from '../../../webview/base/throttledValue.ts';

describe('a value that follows another', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('does so at once where that rests, and once in so long where it moves', () => {
    const changed = vi.fn<() => void>();
    const value = new ThrottledValue<number>(changed, 100, (left, right) => left === right);
    expect(value.follow(1)).toBe(1);
    expect([value.follow(2), value.follow(3), value.isBehind]).toEqual([1, 1, true]);
    vi.advanceTimersByTime(99);
    expect(changed).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(changed).toHaveBeenCalledTimes(1);
    expect([value.follow(3), value.isBehind]).toEqual([3, false]);
    // What comes back to where it was needs no news.
    value.follow(4);
    expect([value.follow(3), value.isBehind]).toEqual([3, false]);
    vi.advanceTimersByTime(100);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(value.follow(5)).toBe(5);
  });
});

describe('an object that is kept', () => {
  it('is the former one as long as its members are the same', () => {
    const kept = new Kept<{ readonly a: number; readonly b?: object }>();
    const first = kept.of({ a: 1 });
    expect(kept.of({ a: 1 })).toBe(first);
    const b = {};
    const second = kept.of({ a: 1, b });
    expect(second).not.toBe(first);
    expect(kept.of({ a: 1, b })).toBe(second);
    expect(kept.of({ a: 1, b: {} })).not.toBe(second);
    expect(kept.of({ a: 1 })).toEqual({ a: 1 });
  });
});
