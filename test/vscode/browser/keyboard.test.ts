import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

/** VS Code takes the keyboard for its menus, the palette and its lists, and gives it back to the page as a whole. */
describe('the keyboard', () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    const record = JSON.parse(readFileSync(workspace.file('documented.audit.ndjson'), 'utf8')) as object;
    const log = workspace.file('keyboard.audit.ndjson');
    writeFileSync(log, Array.from({ length: 9 }, (_, index) => `${JSON.stringify({ ...record, env_seqNum: 1277 + index })}\n`).join(''));
    vscode = await openVSCode({ folder: workspace.folder, file: log, size: { width: 1600, height: 1000 } });
    await row(0).waitFor();
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  const row = (index: number) => vscode.webview().locator(`#row-${index}`);
  const selected = () =>
    vscode
      .webview()
      .locator('[id^=row-][aria-selected=true]')
      .evaluateAll((rows) => rows.map(({ id }) => id));
  const isInList = () =>
    vscode
      .webview()
      .locator('audit-log-records .grid')
      .evaluate((grid) => grid.matches(':focus'));
  const menu = () => vscode.page.locator('.context-view .monaco-menu');

  it('is in the list again after a menu and after the palette, and moves on there', async () => {
    await row(2).click();
    await vscode.page.keyboard.press('Shift+F10');
    await menu().waitFor();
    await expect.poll(isInList).toBe(false);
    await vscode.page.keyboard.press('Escape');
    await expect.poll(isInList).toBe(true);
    await vscode.page.keyboard.press('ArrowDown');
    await expect.poll(selected).toEqual(['row-3']);
    await vscode.page.keyboard.press('F1');
    await vscode.page.locator('.quick-input-widget input').first().waitFor();
    await expect.poll(isInList).toBe(false);
    await vscode.page.keyboard.press('Escape');
    await expect.poll(isInList).toBe(true);
    await vscode.page.keyboard.press('ArrowDown');
    await expect.poll(selected).toEqual(['row-4']);
  });

  it('compares the two records that are selected, by the palette and by the menu', async () => {
    for (const act of [
      () => vscode.runCommand('Audit Log: Compare with Selected Record'),
      async () => {
        await vscode.page.keyboard.press('Shift+F10');
        await menu().getByText('Compare with Selected Record', { exact: true }).hover();
        // VS Code takes no click on a menu that has just opened.
        await vscode.page.keyboard.press('Enter');
      },
    ]) {
      await row(1).click();
      await row(3).click({ modifiers: ['Control'] });
      await expect.poll(selected).toEqual(['row-1', 'row-3']);
      await act();
      const comparison = vscode.webview().locator('audit-log-comparison');
      await comparison.getByRole('columnheader', { name: 'Record 1' }).waitFor();
      await comparison.getByRole('columnheader', { name: 'Record 3' }).waitFor();
      await row(4).click();
      await comparison.waitFor({ state: 'detached' });
    }
  });
});
