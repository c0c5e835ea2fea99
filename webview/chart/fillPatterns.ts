import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';
import type { Palette } from '../theme/palette.ts';
import { resultAppearance } from '../theme/resultAppearance.ts';
import { seriesAppearance, type SeriesAppearance } from '../theme/seriesAppearance.ts';
import type { Fill } from './drawing.ts';

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
const cutOuts: Readonly<Record<Exclude<SeriesAppearance['pattern'], 'solid'>, Pattern>> = {
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
const gapStretch: Pattern = { side: 8, drawing: diagonals(1 / 8) };

/** What to fill with, by name: a colour of the theme, or a pattern in it. `ratio` is pixels of the screen per CSS pixel. */
export function fillPatterns(context: CanvasRenderingContext2D, palette: Palette, ratio: number): (fill: Fill) => string | CanvasPattern {
  const made = new Map<Fill, string | CanvasPattern>();
  const make = (fill: Fill): string | CanvasPattern => {
    switch (fill) {
      case 'failureShare':
        return palette.groups.failure;
      case 'numbered':
      case 'backdrop':
        return palette.muted;
      case 'brush':
        return palette.brush;
      case 'plate':
        return palette.background;
      case 'gapStretch':
        return patternOf(context, 'transparent', palette.muted, gapStretch, ratio);
      case 'missing':
        return palette.warning;
      case 'gapCap':
        return palette.text;
      default: {
        const { pattern, colour } = lookOf(fill, palette);
        return pattern === 'solid' ? colour : patternOf(context, colour, palette.background, cutOuts[pattern], ratio);
      }
    }
  };
  return (fill) => {
    const known = made.get(fill) ?? make(fill);
    made.set(fill, known);
    return known;
  };
}

function lookOf(
  fill: ResultGroup | `series${number}`,
  palette: Palette,
): { readonly pattern: SeriesAppearance['pattern']; readonly colour: string } {
  if (isResultGroup(fill)) {
    return { pattern: resultAppearance[fill].pattern, colour: palette.groups[fill] };
  }
  const index = Number(fill.slice('series'.length));
  return { pattern: palette.hasPatterns ? seriesAppearance[index]!.pattern : 'solid', colour: palette.series[index]! };
}

function isResultGroup(fill: Fill): fill is ResultGroup {
  return resultGroups.some((group) => group === fill);
}

/** Tiles that were drawn, by all that they depend on: drawing one takes longer than the bars that it fills. */
const tiles = new Map<string, HTMLCanvasElement>();
/** More than a theme has; those of themes before are not kept for ever. */
const maxTiles = 50;

function patternOf(
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
