import * as vscode from 'vscode';
import type { Disposable } from '../lifetime/disposables.ts';

const section = 'auditLog';

/** The settings of package.json, as they are at the moment. */
export const settings = {
  diagnosticsEnabled(uri: vscode.Uri): boolean {
    return vscode.workspace.getConfiguration(section, uri).get('diagnostics.enabled', true);
  },

  /** `utc`, `local`, or the IANA name of a zone; `utc` with the reason where the setting names none. */
  timeZone(): { readonly zone: string; readonly problem?: string } {
    const zone = vscode.workspace.getConfiguration(section).get('time.zone', 'utc').trim();
    if (zone === 'utc' || zone === 'local' || isTimeZone(zone)) {
      return { zone };
    }
    return { zone: 'utc', problem: vscode.l10n.t('“{0}” is no time zone. Times are shown in UTC.', zone) };
  },

  /** Whether timelines open with their lanes. */
  lanes(): boolean {
    return vscode.workspace.getConfiguration(section).get('timeline.lanes', true);
  },

  onDidChange(listener: () => void): Disposable {
    return vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(section) && listener());
  },
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
