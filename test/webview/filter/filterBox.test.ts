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

const filter = (page: Page) => page.getByRole('combobox', { name: 'Filter' });

describe('the filter', () => {
  it('is applied by Enter and completed from the log, by keys alone', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await filter(page).focus();
    await page.keyboard.type('operat');
    await page.getByRole('option', { name: /^operation:/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^SetCurrentPolicy/ }).waitFor();
    await page.keyboard.type('SetC');
    await expect.poll(() => page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe('operation:SetCurrentPolicy');
    await page.locator('.count b', { hasNotText: '302' }).waitFor();
    await close();
  });

  it('is applied when typing rests, and not while it is wrong', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await filter(page).fill('oprtion:x');
    await page.getByRole('button', { name: 'Replace with operation', exact: true }).waitFor();
    expect(await filter(page).getAttribute('aria-invalid')).toBe('true');
    await page.waitForTimeout(700);
    expect(host.intents).toEqual([]);
    await filter(page).fill('operation:x');
    await expect.poll(() => host.intents).toEqual([{ kind: 'filter', query: 'operation:x' }]);
    await close();
  });

  it('is not taken back from under the fingers of the user by what the host echoes', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await filter(page).fill('contoso');
    await expect.poll(() => host.state.query).toBe('contoso');
    await filter(page).pressSequentially(' fab', { delay: 20 });
    await host.tell({ kind: 'snapshot', snapshot: engine.snapshot });
    expect(await filter(page).inputValue()).toBe('contoso fab');
    await close();
  });

  it('offers a way out when nothing matches', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'operation:Nothing' });
    const { page, close } = await openTimeline(browser, host);
    await page.getByText('No record matches.').waitFor();
    await page.locator('.empty').getByRole('button', { name: 'Clear filter' }).click();
    await expect.poll(() => host.state.query).toBe('');
    await close();
  });
});
