import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../../scripts/temporaryFolder.ts';

export interface TestWorkspace {
  readonly folder: string;
  /** The absolute path of a file of the workspace. */
  readonly file: (name: string) => string;
  readonly delete: () => void;
}

/** A copy of test/vscode/workspace that a test may change. */
export function copyWorkspace(): TestWorkspace {
  const { path: folder, delete: deleteFolder } = temporaryFolder('workspace');
  cpSync(join(import.meta.dirname, '../workspace'), folder, { recursive: true });
  return { folder, file: (name) => join(folder, name), delete: deleteFolder };
}
