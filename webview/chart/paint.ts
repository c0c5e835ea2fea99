import { brushOpacity } from '../theme/legibleColours.ts';
import type { Palette } from '../theme/palette.ts';
import type { DrawCommand, Fill, Stroke } from './drawing.ts';
import { fillPatterns } from './fillPatterns.ts';

/** Carries out the commands with the colours of a theme. */
export function paint(context: CanvasRenderingContext2D, commands: readonly DrawCommand[], palette: Palette): void {
  const fills = fillPatterns(context, palette, window.devicePixelRatio || 1);
  for (const command of commands) {
    switch (command.kind) {
      case 'rectangle':
        context.globalAlpha = opacities[command.fill] ?? 1;
        context.fillStyle = fills(command.fill);
        context.fillRect(command.x, command.y, command.width, command.height);
        context.globalAlpha = 1;
        break;
      case 'line':
        paintLine(context, command, palette);
        break;
      case 'text':
        context.fillStyle = palette[command.tone];
        context.textAlign = command.align;
        context.fillText(command.text, command.x, command.y);
        break;
    }
  }
}

/** Results are opaque: their colours are those of the legend. */
const opacities: Readonly<Partial<Record<Fill, number>>> = { backdrop: 0.3, numbered: 0.4, brush: brushOpacity, plate: 0.8 };

type LineCommand = Extract<DrawCommand, { kind: 'line' }>;

function paintLine(context: CanvasRenderingContext2D, line: LineCommand, palette: Palette): void {
  const colours: Readonly<Record<Stroke, string>> = {
    grid: palette.muted,
    brushEdge: palette.brushEdge,
    cursor: palette.cursor,
    selected: palette.text,
  };
  context.strokeStyle = colours[line.stroke];
  context.globalAlpha = line.stroke === 'grid' ? 0.3 : 1;
  context.setLineDash(line.stroke === 'cursor' ? [3, 3] : []);
  context.lineWidth = line.stroke === 'brushEdge' ? 2 : 1;
  context.beginPath();
  // Half a pixel in, so that a line of one pixel fills one and is not smeared over two.
  context.moveTo(line.x1 + 0.5, line.y1 + 0.5);
  context.lineTo(line.x2 + 0.5, line.y2 + 0.5);
  context.stroke();
  context.globalAlpha = 1;
}
