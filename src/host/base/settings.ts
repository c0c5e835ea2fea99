import * as vscode from 'vscode';
import { isObject, list, text } from '../../protocol/guards.ts';
import { schemaRules, type SchemaRule } from './schemaRules.ts';
import type { Disposable } from '../lifetime/disposables.ts';

const section = 'auditLog';

const isTexts = list(text(10_000), 0, 10_000);

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

  /** What the user says of the levels of findings, by code or a beginning with `*`. */
  findingLevels(uri: vscode.Uri): Readonly<Record<string, unknown>> {
    const levels: unknown = vscode.workspace.getConfiguration(section, uri).get('findings.severity');
    return isObject(levels) ? levels : {};
  },

  /** Sets the level of one code, in the workspace if there is one. */
  async setFindingLevel(uri: vscode.Uri, code: string, level: string): Promise<void> {
    const levels = { ...settings.findingLevels(uri), [code]: level };
    await vscode.workspace.getConfiguration(section, uri).update('findings.severity', levels, nearestTarget());
  },

  /** Values that no finding is to call unknown. */
  knownValues(uri: vscode.Uri): readonly string[] {
    const values: unknown = vscode.workspace.getConfiguration(section, uri).get('findings.knownValues');
    return isTexts(values) ? values : [];
  },

  async addKnownValue(uri: vscode.Uri, value: string): Promise<void> {
    const values = [...new Set([...settings.knownValues(uri), value])];
    await vscode.workspace.getConfiguration(section, uri).update('findings.knownValues', values, nearestTarget());
  },

  /** Whether texts say after values what they stand for. */
  inlayHints(): boolean {
    return vscode.workspace.getConfiguration(section).get('text.inlayHints', false);
  },

  async setInlayHints(areShown: boolean): Promise<void> {
    await vscode.workspace.getConfiguration(section).update('text.inlayHints', areShown, vscode.ConfigurationTarget.Global);
  },

  /** The JSON Schemas that a log is to be checked against. In Restricted Mode those of the user only. */
  schemas(log: vscode.Uri): readonly SchemaRule[] {
    const path = vscode.workspace.asRelativePath(log, false);
    return schemaRules(vscode.workspace.getConfiguration(section, log).get('schemas'), path);
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

function nearestTarget(): vscode.ConfigurationTarget {
  return vscode.workspace.workspaceFolders === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
}
