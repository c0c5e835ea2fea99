import type { ChartScene } from './chartScene.ts';
import type { DrawCommand } from './drawing.ts';

/** What a line of a hole's label takes, and how narrow a hole may be to have one. */
const labelWidth = 104;
const labelHeight = 14;
const narrowestLabelled = 36;

/** Hatching where numbers are missing, below the labels of the axis, which could not be read on it. */
export function drawHoles({ holes }: ChartScene, top: number, base: number): DrawCommand[] {
  return holes.map(({ left, right }) => ({ kind: 'rectangle', x: left, y: top, width: right - left, height: base - top, fill: 'hole' }));
}

/** Labels that would stand on each other are left out: the tip says the same. */
export function drawHoleLabels({ holes, width }: ChartScene, top: number): DrawCommand[] {
  let free = 0;
  return holes.flatMap(({ left, right, label }): DrawCommand[] => {
    const middle = Math.min(width - labelWidth / 2, Math.max(labelWidth / 2, (left + right) / 2));
    const x = middle - labelWidth / 2;
    if (label.length === 0 || right - left < narrowestLabelled || x < free) {
      return [];
    }
    free = x + labelWidth;
    const lines = label.map((text, line): DrawCommand => ({
      kind: 'text',
      x: middle,
      y: top + 12 + line * labelHeight,
      text,
      align: 'center',
      tone: 'text',
    }));
    const height = label.length * labelHeight + 4;
    return [{ kind: 'rectangle', x, y: top, width: labelWidth, height, fill: 'plate' }, ...lines];
  });
}
