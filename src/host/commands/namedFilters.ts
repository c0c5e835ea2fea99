import * as vscode from 'vscode';
import { type BuiltInName, builtInFilters } from '../../core/query/builtInFilters.ts';
import { savedFilters } from '../base/savedFilters.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';

/** A filter that can be offered for a log. */
export interface NamedFilter {
  /** `saved` in the settings, `builtIn` for the formats of the log, or `recent`: used before without a name. */
  readonly kind: 'saved' | 'builtIn' | 'recent';
  /** The name under which it was saved, or that of `builtInFilters.ts`; the filter itself where it has none. */
  readonly name: string;
  readonly title: string;
  readonly query: string;
  /** In whose settings it is. */
  readonly saved?: 'user' | 'workspace' | undefined;
}

/** The filters with names that can be offered for a log, the saved ones first. */
export async function namedFilters(view: TimelineView, signal: AbortSignal): Promise<readonly NamedFilter[]> {
  const { formats } = await answerOf(view.session, 'formats', {}, signal);
  const saved = [...savedFilters.all(view.uri)].map(([name, query]): NamedFilter => {
    return { kind: 'saved', name, title: name, query, saved: savedFilters.placeOf(view.uri, name) };
  });
  return [
    ...saved.filter((filter) => filter.saved === 'workspace'),
    ...saved.filter((filter) => filter.saved === 'user'),
    ...builtInFilters(formats).map(({ name, query }): NamedFilter => ({ kind: 'builtIn', name, title: titleOf(name), query })),
  ];
}

/** Those that were used last, the newest first, with their names if they have any. */
export function recentlyUsed(named: readonly NamedFilter[], recent: readonly string[]): readonly NamedFilter[] {
  return recent
    .slice(0, maxRecent)
    .map((query) => named.find((filter) => filter.query === query) ?? { kind: 'recent', name: query, title: query, query });
}

/** More than these are in the history of the filter's box. */
const maxRecent = 7;

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
