import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaultsInAllThemes } from '../axeFaults.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { computedColour, isReportedFrom } from '../shownColours.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const log = await RealLog.open(Array.from({ length: 12 }, (_, index) => inventedRecord(index)));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** The ids of the rows that are marked. */
const marked = (page: Page) => page.locator('.row:has(.for-compare)').evaluateAll((rows) => rows.map(({ id }) => id));

/** Selects a record for the next comparison, as the host says it. */
const mark = (host: HostDouble, index: number | undefined) =>
  host.report({
    kind: 'view',
    view: { state: host.state, canGoBack: false, canGoForward: false, ...(index !== undefined && { forCompare: { source: 0, index } }) },
  });

describe('the record that is selected for a comparison', () => {
  it('is marked in the list by a symbol and in words, wherever the list has it, until another one is', async () => {
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    expect(await marked(page)).toEqual([]);
    await mark(host, 3);
    await expect.poll(() => marked(page)).toEqual(['row-3']);
    const cell = page.locator('#row-3').getByRole('gridcell').first();
    expect(await cell.textContent()).toBe('Selected for compare3');
    expect(await cell.locator('.for-compare').getAttribute('title')).toBe('Selected for compare');
    await page.getByRole('button', { name: /^Time/ }).click();
    await page.locator('#row-0 .index', { hasText: /^11$/ }).waitFor();
    await expect.poll(() => marked(page)).toEqual(['row-8']);
    await mark(host, 11);
    await expect.poll(() => marked(page)).toEqual(['row-0']);
    await mark(host, undefined);
    await expect.poll(() => marked(page)).toEqual([]);
    await close();
  });

  it.each([1400, 560])('has its symbol beside its number, within the list, where the page is %i pixels wide', async (width) => {
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host, { width });
    await page.locator('#row-3').waitFor();
    const unmarked = (await page.locator('#row-3 .time').boundingBox())!;
    await mark(host, 3);
    const symbol = (await page.locator('#row-3 .for-compare svg').boundingBox())!;
    const row = (await page.locator('#row-3').boundingBox())!;
    const number = (await page.locator('#row-3 .index').boundingBox())!;
    expect(symbol.x).toBeGreaterThanOrEqual(row.x);
    expect(symbol.x + symbol.width).toBeLessThanOrEqual(number.x);
    expect(Math.abs(symbol.y + symbol.height / 2 - number.y - number.height / 2)).toBeLessThan(2);
    expect(await page.locator('#row-3 .time').boundingBox()).toEqual(unmarked);
    await close();
  });

  it('is seen in forced colours, selected or not, and has no fault that axe finds in any theme', async () => {
    const host = new HostDouble(log, log.snapshot);
    const timeline = await openTimeline(browser, host);
    const { page } = timeline;
    await page.locator('#row-3').waitFor();
    await mark(host, 3);
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const symbol = page.locator('#row-3 .for-compare svg');
    const ground = await computedColour(page.locator('audit-log-view'), 'background-color');
    expect(isReportedFrom(await computedColour(symbol, 'color'), ground)).toBe(true);
    await page.locator('#row-3').click();
    await page.locator('#row-3[aria-selected=true]').waitFor();
    await mark(host, 3);
    const chosen = await computedColour(page.locator('#row-3'), 'background-color');
    expect(isReportedFrom(await computedColour(symbol, 'color'), chosen)).toBe(true);
    await timeline.close();
  });
});
