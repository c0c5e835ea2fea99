import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaultsInAllThemes } from '../axeFaults.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const times = ['2020-11-01T22:10:00Z', '2020-11-01T23:30:00Z', '2020-11-02T01:00:00Z', '2020-11-02T12:00:00Z', '2020-11-03T12:00:00Z'];
const log = await RealLog.open(times.map((time, index) => ({ ...inventedRecord(index), env_time: time })));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** The numbers of the records that begin a day. */
const beginning = (page: Page) => page.locator('.day-begins .index').allInnerTexts();

describe('a line between days', () => {
  it('is above the record that begins one in the zone of the list, in any order by time, and takes no room', async () => {
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host, { saved: { state: host.state, order: 'oldest' } });
    await expect.poll(() => beginning(page)).toEqual(['2', '4']);
    const boxes = await page.locator('[id^=row-]').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(new Set(boxes)).toEqual(new Set([22]));
    expect(await page.getByRole('grid', { name: 'Records' }).getAttribute('aria-rowcount')).toBe('6');
    // In Berlin, where the browser is, the second record is of the next day.
    await host.report({ kind: 'settings', settings: { ...host.settings, timeZone: 'local' } });
    await expect.poll(() => beginning(page)).toEqual(['1', '4']);
    await page.getByRole('button', { name: /^Time/ }).click();
    await expect.poll(() => beginning(page)).toEqual(['3', '0']);
    await page.getByRole('button', { name: /^#/ }).click();
    await expect.poll(() => beginning(page)).toEqual(['1', '4']);
    expect(await page.locator('#row-1 .time').innerText()).toBe('11-02 00:30:00.0000000');
    await close();
  });

  it('is not drawn in the order of a field', async () => {
    const host = new HostDouble(log, log.snapshot);
    const saved = { state: host.state, order: { field: 'seq', descending: true } };
    const { page, close } = await openTimeline(browser, host, { saved });
    await page.locator('#row-4 .index', { hasText: /^0$/ }).waitFor();
    expect(await beginning(page)).toEqual([]);
    expect(await page.locator('.day-same').count()).toBe(0);
    await close();
  });

  it('leaves the times legible in any theme', async () => {
    const host = new HostDouble(log, log.snapshot);
    const timeline = await openTimeline(browser, host);
    const { page, close } = timeline;
    await page.locator('#row-2').click();
    await page.locator('#row-3').hover();
    await page.locator('#row-2[aria-selected=true]').waitFor();
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    await close();
  });
});
