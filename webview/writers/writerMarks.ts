import { gapSpan } from '../../src/core/timeline/gapSpan.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { EpochCoverage } from '../../src/protocol/answers/coverage.ts';
import { gapMarks, type GapMark, type GapStretch } from '../../src/scene/gapMarks.ts';

/** By writer, which is the same object as long as its answer is. */
const stretchesOf = new WeakMap<EpochCoverage, readonly GapStretch[]>();

/** Where the gaps of a writer are on a time axis of `width` pixels; those without a time are nowhere on it. */
export function writerMarks(epoch: EpochCoverage, axis: TimeSpan, width: number): readonly GapMark[] {
  const stretches = stretchesOf.get(epoch) ?? stretchesIn(epoch);
  stretchesOf.set(epoch, stretches);
  return gapMarks(stretches, axis, width);
}

/** In order of time, which need not be that of the numbers. */
function stretchesIn({ epoch, gaps }: EpochCoverage): readonly GapStretch[] {
  return gaps
    .flatMap((gap): GapStretch[] => {
      const span = gapSpan(gap);
      return span === undefined ? [] : [{ epoch, gap, gaps: 1, missing: BigInt(gap.missing), span, after: gap.after }];
    })
    .toSorted((left, right) => (left.span.from < right.span.from ? -1 : left.span.from > right.span.from ? 1 : 0));
}
