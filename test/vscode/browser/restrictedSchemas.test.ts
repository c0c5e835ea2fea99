import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

/** Schemas that come with a folder may be hostile, like all that is in it. */
describe('schemas of a workspace in Restricted Mode', () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    mkdirSync(join(workspace.folder, '.vscode'), { recursive: true });
    const settings = { 'auditLog.schemas': { '*.audit.ndjson': 'door.schema.json' } };
    writeFileSync(workspace.file('.vscode/settings.json'), JSON.stringify(settings));
    writeFileSync(workspace.file('door.schema.json'), '{"required":["door"]}');
    writeFileSync(workspace.file('received.audit.ndjson'), readFileSync(workspace.file('documented.audit.ndjson')));
    vscode = await openVSCode({ folder: workspace.folder, file: workspace.file('received.audit.ndjson'), workspaceTrust: true });
    await vscode.webview().locator('audit-log-records .row').first().waitFor();
    await vscode.runCommand('Problems: Focus on Problems View');
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  function problem(text: string): Locator {
    return vscode.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  }

  it('are ignored, and Problems says so', async () => {
    await problem('because the workspace is not trusted').waitFor();
    expect(await problem('door.schema.json').count()).toBe(0);
  });

  it('apply as soon as the workspace is trusted', async () => {
    await vscode.runCommand('Workspaces: Manage Workspace Trust');
    await vscode.page
      .locator('.workspace-trust-buttons-row .monaco-button', { hasText: /^Trust$/ })
      .first()
      .click();
    await problem('door.schema.json').waitFor();
    await problem('because the workspace is not trusted').waitFor({ state: 'detached' });
    expect(await problem('door.schema.json').innerText()).toContain('door');
  });
});
