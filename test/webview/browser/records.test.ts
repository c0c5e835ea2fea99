import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RealLog } from '../realLog.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { hostileText, inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { failingEngine, restartingEngine } from '../double/troubledEngines.ts';
import { VastEngine } from '../double/vastEngine.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const grid = (page: Page) => page.getByRole('grid', { name: 'Records' });
const selectedRow = (page: Page) => page.locator('[role=row][aria-selected=true]');

describe('the list of records', () => {
  it('is used by keys alone, and the detail follows', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('row').nth(5).waitFor();
    await grid(page).focus();
    for (const [key, row] of [
      ['ArrowDown', 0],
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['End', 301],
      ['ArrowUp', 300],
      ['Home', 0],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(`#row-${row}[aria-selected=true]`).waitFor();
      await expect.poll(() => host.state.selected).toEqual({ source: 0, index: row });
    }
    await page.keyboard.press('PageDown');
    await expect.poll(() => host.state.selected!.index).toBeGreaterThan(5);
    expect(await grid(page).getAttribute('aria-rowcount')).toBe('303');
    expect(await grid(page).getAttribute('aria-activedescendant')).toBe(`row-${host.state.selected!.index}`);
    expect(await selectedRow(page).getAttribute('aria-rowindex')).toBe(String(host.state.selected!.index + 2));
    await page.getByRole('article', { name: `Record ${host.state.selected!.index}` }).waitFor();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.querySelector('audit-log-view')!.shadowRoot!.activeElement?.localName)).toBe(
      'audit-log-detail',
    );
    await close();
  });

  it('sorts by its heads, by key', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot));
    await page.getByRole('button', { name: /^Time/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#row-0', { hasText: hostileText }).waitFor();
    expect(await page.getByRole('columnheader', { name: /^Time/ }).getAttribute('aria-sort')).toBe('descending');
    await close();
  });

  it('shows a record that was chosen elsewhere', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('row').nth(5).waitFor();
    await host.apply({ kind: 'select', ref: { source: 0, index: 200 } });
    await page.locator('#row-200[aria-selected=true]').waitFor();
    expect(await page.locator('#row-200').isVisible()).toBe(true);
    await close();
  });

  it('lets hostile text do nothing but be read', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 301 } });
    const { page, faults, close } = await openTimeline(browser, host);
    await page.getByRole('article').waitFor();
    expect(await page.getByRole('article').textContent()).toContain(hostileText);
    await page.getByRole('button', { name: 'Open caller' }).click();
    await page.getByRole('heading', { name: hostileText }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('ten million records', () => {
  const count = 10_000_000;

  it('are reached to the last by key and by the scroll bar', async () => {
    const vast = await VastEngine.of(count);
    const host = new HostDouble(vast, vast.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await grid(page).focus();
    await page.keyboard.press('End');
    await page.locator(`#row-${count - 1}[aria-selected=true]`, { hasText: '9,999,999' }).waitFor();
    await expect.poll(() => host.state.selected?.index).toBe(count - 1);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => host.state.selected?.index).toBe(count - 2);
    await page.keyboard.press('Home');
    await page.locator('#row-0[aria-selected=true]').waitFor();
    await grid(page).evaluate((element) => (element.scrollTop = element.scrollHeight));
    await page.locator(`#row-${count - 1}`, { hasText: '9,999,999' }).waitFor();
    await close();
  });

  it('scroll by rows with the wheel, though the scroll bar leaps', async () => {
    const vast = await VastEngine.of(count);
    const { page, close } = await openTimeline(browser, new HostDouble(vast, vast.snapshot));
    await page.locator('#row-3').hover();
    await page.mouse.wheel(0, 220);
    await page.locator('#row-15').waitFor();
    expect(await page.locator('#row-5').count()).toBe(0);
    expect(await page.locator('#row-100').count()).toBe(0);
    await close();
  });
});

describe('answers', () => {
  it('that come late are not drawn: the newest filter wins', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    host.beforeAnswer = (ask) => (JSON.stringify(ask.params).includes('RemovePolicyCertificate') ? held : Promise.resolve());
    await host.apply({ kind: 'filter', query: 'operation:RemovePolicyCertificate' });
    await expect
      .poll(() => host.asked.filter(({ params }) => JSON.stringify(params).includes('RemovePolicyCertificate')).length)
      .toBeGreaterThan(2);
    const late = host.asked.filter(({ params }) => JSON.stringify(params).includes('RemovePolicyCertificate')).map(({ id }) => id);
    await host.apply({ kind: 'filter', query: 'operation:SetCurrentPolicy' });
    await page
      .getByText(/ set the attestation policy/)
      .first()
      .waitFor();
    release();
    await drawnInFull(page, host);
    expect(host.cancelled).toEqual(expect.arrayContaining(late));
    expect(await page.getByText(/removed? a policy certificate/).count()).toBe(0);
    await close();
  });

  it('of an engine that starts again are asked for once more', async () => {
    const host = new HostDouble(restartingEngine(engine, 4), engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await expect.poll(() => page.locator('#row-3').textContent()).toContain('contoso');
    await expect.poll(() => page.locator('.count b').textContent()).toBe('302');
    await close();
  });

  it('that fail are told, not left blank', async () => {
    const host = new HostDouble(failingEngine('out of breath'), engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => page.getByText('The engine failed: out of breath').count()).toBeGreaterThan(2);
    await close();
  });

  it('follow a log that is still being read', async () => {
    const { log, finish } = await RealLog.openUnfinished(inventedLog(80));
    const { records } = log.snapshot;
    expect(log.snapshot).toMatchObject({ complete: false });
    expect(records > 0 && records < 82).toBe(true);
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByText(`of ${records} records so far`).waitFor();
    await page.getByRole('progressbar', { name: 'Reading' }).waitFor();
    await host.tell({ kind: 'snapshot', snapshot: await finish() });
    await page.getByText('of 82 records', { exact: true }).waitFor();
    await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('83');
    await close();
  });

  /** Opens a log of so many ordinary records and two others, which grows or is replaced. */
  async function openChanging(count: number) {
    const log = await RealLog.open(inventedLog(count));
    const host = new HostDouble(log, log.snapshot);
    const opened = await openTimeline(browser, host, { height: 700 });
    let records = count + 2;
    const tell = async (snapshot: Snapshot, expected: number) => {
      records = expected;
      host.snapshot = snapshot;
      await host.tell({ kind: 'snapshot', snapshot });
      await expect.poll(() => grid(opened.page).getAttribute('aria-rowcount')).toBe(String(records + 1));
    };
    return {
      ...opened,
      host,
      top: () => grid(opened.page).evaluate((element) => element.scrollTop),
      grow: async (more: number) =>
        tell(await log.append(Array.from({ length: more }, (_, index) => inventedRecord(records + index))), records + more),
      replace: async (ordinary: number) => tell(await log.replace(inventedLog(ordinary)), ordinary + 2),
    };
  }

  it('stay at the end of a log that grows, and say how many came', async () => {
    const { page, host, grow, top, close } = await openChanging(100);
    await grid(page).focus();
    await page.keyboard.press('End');
    await page.locator('#row-101[aria-selected=true]').waitFor();
    const before = await top();
    await grow(12);
    await page.locator('#row-113').waitFor();
    expect(await top()).toBeGreaterThan(before);
    expect(host.state.selected).toEqual({ source: 0, index: 101 });
    expect(await page.locator('#row-101').getAttribute('aria-selected')).toBe('true');
    await page.getByRole('status').getByText('12 records more', { exact: true }).waitFor();
    await grow(1);
    await page.getByRole('status').getByText('13 records more', { exact: true }).waitFor();
    await close();
  });

  it('stay where they are in the middle of a log that grows, or is another one', async () => {
    const { page, host, grow, replace, top, close } = await openChanging(100);
    await page.locator('#row-3').waitFor();
    await host.apply({ kind: 'select', ref: { source: 0, index: 2 } });
    await page.locator('#row-2[aria-selected=true]').waitFor();
    await grid(page).evaluate((element) => (element.scrollTop = 660));
    await page.locator('#row-31').waitFor();
    await grow(20);
    expect(await top()).toBe(660);
    await replace(90);
    await page.getByRole('status').getByText('the file changed and was read again from the start', { exact: true }).waitFor();
    await page.locator('#row-31').waitFor();
    expect(await top()).toBe(660);
    expect(host.state.selected).toEqual({ source: 0, index: 2 });
    await page.getByRole('article', { name: 'Record 2' }).waitFor();
    await close();
  });

  it('stay in view where new ones come first', async () => {
    const { page, grow, top, close } = await openChanging(100);
    await page.getByRole('button', { name: /^Time/ }).click();
    await page.getByRole('columnheader', { name: /^Time/ }).and(page.locator('[aria-sort=descending]')).waitFor();
    await grid(page).evaluate((element) => (element.scrollTop = 660));
    await page.locator('#row-31').waitFor();
    const text = await page.locator('#row-31').textContent();
    await grow(10);
    await expect.poll(top).toBe(660 + 10 * 22);
    await expect.poll(() => page.locator('#row-41').textContent()).toBe(text);
    await close();
  });
});
