import { describe, expect, it } from 'vitest';
import { SnapshotPace } from '../../../src/engine/session/snapshotPace.ts';

/** At which of the ends of steps a snapshot is reported, in milliseconds. */
function reported(ends: readonly number[], reportedAt = 0): readonly number[] {
  const pace = new SnapshotPace(reportedAt);
  return ends.filter((end) => pace.isDue(end));
}

function every(step: number, until: number): readonly number[] {
  return Array.from({ length: Math.floor(until / step) }, (_, index) => (index + 1) * step);
}

function maxGapLength(ends: readonly number[]): number {
  return Math.max(...reported(ends).map((time, index, all) => time - (all[index - 1] ?? 0)));
}

describe('the pace of snapshots', () => {
  it('begins with the first step', () => expect(reported([5, 6, 7], -Infinity)).toEqual([5]));
  it('waits while steps are short', () => expect(reported(every(1, 400))).toEqual([169, 338]));

  it.each([1, 10, 40, 60, 85, 100, 124, 200, 250])('keeps gaps below 250 ms with steps of %i ms', (step) => {
    expect(maxGapLength(every(step, 5000))).toBeLessThanOrEqual(250);
    expect(reported(every(step, 5000)).length).toBeLessThanOrEqual(60);
  });

  it('expects another long step where some were', () => {
    const inPairs = every(90, 3600).flatMap((end) => [end, end + 2]);
    expect(maxGapLength(inPairs)).toBeLessThan(200);
  });

  it('forgets a long step', () => expect(reported([300, ...every(1, 1000).map((end) => end + 300)]).at(-1)! - 300).toBeGreaterThan(800));
});
