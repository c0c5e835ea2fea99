import { ticksFromText } from '../../src/core/record/ticks.ts';
import { pixelOf, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { Coverage, Gap } from '../../src/protocol/answers/coverage.ts';

/** A gap in the numbers of one writer whose place in time is known: between the times of the records on either side. */
export interface Hole {
  readonly epoch: string;
  readonly gap: Gap;
  readonly span: TimeSpan;
}

/** Holes that touch on the screen, drawn as one. Lengths in pixels from the left of the axis. */
export interface DrawnHole {
  readonly left: number;
  readonly right: number;
  /** From the first to the last of them. */
  readonly span: TimeSpan;
  readonly missing: bigint;
  /** At least one, in order of time. */
  readonly holes: readonly Hole[];
}

/** Anything narrower would be taken for a line of the grid. */
const narrowest = 3;

/** The gaps that have a place in time, in order of time. */
export function holesOf({ epochs }: Coverage): readonly Hole[] {
  return epochs
    .flatMap(({ epoch, gaps }) =>
      gaps.flatMap((gap): Hole[] => {
        const span = gapSpan(gap);
        return span === undefined ? [] : [{ epoch, gap, span }];
      }),
    )
    .toSorted((left, right) => Number(left.span.from - right.span.from));
}

/** Between the records on either side of a gap; undefined where one has no time or both have the same. */
export function gapSpan({ fromTicks, toTicks }: Gap): TimeSpan | undefined {
  const before = ticksFromText(fromTicks ?? '');
  const after = ticksFromText(toTicks ?? '');
  if (before === undefined || after === undefined || before === after) {
    return undefined;
  }
  // The clock of the writer may have been set back in between.
  return before < after ? { from: before, to: after } : { from: after, to: before };
}

/** What can be seen of holes, which are in order of time, on an axis of `width` pixels. */
export function drawnHoles(holes: readonly Hole[], axis: TimeSpan, width: number): readonly DrawnHole[] {
  const drawn: DrawnHole[] = [];
  for (const hole of holes) {
    const left = Math.max(0, Math.round(pixelOf(axis, width, hole.span.from)));
    const right = Math.min(width, Math.round(pixelOf(axis, width, hole.span.to)));
    if (right - left < narrowest) {
      continue;
    }
    const missing = BigInt(hole.gap.missing);
    const last = drawn.at(-1);
    if (last === undefined || left > last.right) {
      drawn.push({ left, right, span: hole.span, missing, holes: [hole] });
    } else {
      drawn[drawn.length - 1] = {
        left: last.left,
        right: Math.max(last.right, right),
        span: { from: last.span.from, to: hole.span.to > last.span.to ? hole.span.to : last.span.to },
        missing: last.missing + missing,
        holes: [...last.holes, hole],
      };
    }
  }
  return drawn;
}
