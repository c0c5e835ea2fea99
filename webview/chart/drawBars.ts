import { stackBar } from '../../src/core/timeline/stackBar.ts';
import { barParts } from './barParts.ts';
import { barPlaces } from '../../src/scene/barPlaces.ts';
import type { StillScene } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** Where bars are and how high the fullest one is. Lengths in pixels. */
export interface BarSpace {
  /** Records of the fullest bar. */
  readonly peak: number;
  readonly room: number;
  readonly base: number;
}

/** Bars stacked by result, or by the values of a field. */
export function drawBars(scene: StillScene, { peak, room, base }: BarSpace): DrawCommand[] {
  const parts = barParts(scene.buckets, scene.series);
  return barPlaces(scene, scene.buckets).flatMap(({ index, x, width }) => {
    const counts = parts.map(({ fill, counts: all }) => [fill, all[index] ?? 0] as const);
    return stackBar(counts, peak, room).map(({ part, bottom, height }): DrawCommand => ({
      kind: 'rectangle',
      x,
      y: base - bottom - height,
      width,
      height,
      fill: part,
    }));
  });
}

/** All records, as high as they are against the matching ones. */
export function drawBackdrop(scene: StillScene, { peak, room, base }: BarSpace): DrawCommand[] {
  return scene.backdrop === undefined
    ? []
    : barPlaces(scene, scene.backdrop).map(({ x, width, records }) => {
        const height = Math.max(1, Math.round((records / peak) * room));
        return { kind: 'rectangle', x, y: base - height, width, height, fill: 'backdrop' };
      });
}

/** The highest pixel that bars take between two pixels from the left; the base line where there is none. */
export function barTop(scene: StillScene, { peak, room, base }: BarSpace, left: number, right: number): number {
  return barPlaces(scene, scene.buckets)
    .filter(({ x, width }) => x < right && x + width > left)
    .reduce((highest, { records }) => Math.min(highest, base - (records / peak) * room), base);
}
