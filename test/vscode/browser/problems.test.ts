import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { copyWorkspace } from './workspace.ts';

const log = 'faulty.audit.ndjson';

/** VS Code hands no range to the editor of a log that opens in the timeline: a click in Problems must lead to the value all the same. */
describe('a click in Problems', () => {
  const workspace = copyWorkspace();
  const record = JSON.parse(readFileSync(workspace.file('documented.audit.ndjson'), 'utf8')) as object;
  const lines = [
    JSON.stringify(record),
    JSON.stringify({ ...record, env_seqNum: 1278, resultType: 700_700 }),
    JSON.stringify({ ...record, env_seqNum: 1279, env_time: 'at noon' }),
  ];
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    writeFileSync(workspace.file(log), `${lines.join('\n')}\n`);
    vscode = await openVSCode({ folder: workspace.folder, file: workspace.file(log) });
    await selectedRow(undefined);
    await vscode.runCommand('Problems: Focus on Problems View');
  });

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  /** The row of the timeline that is selected and shows this; without a text, any row. */
  async function selectedRow(text: string | undefined): Promise<Locator> {
    const rows = vscode.webview().locator('audit-log-records .row');
    const row = text === undefined ? rows.first() : rows.and(vscode.webview().locator('[aria-selected=true]')).filter({ hasText: text });
    await row.waitFor();
    return row;
  }

  async function clickProblem(code: string): Promise<void> {
    // At its beginning: further on stands the code, which is a link to the page about it.
    await vscode.page
      .locator('.markers-panel .monaco-list-row', { hasText: code })
      .first()
      .click({ position: { x: 80, y: 10 } });
  }

  function tab(label: string): Locator {
    return vscode.page.locator('.tabs-container .tab', { hasText: label });
  }

  /** What the status bar says of the cursor: it is at the end of the value, and all of the value is selected. */
  function selectionOf(index: number, value: string): string {
    const line = lines[index]!;
    return `Ln 1, Col ${line.indexOf(value) + value.length + 1} (${value.length} selected)`;
  }

  it('opens the text of the record with the value selected, and the timeline selects the record', async () => {
    await clickProblem('schema.type');
    await tab('record 1.json').waitFor();
    await vscode.page.getByText(selectionOf(1, '700700')).waitFor();
    await tab(log).first().click();
    expect(await (await selectedRow('700700')).getAttribute('aria-rowindex')).toBe('3');
  });

  it('selects the record in the timeline that is in view beside the text', async () => {
    await tab('record 1.json').click();
    await vscode.runCommand('View: Move Editor into Next Group');
    await clickProblem('value.time');
    await vscode.page.getByText(selectionOf(2, '"at noon"')).waitFor();
    expect(await (await selectedRow('2')).getAttribute('aria-rowindex')).toBe('4');
  });

  it('leads from the record at the cursor of the text back to the timeline, which says where its filter hides it', async () => {
    await tab(log).first().click();
    const filter = vscode.webview().locator('audit-log-filter input');
    await filter.fill('record:0');
    await filter.press('Enter');
    await vscode.webview().getByText('1 of 3').first().waitFor();
    await vscode.runCommand('Audit Log: Open Source');
    const text = vscode.page.locator('.monaco-editor .view-line', { hasText: '1278' });
    await text.waitFor();
    await vscode.page.keyboard.press('Control+G');
    await vscode.page.keyboard.type('2');
    await vscode.page.keyboard.press('Enter');
    await vscode.page.getByText('Ln 2, Col 1').waitFor();
    await vscode.page.locator('.editor-group-container.active .editor-actions').getByLabel('Open Timeline').click();
    const detail = vscode.webview().locator('audit-log-detail');
    await detail.getByText('record 1 · line 2').waitFor();
    await detail.getByText('The filter hides this record from the list.').waitFor();
    const toast = vscode.page.locator('.notification-toast', { hasText: 'The filter hides this record from the list.' });
    await toast.waitFor();
    expect(await filter.inputValue()).toBe('record:0');
    await toast.getByText('Clear Filters').click();
    expect(await (await selectedRow('700700')).getAttribute('aria-rowindex')).toBe('3');
  });
});
