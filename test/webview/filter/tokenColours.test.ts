import { describe, expect, it } from 'vitest';
import { contrast, overlay, parseColour } from '../../../webview/theme/colour.ts';
import { tokenColours, tokenStyle } from '../../../webview/filter/tokenColours.ts';
import { readerOf, seenColour, themeNames } from '../themeColours.ts';

describe.each(themeNames)('in the theme %s', (theme) => {
  const colours = tokenColours(readerOf(theme));

  it('every token has a contrast of 4.5 to the input', () => {
    const page = seenColour(theme, 'editor-background')!;
    const front = parseColour(readerOf(theme)('input-background'));
    const ground = front === undefined ? page : overlay(front, page);
    expect(colours.size).toBe(9);
    for (const [name, text] of colours) {
      expect(contrast(parseColour(text)!, ground), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('the line under what is wrong has a contrast of 3', () => {
    const [, colour = ''] = /wavy (.*?);/.exec(tokenStyle(readerOf(theme))) ?? [];
    const page = seenColour(theme, 'editor-background')!;
    const front = parseColour(readerOf(theme)('input-background'));
    expect(contrast(parseColour(colour)!, front === undefined ? page : overlay(front, page))).toBeGreaterThanOrEqual(3);
  });

  it('quoted text, numbers and values look different', () => {
    expect(new Set((['quoted', 'number', 'value'] as const).map((kind) => colours.get(kind))).size).toBe(3);
  });
});

describe('a theme that leaves colours out', () => {
  it('has text that can be read on black, or the theme’s colour where that is no plain one', () => {
    const dim = tokenColours((name) => (name === 'foreground' ? '#222222' : ''));
    expect(contrast(parseColour(dim.get('field')!)!, parseColour('#000000')!)).toBeGreaterThanOrEqual(4.5);
    const odd = tokenColours((name) => (name === 'foreground' ? 'color(display-p3 0 1 0)' : ''));
    expect(odd.get('word')).toBe('color(display-p3 0 1 0)');
  });
});
