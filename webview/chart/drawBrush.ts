import type { Ticks } from '../../src/core/record/ticks.ts';
import { pixelOf } from '../../src/core/timeline/timeSpan.ts';
import type { ChartScene } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** The ground of the stretch being chosen, or of the one in force: behind the bars, which keep their colours. */
export function drawBrushGround(scene: ChartScene, bottom: number): DrawCommand[] {
  const brushed = brushedPixels(scene);
  return brushed === undefined
    ? []
    : [{ kind: 'rectangle', x: brushed.left, y: 0, width: brushed.right - brushed.left, height: bottom, fill: 'brush' }];
}

/** Its edges, in front of the bars. What lies outside keeps its colours: they are those of the legend. */
export function drawBrushFrame(scene: ChartScene, bottom: number): DrawCommand[] {
  const brushed = brushedPixels(scene);
  if (brushed === undefined) {
    return [];
  }
  const { left, right } = brushed;
  return [
    { kind: 'line', x1: left, y1: 0, x2: left, y2: bottom, stroke: 'brushEdge' },
    { kind: 'line', x1: right - 1, y1: 0, x2: right - 1, y2: bottom, stroke: 'brushEdge' },
  ];
}

function brushedPixels({ brushed, span, width }: ChartScene): { readonly left: number; readonly right: number } | undefined {
  if (brushed === undefined) {
    return undefined;
  }
  // One that lies beside the axis, or is shorter than a pixel, is shown all the same.
  const left = Math.min(width - 2, Math.max(0, Math.round(pixelOf(span, width, brushed.from))));
  return { left, right: Math.max(left + 2, Math.min(width, Math.round(pixelOf(span, width, brushed.to)))) };
}

/** A line at a moment that lies on the axis. */
export function drawMoment(scene: ChartScene, moment: Ticks | undefined, stroke: 'selected' | 'cursor', bottom: number): DrawCommand[] {
  if (moment === undefined || moment < scene.span.from || moment >= scene.span.to) {
    return [];
  }
  const x = Math.min(scene.width - 1, Math.round(pixelOf(scene.span, scene.width, moment)));
  return [{ kind: 'line', x1: x, y1: 0, x2: x, y2: bottom, stroke }];
}
