import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnAct } from '../../../src/protocol/viewMessages.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { hostileText, inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const log = await RealLog.open([...inventedLog(50), { ...inventedRecord(52), env_os: hostileText }]);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const heads = (page: Page) => page.locator('.head .suited').allInnerTexts();
const cells = (page: Page, row: number) => page.locator(`#row-${row} .suited`).allInnerTexts();
const change = (host: HostDouble, by: ColumnAct) => host.report({ kind: 'act', act: { act: 'columns', change: by } });

describe('columns that the user chooses', () => {
  it('are added, sort, are removed, and are kept', async () => {
    const host = new HostDouble(log, log.snapshot);
    const { page, savedState, close } = await openTimeline(browser, host, { width: 1500 });
    await page.locator('#row-3').waitFor();
    expect(await heads(page)).toEqual([]);
    await change(host, { does: 'add', field: 'region' });
    await expect.poll(() => cells(page, 0)).toEqual(['WestEurope']);
    await change(host, { does: 'add', field: 'seq' });
    await expect.poll(() => heads(page)).toEqual(['Sequence number', 'Region']);
    await expect.poll(() => cells(page, 0)).toEqual(['1000', 'WestEurope']);
    expect(await page.getByRole('grid', { name: 'Records' }).getAttribute('aria-colcount')).toBe('9');
    expect(await savedState()).toMatchObject({ columns: ['seq', 'region'] });
    await page.getByRole('button', { name: 'Sequence number' }).click();
    await page.getByRole('button', { name: 'Sequence number' }).click();
    await expect.poll(() => cells(page, 0)).toEqual(['1052', expect.any(String)]);
    const menu = () => page.locator('audit-log-view').getAttribute('data-vscode-context');
    await page.getByRole('button', { name: 'Region' }).click({ button: 'right' });
    expect(JSON.parse((await menu())!)).toMatchObject({ auditLogPlace: 'column', field: 'region' });
    await page.locator('.head .sentence').click({ button: 'right' });
    expect(JSON.parse((await menu())!)).toMatchObject({ auditLogPlace: 'columns' });
    await change(host, { does: 'remove', field: 'region' });
    await expect.poll(() => heads(page)).toEqual([expect.stringContaining('Sequence number')]);
    await change(host, { does: 'reset' });
    await expect.poll(() => heads(page)).toEqual([]);
    expect(await savedState()).not.toHaveProperty('columns');
    await close();
  });

  it('are restored, lie beside each other where there is room, and are given up from the last one on', async () => {
    const host = new HostDouble(log, log.snapshot);
    const columns = ['region', 'seq', 'ip', 'key.env_os'];
    const saved = { state: host.state, order: 'file', columns };
    const { page, faults, close } = await openTimeline(browser, host, { width: 1700, saved });
    await expect.poll(() => heads(page)).toEqual(['Region', 'Sequence number', 'Address', 'Operating system']);
    await page.getByRole('grid', { name: 'Records' }).press('End');
    await expect.poll(async () => (await cells(page, 52)).at(-1)).toBe(hostileText);
    expect(await page.locator('img').count()).toBe(0);
    expect(faults).toEqual([]);
    const spans = await page
      .locator('#row-52 > *')
      .evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect()).map(({ left, right, width }) => ({ left, right, width })));
    const shown = spans.filter(({ width }) => width > 0);
    expect(shown.slice(1).every(({ left }, at) => left >= shown[at]!.right - 0.5)).toBe(true);
    await page.getByRole('grid', { name: 'Records' }).press('Escape');
    await page.setViewportSize({ width: 1000, height: 900 });
    await expect.poll(() => heads(page)).toEqual(['Region', 'Sequence number']);
    await page.setViewportSize({ width: 800, height: 900 });
    await expect.poll(() => heads(page)).toEqual([]);
    await close();
  });
});
