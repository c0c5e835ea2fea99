import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SharedUse } from '../../../src/host/lifetime/sharedUse.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Thing {
  disposed = 0;

  dispose(): void {
    this.disposed++;
  }
}

describe('what several use', () => {
  it('is one thing for each key, made when it is needed', () => {
    const shared = new SharedUse<Thing>(1000);
    const [one, same, other] = [shared.use('a', () => new Thing()), shared.use('a', () => new Thing()), shared.use('b', () => new Thing())];
    expect(same.value).toBe(one.value);
    expect(other.value).not.toBe(one.value);
    expect(shared.keys).toEqual(['a', 'b']);
    expect(shared.get('a')).toBe(one.value);
    expect(shared.get('c')).toBeUndefined();
  });

  it('stays open for a while after its last user, and then no longer', () => {
    const shared = new SharedUse<Thing>(1000);
    const [one, same] = [shared.use('a', () => new Thing()), shared.use('a', () => new Thing())];
    one.dispose();
    // A second time changes nothing.
    one.dispose();
    vi.advanceTimersByTime(5000);
    expect(one.value.disposed).toBe(0);
    same.dispose();
    vi.advanceTimersByTime(999);
    expect([one.value.disposed, shared.keys]).toEqual([0, ['a']]);
    vi.advanceTimersByTime(1);
    expect([one.value.disposed, shared.keys]).toEqual([1, []]);
  });

  it('goes on where somebody uses it within that time', () => {
    const shared = new SharedUse<Thing>(1000);
    const one = shared.use('a', () => new Thing());
    one.dispose();
    vi.advanceTimersByTime(500);
    const again = shared.use('a', () => new Thing());
    vi.advanceTimersByTime(5000);
    expect([again.value === one.value, one.value.disposed]).toEqual([true, 0]);
  });

  it('is disposed at once with all of it, once', () => {
    const shared = new SharedUse<Thing>(1000);
    const [one, other] = [shared.use('a', () => new Thing()), shared.use('b', () => new Thing())];
    other.dispose();
    shared.dispose();
    vi.advanceTimersByTime(5000);
    expect([one.value.disposed, other.value.disposed, shared.keys]).toEqual([1, 1, []]);
  });
});
