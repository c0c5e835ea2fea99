import * as l10n from '@vscode/l10n';
import type { ListColumn } from '../../src/protocol/answers/formats.ts';

/** Says which of the columns that the user has chosen are not shown; empty where all are. */
export function hiddenColumnsNote(hidden: readonly ListColumn[]): string {
  const titles = hidden.map(({ title }) => l10n.t(title)).join(', ');
  return hidden.length === 0
    ? ''
    : hidden.length === 1
      ? l10n.t('1 column is hidden, as the list is too narrow: {0}', titles)
      : l10n.t('{0} columns are hidden, as the list is too narrow: {1}', hidden.length, titles);
}
