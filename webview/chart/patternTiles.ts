import type { SeriesAppearance } from '../theme/seriesAppearance.ts';

/** Draws a tile in one colour, on what is there already. */
type PatternDrawing = (tile: CanvasRenderingContext2D, size: number) => void;

interface Pattern {
  /** Side of a tile in CSS pixels. */
  readonly side: number;
  readonly drawing: PatternDrawing;
}

function diagonals(width: number): PatternDrawing {
  return (tile, size) => {
    tile.lineWidth = size * width;
    tile.beginPath();
    for (const shift of [-size, 0, size]) {
      tile.moveTo(shift, size);
      tile.lineTo(shift + size, 0);
    }
    tile.stroke();
  };
}

/** What is left out of a group's colour: so little that its bars have the legend's colour, and a pattern all the same. */
export const cutOuts: Readonly<Record<Exclude<SeriesAppearance['pattern'], 'solid'>, Pattern>> = {
  hatched: { side: 4, drawing: diagonals(1 / 5) },
  striped: { side: 4, drawing: (tile, size) => tile.fillRect((size * 3) / 4, 0, size / 4, size) },
  dotted: { side: 4, drawing: (tile, size) => tile.fillRect(size / 2, size / 2, size / 2, size / 2) },
  crossed: {
    side: 6,
    drawing: (tile, size) => {
      tile.fillRect(0, (size * 5) / 6, size, size / 6);
      tile.fillRect((size * 5) / 6, 0, size / 6, size);
    },
  },
  hollow: { side: 4, drawing: (tile, size) => tile.fillRect(0, (size * 3) / 4, size, size / 4) },
};

/** Thin lines with room between them: what lies after stays to be seen. */
export const gapStretch: Pattern = { side: 8, drawing: diagonals(1 / 8) };

/** Tiles that were drawn, by all that they depend on: drawing one takes longer than the bars that it fills. */
const tiles = new Map<string, HTMLCanvasElement>();
/** More than a theme has; those of themes before are not kept for ever. */
const maxTiles = 50;

/** A pattern on what is there already; its ground alone where the browser has none. `ratio` is pixels of the screen per CSS pixel. */
export function patternOf(
  context: CanvasRenderingContext2D,
  ground: string,
  colour: string,
  pattern: Pattern,
  ratio: number,
): string | CanvasPattern {
  const size = Math.max(pattern.side, Math.round(pattern.side * ratio));
  const key = [ground, colour, size, patternNumber(pattern)].join(' ');
  const tile = tiles.get(key) ?? drawTile(ground, colour, pattern, size);
  if (tiles.size >= maxTiles) {
    tiles.clear();
  }
  tiles.set(key, tile);
  const made = context.createPattern(tile, 'repeat');
  made?.setTransform(new DOMMatrix().scale(pattern.side / size));
  return made ?? ground;
}

function patternNumber(pattern: Pattern): number {
  return [gapStretch, ...Object.values(cutOuts)].indexOf(pattern);
}

function drawTile(ground: string, colour: string, { drawing }: Pattern, size: number): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const inner = tile.getContext('2d');
  if (inner !== null) {
    inner.fillStyle = ground;
    inner.fillRect(0, 0, size, size);
    inner.fillStyle = colour;
    inner.strokeStyle = colour;
    drawing(inner, size);
  }
  return tile;
}
