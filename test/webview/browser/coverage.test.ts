import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RealLog } from '../realLog.ts';
import { shownViewport } from '../chosenTimes.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { type ChartPart, chartSurface, rectanglesOn } from '../shownCharts.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

/** Without the numbers 1100 to 1116 and 1200. */
const engine = await RealLog.open(inventedLog(300).filter((_, index) => (index < 100 || index > 116) && index !== 200));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const gapStretches = (page: Page, part: ChartPart) => rectanglesOn(page, part, part === 'timeline' ? 'gapStretch' : 'missing');
const chart = (page: Page) => chartSurface(page, 'timeline');

/** The record after number 1116, and the time around the gap. */
const afterGap = { viewport: /^time:2020-11-02T\d\d:\d\d\.\.2020-11-03T\d\d:\d\d$/, selected: { source: 0, index: 100 } };

async function expectGapShown(host: HostDouble): Promise<void> {
  await expect.poll(() => host.state.selected).toEqual(afterGap.selected);
  await expect.poll(() => shownViewport(host)).toMatch(afterGap.viewport);
  expect(host.state.query).toBe('');
  expect(host.state.page).toEqual({ kind: 'records' });
}

describe('coverage', () => {
  it('is told in the status line, which leads to its section', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, faults, close } = await openTimeline(browser, host);
    await page.getByRole('button', { name: 'coverage 94 %' }).click();
    await page.getByRole('heading', { name: 'Coverage' }).waitFor();
    await page.getByRole('navigation').getByText('Coverage').waitFor();
    const text = await page.locator('audit-log-coverage').evaluate((element) => element.shadowRoot!.textContent);
    expect(text).toContain('18 numbers not in this file');
    expect(text).toContain('numbers 1000 – 1301');
    expect(text).not.toMatch(/\b(missing|deleted)\b/);
    await page.getByRole('button', { name: '1100 – 1116' }).click();
    await expectGapShown(host);
    expect(faults).toEqual([]);
    await close();
  });

  it('is marked on both time axes, and a click shows what is around', async () => {
    for (const part of ['timeline', 'overview'] as const) {
      const host = new HostDouble(engine, engine.snapshot);
      const { page, close } = await openTimeline(browser, host);
      await expect.poll(async () => (await gapStretches(page, part)).length, { message: part }).toBe(2);
      const [gapStretch] = await gapStretches(page, part);
      const box = (await chartSurface(page, part).boundingBox())!;
      await page.mouse.move(box.x + gapStretch!.x + gapStretch!.width / 2, box.y + 20);
      await page.getByText('17 numbers not in this file: 1100 – 1116 of writer MKZ6G').waitFor();
      await page.mouse.down();
      await page.mouse.up();
      await expectGapShown(host);
      await close();
    }
  });

  it('is reached by keys, and spoken', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(async () => (await gapStretches(page, 'timeline')).length).toBe(2);
    await chart(page).focus();
    await page.keyboard.press('Shift+G');
    await page.getByRole('status').filter({ hasText: '1 number not in this file: 1200' }).waitFor({ state: 'attached' });
    await page.keyboard.press('g');
    await page.getByRole('status').filter({ hasText: '17 numbers not in this file' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await expectGapShown(host);
    await close();
  });

  it('is part of the table', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('button', { name: 'Show as table' }).click();
    const row = page.locator('table.gapStretches tbody tr').first();
    expect(await row.innerText()).toContain('1100 – 1116');
    await row.getByRole('button').click();
    await expectGapShown(host);
    await close();
  });

  it('says nothing while the log is being read', async () => {
    const { log } = await RealLog.openUnfinished(inventedLog(80).filter((_, index) => index !== 20));
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('.count b').waitFor();
    expect(host.asked.filter(({ name }) => name === 'coverage')).toEqual([]);
    expect(await page.getByRole('button', { name: /^coverage/ }).count()).toBe(0);
    await close();
  });
});
