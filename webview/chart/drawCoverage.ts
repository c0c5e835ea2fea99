import type { StillScene } from './chartScene.ts';
import { heightsByMissing } from './drawGaps.ts';
import type { DrawCommand } from './drawing.ts';

const stripHeight = 4;
/** Marks stand out from the strip, so that not colour alone tells them. */
const minMark = 5;
export const maxMark = 8;

/**
 * A quiet strip where numbers are in the file, with a mark for each gap, the higher the more is missing. Nothing is said of
 * records that have no numbers.
 */
export function drawCoverage({ width, isNumbered, gapStretches }: StillScene, bottom: number): DrawCommand[] {
  if (!isNumbered) {
    return [];
  }
  const heights = heightsByMissing(gapStretches, minMark, maxMark);
  return [
    { kind: 'rectangle', x: 0, y: bottom - stripHeight, width, height: stripHeight, fill: 'numbered' },
    ...gapStretches.map(({ left, right }, index): DrawCommand => {
      const height = heights[index]!;
      return { kind: 'rectangle', x: left, y: bottom - height, width: right - left, height, fill: 'missing' };
    }),
  ];
}
