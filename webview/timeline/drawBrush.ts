import type { Ticks } from '../../src/core/record/ticks.ts';
import { pixelOf } from '../../src/core/timeline/timeSpan.ts';
import type { ChartScene } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** The stretch being chosen, or the one in force. */
export function drawBrush(scene: ChartScene, base: number): DrawCommand[] {
  if (scene.brushed === undefined) {
    return [];
  }
  const left = Math.max(0, Math.round(pixelOf(scene.span, scene.width, scene.brushed.from)));
  const right = Math.max(left + 2, Math.min(scene.width, Math.round(pixelOf(scene.span, scene.width, scene.brushed.to))));
  const outside: DrawCommand[] = scene.dimsOutside
    ? [
        { kind: 'rectangle', x: 0, y: 0, width: left, height: base, fill: 'outside' },
        { kind: 'rectangle', x: right, y: 0, width: scene.width - right, height: base, fill: 'outside' },
      ]
    : [];
  return [
    ...outside,
    { kind: 'rectangle', x: left, y: 0, width: right - left, height: base, fill: 'brush' },
    { kind: 'line', x1: left, y1: 0, x2: left, y2: base, stroke: 'brushEdge' },
    { kind: 'line', x1: right - 1, y1: 0, x2: right - 1, y2: base, stroke: 'brushEdge' },
  ];
}

/** A line at a moment that lies on the axis. */
export function drawMoment(scene: ChartScene, moment: Ticks | undefined, stroke: 'selected' | 'cursor', base: number): DrawCommand[] {
  if (moment === undefined || moment < scene.span.from || moment >= scene.span.to) {
    return [];
  }
  const x = Math.min(scene.width - 1, Math.round(pixelOf(scene.span, scene.width, moment)));
  return [{ kind: 'line', x1: x, y1: 0, x2: x, y2: base, stroke }];
}
