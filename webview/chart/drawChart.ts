import { bucketPeak } from '../../src/core/timeline/buckets.ts';
import type { ChartScene } from './chartScene.ts';
import { drawAxis, drawPeak } from './drawAxis.ts';
import { barTop, drawBackdrop, drawBars, markerSize } from './drawBars.ts';
import { drawBrushFrame, drawBrushGround, drawMoment } from './drawBrush.ts';
import { drawGapCaps, drawGapLabels, drawGaps } from './drawGaps.ts';
import type { DrawCommand } from './drawing.ts';

const axisHeight = 18;

/** Says what to draw for a scene, what lies after first. */
export function drawChart(scene: ChartScene): readonly DrawCommand[] {
  const top = scene.ticks.length > 0 ? axisHeight : 2;
  const base = scene.height - 1;
  const room = base - top - markerSize - 2;
  const peak = Math.max(bucketPeak(scene.buckets), scene.backdrop ? bucketPeak(scene.backdrop) : 0);
  const space = { peak, room, base };
  const gapTop = scene.ticks.length > 0 ? top : 0;
  const labels = drawGapLabels(scene, top, (left, right) => barTop(scene, space, left, right));
  return [
    ...drawBrushGround(scene, base),
    ...drawAxis(scene, base),
    ...drawGaps(scene, gapTop, base),
    ...labels.plates,
    ...drawGapCaps(scene, gapTop),
    ...drawBackdrop(scene, space),
    ...drawBars(scene, space),
    ...drawPeak(scene, peak, base - room),
    ...labels.texts,
    ...drawBrushFrame(scene, base),
    ...drawMoment(scene, scene.selected, 'selected', base),
    ...drawMoment(scene, scene.cursor, 'cursor', base),
  ];
}
