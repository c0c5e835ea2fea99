import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { gapMarks, type GapMark, type GapStretch } from '../../src/scene/gapMarks.ts';

/** Pixels beside a mark that still belong to it: one of three pixels is hard to meet. */
const slack = 2;

/** The gaps that a chart shows, and the one among them that the keyboard has gone to. */
export class GapCursor {
  drawn: readonly GapMark[] = [];
  /** The gap that the keyboard has gone to. */
  current: GapMark | undefined;

  /** Takes what is to be shown now. The keyboard's place is forgotten, for what is there has changed. */
  show(gapStretches: readonly GapStretch[], axis: TimeSpan | undefined, width: number): void {
    this.drawn = axis === undefined || width === 0 ? [] : gapMarks(gapStretches, axis, width);
    this.current = undefined;
  }

  /** The gap at a pixel, or the nearest one that a pointer may well mean; of two that are as near, the larger. */
  at(pixel: number): GapMark | undefined {
    let nearest: { readonly gapStretch: GapMark; readonly distance: number } | undefined;
    for (const gapStretch of this.drawn) {
      const distance = Math.max(0, gapStretch.left - pixel, pixel - gapStretch.right);
      const isNearer = nearest === undefined || distance < nearest.distance;
      if (distance <= slack && (isNearer || (distance === nearest?.distance && gapStretch.missing > nearest.gapStretch.missing))) {
        nearest = { gapStretch, distance };
      }
    }
    return nearest?.gapStretch;
  }

  /** Goes to the next gap or the one before, round and round. */
  step(direction: 1 | -1): GapMark | undefined {
    const { length } = this.drawn;
    const before = this.current === undefined ? -1 : this.drawn.indexOf(this.current);
    this.current = length === 0 ? undefined : this.drawn[before < 0 && direction < 0 ? length - 1 : (before + direction + length) % length];
    return this.current;
  }

  leave(): void {
    this.current = undefined;
  }
}
