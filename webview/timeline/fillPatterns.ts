import type { Palette } from '../theme/palette.ts';
import type { Fill } from './drawing.ts';

type PatternDrawing = (tile: CanvasRenderingContext2D, size: number) => void;

const hatch: PatternDrawing = (tile, size) => {
  tile.globalAlpha = 0.35;
  tile.fillRect(0, 0, size, size);
  tile.globalAlpha = 1;
  tile.lineWidth = size / 3;
  tile.beginPath();
  for (const shift of [-size, 0, size]) {
    tile.moveTo(shift, size);
    tile.lineTo(shift + size, 0);
  }
  tile.stroke();
};

const dots: PatternDrawing = (tile, size) => {
  tile.globalAlpha = 0.35;
  tile.fillRect(0, 0, size, size);
  tile.globalAlpha = 1;
  tile.fillRect(0, 0, size / 2, size / 2);
};

/** Thin lines with room between them: what lies behind stays to be seen. */
const stripes: PatternDrawing = (tile, size) => {
  tile.lineWidth = size / 8;
  tile.beginPath();
  for (const shift of [-size, 0, size]) {
    tile.moveTo(shift, size);
    tile.lineTo(shift + size, 0);
  }
  tile.stroke();
};

interface Pattern {
  readonly drawing: PatternDrawing;
  /** Side of a tile in CSS pixels. */
  readonly side: number;
}

const patterns: Readonly<Partial<Record<Fill, Pattern>>> = {
  clientError: { drawing: hatch, side: 4 },
  other: { drawing: dots, side: 4 },
  hole: { drawing: stripes, side: 8 },
};

/** What to fill with, by name: a colour of the theme, or a pattern in it. `ratio` is pixels of the screen per CSS pixel. */
export function fillPatterns(context: CanvasRenderingContext2D, palette: Palette, ratio: number): (fill: Fill) => string | CanvasPattern {
  const made = new Map<Fill, string | CanvasPattern>();
  const make = (fill: Fill): string | CanvasPattern => {
    switch (fill) {
      case 'backdrop':
        return palette.muted;
      case 'brush':
        return palette.brush;
      case 'outside':
      case 'plate':
        return palette.background;
      case 'hole':
        return patternOf(context, palette.muted, patterns[fill], ratio);
      default:
        return patternOf(context, palette.groups[fill], patterns[fill], ratio);
    }
  };
  return (fill) => {
    const known = made.get(fill) ?? make(fill);
    made.set(fill, known);
    return known;
  };
}

function patternOf(context: CanvasRenderingContext2D, colour: string, pattern: Pattern | undefined, ratio: number): string | CanvasPattern {
  const tile = pattern === undefined ? null : document.createElement('canvas');
  const inner = tile?.getContext('2d') ?? null;
  if (pattern === undefined || tile === null || inner === null) {
    return colour;
  }
  const { drawing, side } = pattern;
  const size = Math.max(side, Math.round(side * ratio));
  tile.width = size;
  tile.height = size;
  inner.fillStyle = colour;
  inner.strokeStyle = colour;
  drawing(inner, size);
  const made = context.createPattern(tile, 'repeat');
  made?.setTransform(new DOMMatrix().scale(side / size));
  return made ?? colour;
}
