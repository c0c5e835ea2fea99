import { bucketPeak } from '../../src/core/timeline/buckets.ts';
import { chartLayout } from './chartLayout.ts';
import type { ChartScene } from './chartScene.ts';
import { drawAxis, drawPeak } from './drawAxis.ts';
import { barTop, drawBackdrop, drawBars } from './drawBars.ts';
import { drawBrushFrame, drawBrushGround, drawMoment } from './drawBrush.ts';
import { drawCoverage } from './drawCoverage.ts';
import { drawFailures } from './drawFailures.ts';
import { drawGapCaps, drawGapLabels, drawGaps } from './drawGaps.ts';
import type { DrawCommand } from './drawing.ts';

/** Says what to draw for a scene, what lies after first. */
export function drawChart(scene: ChartScene): readonly DrawCommand[] {
  return scene.overview ? drawOverview(scene) : drawHistogram(scene);
}

function drawHistogram(scene: ChartScene): readonly DrawCommand[] {
  const { top, room, base, strip, bottom } = chartLayout(scene);
  const peak = bucketPeak(scene.buckets);
  const space = { peak, room, base };
  const gapTop = scene.ticks.length > 0 ? top : 0;
  const labels = drawGapLabels(scene, top, (left, right) => barTop(scene, space, left, right));
  return [
    ...drawBrushGround(scene, bottom),
    ...drawAxis(scene, base, bottom),
    ...drawGaps(scene, gapTop, bottom),
    ...labels.plates,
    ...drawGapCaps(scene, gapTop),
    ...drawBars(scene, space),
    ...drawFailures(scene, strip),
    ...drawPeak(scene, peak, base - room),
    ...labels.texts,
    ...drawBrushFrame(scene, bottom),
    ...drawMoment(scene, scene.selected, 'selected', bottom),
    ...drawMoment(scene, scene.cursor, 'cursor', bottom),
  ];
}

function drawOverview(scene: ChartScene): readonly DrawCommand[] {
  const { room, base, strip, bottom } = chartLayout(scene);
  const peak = Math.max(bucketPeak(scene.buckets), scene.backdrop ? bucketPeak(scene.backdrop) : 0);
  const space = { peak, room, base };
  return [
    ...drawBrushGround(scene, bottom),
    ...drawAxis(scene, base, bottom),
    ...drawBackdrop(scene, space),
    ...drawBars(scene, space),
    ...drawCoverage(scene, strip),
    ...drawBrushFrame(scene, bottom),
    ...drawMoment(scene, scene.cursor, 'cursor', strip),
  ];
}
