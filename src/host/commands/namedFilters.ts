import * as vscode from 'vscode';
import { type BuiltInName, builtInFilters } from '../../core/query/builtInFilters.ts';
import { settings } from '../base/settings.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';

/** A filter that was saved in the settings, or that is built in for the formats of a log. */
export interface NamedFilter {
  /** The name under which it was saved, or that of `builtInFilters.ts`. */
  readonly name: string;
  readonly title: string;
  readonly query: string;
  readonly isSaved: boolean;
}

/** The filters that can be offered for a log, the saved ones first. */
export async function namedFilters(view: TimelineView, signal: AbortSignal): Promise<readonly NamedFilter[]> {
  const { formats } = await answerOf(view.session, 'formats', {}, signal);
  return [
    ...[...settings.filters(view.uri)].map(([name, query]) => ({ name, title: name, query, isSaved: true })),
    ...builtInFilters(formats).map(({ name, query }) => ({ name, title: titleOf(name), query, isSaved: false })),
  ];
}

function titleOf(name: BuiltInName): string {
  switch (name) {
    case 'failures':
      return vscode.l10n.t('Failures');
    case 'policyChanges':
      return vscode.l10n.t('Policy changes');
    case 'certificateChanges':
      return vscode.l10n.t('Certificate changes');
    case 'adminOnly':
      return vscode.l10n.t('Operations for administrators only');
    case 'firstSeenCallers':
      return vscode.l10n.t('First record of each caller');
    case 'loginsWithoutMfa':
      return vscode.l10n.t('Sign-ins without MFA');
    case 'deletes':
      return vscode.l10n.t('Deletes');
  }
}
