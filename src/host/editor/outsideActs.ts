import * as vscode from 'vscode';
import type { Intent } from '../../protocol/viewMessages.ts';
import { copyRecords } from '../clipboard/copyRecords.ts';
import { openSource, type ShownLog } from './openSource.ts';
import type { Step } from './viewHistory.ts';

/** What a user wants that happens outside of the timeline. */
export type OutsideAct = Exclude<Intent, Step | { readonly kind: 'pair' | 'chosen' }>;

/** Does what a user of a timeline wants outside of it. */
export async function actOutside(act: OutsideAct, shown: ShownLog): Promise<void> {
  switch (act.kind) {
    case 'openSource':
      await openSource(shown, act.at);
      return;
    case 'compareAsText':
      await vscode.commands.executeCommand('auditLog.record.compareAsText', { records: [act.first, act.second] });
      return;
    case 'openExcerpt':
      await vscode.commands.executeCommand('auditLog.records.openExcerpt', { rows: act.rows, order: act.order });
      return;
    case 'documentation':
      await vscode.commands.executeCommand('auditLog.finding.openDocumentation', act);
      return;
    case 'copy':
      await vscode.env.clipboard.writeText(act.text);
      return;
    case 'copyRecords':
      await copyRecords(act, shown.session, shown.selected, shown.signal);
      return;
  }
}
