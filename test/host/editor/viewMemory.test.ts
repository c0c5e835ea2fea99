import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { historyAt, initialState, take } from '../../../src/host/editor/viewHistory.ts';
import { type KeptView, ViewMemory } from '../../../src/host/editor/viewMemory.ts';
import { MemoryDouble } from './memoryDouble.ts';

function filtered(count: number, layout = ''): KeptView {
  const steps = Array.from({ length: count }, (_, index) => ({ kind: 'filter', query: `caller:${index}` }) as const);
  return { history: steps.reduce(take, historyAt(initialState)), layout };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

describe('the memory of how logs were shown', () => {
  it('holds filter, way and layout of each log over the end of the window', () => {
    const memory = new MemoryDouble();
    const first = new ViewMemory(memory);
    first.keep('file:///a', filtered(3, '{"lanes":true}'));
    first.keep('file:///b', filtered(1));
    first.dispose();
    const second = new ViewMemory(memory);
    expect(second.of('file:///a')).toEqual(filtered(3, '{"lanes":true}'));
    expect(second.of('file:///b')).toEqual(filtered(1));
    expect(second.of('file:///c')).toBeUndefined();
  });

  it('does not hold text that was never saved, whose address the next one has', () => {
    const memory = new MemoryDouble();
    const views = new ViewMemory(memory);
    views.keep('untitled:Untitled-1', filtered(1));
    views.dispose();
    expect([views.of('untitled:Untitled-1'), memory.updates]).toEqual([undefined, 0]);
  });

  it('is written once for many changes, and not without one', () => {
    const memory = new MemoryDouble();
    const views = new ViewMemory(memory);
    for (let count = 1; count < 10; count++) {
      views.keep('file:///a', filtered(count));
    }
    expect(memory.updates).toBe(0);
    vi.advanceTimersByTime(1000);
    expect(memory.updates).toBe(1);
    views.dispose();
    expect(memory.updates).toBe(1);
    expect(new ViewMemory(memory).of('file:///a')).toEqual(filtered(9));
  });

  it('forgets a log when told to, and of many those that were shown longest ago', () => {
    const views = new ViewMemory(new MemoryDouble());
    for (let number = 0; number < 102; number++) {
      views.keep(`file:///${number}`, filtered(1));
      views.keep('file:///often', filtered(2));
    }
    expect(views.of('file:///0')).toBeUndefined();
    expect(views.of('file:///101')).toEqual(filtered(1));
    expect(views.of('file:///often')).toEqual(filtered(2));
    views.forget('file:///often');
    expect(views.of('file:///often')).toBeUndefined();
  });

  it('holds the last steps of a long way, and of one with very long filters only where it ended', () => {
    const views = new ViewMemory(new MemoryDouble());
    views.keep('file:///a', filtered(50));
    const { past, present } = views.of('file:///a')!.history;
    expect([past.length, past.at(-1)!.query, present.query]).toEqual([20, 'caller:48', 'caller:49']);
    const long = (letter: string) => ({ kind: 'filter', query: `text:${letter.repeat(40_000)}` }) as const;
    views.keep('file:///a', { history: [long('a'), long('b')].reduce(take, historyAt(initialState)), layout: '' });
    expect(views.of('file:///a')!.history).toEqual(historyAt({ ...initialState, query: long('b').query }));
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['another form', { a: 1 }],
    ['pairs that are none', [1, null, ['file:///a']]],
    ['a view of another version', [['file:///a', { history: { past: [], present: { query: 7 }, future: [] }, layout: '' }]]],
    ['a layout that is no text', [['file:///a', { ...filtered(1), layout: 7 }]]],
    ['a way that is no list', [['file:///a', { history: { past: 'x', present: initialState, future: [] }, layout: '' }]]],
  ])('takes %s for a memory of nothing', (_, value) => {
    const memory = new MemoryDouble();
    if (value !== undefined) {
      void memory.update('auditLog.views', value);
    }
    expect(new ViewMemory(memory).of('file:///a')).toBeUndefined();
  });
});
