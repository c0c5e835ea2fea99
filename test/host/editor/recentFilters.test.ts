import { describe, expect, it } from 'vitest';
import { RecentFilters } from '../../../src/host/editor/recentFilters.ts';
import { MemoryDouble } from './memoryDouble.ts';

describe('recent filters', () => {
  it('are the newest first, each once, however it is spelled', () => {
    const recent = new RecentFilters(new MemoryDouble());
    ['a', 'operation:A AND b', 'c', 'operation:"A" b', 'a'].forEach((filter) => recent.note(filter));
    expect(recent.all).toEqual(['a', 'operation:"A" b', 'c']);
  });

  it('are not those that are empty, wrong or very long', () => {
    const recent = new RecentFilters(new MemoryDouble());
    ['', '  ', 'operation:(', `"${'x'.repeat(6000)}"`].forEach((filter) => recent.note(filter));
    expect(recent.all).toEqual([]);
  });

  it('are fifty, of which the oldest go, and outlast the window', () => {
    const memory = new MemoryDouble();
    const recent = new RecentFilters(memory);
    Array.from({ length: 60 }, (_, index) => `caller:c${index}`).forEach((filter) => recent.note(filter));
    expect([recent.all.length, recent.all[0], recent.all.at(-1)]).toEqual([50, 'caller:c59', 'caller:c10']);
    expect(new RecentFilters(memory).all).toEqual(recent.all);
  });

  it('are forgotten on demand, and what was no list never counts', () => {
    const memory = new MemoryDouble();
    const recent = new RecentFilters(memory);
    recent.note('a');
    recent.clear();
    expect([recent.all, new RecentFilters(memory).all]).toEqual([[], []]);
    void memory.update('auditLog.recentFilters', { 0: 'a' });
    expect(new RecentFilters(memory).all).toEqual([]);
    void memory.update('auditLog.recentFilters', [1, null, 'a']);
    expect(new RecentFilters(memory).all).toEqual(['a']);
  });

  it('say when they change, and only then', () => {
    const recent = new RecentFilters(new MemoryDouble());
    let changes = 0;
    recent.onDidChange(() => changes++);
    ['a', 'a', 'b', '', 'a'].forEach((filter) => recent.note(filter));
    expect(changes).toBe(3);
  });
});
