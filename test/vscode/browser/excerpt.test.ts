import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

describe('records that were opened pretty-printed', () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    vscode = await openVSCode({ folder: workspace.folder, file: workspace.file('documented.audit.ndjson'), editor: 'timeline' });
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  const lines = () => vscode.page.locator('.monaco-editor .view-line');

  it('are opened from the list by keyboard', async () => {
    const row = vscode.webview().getByText('set the attestation policy').first();
    await row.waitFor();
    await row.click();
    await vscode.webview().locator('audit-log-records [aria-selected=true]').waitFor();
    await vscode.runCommand('Audit Log: Open Records Pretty-Printed');
    await vscode.page.locator('.quick-input-list [role=option]', { hasText: 'The selected record' }).first().waitFor();
    await vscode.page.keyboard.press('Enter');
    await lines()
      .filter({ hasText: /1\sof\s1\srecords/ })
      .waitFor();
    await lines().filter({ hasText: '"operationName":' }).first().waitFor();
    expect(
      await lines()
        .filter({ hasText: /Record\s0,\sline\s1/ })
        .count(),
    ).toBe(1);
  });

  it('are shown again, with hovers, when the window is reloaded, although nothing else of the log is open', async () => {
    await vscode.page.locator('.tabs-container .tab').first().click({ button: 'middle' });
    await expect.poll(() => vscode.page.locator('.tabs-container .tab').count()).toBe(1);
    // The same window again, without a file to start with.
    await vscode.page.evaluate(() => history.replaceState(null, '', location.href.replace(/&payload=[^&]*/, '')));
    const isLoaded = vscode.page.waitForEvent('load');
    await vscode.runCommand('Developer: Reload Window');
    await isLoaded;
    await lines()
      .filter({ hasText: /1\sof\s1\srecords/ })
      .waitFor();
    await vscode.page.locator('.codelens-decoration', { hasText: /1\srecord/ }).waitFor();
  });
});
