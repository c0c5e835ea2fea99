import * as l10n from '@vscode/l10n';
import { nothing, svg, type TemplateResult } from 'lit';
import type { ResultGroup } from '../../src/core/record/results.ts';
import type { Severity } from '../../src/protocol/answers/answer.ts';
import type { ViewSettings } from '../../src/protocol/viewMessages.ts';
import { numberText } from './format.ts';
import { resultAppearance } from '../theme/resultAppearance.ts';

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
  const { filled, outlined, lineWidth } = resultAppearance[group].shape;
  return svg`<svg class="symbol ${group}" viewBox="0 0 12 12" aria-hidden="true">${
    filled === undefined ? nothing : svg`<path d=${filled} fill="currentColor" />`
  }${outlined === undefined ? nothing : svg`<path d=${outlined} fill="none" stroke="currentColor" stroke-width=${lineWidth ?? 1} />`}</svg>`;
}

export function severitySymbol(severity: Severity): TemplateResult {
  return svg`<svg class="symbol ${severity}" viewBox="0 0 12 12" aria-hidden="true">${severityShapes[severity]}</svg>`;
}

const iconPaths = {
  back: 'M10 3 5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  zoomIn: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14M5 7h4M7 5v4',
  zoomOut: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3 14 14M5 7h4',
  whole: 'M2 3v10M14 3v10M4 8h8M6 6 4 8l2 2M10 6l2 2-2 2',
  table: 'M2 3h12v10H2ZM2 6.5h12M2 9.7h12M7 3v10',
  filter: 'M2 3h12L9.5 8.5V13L6.5 11.5V8.5Z',
  exclude: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM4.2 4.2l7.6 7.6',
  clear: 'M4 4l8 8M12 4l-8 8',
} as const;

/** A line drawing for a button, which must have a name of its own. */
export function icon(name: keyof typeof iconPaths): TemplateResult {
  return svg`<svg class="picture" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d=${iconPaths[name]} /></svg>`;
}
