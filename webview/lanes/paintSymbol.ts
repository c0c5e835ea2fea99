import type { ResultGroup } from '../../src/core/record/results.ts';
import type { Palette } from '../theme/palette.ts';
import { resultAppearance } from '../theme/resultAppearance.ts';

/** The square on which symbols are drawn has this many units. */
const symbolSize = 12;

export interface PlacedSymbol {
  /** Its middle, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly group: ResultGroup;
}

/** By what they say. */
const paths = new Map<string, Path2D>();

function pathOf(outline: string): Path2D {
  const path = paths.get(outline) ?? new Path2D(outline);
  paths.set(outline, path);
  return path;
}

/**
 * Paints the symbol of a group of results, as legends and lists show it. Sets fill, stroke and width of lines: to save and restore
 * them takes longer than to paint.
 */
export function paintSymbol(context: CanvasRenderingContext2D, { x, y, size, group }: PlacedSymbol, palette: Palette): void {
  const { filled, outlined, lineWidth } = resultAppearance[group].shape;
  const [left, top, scale] = [x - size / 2, y - size / 2, size / symbolSize];
  context.translate(left, top);
  context.scale(scale, scale);
  context.fillStyle = palette.groups[group];
  context.strokeStyle = palette.groups[group];
  context.lineWidth = lineWidth ?? 1;
  if (outlined !== undefined) {
    context.stroke(pathOf(outlined));
  }
  if (filled !== undefined) {
    context.fill(pathOf(filled));
  }
  context.scale(1 / scale, 1 / scale);
  context.translate(-left, -top);
}
