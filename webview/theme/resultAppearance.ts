import * as l10n from '@vscode/l10n';
import type { ResultGroup } from '../../src/core/record/results.ts';

/** A symbol, as paths on a square of 12 by 12. */
export interface SymbolShape {
  readonly filled?: string;
  readonly outlined?: string;
  readonly lineWidth?: number;
}

/** How a group of results looks and is called wherever the page shows it. */
export interface ResultAppearance {
  /** As legends, tips and screen readers say it. */
  readonly name: () => string;
  readonly shape: SymbolShape;
  /** The CSS variable that holds its colour. */
  readonly variable: string;
  /** The colours of VS Code's theme from which it is made: the extension's own, and what that is by default. */
  readonly themeColours: readonly [own: string, byDefault: string];
  /** What tells its bars from those of other groups without colour. Failures are solid: the strip below the bars says where they are. */
  readonly pattern: 'solid' | 'hatched' | 'striped';
}

/**
 * The only source of symbols, words and colours for results: a square for success, a hatched square for client errors, a
 * triangle for failures, a ring for everything else. A triangle never marks client errors.
 */
export const resultAppearance: Readonly<Record<ResultGroup, ResultAppearance>> = {
  success: {
    name: () => l10n.t('success'),
    shape: { filled: 'M1 1H11V11H1Z' },
    variable: '--result-success',
    themeColours: ['auditLog-result-success', 'charts-green'],
    pattern: 'solid',
  },
  clientError: {
    name: () => l10n.t('client error'),
    shape: { outlined: 'M1.6 1.6H10.4V10.4H1.6ZM2 6 6 2M2 10 10 2M6 10 10 6', lineWidth: 1.3 },
    variable: '--result-client-error',
    themeColours: ['auditLog-result-clientError', 'charts-yellow'],
    pattern: 'hatched',
  },
  failure: {
    name: () => l10n.t('failure'),
    shape: { filled: 'M6 0.8 11.6 11H0.4Z' },
    variable: '--result-failure',
    themeColours: ['auditLog-result-failure', 'charts-red'],
    pattern: 'solid',
  },
  other: {
    name: () => l10n.t('other'),
    shape: { outlined: 'M2 6A4 4 0 1 0 10 6A4 4 0 1 0 2 6Z', lineWidth: 2 },
    variable: '--result-other',
    themeColours: ['auditLog-result-other', 'charts-purple'],
    pattern: 'striped',
  },
};
