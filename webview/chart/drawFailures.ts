import { barPlaces } from '../../src/scene/barPlaces.ts';
import type { ChartScene } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** How high the strip is. */
export const failureStripHeight = 7;

/**
 * How high a mark is from a share of failures on. Heights and not shades, for the colour of failures is in some themes just
 * legible and has no lighter shade that is.
 */
const steps = [
  { share: 0.5, height: 7 },
  { share: 0.15, height: 5 },
  { share: 0, height: 3 },
] as const;

/**
 * A mark below the bar of each bucket that holds failures, the higher the larger their share: one in a low bar, or among ten
 * thousand, is seen. Client errors have none: their pattern cannot be told on marks as small as these.
 *
 * @param bottom Of the strip.
 */
export function drawFailures(scene: ChartScene, bottom: number): DrawCommand[] {
  return barPlaces(scene, scene.buckets).flatMap<DrawCommand>(({ index, x, width, records }) => {
    const failures = scene.buckets.groups.failure[index] ?? 0;
    const { height } = steps.find(({ share }) => failures / records >= share)!;
    return failures === 0 ? [] : [{ kind: 'rectangle', x, y: bottom - height, width, height, fill: 'failureShare' }];
  });
}
