import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { failingEngine } from '../double/troubledEngines.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const ana = { callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'ana@contoso.com' }] };
const ben = { callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'ben@contoso.com' }] };
const at = (second: number) => ({ env_time: `2020-11-02T00:00:0${second}Z` });
/** In no order of time: by time they are 2, 0, 1, 3. Records 0, 1 and 2 are ana's, 0 and 3 of one request. */
const engine = await RealLog.open([
  { ...inventedRecord(3), ...ana, ...at(2), requestId: 'r1' },
  { ...inventedRecord(3), ...ana, ...at(3), requestId: 'r2' },
  { ...inventedRecord(3), ...ana, ...at(1), requestId: null, operationName: 'SetCurrentPolicy' },
  { ...inventedRecord(3), ...ben, ...at(4), requestId: 'r1' },
]);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const list = (page: Page) => page.locator('audit-log-aspects');
const article = (page: Page, number: number) =>
  page.getByRole('article', { name: `Record ${number}`, exact: true }).and(page.locator('[aria-busy=false]'));
const button = (page: Page, name: string) => list(page).getByRole('button', { name, exact: true });

async function open(index: number, query = '') {
  const host = new HostDouble(engine, engine.snapshot);
  await host.apply({ kind: 'filter', query });
  await host.apply({ kind: 'select', ref: { source: 0, index } });
  const opened = await openTimeline(browser, host);
  await article(opened.page, index).waitFor();
  await list(opened.page).locator('.aspect').first().waitFor();
  return { ...opened, host };
}

describe('what a record has in common with others', () => {
  it('leads to the record before and after it in the order of time', async () => {
    const { page, host, faults, close } = await open(0);
    await button(page, 'Next record of the same caller').click();
    await article(page, 1).waitFor();
    await button(page, 'Previous record of the same caller').click();
    await article(page, 0).waitFor();
    await button(page, 'Previous record of the same caller').click();
    await article(page, 2).waitFor();
    await button(page, 'Next record with the same result').click();
    await article(page, 0).waitFor();
    await button(page, 'Next record of the same request').click();
    await article(page, 3).waitFor();
    await button(page, 'Previous record of the same target').first().click();
    await article(page, 1).waitFor();
    await button(page, 'Next record of the same operation').click();
    await article(page, 3).waitFor();
    expect(host.state.query).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  it('says how often it occurs in the whole log, and where first, whatever the filter', async () => {
    const { page, host, close } = await open(0, 'record:0');
    const seen = () =>
      list(page)
        .locator('.seen')
        .evaluateAll((all) => all.map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim()));
    await expect
      .poll(seen)
      .toEqual([
        '3 records in the whole log ★ first seen in this record',
        '3 records in the whole log first seen 2020-11-02 00:00:01',
        '4 records in the whole log first seen 2020-11-02 00:00:01',
        '4 records in the whole log first seen 2020-11-02 00:00:01',
      ]);
    await button(page, 'first seen 2020-11-02 00:00:01').first().click();
    await article(page, 2).waitFor();
    await expect.poll(seen).toContain('★ only this record in the whole log');
    await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
    await expect.poll(seen).toContain('★ only this record in the whole log');
    await close();
  });

  it('is looked for under the filter, and where that finds none in the whole log', async () => {
    const { page, host, close } = await open(0, 'seq>0 request:r1');
    const status = list(page).getByRole('status');
    await button(page, 'Next record of the same caller').click();
    await status.getByText('Next record of the same caller: the filter finds none.').waitFor();
    await button(page, 'Look in the whole log').click();
    await article(page, 1).waitFor();
    await page.getByText('The filter hides this record from the list.').waitFor();
    await expect.poll(() => status.innerText()).toBe('');
    await button(page, 'Next record of the same caller').click();
    await button(page, 'Look in the whole log').click();
    await status.getByText('Next record of the same caller: the log has none.').waitFor();
    expect(await button(page, 'Look in the whole log').count()).toBe(0);
    expect(host.state.selected).toEqual({ source: 0, index: 1 });
    await close();
  });

  it('says so at once where no filter is set, and why the engine did not find it', async () => {
    const { page, host, close } = await open(2);
    await button(page, 'Previous record of the same caller').click();
    await list(page).getByText('Previous record of the same caller: the log has none.').waitFor();
    host.engine = failingEngine('the disk is gone');
    await button(page, 'Next record of the same caller').click();
    await list(page).getByText('The engine failed: the disk is gone').waitFor();
    expect(host.state.selected).toEqual({ source: 0, index: 2 });
    await close();
  });

  it('becomes a filter in addition to what is filtered already', async () => {
    const { page, host, close } = await open(3, 'seq>0');
    await button(page, 'Filter: request:r1').click();
    await expect.poll(() => host.state.query).toBe('seq>0 request:r1');
    await button(page, 'Filter: caller.UPN:ben@contoso.com').click();
    await expect.poll(() => host.state.query).toBe('seq>0 request:r1 caller.UPN:ben@contoso.com');
    await button(page, 'ben@contoso.com').click();
    await expect.poll(() => host.state.page).toMatchObject({ kind: 'caller', type: 'UPN', value: 'ben@contoso.com' });
    await close();
  });

  it('is one tab stop, keeps the keyboard from record to record, and Escape leads from it to the list', async () => {
    const { page, close } = await open(0);
    const focused = () =>
      list(page).evaluate(
        ({ shadowRoot }) => shadowRoot!.activeElement?.getAttribute('aria-label') ?? shadowRoot!.activeElement?.textContent?.trim(),
      );
    const stops = () => list(page).locator('[data-stop][tabindex="0"]').count();
    expect(await stops()).toBe(1);
    await button(page, 'Next record of the same caller').focus();
    await page.keyboard.press('Enter');
    await article(page, 1).waitFor();
    await button(page, 'first seen 2020-11-02 00:00:02').waitFor();
    expect(await focused()).toBe('Next record of the same caller');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('Next record with the same result');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Previous record with the same result');
    await page.keyboard.press('Control+Home');
    expect(await focused()).toBe('Previous record of the same operation');
    await page.keyboard.press('End');
    expect(await focused()).toBe('first seen 2020-11-02 00:00:02');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toContain('Filter: operation:');
    await page.keyboard.press('Control+End');
    expect(await focused()).toBe('Filter: request:r2');
    expect(await stops()).toBe(1);
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.querySelector('audit-log-view')?.shadowRoot?.activeElement?.localName))
      .toBe('audit-log-records');
    await close();
  });
});
