import * as vscode from 'vscode';
import { isObject, list, text } from '../../protocol/guards.ts';
import { schemaRules, type SchemaRule } from './schemaRules.ts';
import type { Disposable } from '../lifetime/disposables.ts';

const section = 'auditLog';

const isFilter = text(100_000);
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

  /** Filters by the names under which they were saved, those of the workspace in place of the user's. */
  filters(uri: vscode.Uri): ReadonlyMap<string, string> {
    return textsOf(vscode.workspace.getConfiguration(section, uri).get('filters'));
  },

  /** Saves a filter under a name, in place of what is there under this name. */
  async saveFilter(uri: vscode.Uri, name: string, filter: string, where: 'user' | 'workspace'): Promise<void> {
    await changeFilters(uri, where, (filters) => filters.set(name, filter));
  },

  async removeFilter(uri: vscode.Uri, name: string, where: 'user' | 'workspace'): Promise<void> {
    await changeFilters(uri, where, (filters) => filters.delete(name));
  },

  /** Whose settings the filter of a name comes from. */
  filterPlace(uri: vscode.Uri, name: string): 'user' | 'workspace' {
    const { workspaceValue } = vscode.workspace.getConfiguration(section, uri).inspect('filters') ?? {};
    return textsOf(workspaceValue).has(name) ? 'workspace' : 'user';
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

async function changeFilters(
  uri: vscode.Uri,
  where: 'user' | 'workspace',
  change: (filters: Map<string, string>) => unknown,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section, uri);
  const { globalValue, workspaceValue } = configuration.inspect('filters') ?? {};
  const isUser = where === 'user';
  const filters = new Map(textsOf(isUser ? globalValue : workspaceValue));
  change(filters);
  const value = filters.size === 0 ? undefined : Object.fromEntries(filters);
  await configuration.update('filters', value, isUser ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace);
}

/** The members of an object that are texts as a filter may be. */
function textsOf(value: unknown): ReadonlyMap<string, string> {
  const members: readonly (readonly [string, unknown])[] = isObject(value) ? Object.entries(value) : [];
  return new Map(members.flatMap(([name, member]): [string, string][] => (isFilter(member) ? [[name, member]] : [])));
}

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
