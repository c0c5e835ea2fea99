import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FilterUse } from '../../../src/host/editor/filterUse.ts';
import { RecentFilters } from '../../../src/host/editor/recentFilters.ts';
import { MemoryDouble } from './memoryDouble.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

function start() {
  const recent = new RecentFilters(new MemoryDouble());
  const use = new FilterUse(recent);
  const type = (query: string, typing: 'begins' | 'continues' = 'continues') => use.applied({ kind: 'filter', query, typing });
  return { recent, use, type };
}

describe('a filter', () => {
  it('is used as soon as it is chosen', () => {
    const { recent, use } = start();
    use.applied({ kind: 'filter', query: 'result:Failure' });
    expect(recent.all).toEqual(['result:Failure']);
  });

  it('that is typed is used once typing rests, without what led to it', () => {
    const { recent, type } = start();
    type('f', 'begins');
    type('fai');
    vi.advanceTimersByTime(1900);
    type('failure');
    vi.advanceTimersByTime(1900);
    expect(recent.all).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(recent.all).toEqual(['failure']);
  });

  it('that was typed is used when another step begins, or the timeline is closed', () => {
    const { recent, use, type } = start();
    type('a', 'begins');
    type('b', 'begins');
    expect(recent.all).toEqual(['a']);
    use.applied({ kind: 'filter', query: '' });
    expect(recent.all).toEqual(['b', 'a']);
    type('c', 'begins');
    use.dispose();
    vi.advanceTimersByTime(5000);
    expect(recent.all).toEqual(['c', 'b', 'a']);
  });
});
