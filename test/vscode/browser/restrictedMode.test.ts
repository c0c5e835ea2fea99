import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

/** Received logs are opened in folders that nobody trusts: an extension that is not made for that is switched off there. */
describe('Restricted Mode', () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    vscode = await openVSCode({ folder: workspace.folder, file: workspace.file('documented.audit.ndjson'), workspaceTrust: true });
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  it('is what this window is in', async () => {
    const status = vscode.page.locator('.part.statusbar');
    await status.getByText('Restricted Mode').waitFor();
    expect(await status.innerText()).toContain('Restricted Mode');
  });

  it('opens a log in the timeline', async () => {
    await vscode.webview().getByText('set the attestation policy').first().waitFor();
    // Text of the log, not markup.
    expect(await vscode.webview().locator('#row-0 .caller').textContent()).toContain('<some object ID>');
  });
});
