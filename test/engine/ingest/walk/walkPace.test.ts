import { describe, expect, it } from 'vitest';
import { WalkPace } from '../../../../src/engine/ingest/walk/walkPace.ts';

/** How many of so many records are to be walked over; of the others a share is matched by templates. */
function walked(pace: WalkPace, records: number, share: number): number {
  let count = 0;
  let matched = 0;
  for (let record = 0; record < records; record++) {
    if (pace.isDue(Math.floor(matched))) {
      count++;
    } else {
      matched += share;
    }
  }
  return count;
}

describe('the kernel walks over records', () => {
  const usual = { records: 64, hits: 4 };

  it('not in short logs', () => {
    expect(walked(new WalkPace(usual), 512, 0)).toBe(0);
  });

  it('not where templates match nearly all', () => {
    expect(walked(new WalkPace(usual), 100_000, 0.95)).toBe(0);
  });

  it('where templates match few, but for trials', () => {
    expect(walked(new WalkPace(usual), 100_000, 0.5)).toBeGreaterThan(95_000);
  });

  it('at once where it is asked to', () => {
    expect(walked(new WalkPace({ records: 0, hits: 0 }), 100, 1)).toBe(100);
  });

  it('never where there is no kernel', () => {
    const pace = new WalkPace({ records: 0, hits: 0 });
    pace.isDue(0);
    pace.made(undefined);
    expect(walked(pace, 100, 0)).toBe(0);
  });
});
