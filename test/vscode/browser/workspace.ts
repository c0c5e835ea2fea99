import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestWorkspace {
  readonly folder: string;
  /** The absolute path of a file of the workspace. */
  readonly file: (name: string) => string;
  readonly delete: () => void;
}

/** A copy of test/vscode/workspace that a test may change. */
export function copyWorkspace(): TestWorkspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'audit-log-workspace-')));
  cpSync(join(import.meta.dirname, '../workspace'), folder, { recursive: true });
  return { folder, file: (name) => join(folder, name), delete: () => rmSync(folder, { recursive: true, force: true }) };
}
