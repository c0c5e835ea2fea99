import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

/** VS Code chooses the editor of the file that it starts with before it knows those of extensions, and takes the text editor. */
describe('a log that VS Code starts with', () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    vscode = await openVSCode({ folder: workspace.folder, file: workspace.file('documented.audit.ndjson'), editor: 'default' });
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  const tabs = (): Locator => vscode.page.locator('.tabs-container .tab');

  it('is shown in the timeline, and not as text', async () => {
    await vscode.webview().getByText('set the attestation policy').first().waitFor();
    await expect.poll(() => tabs().count()).toBe(1);
    expect(await vscode.webview().locator('audit-log-records [aria-selected=true]').count()).toBe(0);
  });

  it('stays text in a window that was left with its text', async () => {
    await vscode.runCommand('Audit Log: Open Source');
    await expect.poll(() => tabs().count()).toBe(2);
    await tabs().first().click({ button: 'middle' });
    await expect.poll(() => tabs().count()).toBe(1);
    // The same window again, without a file to start with.
    await vscode.page.evaluate(() => history.replaceState(null, '', location.href.replace(/&payload=[^&]*/, '')));
    const isLoaded = vscode.page.waitForEvent('load');
    await vscode.runCommand('Developer: Reload Window');
    await isLoaded;
    await vscode.page.locator('.codelens-decoration', { hasText: /1\srecord/ }).waitFor();
    expect(await vscode.page.locator('iframe.webview:visible').count()).toBe(0);
  });
});
