import * as l10n from '@vscode/l10n';

/** What decides which keys and movements of the pointer do something where a tip is. */
export interface ChartSituation {
  /** What has led to where the tip is; a drag has nothing to add. */
  readonly by: 'pointer' | 'keys' | 'drag';
  /** Whether keys come to the chart. */
  readonly hasFocus: boolean;
  readonly isAtGap: boolean;
  readonly hasRecords: boolean;
  /** Whether the keyboard has chosen a stretch. */
  readonly isChosen: boolean;
  /** Whether the chart neither zooms nor opens records. */
  readonly isFixed: boolean;
}

/** What can be done where a tip is, the most useful first; in few words, for a tip is small. */
export function chartHints({ by, hasFocus, isAtGap, hasRecords, isChosen, isFixed }: ChartSituation): readonly string[] {
  if (by === 'drag') {
    return [];
  }
  const zoom = isFixed ? [] : [hasFocus ? l10n.t('W/S zooms') : l10n.t('Ctrl+wheel zooms')];
  if (by === 'pointer') {
    const click = isAtGap ? [l10n.t('Click shows the record after it')] : hasRecords && !isFixed ? [l10n.t('Click selects')] : [];
    return isAtGap ? click : [...click, l10n.t('Drag chooses'), ...zoom];
  }
  if (isAtGap) {
    return [l10n.t('Enter shows the record after it'), l10n.t('G goes on')];
  }
  const next = isChosen ? l10n.t('Escape leaves') : l10n.t('Shift+← → chooses');
  return [l10n.t('Enter filters'), next, ...zoom];
}
