import * as vscode from 'vscode';
import { visibleText } from '../../protocol/visibleText.ts';
import { savedFilters } from '../base/savedFilters.ts';
import type { RecentFilters } from '../editor/recentFilters.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import type { NamedFilter } from './namedFilters.ts';
import { saveFilterAs } from './saveFilter.ts';

/** A button of a filter in the list of filters, and what it does: resolves when the list is to be made anew. */
export interface FilterButton extends vscode.QuickInputButton {
  readonly run: () => Promise<void>;
}

/** What can be done with a filter, without leaving the list for longer than a question takes. */
export function filterButtons(view: TimelineView, recent: RecentFilters, filter: NamedFilter): readonly FilterButton[] {
  const { name, query, saved } = filter;
  const copy = button('copy', vscode.l10n.t('Copy as Text'), async () => {
    await vscode.env.clipboard.writeText(query);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Filter copied'), 4000);
  });
  if (saved === undefined) {
    const save = button('save', vscode.l10n.t('Save Filter…'), () => saveFilterAs(view, query, {}));
    const forget = button('close', vscode.l10n.t('Remove from Recently Used'), () => Promise.resolve(recent.forget(query)));
    return filter.kind === 'recent' ? [save, copy, forget] : [copy];
  }
  const other = saved === 'user' ? 'workspace' : 'user';
  const moved = saved === 'user' ? vscode.l10n.t('Move to Workspace') : vscode.l10n.t('Move to User');
  return [
    button('edit', vscode.l10n.t('Rename…'), () => rename(view, filter)),
    copy,
    ...(vscode.workspace.workspaceFolders === undefined
      ? []
      : [
          button(saved === 'user' ? 'folder' : 'account', moved, async () => {
            await savedFilters.save(view.uri, name, query, other);
            await savedFilters.remove(view.uri, name, saved);
          }),
        ]),
    button('trash', vscode.l10n.t('Delete'), () => savedFilters.remove(view.uri, name, saved)),
  ];
}

async function rename(view: TimelineView, { name, query, saved }: NamedFilter): Promise<void> {
  const names = savedFilters.all(view.uri);
  const typed = await vscode.window.showInputBox({
    ignoreFocusOut: true,
    title: vscode.l10n.t('Rename filter'),
    prompt: vscode.l10n.t('Another name for {0}', visibleText(query)),
    value: name,
    validateInput: (text) => (text.trim() !== name && names.has(text.trim()) ? vscode.l10n.t('Another filter has this name.') : undefined),
  });
  const next = typed?.trim() ?? '';
  if (saved !== undefined && next !== '' && next !== name) {
    await savedFilters.save(view.uri, next, query, saved);
    await savedFilters.remove(view.uri, name, saved);
  }
}

function button(icon: string, tooltip: string, run: () => Promise<void>): FilterButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip, run };
}
