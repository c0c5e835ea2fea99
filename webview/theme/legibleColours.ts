import { resultGroups } from '../../src/core/record/results.ts';
import type { Severity } from '../../src/protocol/answers/answer.ts';
import { type Colour, colourText, legible, overlay, parseColour } from './colour.ts';
import { resultAppearance } from './resultAppearance.ts';
import { seriesAppearance } from './seriesAppearance.ts';
import { themeReader, type ThemeReader } from './themeReader.ts';

/** What symbols and bars need to be told from their ground, by WCAG 2.1 (1.4.11). */
const minContrast = 3;
/** How much of the selection's colour the chosen stretch of a chart has. */
export const brushOpacity = 0.3;

const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };

/** Where symbols are shown: on the page, or on a selected row, with the keyboard in the list or elsewhere. */
export type Ground = 'page' | 'selected' | 'inactive';

/** The grounds of each kind. A theme that leaves one undefined shows the page's. */
const groundColours: Readonly<Record<Ground, readonly { readonly name: string; readonly opacity?: number }[]>> = {
  page: [
    { name: 'editor-background' },
    { name: 'editor-selectionBackground', opacity: brushOpacity },
    { name: 'editorWidget-background' },
    { name: 'editorHoverWidget-background' },
    { name: 'list-hoverBackground' },
  ],
  selected: [{ name: 'list-activeSelectionBackground' }],
  inactive: [{ name: 'list-inactiveSelectionBackground' }],
};

const severityColours: Readonly<Record<Severity, { readonly variable: string; readonly themeColours: readonly string[] }>> = {
  error: { variable: '--severity-error', themeColours: ['editorError-foreground', 'charts-red'] },
  warning: { variable: '--severity-warning', themeColours: ['editorWarning-foreground', 'charts-yellow'] },
  information: { variable: '--severity-information', themeColours: ['editorInfo-foreground', 'charts-blue'] },
};

/** The variables of symbols and bars, and the theme's colours from which each is made, the best first. */
const colours: readonly { readonly variable: string; readonly themeColours: readonly string[] }[] = [
  ...resultGroups.map((group) => resultAppearance[group]),
  ...Object.values(severityColours),
  ...seriesAppearance,
];

/** CSS that gives symbols on a ground their colours for it. */
export function coloursOn(ground: Exclude<Ground, 'page'>): string {
  return colours.map(({ variable }) => `${variable}: var(${variable}-${ground}, var(--vscode-foreground));`).join('\n');
}

/** CSS variables and their values: the theme's colours for results, series and severities, moved until they are legible on each ground. */
export function legibleColours(read: ThemeReader): ReadonlyMap<string, string> {
  const page = parseColour(read('editor-background')) ?? black;
  const found = new Map<string, string>([['--ground', colourText(page)]]);
  for (const { variable, themeColours } of colours) {
    const named = [...themeColours, 'foreground'].map(read).find((text) => text !== '') ?? '';
    const colour = parseColour(named);
    for (const ground of Object.keys(groundColours) as Ground[]) {
      const grounds = groundColours[ground].map(({ name, opacity }) => {
        const front = parseColour(read(name));
        return front === undefined ? page : overlay(front, page, opacity);
      });
      const name = ground === 'page' ? variable : `${variable}-${ground}`;
      // What is no plain colour is left as the theme has it.
      found.set(name, colour === undefined ? named : colourText(legible(overlay(colour, page), grounds, minContrast)));
    }
  }
  return found;
}

/** Sets the variables for an element and all that it holds. */
export function applyLegibleColours(element: HTMLElement): void {
  for (const [name, value] of legibleColours(themeReader())) {
    element.style.setProperty(name, value);
  }
}
