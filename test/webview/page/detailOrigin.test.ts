import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

async function open() {
  const host = new HostDouble(engine, engine.snapshot);
  host.settings = { ...host.settings, lanes: true };
  const opened = await openTimeline(browser, host);
  await opened.page.locator('audit-log-lanes canvas').first().waitFor();
  await drawnInFull(opened.page, host);
  return { ...opened, host };
}

const hasKeyboard = (page: Page, part: string) => page.locator(part).evaluate((one) => one.matches(':focus-within'));

/** What has the keyboard, by its role and name. */
function focused(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return [element?.getAttribute('role') ?? null, element?.getAttribute('aria-label') ?? null];
  });
}

async function toDetail(page: Page): Promise<void> {
  const button = page.locator('audit-log-detail').getByRole('button', { name: 'Copy', exact: true });
  await button.focus();
  expect(await hasKeyboard(page, 'audit-log-detail')).toBe(true);
}

/** Selects the record of something on a lane, by key. */
async function selectOnLane(page: Page, host: HostDouble): Promise<void> {
  await page.getByRole('treegrid', { name: 'Lanes' }).focus();
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      return host.state.selected;
    })
    .not.toBeNull();
}

describe('leaving the detail', () => {
  it('by Escape leads back to the lane whose record was selected, which the keyboard is still on', async () => {
    const { page, host, faults, close } = await open();
    await selectOnLane(page, host);
    const active = () => page.getByRole('treegrid', { name: 'Lanes' }).getAttribute('aria-activedescendant');
    const row = await active();
    await toDetail(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toEqual(['treegrid', 'Lanes']);
    expect(await active()).toBe(row);
    expect(faults).toEqual([]);
    await close();
  });

  it('by Escape leads back to the chart where a bar was clicked, also from a record that was reached in the detail', async () => {
    const { page, host, close } = await open();
    const surface = page.locator('audit-log-timeline').getByRole('application');
    const box = (await surface.boundingBox())!;
    await expect
      .poll(async () => {
        await page.mouse.click(box.x + box.width / 2, box.y + box.height - 30);
        return host.state.selected;
      })
      .not.toBeNull();
    const first = host.state.selected;
    await page.locator('audit-log-detail audit-log-aspects').getByRole('button', { name: /next/i }).first().click();
    await expect.poll(() => host.state.selected).not.toEqual(first);
    await toDetail(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toEqual(['application', expect.stringContaining('Records over time')]);
    await close();
  });

  it('by Escape leads to the list where the record was selected there, or by nobody on the page, or where the lanes are closed', async () => {
    const { page, host, close } = await open();
    const list = ['grid', 'Records'];
    await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
    await toDetail(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toEqual(list);
    await host.apply({ kind: 'select', ref: null });
    await selectOnLane(page, host);
    await page.locator('#row-2').click();
    await page.keyboard.press('Enter');
    await expect.poll(() => hasKeyboard(page, 'audit-log-detail')).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toEqual(list);
    await host.apply({ kind: 'select', ref: null });
    await selectOnLane(page, host);
    await page.getByRole('button', { name: 'Lanes', exact: true }).click();
    await expect.poll(() => page.locator('audit-log-lanes').count()).toBe(0);
    await toDetail(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toEqual(list);
    await close();
  });

  it('by × leads back as well', async () => {
    const { page, host, close } = await open();
    await selectOnLane(page, host);
    await page.locator('audit-log-detail').getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => focused(page)).toEqual(['treegrid', 'Lanes']);
    await expect.poll(() => page.locator('audit-log-detail').count()).toBe(0);
    await close();
  });
});
