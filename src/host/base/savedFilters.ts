import * as vscode from 'vscode';
import { isObject, text } from '../../protocol/guards.ts';

const section = 'auditLog';
const key = 'filters';

const isFilter = text(100_000);

/** Whose settings a filter is saved in. */
type Place = 'user' | 'workspace';

/** The filters in the setting `auditLog.filters`, by the names under which they were saved. */
export const savedFilters = {
  /** Those of the workspace in place of the user's. */
  all(uri: vscode.Uri): ReadonlyMap<string, string> {
    return textsOf(vscode.workspace.getConfiguration(section, uri).get(key));
  },

  /** Saves a filter under a name, in place of what is there under this name. */
  async save(uri: vscode.Uri, name: string, filter: string, where: Place): Promise<void> {
    await change(uri, where, (filters) => filters.set(name, filter));
  },

  async remove(uri: vscode.Uri, name: string, where: Place): Promise<void> {
    await change(uri, where, (filters) => filters.delete(name));
  },

  /** Whose settings the filter of a name comes from. */
  placeOf(uri: vscode.Uri, name: string): Place {
    const { workspaceValue } = vscode.workspace.getConfiguration(section, uri).inspect(key) ?? {};
    return textsOf(workspaceValue).has(name) ? 'workspace' : 'user';
  },
};

async function change(uri: vscode.Uri, where: Place, act: (filters: Map<string, string>) => unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section, uri);
  const { globalValue, workspaceValue } = configuration.inspect(key) ?? {};
  const isUser = where === 'user';
  const filters = new Map(textsOf(isUser ? globalValue : workspaceValue));
  act(filters);
  const value = filters.size === 0 ? undefined : Object.fromEntries(filters);
  await configuration.update(key, value, isUser ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace);
}

/** The members of an object that are texts as a filter may be. */
function textsOf(value: unknown): ReadonlyMap<string, string> {
  const members: readonly (readonly [string, unknown])[] = isObject(value) ? Object.entries(value) : [];
  return new Map(members.flatMap(([name, member]): [string, string][] => (isFilter(member) ? [[name, member]] : [])));
}
