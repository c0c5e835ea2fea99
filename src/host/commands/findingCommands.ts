import * as vscode from 'vscode';
import { findingCodes } from '../../core/finding/codes.ts';
import { andTerm } from '../../core/query/editQuery.ts';
import { pageQuery } from '../../core/query/pageQuery.ts';
import { isObject, oneOf } from '../../protocol/guards.ts';
import { say } from '../../protocol/say.ts';
import { findingsText } from '../base/countText.ts';
import type { TimelineView } from '../editor/timelineView.ts';
import { answerOf } from '../engine/whenRead.ts';
import { showFindingPage } from '../base/findingPage.ts';
import { neighbourOf } from './goToNeighbour.ts';

const isCode = oneOf(...findingCodes);

/** Records with any finding. */
const anyFinding = 'finding:(error, warning, information)';

/**
 * Goes to the next finding, or the one before: on the page of findings to the next row, anywhere else to the next record with a
 * finding among those that are shown, in the order of time.
 */
export function goToFinding(direction: 'next' | 'previous'): (view: TimelineView) => Promise<void> {
  return async (view) => {
    if (view.state.page.kind === 'findings') {
      view.act({ act: 'finding', direction });
      return;
    }
    const record = await neighbourOf(view, andTerm(pageQuery(view.state), anyFinding), direction);
    if (record !== undefined) {
      await view.apply({ kind: 'select', ref: record });
    } else {
      void vscode.window.showInformationMessage(
        direction === 'next'
          ? vscode.l10n.t('The filter finds no record with a finding after this one.')
          : vscode.l10n.t('The filter finds no record with a finding before this one.'),
      );
    }
  };
}

/** Shows the page about a code of findings, `{ code }` where handed over, else the one that the user picks from those of the log. */
export function openDocumentation(extensionUri: vscode.Uri): (view: TimelineView, argument: unknown) => Promise<void> {
  return async (view, argument) => {
    const code = isObject(argument) && isCode(argument['code']) ? argument['code'] : await pickCode(view);
    if (code !== undefined) {
      await showFindingPage(extensionUri, code);
    }
  };
}

async function pickCode(view: TimelineView): Promise<string | undefined> {
  const { codes } = await answerOf(view.session, 'findingCodes', { query: '' }, view.signal);
  const items = codes.map(({ code, count }) => ({
    label: say({ code: `findingTitle.${code}`, args: [] }),
    description: code,
    detail: findingsText(count),
    code,
  }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The log has no findings.'));
    return undefined;
  }
  const title = vscode.l10n.t('Explain findings');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true, ignoreFocusOut: true }))?.code;
}
