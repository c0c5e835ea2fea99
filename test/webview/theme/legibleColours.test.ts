import { describe, expect, it } from 'vitest';
import { resultGroups } from '../../../src/core/record/results.ts';
import { contrast, parseColour } from '../../../webview/theme/colour.ts';
import { brushOpacity, legibleColours } from '../../../webview/theme/legibleColours.ts';
import { resultAppearance } from '../../../webview/theme/resultAppearance.ts';
import { readerOf, seenColour, themeNames } from '../themeColours.ts';

const variables = [
  ...resultGroups.map((group) => resultAppearance[group].variable),
  '--severity-error',
  '--severity-warning',
  '--severity-information',
];

/** What symbols and bars are shown on, by the suffix of the variables for it. */
const grounds = [
  ['', 'editor-background', 1],
  ['', 'editor-selectionBackground', brushOpacity],
  ['', 'editorWidget-background', 1],
  ['', 'editorHoverWidget-background', 1],
  ['', 'list-hoverBackground', 1],
  ['-selected', 'list-activeSelectionBackground', 1],
  ['-inactive', 'list-inactiveSelectionBackground', 1],
] as const;

describe.each(themeNames)('in the theme %s', (theme) => {
  const colours = legibleColours(readerOf(theme));

  it.each(grounds)('results and severities%s have a contrast of 3 to %s (%d)', (suffix, name, opacity) => {
    const ground = seenColour(theme, name, opacity) ?? seenColour(theme, 'editor-background')!;
    for (const variable of variables) {
      const colour = parseColour(colours.get(`${variable}${suffix}`)!)!;
      expect(contrast(colour, ground), variable).toBeGreaterThanOrEqual(3);
    }
  });

  it('a selected row tells results apart by colour, too', () => {
    for (const suffix of ['', '-selected', '-inactive']) {
      expect(new Set(variables.slice(0, 4).map((variable) => colours.get(`${variable}${suffix}`))).size).toBe(4);
    }
  });

  it('colours that are legible are left as the theme has them', () => {
    const kept = resultGroups.filter((group) => {
      const own = seenColour(theme, resultAppearance[group].themeColours[0])!;
      return grounds.every(([suffix, name, opacity]) => suffix !== '' || contrast(own, seenColour(theme, name, opacity) ?? own) >= 3);
    });
    expect(kept.length).toBeGreaterThan(0);
    for (const group of kept) {
      const {
        variable,
        themeColours: [own],
      } = resultAppearance[group];
      expect(parseColour(colours.get(variable)!)).toEqual(seenColour(theme, own));
    }
  });
});

describe('a theme that leaves colours out', () => {
  it('has them from the foreground, legible on black', () => {
    const colours = legibleColours((name) => (name === 'foreground' ? '#222222' : ''));
    expect(contrast(parseColour(colours.get('--result-success')!)!, parseColour('#000000')!)).toBeGreaterThanOrEqual(3);
  });

  it('keeps a colour that is no plain one', () => {
    const colours = legibleColours((name) => (name === 'auditLog-result-success' ? 'color(display-p3 0 1 0)' : '#ffffff'));
    expect(colours.get('--result-success')).toBe('color(display-p3 0 1 0)');
  });
});

describe('the colours that the extension contributes', () => {
  it('are those of the theme by default, and win over them', () => {
    for (const theme of themeNames) {
      const read = readerOf(theme);
      const withoutOwn = legibleColours((name) => (name.startsWith('auditLog-') ? '' : read(name)));
      expect(legibleColours(read), theme).toEqual(withoutOwn);
      const chosen = legibleColours((name) => (name === 'auditLog-series-3' ? '#ff00ff' : read(name)));
      expect(chosen.get('--series-3')).not.toBe(withoutOwn.get('--series-3'));
    }
  });

  it('are moved until they are legible, as the others are', () => {
    const read = readerOf('dark');
    const colours = legibleColours((name) => (name === 'auditLog-result-success' ? read('editor-background') : read(name)));
    const seen = parseColour(colours.get('--result-success')!)!;
    expect(contrast(seen, seenColour('dark', 'editor-background')!)).toBeGreaterThanOrEqual(3);
  });
});
