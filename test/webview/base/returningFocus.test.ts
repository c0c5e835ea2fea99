import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(50));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

it('the keyboard is where it was when the window gets it back, unless something else has taken it', async () => {
  const host = new HostDouble(engine, engine.snapshot);
  const { page, close } = await openTimeline(browser, host);
  const grid = page.getByRole('grid', { name: 'Records' });
  const filter = page.getByRole('combobox', { name: 'Filter' });
  const isFocused = (element: typeof grid) => element.evaluate((one) => one.matches(':focus'));
  /** As VS Code does for a menu: the page loses the keyboard, and gets it back as a whole. */
  const leaveAndReturn = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) {
        active = active.shadowRoot.activeElement;
      }
      (active as HTMLElement).blur();
      window.dispatchEvent(new Event('focus'));
    });
  await page.locator('#row-3').click();
  await leaveAndReturn();
  await expect.poll(() => isFocused(grid)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => host.state.selected?.index).toBe(4);
  await leaveAndReturn();
  await host.report({ kind: 'focus', part: 'filter' });
  await expect.poll(() => isFocused(filter)).toBe(true);
  await close();
});
