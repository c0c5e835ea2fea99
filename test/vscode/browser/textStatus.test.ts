import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

/** VS Code has no interface by which status items can be read: what is seen in the window counts. */
describe.each(['jsonl', 'json'] as const)('the status of the text of a log in %s', (language) => {
  const workspace = copyWorkspace();
  const log = workspace.file(`counted.${language}`);
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    const documented = JSON.parse(readFileSync(workspace.file('documented.audit.ndjson'), 'utf8')) as object;
    const records = ['Success', 'Success', 'Odd'].map((resultType, at) => ({ ...documented, env_seqNum: 1277 + at, resultType }));
    const lines = records.map((record) => JSON.stringify(record));
    writeFileSync(log, language === 'json' ? `[\n${lines.join(',\n')}\n]\n` : `${lines.join('\n')}\n`);
    vscode = await openVSCode({ folder: workspace.folder, file: log, editor: 'default' });
    await vscode.page.locator('.codelens-decoration').first().waitFor({ timeout: 90_000 });
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  it('says how many records and findings it has, in the status bar and as the status of its language', async () => {
    const text = /^3 records, \d+ findings?$/;
    const inBar = vscode.page.locator('.statusbar-item', { hasText: text });
    await inBar.waitFor({ timeout: 60_000 });
    const said = (await inBar.textContent())!.trim();
    const ofLanguage = vscode.page.locator('[id="status.languageStatus"] [aria-label]').first();
    await expect.poll(() => ofLanguage.getAttribute('aria-label'), { timeout: 60_000 }).toContain(said);
  });

  it('has a menu that leads to the findings in the timeline', async () => {
    await vscode.page.locator('.statusbar-item', { hasText: /^3 records, / }).click();
    const entries = vscode.page.locator('.quick-input-list .monaco-list-row');
    await entries.filter({ hasText: 'Go to Timeline at This Record' }).waitFor();
    await entries.filter({ hasText: 'Show Problems' }).waitFor();
    await entries.filter({ hasText: 'Show Findings in Timeline' }).click();
    const findings = vscode.webview().locator('audit-log-findings');
    await expect.poll(() => findings.getByText('value.unknownResult').count(), { timeout: 60_000 }).toBeGreaterThan(0);
  });
});
