import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { showPanel } from '../detailPanel.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const log = await RealLog.open([{ ...inventedRecord(3), env_time: 'yesterday' }]);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const source = (page: Page) => page.getByRole('group', { name: 'Source of the record' });
const tip = (page: Page) => page.locator('audit-log-source').getByRole('tooltip');
const run = (page: Page, text: string) => source(page).locator('.run').getByText(text, { exact: true });

async function open() {
  const host = new HostDouble(log, log.snapshot);
  await host.apply({ kind: 'select', ref: { source: 0, index: 0 } });
  const timeline = await openTimeline(browser, host);
  await showPanel(timeline.page, 'Source');
  await source(timeline.page).locator('.line').first().waitFor();
  return timeline;
}

describe('the tip over the source', () => {
  it('explains a field under the pointer as the list of fields does, with nothing to use', async () => {
    const { page, close } = await open();
    await source(page).locator('.number', { hasText: '257' }).hover();
    await tip(page).waitFor();
    const ofSource = await tip(page).locator('.about').innerText();
    expect(await tip(page).locator('button, a, input').count()).toBe(0);
    // It stays while the pointer is on it, and goes with it.
    await tip(page).hover();
    await page.mouse.move(5, 5);
    await expect.poll(() => tip(page).count()).toBe(0);
    await showPanel(page, 'Fields');
    await page.locator('audit-log-fields').getByRole('button', { name: 'env_flags', exact: true }).focus();
    const ofList = await page.locator('audit-log-fields').getByRole('tooltip').innerText();
    expect(ofSource).toBe(ofList);
    expect(ofList).toContain('Persistence');
    await close();
  });

  it('of the keyboard stays where the pointer leaves, moves as the text scrolls, and goes with the mark', async () => {
    const { page, close } = await open();
    await source(page).focus();
    await page.keyboard.press('F8');
    await tip(page).getByText('value.time').waitFor();
    await run(page, '"env_epoch"').hover();
    await tip(page).getByText('/env_epoch', { exact: true }).waitFor();
    await page.keyboard.press('F8');
    await tip(page).getByText('value.time').waitFor();
    const before = (await tip(page).boundingBox())!;
    await source(page).evaluate((box) => box.scrollBy(0, -20));
    await expect.poll(async () => Math.round((await tip(page).boundingBox())!.y - before.y)).toBe(20);
    await source(page).evaluate((box) => box.scrollTo(0, 0));
    await expect.poll(() => tip(page).count()).toBe(0);
    await close();
  });

  it('is not there where nothing can be said', async () => {
    const { page, close } = await open();
    await run(page, '257').hover();
    await tip(page).waitFor();
    await run(page, '"callerIdentityType"').first().hover();
    await expect.poll(() => tip(page).count()).toBe(0);
    await close();
  });
});
