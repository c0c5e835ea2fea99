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

const box = (page: Page) => page.getByRole('combobox', { name: 'Filter' });
const chips = (page: Page) => page.getByRole('toolbar', { name: 'Terms of the filter' }).locator('.label');

/** Waits until box, chips and what is in force are the same filter. */
async function agree(page: Page, host: HostDouble, query: string, terms: readonly string[]): Promise<void> {
  await expect.poll(() => host.state.query).toBe(query);
  await expect.poll(() => box(page).inputValue()).toBe(query);
  await expect.poll(() => chips(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual(terms);
}

describe('facets, lanes, cells and the box', () => {
  it('edit one and the same filter', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    host.settings = { ...host.settings, lanes: true };
    const { page, close } = await openTimeline(browser, host);
    await box(page).fill('-resultGroup:other');
    await box(page).press('Enter');
    await agree(page, host, '-resultGroup:other', ['-resultGroup:other']);

    await page.getByRole('button', { name: 'Add field…' }).click();
    const facet = page.locator('audit-log-facet section').filter({ hasText: 'EastUS2' }).first();
    await facet.getByRole('checkbox', { name: 'EastUS2', exact: true }).click();
    await agree(page, host, '-resultGroup:other region:EastUS2', ['-resultGroup:other', 'region:EastUS2']);

    const lanes = page.locator('audit-log-lanes');
    await page.getByRole('searchbox', { name: 'Search lanes' }).fill('svc-deploy@contoso.com');
    const lane = lanes.locator('.row').filter({ hasText: 'svc-deploy@contoso.com' }).first();
    await lane.locator('canvas').waitFor();
    await lanes.locator('.rows').focus();
    const place = Number(await lane.getAttribute('aria-rowindex'));
    for (let step = 0; step < place; step++) {
      await page.keyboard.press('ArrowDown');
    }
    await expect.poll(() => lane.getAttribute('class')).toContain('active');
    await page.keyboard.press('f');
    const three = ['-resultGroup:other', 'region:EastUS2', 'caller:svc-deploy@contoso.com'];
    await agree(page, host, three.join(' '), three);

    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } });
    const matrix = page.locator('audit-log-matrix').getByRole('grid');
    await matrix.getByRole('rowheader', { name: 'SetCurrentPolicy' }).getByRole('button').click();
    const four = [...three, 'operation:SetCurrentPolicy'];
    await agree(page, host, four.join(' '), four);

    await chips(page).nth(1).click();
    await expect.poll(() => box(page).inputValue()).toBe('-resultGroup:other caller:svc-deploy@contoso.com operation:SetCurrentPolicy');
    await close();
  });
});
