import { bucketPeak } from '../../src/core/timeline/buckets.ts';
import { chartLayout } from './chartLayout.ts';
import type { ChartScene, StillScene } from './chartScene.ts';
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
  const { ground, front } = drawOverviewWindow(scene);
  return [...ground, ...drawStillOverview(scene), ...front];
}

/** What of an overview stays where it is while its window moves: between {@link drawOverviewWindow}'s ground and front. */
export function drawStillOverview(scene: StillScene): readonly DrawCommand[] {
  const { room, base, strip, bottom } = chartLayout(scene);
  const peak = Math.max(bucketPeak(scene.buckets), scene.backdrop ? bucketPeak(scene.backdrop) : 0);
  const space = { peak, room, base };
  return [...drawAxis(scene, base, bottom), ...drawBackdrop(scene, space), ...drawBars(scene, space), ...drawCoverage(scene, strip)];
}

/** The window of an overview and the cursor: what lies behind the bars, and what in front of them. */
export function drawOverviewWindow(scene: ChartScene): { readonly ground: readonly DrawCommand[]; readonly front: readonly DrawCommand[] } {
  const { strip, bottom } = chartLayout(scene);
  return {
    ground: drawBrushGround(scene, bottom),
    front: [...drawBrushFrame(scene, bottom), ...drawMoment(scene, scene.cursor, 'cursor', strip)],
  };
}
