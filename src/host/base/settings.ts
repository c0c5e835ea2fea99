import * as vscode from 'vscode';
import type { Disposable } from '../lifetime/disposables.ts';

const section = 'auditLog';

/** The settings of package.json, as they are at the moment. */
export const settings = {
  diagnosticsEnabled(uri: vscode.Uri): boolean {
    return vscode.workspace.getConfiguration(section, uri).get('diagnostics.enabled', true);
  },

  timeZone(): 'utc' | 'local' {
    return vscode.workspace.getConfiguration(section).get('time.zone') === 'local' ? 'local' : 'utc';
  },

  /** Whether timelines open with their lanes. */
  lanes(): boolean {
    return vscode.workspace.getConfiguration(section).get('timeline.lanes', true);
  },

  onDidChange(listener: () => void): Disposable {
    return vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(section) && listener());
  },
};
