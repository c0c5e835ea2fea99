import { describe, expect, it } from 'vitest';
import { LoadPace } from '../../../../src/engine/ingest/kernel/kernelPace.ts';

/** Numbers of the records before which templates are loaded, if as many have been learned before each as is said. */
function loads(records: number, learnedBefore: (record: number) => number, isWhole: (record: number) => boolean): readonly number[] {
  const pace = new LoadPace({ records: 64, hits: 4 });
  const found: number[] = [];
  for (let record = 1; record <= records; record++) {
    if (pace.isDue(learnedBefore(record))) {
      pace.loaded(learnedBefore(record), isWhole(record));
      found.push(record);
    }
  }
  return found;
}

describe('templates are loaded', () => {
  it('after some records, and once in a while', () => {
    const all = loads(
      3000,
      () => 1,
      () => true,
    );
    expect(all).toEqual([65, 1090, 2115]);
  });

  it('when others have been learned, but not with each record', () => {
    const all = loads(
      300,
      (record) => record,
      () => true,
    );
    expect(all).toEqual([65, 130, 195, 260]);
  });

  it('again if some were not ready, less often each time', () => {
    const all = loads(
      2000,
      () => 1,
      () => false,
    );
    expect(all).toEqual([65, 130, 259, 516, 1029]);
  });
});
