import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

describe('a link to a view', () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    vscode = await openVSCode({ folder: workspace.folder, file: workspace.file('documented.audit.ndjson'), editor: 'timeline' });
    await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  const filter = () => vscode.webview().getByRole('combobox', { name: 'Filter' });
  const dialog = () => vscode.page.locator('.monaco-dialog-box');

  /** Pastes a link into the question for one. */
  async function openLink(link: string): Promise<void> {
    await vscode.runCommand('Audit Log: Open View from Link…');
    const box = vscode.page.locator('.quick-input-widget input');
    await expect.poll(() => box.getAttribute('placeholder')).not.toBe('Type the name of a command to run.');
    await vscode.page.locator('.quick-input-title', { hasText: 'Link to a view' }).waitFor();
    await box.fill(link);
    await vscode.page.keyboard.press('Enter');
  }

  it('is copied, asks, and restores filter and record', async () => {
    await vscode.webview().getByText('set the attestation policy').first().click();
    await vscode.webview().locator('audit-log-records [aria-selected=true]').waitFor();
    await filter().fill('operation:SetCurrentPolicy');
    await filter().press('Enter');
    await vscode.runCommand('Audit Log: Copy Link to View');
    const copied = () => vscode.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain('audit-log-viewer.audit-log-viewer/view?');
    const link = await copied();
    await vscode.runCommand('View: Close All Editors');
    await expect.poll(() => vscode.page.locator('.tabs-container .tab').count()).toBe(0);

    await openLink(link);
    await dialog().waitFor();
    expect(await dialog().innerText()).toContain('documented.audit.ndjson');
    expect(await dialog().innerText()).toContain('Filter: operation:SetCurrentPolicy');
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await vscode.page.locator('.tabs-container .tab').count()).toBe(0);

    await openLink(link);
    await dialog().getByRole('button', { name: 'Open' }).click();
    await expect.poll(() => filter().inputValue()).toBe('operation:SetCurrentPolicy');
    await vscode.webview().locator('audit-log-records [aria-selected=true]').waitFor();
  });

  it('is refused where it leads to another computer, or is none', async () => {
    const state = encodeURIComponent(JSON.stringify({ query: '', page: { kind: 'records' }, selected: null }));
    const inLink = encodeURIComponent(`log=${encodeURIComponent('file://elsewhere/share/a.json')}&state=${state}`);
    await openLink(`vscode://audit-log-viewer.audit-log-viewer/view?${inLink}`);
    await vscode.page.locator('.notification-toast', { hasText: 'Links open only files of this computer' }).waitFor();
    await openLink('vscode://audit-log-viewer.audit-log-viewer/other');
    await vscode.page.locator('.notification-toast', { hasText: 'This is no link to a view' }).waitFor();
    expect(await dialog().count()).toBe(0);
  });
});
