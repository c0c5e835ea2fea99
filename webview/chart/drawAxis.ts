import type { StillScene } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** What the label at the beginning of the axis takes. */
const axisStartWidth = 72;
/** What a label of the axis takes beside its line. */
const tickWidth = 44;
/** What a digit of the number at the end of the axis takes, rounded up. */
const digitWidth = 7;
/** The line on which the labels of the axis are. */
const labelBase = 11;

/** Lines and labels at round moments, and the line on which all bars are. @param bottom Where the lines end. */
export function drawAxis(scene: StillScene, base: number, bottom: number): DrawCommand[] {
  const start: DrawCommand[] =
    scene.startLabel === '' ? [] : [{ kind: 'text', x: 4, y: labelBase, text: scene.startLabel, align: 'left', tone: 'muted' }];
  const leftmost = start.length === 0 ? 8 : axisStartWidth;
  const rightmost = scene.width - tickWidth - scene.peakLabel.length * digitWidth;
  const lines = scene.ticks.flatMap<DrawCommand>((tick) => {
    const x = Math.round(tick.x);
    // A label at the very edge would be cut off, or are on the number there.
    const label: DrawCommand[] =
      x > leftmost && x < rightmost ? [{ kind: 'text', x: x + 4, y: labelBase, text: tick.label, align: 'left', tone: 'muted' }] : [];
    return [{ kind: 'line', x1: x, y1: 0, x2: x, y2: bottom, stroke: 'grid' }, ...label];
  });
  return [...start, ...lines, { kind: 'line', x1: 0, y1: base, x2: scene.width, y2: base, stroke: 'grid' }];
}

/** A line at the top of the fullest bar, with its number above it at the end of the axis, where no hatching reaches. */
export function drawPeak(scene: StillScene, peak: number, y: number): DrawCommand[] {
  if (peak === 0 || scene.peakLabel === '') {
    return [];
  }
  return [
    { kind: 'line', x1: 0, y1: y, x2: scene.width, y2: y, stroke: 'grid' },
    { kind: 'text', x: scene.width - 4, y: labelBase, text: scene.peakLabel, align: 'right', tone: 'muted' },
  ];
}
