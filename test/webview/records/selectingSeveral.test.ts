import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { VastEngine } from '../double/vastEngine.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';
import type { ThemeName } from '../themes.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const grid = (page: Page) => page.getByRole('grid', { name: 'Records' });

/** Positions of the selected rows among those that exist. */
const selected = (page: Page) =>
  page.locator('[id^=row-][aria-selected=true]').evaluateAll((rows) => rows.map(({ id }) => Number(id.slice('row-'.length))));

/** Waits until these rows are the selected ones, and the page says how many there are. */
async function expectSelected(page: Page, rows: readonly number[], count = rows.length): Promise<void> {
  await expect.poll(() => selected(page)).toEqual(rows);
  const text = count === 1 ? [] : [`${count.toLocaleString('en')} records selected`];
  await expect.poll(() => page.locator('audit-log-status .several').allInnerTexts()).toEqual(text);
}

/** Waits until the host knows of the record at the current row. */
async function expectCurrent(page: Page, host: HostDouble, index: number): Promise<void> {
  await expect.poll(() => host.state.selected).toEqual({ source: 0, index });
  expect(await grid(page).getAttribute('aria-activedescendant')).toBe(`row-${index}`);
}

describe('several records', () => {
  it('are told to the host where they are two, which it can compare', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    const paired = () => host.intents.flatMap((intent) => (intent.kind === 'pair' ? [intent.ref?.index ?? null] : []));
    const isPair = async () => (JSON.parse((await grid(page).getAttribute('data-menu')) ?? '{}') as { isPair?: boolean }).isPair;
    await page.locator('#row-3').click();
    await page.locator('#row-7').click({ modifiers: ['Control'] });
    await expectSelected(page, [3, 7]);
    await expect.poll(paired).toEqual([3]);
    await expectCurrent(page, host, 7);
    expect(await isPair()).toBe(true);
    await page.locator('#row-3').click({ button: 'right' });
    const context = page.locator('audit-log-view');
    await expect.poll(() => context.getAttribute('data-vscode-context')).toContain('"isPair":true');
    await page.locator('#row-9').click({ modifiers: ['Control'] });
    await expect.poll(paired).toEqual([3, null]);
    expect(await isPair()).toBeUndefined();
    await page.locator('#row-5').click();
    await page.locator('#row-6').click({ modifiers: ['Shift'] });
    await expect.poll(paired).toEqual([3, null, 5]);
    await host.apply({ kind: 'open', page: { kind: 'findings' } });
    await expect.poll(paired).toEqual([3, null, 5, null]);
    await close();
  });

  it('are told to the host by their places in the list, which it can write a report on', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    const chosen = () => host.intents.flatMap((intent) => (intent.kind === 'chosen' ? [intent.rows?.ranges ?? null] : []));
    await page.locator('#row-3').click();
    await page.locator('#row-5').click({ modifiers: ['Shift'] });
    await expect.poll(chosen).toEqual([[[3, 6]]]);
    await page.locator('#row-9').click({ modifiers: ['Control'] });
    await expect
      .poll(() => chosen().at(-1))
      .toEqual([
        [3, 6],
        [9, 10],
      ]);
    await page.locator('#row-7').click();
    await expect.poll(() => chosen().at(-1)).toBeNull();
    await close();
  });

  it('are selected by the mouse, as a range and one by one, and the last row is the current one', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').click();
    await expectSelected(page, [3]);
    await page.locator('#row-6').click({ modifiers: ['Shift'] });
    await expectSelected(page, [3, 4, 5, 6]);
    await expectCurrent(page, host, 6);
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
    expect(await grid(page).evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.locator('#row-1').click({ modifiers: ['Shift'] });
    await expectSelected(page, [1, 2, 3]);
    await page.locator('#row-8').click({ modifiers: ['Control'] });
    await expectSelected(page, [1, 2, 3, 8]);
    await page.locator('#row-2').click({ modifiers: ['ControlOrMeta'] });
    await expectSelected(page, [1, 3, 8]);
    await expectCurrent(page, host, 2);
    await page.getByRole('status').getByText('3 records selected').waitFor({ state: 'attached' });
    await page.locator('#row-5').click();
    await expectSelected(page, [5]);
    await page.getByRole('status').getByText('302 records in the list').waitFor({ state: 'attached' });
    await close();
  });

  it('are selected by keys alone', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expectSelected(page, [3, 4, 5]);
    await expectCurrent(page, host, 5);
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+ArrowDown');
    await expectCurrent(page, host, 7);
    await expectSelected(page, [3, 4, 5]);
    await page.keyboard.press('Control+Space');
    await expectSelected(page, [3, 4, 5, 7]);
    await page.keyboard.press('Control+Space');
    await expectSelected(page, [3, 4, 5]);
    await page.keyboard.press('Shift+Home');
    await expectSelected(page, [0, 1, 2, 3, 4, 5, 6, 7]);
    await page.keyboard.press('Shift+End');
    await expect.poll(() => page.locator('audit-log-status .several').allInnerTexts()).toEqual(['295 records selected']);
    await expectCurrent(page, host, 301);
    // Back to one, and then to none.
    await page.keyboard.press('Escape');
    await expectSelected(page, [301]);
    await expectCurrent(page, host, 301);
    await page.keyboard.press('Escape');
    await expect.poll(() => host.state.selected).toBeNull();
    await close();
  });

  it('are all of ten million, without asking for them', async () => {
    const vast = await VastEngine.of(10_000_000);
    const host = new HostDouble(vast, vast.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await grid(page).focus();
    const before = host.asked.length;
    await page.keyboard.press('Control+a');
    await expect.poll(() => page.locator('audit-log-status .several').allInnerTexts()).toEqual(['10,000,000 records selected']);
    expect((await selected(page)).length).toBe(await page.locator('[id^=row-]').count());
    expect(host.asked.length).toBe(before);
    expect(host.state.selected).toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(() => selected(page)).toEqual([]);
    await close();
  });

  it('have a menu of their own, and another row is selected alone by its menu', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot));
    const menu = () => page.locator('audit-log-view').getAttribute('data-vscode-context');
    await page.locator('#row-3').click();
    await page.locator('#row-5').click({ modifiers: ['Shift'] });
    await expectSelected(page, [3, 4, 5]);
    await page.locator('#row-4').click({ button: 'right' });
    expect(JSON.parse((await menu())!)).toMatchObject({ auditLogPlace: 'records' });
    await expectSelected(page, [3, 4, 5]);
    await page.locator('#row-9').click({ button: 'right' });
    expect(JSON.parse((await menu())!)).toMatchObject({ auditLogPlace: 'record' });
    await expectSelected(page, [9]);
    await close();
  });
});

describe('copying', () => {
  /** What the host was told to copy last. */
  const copied = (host: HostDouble) => host.intents.findLast(({ kind }) => kind === 'copyRecords');

  it('hands the host the positions of the selected rows, by key and by command', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').click();
    await page.locator('#row-5').click({ modifiers: ['Shift'] });
    await page.locator('#row-8').click({ modifiers: ['Control'] });
    await expectSelected(page, [3, 4, 5, 8]);
    await page.keyboard.press('Control+c');
    const { reading, snapshot } = engine.snapshot;
    const list = {
      query: '',
      order: 'file',
      ranges: [
        [3, 6],
        [8, 9],
      ],
      reading,
      matching: 302,
      unsorted: 0,
    };
    await expect.poll(() => copied(host)).toEqual({ kind: 'copyRecords', as: 'json', rows: { ...list, snapshot: null }, fields: [] });
    await page.getByRole('button', { name: /^Time/ }).click();
    await page.locator('#row-292[aria-selected=true]').waitFor();
    await page.keyboard.press('Home');
    await page.locator('#row-2').click({ modifiers: ['Shift'] });
    await expectSelected(page, [0, 1, 2]);
    await host.report({ kind: 'act', act: { act: 'copy', as: 'csv' } });
    const rows = { ...list, order: 'newest', ranges: [[0, 3]], snapshot };
    await expect.poll(() => copied(host)).toEqual({ kind: 'copyRecords', as: 'csv', rows, fields: [] });
    // What is opened pretty-printed is the same, or what the host picks in the order of the list.
    await host.report({ kind: 'act', act: { act: 'openExcerpt' } });
    await expect.poll(() => host.intents.at(-1)).toEqual({ kind: 'openExcerpt', rows, order: 'newest' });
    await page.keyboard.press('Escape');
    await expectSelected(page, [2]);
    await host.report({ kind: 'act', act: { act: 'openExcerpt' } });
    await expect.poll(() => host.intents.at(-1)).toEqual({ kind: 'openExcerpt', rows: null, order: 'newest' });
    await close();
  });

  it('of one record leaves it to the host, which knows it, and of marked text to the browser', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').click();
    await expectSelected(page, [3]);
    await page.locator('#row-3 .sentence').evaluate((element) => getSelection()!.selectAllChildren(element));
    await page.keyboard.press('Control+c');
    await page.evaluate(() => getSelection()!.empty());
    await host.report({ kind: 'act', act: { act: 'copy', as: 'sentences' } });
    await expect.poll(() => copied(host)).toEqual({ kind: 'copyRecords', as: 'sentences', rows: null, fields: [] });
    expect(host.intents.filter(({ kind }) => kind === 'copyRecords')).toHaveLength(1);
    await close();
  });
});

describe('the selection of several records', () => {
  it('is kept while the log grows at its end', async () => {
    const log = await RealLog.open(inventedLog(100));
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').click();
    await page.locator('#row-6').click({ modifiers: ['Shift'] });
    await expectSelected(page, [3, 4, 5, 6]);
    await host.report({ kind: 'snapshot', snapshot: await log.append([inventedRecord(200)]) });
    await page.getByRole('grid').and(page.locator('[aria-rowcount="104"]')).waitFor();
    await expectSelected(page, [3, 4, 5, 6]);
    await close();
  });

  it('is given up where rows may be elsewhere, but for the current row', async () => {
    const log = await RealLog.open(inventedLog(100));
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host, { saved: { state: host.state, order: 'newest' } });
    await page.locator('#row-3').click();
    await page.locator('#row-6').click({ modifiers: ['Shift'] });
    await expectSelected(page, [3, 4, 5, 6]);
    await expect.poll(() => host.state.selected).not.toBeNull();
    await host.report({ kind: 'snapshot', snapshot: await log.append([{ ...inventedRecord(200), env_time: '2021-01-01T00:00:00Z' }]) });
    await expectSelected(page, [7]);
    await close();
  });

  it('is given up with another filter, another order, and a record that is chosen elsewhere', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    const selectThree = async () => {
      await page.locator('#row-2').click();
      await page.locator('#row-4').click({ modifiers: ['Shift'] });
      await expectSelected(page, [2, 3, 4]);
    };
    await selectThree();
    await host.apply({ kind: 'select', ref: { source: 0, index: 1 } });
    await expectSelected(page, [1]);
    await selectThree();
    await page.getByRole('button', { name: /^Time/ }).click();
    await expect.poll(() => page.locator('audit-log-status .several').count()).toBe(0);
    await page.getByRole('button', { name: /^#/ }).click();
    await page.locator('#row-4[aria-selected=true]').waitFor();
    await selectThree();
    await host.apply({ kind: 'filter', query: 'record>0' });
    await expectSelected(page, [3]);
    await close();
  });
});

it.each(['dark', 'highContrastLight'] as ThemeName[])('axe finds no fault with several selected records in the theme %s', async (theme) => {
  const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), { theme });
  await page.locator('#row-2').click();
  await page.locator('#row-4').click({ modifiers: ['Shift'] });
  await page.locator('#row-6').click({ modifiers: ['Control'] });
  await page.keyboard.press('Control+ArrowDown');
  await expectSelected(page, [2, 3, 4, 6]);
  await page.locator('audit-log-detail').waitFor();
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await close();
});
