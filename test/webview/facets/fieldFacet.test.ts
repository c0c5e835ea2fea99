import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaultsInAllThemes } from '../axeFaults.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord, type Json } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser, type PageOptions } from '../timelinePage.ts';

/** The owner of a record: one of three, or one of many, or none. */
function record(index: number): Json {
  const owner = index % 5 === 4 ? undefined : ['mia', 'noah', 'emma'][index % 3];
  const session = `sessions/west-europe/8ae4d8b2-498c-4e27-9f6a-1f2e3d4c${String(index % 3).padStart(4, '0')}`;
  return {
    ...inventedRecord(index % 30),
    detail: { owner, session, ticket: `t${String(index).padStart(4, '0')}`, size: (index * 7) % 100 },
  };
}

const engine = await RealLog.open(Array.from({ length: 150 }, (_, index) => record(index)));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const box = (page: Page) => page.getByRole('combobox', { name: 'Field or key' });
const facet = (page: Page, field: string) => page.getByRole('region', { name: field, exact: true });
const lines = (page: Page, field: string) => facet(page, field).getByRole('listitem');

async function open(host = new HostDouble(engine, engine.snapshot), options: PageOptions = {}) {
  const opened = await openTimeline(browser, host, options);
  await opened.page.locator('.count b').waitFor();
  return { ...opened, host };
}

/** Adds a field by keys alone. */
async function add(page: Page, field: string): Promise<void> {
  await page.getByRole('button', { name: 'Add field…' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => box(page).evaluate((one) => one.matches(':focus'))).toBe(true);
  await page.keyboard.type(field);
  await page.keyboard.press('Enter');
  await facet(page, field).waitFor();
}

describe('a field that is added to the page', () => {
  it('is loaded when it is first asked for, without a fault of the security policy', async () => {
    const { page, faults, close } = await open();
    expect(await page.locator('audit-log-facets').count()).toBe(0);
    await add(page, 'detail.owner');
    expect(faults).toEqual([]);
    await close();
  });

  it('has a context menu on each of its values, by which its page opens', async () => {
    const { page, close } = await open();
    await add(page, 'detail.owner');
    const menu = () => page.locator('audit-log-view').getAttribute('data-vscode-context');
    await lines(page, 'detail.owner').nth(1).click({ button: 'right' });
    const name = await lines(page, 'detail.owner').nth(1).getByRole('checkbox').getAttribute('aria-label');
    expect(JSON.parse((await menu()) ?? '')).toMatchObject({
      auditLogPlace: 'field',
      field: 'key.detail.owner',
      fieldFilter: `key.detail.owner:${name}`,
    });
    await close();
  });

  it('counts its values, of which each is a switch of the filter', async () => {
    const { page, host, close } = await open();
    await add(page, 'detail.owner');
    const value = (name: string) => facet(page, 'detail.owner').getByRole('checkbox', { name, exact: true });
    await expect.poll(() => lines(page, 'detail.owner').count()).toBe(4);
    expect(await lines(page, 'detail.owner').first().locator('.number').first().innerText()).toBe('40');
    await value('mia').click();
    await expect.poll(() => host.state.query).toBe('key.detail.owner:mia');
    await expect.poll(() => page.locator('.count b').innerText()).toBe('40');
    expect(await value('mia').getAttribute('aria-checked')).toBe('true');
    // The others are still there, with their counts.
    expect(await lines(page, 'detail.owner').count()).toBe(4);
    await value('(none)').click();
    await expect.poll(() => host.state.query).toBe('key.detail.owner:(mia, null)');
    await value('mia').click();
    await value('(none)').click();
    await expect.poll(() => host.state.query).toBe('');
    await close();
  });

  it('cuts long names in the middle, so that ids can be told apart, and names them in full', async () => {
    const { page, host, close } = await open();
    await add(page, 'detail.session');
    const session = 'sessions/west-europe/8ae4d8b2-498c-4e27-9f6a-1f2e3d4c0001';
    const value = facet(page, 'detail.session').getByRole('checkbox', { name: session, exact: true });
    await value.waitFor();
    expect(await value.evaluate((one) => (one as HTMLElement).innerText)).toBe(session);
    const [start, end] = [value.locator('.name-text > :first-child'), value.locator('.name-text > :last-child')];
    expect(await start.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true);
    expect(await end.textContent()).toBe('4c0001');
    const isSeen = await end.evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const { left, right } = range.getBoundingClientRect();
      return left < right && right <= one.closest('.cut-middle')!.getBoundingClientRect().right + 1;
    });
    expect(isSeen).toBe(true);
    await value.click();
    await expect.poll(() => host.state.query).toBe(`key.detail.session:${session}`);
    await close();
  });

  it('leaves values out and shows one alone, by mouse and by key', async () => {
    const { page, host, faults, close } = await open();
    await add(page, 'detail.owner');
    const value = (name: string) => facet(page, 'detail.owner').getByRole('checkbox', { name, exact: true });
    await lines(page, 'detail.owner').filter({ hasText: 'mia' }).hover();
    await page.getByRole('button', { name: 'Leave out mia', exact: true }).click();
    await expect.poll(() => host.state.query).toBe('-key.detail.owner:mia');
    await expect.poll(() => page.locator('.count b').innerText()).toBe('110');
    // It keeps its place and its count, and says what it is.
    await value('mia: left out').waitFor();
    expect(await lines(page, 'detail.owner').first().locator('.number').first().innerText()).toBe('40');
    await value('noah').focus();
    await page.keyboard.press('Shift+F');
    await expect.poll(() => host.state.query).toBe('-key.detail.owner:mia -key.detail.owner:noah');
    await value('noah: left out').waitFor();
    await page.keyboard.press('f');
    await expect.poll(() => host.state.query).toBe('key.detail.owner:noah');
    await expect.poll(() => value('noah').getAttribute('aria-checked')).toBe('true');
    await page.keyboard.press('Shift+F');
    await expect.poll(() => host.state.query).toBe('-key.detail.owner:noah');
    await value('noah: left out').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  it('searches its values, also those that are not shown', async () => {
    const { page, close } = await open();
    await add(page, 'detail.ticket');
    await page.getByRole('button', { name: 'Search values of detail.ticket' }).click();
    await page.keyboard.type('T014');
    await expect.poll(() => lines(page, 'detail.ticket').count()).toBe(10);
    await expect.poll(() => facet(page, 'detail.ticket').getByText('values').count()).toBe(0);
    await page.keyboard.type('9');
    await expect.poll(() => lines(page, 'detail.ticket').allInnerTexts()).toHaveLength(1);
    await page.getByRole('checkbox', { name: 't0149', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await facet(page, 'detail.ticket').getByText('10 of 150 values').waitFor();
    await close();
  });

  it('says how many of its values are shown, and shows the last of them', async () => {
    const { page, close } = await open();
    await add(page, 'detail.ticket');
    await facet(page, 'detail.ticket').getByText('10 of 150 values').waitFor();
    await facet(page, 'detail.ticket').getByRole('button', { name: 'Show more' }).click();
    await facet(page, 'detail.ticket').getByText('100 of 150 values').waitFor();
    await facet(page, 'detail.ticket').getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('checkbox', { name: 't0149', exact: true }).waitFor();
    await expect.poll(() => facet(page, 'detail.ticket').getByText('values').count()).toBe(0);
    await close();
  });

  it('sorts the records, is removed, and is remembered with the order', async () => {
    const { page, savedState, close } = await open();
    await add(page, 'detail.size');
    const first = () => page.locator('#row-0 .index').innerText();
    const sort = page.getByRole('button', { name: 'Sort records by detail.size' });
    await sort.click();
    await expect.poll(first).toBe('0');
    await sort.click();
    // 7 × 57 is 399, the first that ends with 99.
    await expect.poll(first).toBe('57');
    const saved = await savedState();
    expect(saved).toMatchObject({ fields: ['key.detail.size'], order: { field: 'key.detail.size', descending: true } });
    const again = await open(undefined, { saved });
    await facet(again.page, 'detail.size').waitFor();
    await expect.poll(() => again.page.locator('#row-0 .index').innerText()).toBe('57');
    await again.close();
    await sort.click();
    await expect.poll(first).toBe('0');
    await page.getByRole('button', { name: 'Remove detail.size' }).click();
    await expect.poll(() => facet(page, 'detail.size').count()).toBe(0);
    expect(await savedState()).not.toHaveProperty('fields');
    await close();
  });

  it('shows how far reading is, and stops and resumes it', async () => {
    const many = await RealLog.open(Array.from({ length: 600 }, (_, index) => record(index)));
    const host = new HostDouble(many, many.snapshot);
    let resume = (): void => undefined;
    const gate = new Promise<void>((resolve) => (resume = resolve));
    // The answers to what reads the field come late, as from a vast log.
    host.beforeAnswer = ({ name }) => (name === 'readField' ? gate : Promise.resolve());
    const { page, close } = await open(host);
    await add(page, 'detail.owner');
    await facet(page, 'detail.owner').getByText('0 of 600 records read').waitFor();
    const stop = facet(page, 'detail.owner').getByRole('button', { name: 'Stop' });
    await stop.click();
    await expect.poll(() => host.cancelled.length).toBeGreaterThan(0);
    const goOn = facet(page, 'detail.owner').getByRole('button', { name: 'Continue' });
    await goOn.waitFor();
    resume();
    await goOn.click();
    await expect.poll(() => lines(page, 'detail.owner').count()).toBe(4);
    await expect.poll(() => facet(page, 'detail.owner').getByText('records read').count()).toBe(0);
    await close();
  });

  it('marks values that are new among the records shown, and those that are rare in the whole log', async () => {
    const days = await RealLog.open([
      ...Array.from({ length: 6 }, (_, index) => ({ ...inventedRecord(index), detail: { owner: 'mia' } })),
      ...Array.from({ length: 5 }, (_, index) => ({ ...inventedRecord(10 + index), resultType: 'Failure', detail: { owner: 'noah' } })),
      { ...inventedRecord(20), resultType: 'Failure', detail: { owner: 'mia' } },
      { ...inventedRecord(21), resultType: 'Failure', detail: { owner: 'emma' } },
    ]);
    const host = new HostDouble(days, days.snapshot);
    const { page, close } = await open(host);
    await add(page, 'detail.owner');
    const marks = (name: string) => lines(page, 'detail.owner').filter({ hasText: name }).locator('.mark').allTextContents();
    await expect.poll(() => marks('emma')).toEqual(['rare: 1 record in the whole log']);
    expect([await marks('mia'), await marks('noah')]).toEqual([[], []]);
    let resume = (): void => undefined;
    const gate = new Promise<void>((resolve) => (resume = resolve));
    host.beforeAnswer = ({ name }) => (name === 'facets' ? gate : Promise.resolve());
    await host.apply({ kind: 'filter', query: 'resultType:Failure' });
    await expect.poll(() => page.getByText('7 of 13 records').count()).toBeGreaterThan(0);
    expect(await marks('mia'), 'values of the whole log while those of the filter are awaited').toEqual([]);
    resume();
    await expect.poll(async () => (await marks('emma')).length).toBe(2);
    expect(await marks('mia')).toEqual([]);
    expect((await marks('noah')).join()).toMatch(/^new: Not in the log before 2020-11-/);
    await close();
  });

  it('has no fault that axe finds in any theme', async () => {
    const { host, ...timeline } = await open();
    await add(timeline.page, 'detail.ticket');
    await facet(timeline.page, 'detail.ticket').getByText('10 of 150 values').waitFor();
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    expect(timeline.faults).toEqual([]);
    await timeline.close();
  });
});
