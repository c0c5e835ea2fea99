import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { debounce } from '../../../src/host/lifetime/debounce.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** When the action runs, in milliseconds, if it is called at these times. */
function runs(calls: readonly number[], milliseconds: number, most?: number): readonly number[] {
  const begin = performance.now();
  const ran: number[] = [];
  const due = debounce(() => ran.push(performance.now() - begin), milliseconds, most);
  calls.forEach((time) => setTimeout(due, time));
  vi.runAllTimers();
  return ran;
}

const steady = Array.from({ length: 30 }, (_, index) => index * 100);

it('runs once when it has been quiet', () => {
  expect(runs([0, 100, 200, 1000], 300)).toEqual([500, 1300]);
  expect(runs(steady, 300)).toEqual([3200]);
});

it('runs now and then where it is never quiet', () => {
  expect(runs([0, 100, 200, 5000], 300, 1000)).toEqual([500, 5300]);
  // A timer takes a millisecond at least.
  expect(runs(steady, 300, 1000).map((time) => Math.floor(time / 100))).toEqual([10, 21, 32]);
});

it('forgets a run that is due', () => {
  const ran: string[] = [];
  const due = debounce(() => ran.push('ran'), 300);
  due();
  due.dispose();
  vi.runAllTimers();
  expect(ran).toEqual([]);
});
