import type { SymbolShape } from './resultAppearance.ts';

/** How the bars of one of several values of a field look. */
export interface SeriesAppearance {
  /** The CSS variable that holds its colour. */
  readonly variable: string;
  /** The colours of VS Code's theme from which it is made, the best first. */
  readonly themeColours: readonly string[];
  /** What tells its bars from those of the others without colour. */
  readonly pattern: 'solid' | 'hatched' | 'striped' | 'dotted' | 'crossed' | 'hollow';
  /** The same in a symbol. */
  readonly shape: SymbolShape;
}

const frame = 'M1.5 1.5H10.5V10.5H1.5Z';

/** So many values of a field have a colour of their own; the last series is for all other records. */
export const maxSeries = 5;

/** Of the values of a field, the most frequent first, and last of all other records. Results have colours of their own. */
export const seriesAppearance: readonly SeriesAppearance[] = [
  { variable: '--series-1', themeColours: ['auditLog-series-1', 'charts-blue'], pattern: 'solid', shape: { filled: 'M1 1H11V11H1Z' } },
  {
    variable: '--series-2',
    themeColours: ['auditLog-series-2', 'symbolIcon-classForeground', 'charts-orange'],
    pattern: 'hatched',
    shape: { outlined: `${frame}M2 6 6 2M2 10 10 2M6 10 10 6` },
  },
  {
    variable: '--series-3',
    themeColours: ['auditLog-series-3', 'charts-purple'],
    pattern: 'striped',
    shape: { outlined: `${frame}M4.5 2V10M7.5 2V10` },
  },
  {
    variable: '--series-4',
    themeColours: ['auditLog-series-4', 'terminal-ansiCyan', 'charts-green'],
    pattern: 'dotted',
    shape: { outlined: `${frame}M4 4H5M7 4H8M4 8H5M7 8H8` },
  },
  {
    variable: '--series-5',
    themeColours: ['auditLog-series-5', 'terminal-ansiMagenta', 'charts-red'],
    pattern: 'crossed',
    shape: { outlined: `${frame}M2 2 10 10M10 2 2 10` },
  },
  {
    variable: '--series-rest',
    themeColours: ['auditLog-series-rest', 'descriptionForeground'],
    pattern: 'hollow',
    shape: { outlined: frame },
  },
];
