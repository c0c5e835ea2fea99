import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

/** Lists with buttons and boxes of VS Code's own, which no command can press. */
describe('filters in VS Code', () => {
  const workspace = copyWorkspace();
  const settings = join(workspace.folder, '.vscode', 'settings.json');
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    mkdirSync(join(workspace.folder, '.vscode'));
    writeFileSync(settings, JSON.stringify({ 'auditLog.filters': { mine: 'result:Failure', other: 'seq>1' } }));
    const record = JSON.parse(readFileSync(workspace.file('documented.audit.ndjson'), 'utf8')) as object;
    const log = workspace.file('filters.audit.ndjson');
    const lines = ['Success', 'Failure', 'Failure'].map((resultType, index) =>
      JSON.stringify({ ...record, env_seqNum: index, resultType, resultDescription: `word${index}` }),
    );
    writeFileSync(log, `${lines.join('\n')}\n`);
    vscode = await openVSCode({ folder: workspace.folder, file: log, size: { width: 1400, height: 900 } });
    await vscode.webview().locator('#row-2').waitFor({ timeout: 120_000 });
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  const list = () => vscode.page.locator('.quick-input-widget .monaco-list-row');
  const saved = () => (JSON.parse(readFileSync(settings, 'utf8')) as Record<string, unknown>)['auditLog.filters'] ?? {};
  const shown = () => vscode.webview().locator('.count b').innerText();

  async function press(filter: string, button: string): Promise<void> {
    const row = list().filter({ hasText: filter }).first();
    await row.hover();
    await row.getByRole('button', { name: button }).click();
  }

  it('renames, moves and deletes saved filters by the buttons of the list, which is there again after each', async () => {
    await vscode.runCommand('Audit Log: Filter by Saved or Built-in Filter…');
    await list().filter({ hasText: 'mine' }).waitFor();
    await press('mine', 'Rename…');
    const input = vscode.page.locator('.quick-input-widget input').first();
    await expect.poll(() => input.inputValue()).toBe('mine');
    await input.fill('theirs');
    await vscode.page.keyboard.press('Enter');
    await list().filter({ hasText: 'theirs' }).waitFor();
    await expect.poll(saved).toEqual({ other: 'seq>1', theirs: 'result:Failure' });
    await press('theirs', 'Move to User');
    await expect.poll(saved).toEqual({ other: 'seq>1' });
    await list().filter({ hasText: 'theirs' }).waitFor();
    await press('theirs', 'Delete');
    await expect.poll(() => list().filter({ hasText: 'theirs' }).count()).toBe(0);
    await list().filter({ hasText: 'other' }).waitFor();
    await vscode.page.keyboard.press('Escape');
    await list().first().waitFor({ state: 'hidden' });
    expect(await shown()).toBe('3');
  });

  it('previews text as it is typed, and forgets it with Escape', async () => {
    for (const key of ['Escape', 'Enter'] as const) {
      await vscode.runCommand('Audit Log: Filter by Text…');
      const input = vscode.page.locator('.quick-input-widget input').first();
      await expect.poll(() => vscode.page.locator('.quick-input-widget').innerText()).toContain('Text anywhere in the record');
      await input.fill('word1');
      await expect.poll(shown).toBe('1');
      await vscode.page.keyboard.press(key);
      await expect.poll(() => input.isVisible()).toBe(false);
      await expect.poll(shown).toBe(key === 'Escape' ? '3' : '1');
    }
    const box = vscode.webview().getByRole('combobox', { name: 'Filter' });
    expect(await box.inputValue()).toBe('text:word1');
    await vscode.runCommand('Audit Log: Clear Filters');
    await expect.poll(shown).toBe('3');
  });

  it('have chips that are dragged onto each other', async () => {
    const page = vscode.webview();
    const box = page.getByRole('combobox', { name: 'Filter' });
    await box.fill('seq:0 seq:1');
    await box.press('Escape');
    const chips = page.getByRole('toolbar', { name: 'Terms of the filter' }).locator('.label');
    await expect.poll(() => chips.count()).toBe(2);
    await expect.poll(shown).toBe('0');
    await chips.nth(1).dragTo(chips.nth(0));
    await expect.poll(() => box.inputValue()).toBe('seq:0 OR seq:1');
    await expect.poll(shown).toBe('2');
  });

  it('have chips whose keys are not taken for those of VS Code, such as Alt+Left for going back', async () => {
    const page = vscode.webview();
    const box = page.getByRole('combobox', { name: 'Filter' });
    await box.fill('seq:0 seq:2');
    await box.press('Escape');
    const chips = page.getByRole('toolbar', { name: 'Terms of the filter' }).locator('.label');
    await expect.poll(() => chips.count()).toBe(2);
    await chips.nth(1).focus();
    await vscode.page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => box.inputValue()).toBe('seq:0 OR seq:2');
    await expect.poll(() => chips.count()).toBe(1);
    await vscode.page.keyboard.press('Shift+F10');
    const items = page.getByRole('menuitem');
    await expect.poll(() => items.evaluateAll((all) => all.some((one) => one.matches(':focus')))).toBe(true);
    await vscode.page.keyboard.press('Escape');
    await expect.poll(() => items.count()).toBe(0);
    await expect.poll(() => chips.first().evaluate((chip) => chip.matches(':focus'))).toBe(true);
    await vscode.page.keyboard.press('-');
    await expect.poll(() => box.inputValue()).toBe('-(seq:0 OR seq:2)');
    await expect.poll(shown).toBe('1');
  });
});
