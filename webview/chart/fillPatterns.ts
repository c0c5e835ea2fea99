import { resultGroups, type ResultGroup } from '../../src/core/record/results.ts';
import type { Palette } from '../theme/palette.ts';
import { resultAppearance } from '../theme/resultAppearance.ts';
import { seriesAppearance, type SeriesAppearance } from '../theme/seriesAppearance.ts';
import type { Fill } from './drawing.ts';
import { cutOuts, gapStretch, patternOf } from './patternTiles.ts';

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
