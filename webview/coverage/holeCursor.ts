import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { drawnHoles, type DrawnHole, type Hole } from './holes.ts';

/** Pixels beside a mark that still belong to it: one of three pixels is hard to meet. */
const slack = 2;

/** The holes that a chart shows, and the one among them that the keyboard has gone to. */
export class HoleCursor {
  drawn: readonly DrawnHole[] = [];
  /** The hole that the keyboard has gone to. */
  current: DrawnHole | undefined;

  /** Takes what is to be shown now. The keyboard's place is forgotten, for what is there has changed. */
  show(holes: readonly Hole[], axis: TimeSpan | undefined, width: number): void {
    this.drawn = axis === undefined || width === 0 ? [] : drawnHoles(holes, axis, width);
    this.current = undefined;
  }

  /** The hole at a pixel, or the nearest one that a pointer may well mean; of two that are as near, the larger. */
  at(pixel: number): DrawnHole | undefined {
    let nearest: { readonly hole: DrawnHole; readonly distance: number } | undefined;
    for (const hole of this.drawn) {
      const distance = Math.max(0, hole.left - pixel, pixel - hole.right);
      const isNearer = nearest === undefined || distance < nearest.distance;
      if (distance <= slack && (isNearer || (distance === nearest?.distance && hole.missing > nearest.hole.missing))) {
        nearest = { hole, distance };
      }
    }
    return nearest?.hole;
  }

  /** Goes to the next hole or the one before, round and round. */
  step(direction: 1 | -1): DrawnHole | undefined {
    const { length } = this.drawn;
    const before = this.current === undefined ? -1 : this.drawn.indexOf(this.current);
    this.current = length === 0 ? undefined : this.drawn[before < 0 && direction < 0 ? length - 1 : (before + direction + length) % length];
    return this.current;
  }

  leave(): void {
    this.current = undefined;
  }
}
