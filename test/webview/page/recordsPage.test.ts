import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const borders = (page: Page) =>
  page
    .locator('audit-log-pane-border')
    .getByRole('separator')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '').toSorted());

describe('the page of records', () => {
  it('has a border for each of its panes, and the detail only with a record', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, faults, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await expect.poll(() => borders(page)).toEqual(['Height of the histogram', 'Height of the overview', 'Width of the names']);
    const list = page.locator('audit-log-records');
    const whole = (await list.boundingBox())!.width;
    await page.locator('#row-3').click();
    await page.locator('audit-log-detail').waitFor();
    await expect.poll(async () => (await list.boundingBox())!.width).toBeLessThan(whole);
    await page.getByRole('button', { name: 'Lanes', exact: true }).click();
    await page.getByRole('button', { name: 'Add field…' }).click();
    await page.locator('audit-log-facets').waitFor();
    expect(await borders(page)).toEqual([
      'Height of the histogram',
      'Height of the lanes',
      'Height of the overview',
      'Width of the detail',
      'Width of the fields',
      'Width of the names',
    ]);
    await host.apply({ kind: 'select', ref: null });
    await expect.poll(() => page.locator('audit-log-detail').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it('marks the time of the selected record on the axis, and no time once there is none', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    const moment = page.locator('audit-log-timeline .moment');
    await host.apply({ kind: 'select', ref: { source: 0, index: 20 } });
    await moment.waitFor();
    await host.apply({ kind: 'select', ref: null });
    await expect.poll(() => moment.count()).toBe(0);
    await close();
  });
});
