import type { ChartScene } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** What the label at the beginning of the axis takes. */
const startWidth = 72;
/** What a number at the top takes, rounded up. */
const digitWidth = 7;
const plateHeight = 14;

/** Lines and labels at round moments, and the line on which all bars stand. */
export function drawAxis(scene: ChartScene, base: number): DrawCommand[] {
  const start: DrawCommand[] =
    scene.startLabel === '' ? [] : [{ kind: 'text', x: 4, y: 11, text: scene.startLabel, align: 'left', tone: 'muted' }];
  const leftmost = start.length === 0 ? 8 : startWidth;
  const lines = scene.ticks.flatMap<DrawCommand>((tick) => {
    const x = Math.round(tick.x);
    // A label at the very edge would be cut off.
    const label: DrawCommand[] =
      x > leftmost && x < scene.width - 44 ? [{ kind: 'text', x: x + 4, y: 11, text: tick.label, align: 'left', tone: 'muted' }] : [];
    return [{ kind: 'line', x1: x, y1: 0, x2: x, y2: base, stroke: 'grid' }, ...label];
  });
  return [...start, ...lines, { kind: 'line', x1: 0, y1: base, x2: scene.width, y2: base, stroke: 'grid' }];
}

/** A line at the top of the fullest bar, with its number; on a plate where it would stand on a hole's hatching. */
export function drawPeak(scene: ChartScene, peak: number, y: number): DrawCommand[] {
  if (peak === 0 || scene.peakLabel === '') {
    return [];
  }
  const x = scene.width - scene.peakLabel.length * digitWidth - 8;
  const plate: DrawCommand[] = scene.holes.some(({ right }) => right > x)
    ? [{ kind: 'rectangle', x, y: y - plateHeight, width: scene.width - x, height: plateHeight, fill: 'plate' }]
    : [];
  return [
    { kind: 'line', x1: 0, y1: y, x2: scene.width, y2: y, stroke: 'grid' },
    ...plate,
    { kind: 'text', x: scene.width - 4, y: y - 4, text: scene.peakLabel, align: 'right', tone: 'muted' },
  ];
}
