import * as l10n from '@vscode/l10n';
import { nothing, svg, type TemplateResult } from 'lit';
import type { ResultGroup } from '../../src/core/record/results.ts';
import type { Severity } from '../../src/protocol/answers/answer.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from './format.ts';
import { resultAppearance, type SymbolShape } from '../theme/resultAppearance.ts';
import { seriesAppearance } from '../theme/seriesAppearance.ts';

/** The name of a group of results, as legends and lists say it. */
export function groupName(group: ResultGroup): string {
  return resultAppearance[group].name();
}

export function severityName(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
  }
}

/** So many findings of a severity, in words. */
export function severityCount(severity: Severity, count: number, settings: ViewSettings): string {
  const number = numberText(count, settings);
  switch (severity) {
    case 'error':
      return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', number);
    case 'warning':
      return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', number);
    case 'information':
      return count === 1 ? l10n.t('1 note') : l10n.t('{0} notes', number);
  }
}

const severityShapes: Readonly<Record<Severity, TemplateResult>> = {
  error: svg`<circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" stroke-width="1.3" />
    <path d="M3.9 3.9 8.1 8.1M8.1 3.9 3.9 8.1" stroke="currentColor" stroke-width="1.3" />`,
  warning: svg`<path d="M6 1 11.4 11H0.6Z" fill="none" stroke="currentColor" stroke-width="1.2" />
    <path d="M6 4.4V7.4M6 8.3V9.6" stroke="currentColor" stroke-width="1.3" />`,
  information: svg`<circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" stroke-width="1.2" />
    <path d="M6 5.2V9M6 3V4.3" stroke="currentColor" stroke-width="1.4" />`,
};

/** The symbol of a group of results, told from the others without colour. */
export function groupSymbol(group: ResultGroup): TemplateResult {
  return symbol(group, resultAppearance[group].shape);
}

/** The symbol of a series of bars, by its number. */
export function seriesSymbol(index: number): TemplateResult {
  return symbol(`series${index}`, seriesAppearance[index]!.shape);
}

/** The symbol of the record that is selected for a comparison: two arrows, there and back. */
export function compareSymbol(): TemplateResult {
  return symbol('compare', { outlined: 'M1 3.5H10.5M8 1 10.5 3.5 8 6M11 8.5H1.5M4 6 1.5 8.5 4 11', lineWidth: 1.2 });
}

function symbol(name: string, { filled, outlined, lineWidth }: SymbolShape): TemplateResult {
  return svg`<svg class="symbol ${name}" viewBox="0 0 12 12" aria-hidden="true">${
    filled === undefined ? nothing : svg`<path d=${filled} fill="currentColor" />`
  }${outlined === undefined ? nothing : svg`<path d=${outlined} fill="none" stroke="currentColor" stroke-width=${lineWidth ?? 1} />`}</svg>`;
}

export function severitySymbol(severity: Severity): TemplateResult {
  return svg`<svg class="symbol ${severity}" viewBox="0 0 12 12" aria-hidden="true">${severityShapes[severity]}</svg>`;
}
