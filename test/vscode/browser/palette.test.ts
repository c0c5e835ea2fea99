import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { inventedRecord } from '../../webview/double/inventedRecords.ts';
import { copyWorkspace } from './workspace.ts';

/** Commands of the palette that act on the page, or that ask with lists of VS Code's own, which no suite inside VS Code can answer. */
describe('commands of the palette', () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;

  beforeAll(async () => {
    const log = workspace.file('palette.audit.ndjson');
    const lines = Array.from({ length: 120 }, (_, index) => {
      const record = inventedRecord(index);
      const isWrong = index === 3 || index === 5;
      const env_time = `2020-11-23T18:${String(Math.floor(index / 60) + 10)}:${String(index % 60).padStart(2, '0')}Z`;
      return JSON.stringify({
        ...record,
        env_time,
        resultType: isWrong ? 'Sucess' : 'Success',
        operationName: index % 2 === 0 ? 'SetCurrentPolicy' : 'CreateInstance',
      });
    });
    writeFileSync(log, `${lines.join('\n')}\n`);
    vscode = await openVSCode({ folder: workspace.folder, file: log, size: { width: 1500, height: 1000 } });
    await page().locator('#row-2').waitFor({ timeout: 120_000 });
  });

  beforeEach(() => page().locator('#row-0').click());

  afterAll(async () => {
    await vscode.close();
    workspace.delete();
  });

  const page = () => vscode.webview();
  const run = (title: string) => vscode.runCommand(`Audit Log: ${title}`);
  const quick = () => vscode.page.locator('.quick-input-widget');
  const box = () => page().getByRole('combobox', { name: 'Filter' });
  const selected = () =>
    page()
      .locator('[id^=row-][aria-selected=true] .index')
      .evaluateAll((cells) => cells.map(({ textContent }) => textContent.trim()));
  /** Whether an element, or one in it, has the keyboard. */
  const hasFocus = (element: Locator) => element.evaluate((one) => one.matches(':focus-within'));

  /** Picks an item of the list that a command shows. */
  async function pick(text: string): Promise<void> {
    const item = quick().locator('.monaco-list-row', { hasText: text }).first();
    await item.waitFor();
    await item.click();
  }

  it('move the keyboard to each part', async () => {
    for (const [title, part] of [
      ['Focus Records', 'audit-log-records'],
      ['Focus Histogram', 'audit-log-timeline'],
      ['Focus Filter', 'audit-log-top-bar'],
      ['Focus Detail', 'audit-log-detail'],
      ['Add Field…', 'audit-log-facets'],
    ] as const) {
      await run(title);
      await expect.poll(() => hasFocus(page().locator(part).first()), { message: title }).toBe(true);
    }
  });

  it('show lanes of a field, act on one of them, and show them as a table', async () => {
    await run('Choose Lanes…');
    await pick('Operation');
    const lanes = page().locator('audit-log-lanes');
    await page().getByRole('searchbox', { name: 'Search lanes' }).fill('CreateInstance');
    const lane = lanes.locator('.row', { hasText: 'CreateInstance' }).first();
    await lane.click({ position: { x: 40, y: 8 } });
    await run('Pin or Unpin Lane');
    await lane.locator('[aria-pressed=true]').waitFor();
    await run('Show Only This Lane');
    await expect.poll(() => box().inputValue()).toBe('operation:CreateInstance');
    await run('Clear Filters');
    await run('Leave Out This Lane');
    await expect.poll(() => box().inputValue()).toBe('-operation:CreateInstance');
    await run('Clear Filters');
    const isOpen = () => lane.locator('button.cut').innerText();
    await expect.poll(isOpen).toContain('▾');
    await run('Expand or Collapse Lane');
    await expect.poll(isOpen).toContain('▸');
    await run('Show Lanes as Table or Chart');
    await page().getByRole('region', { name: 'Lanes' }).waitFor();
    await run('Show Lanes as Table or Chart');
    await expect.poll(() => page().getByRole('region', { name: 'Lanes' }).count()).toBe(0);
  });

  it('stack the histogram by a field, show it as a table, and move the detail', async () => {
    await run('Stack Histogram By…');
    await pick('Operation');
    const stackedBy = page().getByRole('combobox', { name: 'Stack bars by' });
    await expect.poll(() => stackedBy.evaluate((one) => (one as HTMLSelectElement).value)).toBe('operation');
    const table = page().getByRole('region', { name: 'Records over time' });
    await run('Show Histogram as Table or Chart');
    await table.waitFor();
    await run('Show Histogram as Table or Chart');
    await expect.poll(() => table.count()).toBe(0);
    const left = async () => (await page().locator('audit-log-detail').boundingBox())?.x ?? 0;
    const before = await left();
    await run('Move Detail Right or Below');
    await expect.poll(left).toBeLessThan(before);
    await run('Move Detail Right or Below');
    await expect.poll(left).toBe(before);
  });

  it('zoom out again, pan, and clear the time range', async () => {
    const axis = () =>
      page()
        .getByRole('application', { name: /^Records over time/ })
        .getAttribute('aria-label');
    const all = await axis();
    await run('Zoom In on Time');
    await expect.poll(axis).not.toBe(all);
    const zoomed = await axis();
    await run('Pan to Later Records');
    await expect.poll(axis).not.toBe(zoomed);
    for (let step = 0; (await axis()) !== all && step < 5; step++) {
      const last = await axis();
      await run('Zoom Out of Time');
      await expect.poll(axis).not.toBe(last);
    }
    expect(await axis()).toBe(all);
    await run('Filter by Time Range…');
    await pick('Other range…');
    await quick().locator('input').first().fill('2020-11-23T18:11');
    await vscode.page.keyboard.press('Enter');
    await expect.poll(() => page().locator('.count b').innerText()).toBe('60');
    await run('Clear Filters');
    await expect.poll(() => page().locator('.count b').innerText()).toBe('120');
  });

  it('export a report of the selected records, or of those that the filter finds', async () => {
    for (const [list, expected] of [
      ['The 3 selected records', 3],
      ['The first 100 records', 100],
    ] as const) {
      const report = workspace.file(`palette-${expected}.html`);
      await page().locator('#row-1').click();
      await page()
        .locator('#row-3')
        .click({ modifiers: ['Shift'] });
      await run('Export Report…');
      await pick(list);
      await expect.poll(() => quick().innerText()).toContain('The question that the report answers');
      const name = quick().locator('input').first();
      await name.fill('What happened?');
      await name.press('Enter');
      await expect.poll(() => name.inputValue(), { timeout: 20_000 }).toContain('-report.html');
      await name.fill(report);
      await name.press('Enter');
      await expect.poll(() => (existsSync(report) ? readFileSync(report, 'utf8') : '')).toContain('</html>');
      const html = readFileSync(report, 'utf8');
      expect(html).toContain('<h1>What happened?</h1>');
      expect(html).toContain(`<caption>Records: ${expected} of 120</caption>`);
    }
  });

  it('go from finding to finding, and explain one', async () => {
    await run('Go to Next Finding');
    await expect.poll(selected).toEqual(['3']);
    await run('Go to Next Finding');
    await expect.poll(selected).toEqual(['5']);
    await run('Go to Previous Finding');
    await expect.poll(selected).toEqual(['3']);
    await run('Explain Findings…');
    await pick('value.unknownResult');
    const shown = vscode.page.locator('.tab.active', { hasText: 'value.unknownResult' });
    await shown.waitFor();
    await vscode.page.locator('.tab', { hasText: 'palette.audit.ndjson' }).click();
    await page().locator('#row-0').waitFor();
  });

  it('lead from the text to the findings, and change the level of a kind of findings', async () => {
    await page().locator('#row-3').click();
    await run('Open Source');
    await vscode.page.locator('.monaco-editor .view-line', { hasText: 'Sucess' }).first().waitFor();
    await run('Change Level of Finding');
    await pick('value.unknownResult');
    await pick('Error');
    const settings = workspace.file('.vscode/settings.json');
    const levels = () => (existsSync(settings) ? (JSON.parse(readFileSync(settings, 'utf8')) as object) : {});
    await expect.poll(levels).toEqual({ 'auditLog.findings.severity': { 'value.unknownResult': 'error' } });
    await run('Show Actions for Text');
    await pick('Show Findings in Timeline');
    await page().locator('audit-log-findings').getByText('value.unknownResult').first().waitFor();
  });
});
