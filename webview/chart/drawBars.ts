import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';
import { stackBar } from '../../src/core/timeline/stackBar.ts';
import { barPlaces } from './barPlaces.ts';
import type { ChartScene } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** Where bars are and how high the fullest one is. Lengths in pixels. */
export interface BarSpace {
  /** Records of the fullest bar. */
  readonly peak: number;
  readonly room: number;
  readonly base: number;
}

/** Bars stacked by result. */
export function drawBars(scene: ChartScene, { peak, room, base }: BarSpace): DrawCommand[] {
  return barPlaces(scene, scene.buckets).flatMap(({ index, x, width }) => {
    const counts = Object.fromEntries(resultGroups.map((group) => [group, scene.buckets.groups[group][index] ?? 0])) as Record<
      ResultGroup,
      number
    >;
    return stackBar(counts, peak, room).map(({ group, bottom, height }): DrawCommand => ({
      kind: 'rectangle',
      x,
      y: base - bottom - height,
      width,
      height,
      fill: group,
    }));
  });
}

/** All records, as high as they are against the matching ones. */
export function drawBackdrop(scene: ChartScene, { peak, room, base }: BarSpace): DrawCommand[] {
  return scene.backdrop === undefined
    ? []
    : barPlaces(scene, scene.backdrop).map(({ x, width, records }) => {
        const height = Math.max(1, Math.round((records / peak) * room));
        return { kind: 'rectangle', x, y: base - height, width, height, fill: 'backdrop' };
      });
}

/** The highest pixel that bars take between two pixels from the left; the base line where there is none. */
export function barTop(scene: ChartScene, { peak, room, base }: BarSpace, left: number, right: number): number {
  return barPlaces(scene, scene.buckets)
    .filter(({ x, width }) => x < right && x + width > left)
    .reduce((highest, { records }) => Math.min(highest, base - (records / peak) * room), base);
}
