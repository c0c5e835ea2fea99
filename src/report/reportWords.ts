import * as l10n from '@vscode/l10n';
import { ticksFromText } from '../core/record/ticks.ts';
import type { ResultGroup } from '../core/record/results.ts';
import { timeText } from '../core/record/timeText.ts';
import type { Zone } from '../core/record/zones.ts';
import type { Severity } from '../protocol/answers/answer.ts';

export function groupName(group: ResultGroup): string {
  switch (group) {
    case 'success':
      return l10n.t('success');
    case 'clientError':
      return l10n.t('client error');
    case 'failure':
      return l10n.t('failure');
    case 'other':
      return l10n.t('other');
  }
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

/** `12 of 1,204`; the number alone where that is all. */
export function ofAll(shown: number, all: number, locale: string): string {
  const number = (value: number): string => value.toLocaleString(locale);
  return shown === all ? number(all) : l10n.t('{0} of {1}', number(shown), number(all));
}

/** Ticks as they cross boundaries, on the clock of a zone. */
export function ticksText(ticks: string, zone: Zone): string {
  const value = ticksFromText(ticks);
  return value === undefined ? ticks : timeText(value, zone);
}
