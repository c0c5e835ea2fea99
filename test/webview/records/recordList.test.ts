import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowMarks } from '../../../src/protocol/answers/page.ts';
import { ticksTimeText } from '../../../webview/base/format.ts';
import { HeldAnswers } from '../double/heldAnswers.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { hostileText, inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { VastEngine } from '../double/vastEngine.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const grid = (page: Page) => page.getByRole('grid', { name: 'Records' });
const selectedRow = (page: Page) => page.locator('[role=row][aria-selected=true]');

async function engineMarks(at: number): Promise<RowMarks> {
  const outcome = await engine.request('rowMarks', { query: '', order: 'file', at, count: 1 }, new AbortController().signal);
  if (outcome.status !== 'ok') {
    throw new Error(outcome.status);
  }
  return outcome.answer;
}

describe('the list of records', () => {
  it('is scrolled to where it was when the page comes back, wherever the selected record is', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
    const { page, savedState, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await grid(page).evaluate((element) => element.scrollTo({ top: 150 * 22 }));
    const kept = async (): Promise<unknown> => ((await savedState()) as { readonly scroll?: { readonly row: number } }).scroll?.row;
    await expect.poll(kept).toBe(150);
    const saved = await savedState();
    await close();
    const again = await openTimeline(browser, new HostDouble(engine, engine.snapshot), { saved });
    await again.page.locator('#row-150').waitFor();
    expect(await grid(again.page).evaluate((element) => element.scrollTop)).toBe(150 * 22);
    await again.page.getByRole('article', { name: 'Record 3' }).waitFor();
    // Another record that is selected elsewhere comes into view.
    await again.page.locator('#row-152').click();
    await again.page.getByRole('article', { name: 'Record 152' }).waitFor();
    await again.close();
    const other = new HostDouble(engine, engine.snapshot);
    const { page: filtered, close: closeFiltered } = await openTimeline(browser, other, {
      saved: { ...(saved as object), state: { ...other.state, query: 'resultGroup:(success, failure)' } },
    });
    await filtered.locator('#row-0').waitFor();
    expect(await grid(filtered).evaluate((element) => element.scrollTop)).toBe(0);
    await closeFiltered();
  });

  it('shows time and result of rows that have not come, at any place that it is scrolled to, and never an empty row', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-0 .sentence b').first().waitFor();
    const { promise, resolve } = Promise.withResolvers<void>();
    host.beforeAnswer = ({ name }) => (name === 'page' ? promise : Promise.resolve());
    const emptyRows = await grid(page).evaluate(async (element) => {
      const rows = element.querySelector('.rows')!;
      const found: (string | null)[] = [];
      for (let top = 2000; top < element.scrollHeight; top += 501) {
        element.scrollTop = top;
        for (let frame = 0; frame < 3; frame++) {
          await new Promise(requestAnimationFrame);
          found.push(...[...rows.querySelectorAll('.row:not(:has(.result .symbol))')].map(({ textContent }) => textContent));
        }
      }
      return found;
    });
    expect(emptyRows).toEqual([]);
    await grid(page).press('End');
    const last = page.locator('#row-301');
    await last.waitFor();
    const { marks } = await engineMarks(301);
    expect(await last.locator('.index').innerText()).toBe('301');
    expect(await last.locator('.time').innerText()).toBe(ticksTimeText(marks[0]!.time!.ticks, 'utc').slice(5));
    expect(await last.locator('.sentence').innerText()).toBe('…');
    resolve();
    await last.locator('.caller').waitFor();
    await close();
  });

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
    const active = () => page.evaluate(() => document.querySelector('audit-log-view')!.shadowRoot!.activeElement?.localName);
    await expect.poll(active).toBe('audit-log-detail');
    // And back: first to the list, then out of the record.
    await page.keyboard.press('Escape');
    await expect.poll(active).toBe('audit-log-records');
    expect(host.state.selected).not.toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(() => host.state.selected).toBeNull();
    await expect.poll(() => page.locator('audit-log-detail').count()).toBe(0);
    await page.locator('#row-3').click();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => host.state.selected).toBeNull();
    expect(await active()).toBe('audit-log-records');
    await close();
  });

  it.each(['End', 'Home', 'ArrowDown'])('moves by %s that is pressed before its first rows have come', async (key) => {
    const host = new HostDouble(engine, engine.snapshot);
    const { promise, resolve } = Promise.withResolvers<void>();
    host.beforeAnswer = ({ name }) => (name === 'page' || name === 'rowMarks' ? promise : Promise.resolve());
    const { page, close } = await openTimeline(browser, host);
    await grid(page).focus();
    expect(await page.locator('[id^=row-]').count()).toBe(0);
    await page.keyboard.press(key);
    resolve();
    const row = key === 'End' ? 301 : 0;
    await page.locator(`#row-${row}[aria-selected=true]`).waitFor();
    await expect.poll(() => host.state.selected).toEqual({ source: 0, index: row });
    await close();
  });

  it('sorts by caller and target, and says by what it is sorted where no head does', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    const head = (name: string) => page.getByRole('columnheader', { name });
    const rows = (cell: string) => page.locator(`[id^=row-] .${cell}`).allTextContents();
    const isSorted = async (): Promise<boolean> => {
      const names = await rows('caller');
      return names.length > 5 && names.every((name, index) => index === 0 || names[index - 1]! <= name) && (await rows('index'))[1] !== '1';
    };
    await head('Caller').getByRole('button').click();
    await expect.poll(isSorted).toBe(true);
    expect(await head('Caller').getAttribute('aria-sort')).toBe('ascending');
    await head('Target').getByRole('button').click();
    await expect.poll(() => head('Target').getAttribute('aria-sort')).toBe('ascending');
    expect(await head('Caller').getAttribute('aria-sort')).toBe('none');
    const note = page.locator('audit-log-records .note', { hasText: 'Sorted by' });
    expect(await note.count()).toBe(0);
    await page.getByRole('button', { name: 'Add field…' }).click();
    await page.getByRole('button', { name: 'Sort records by Result' }).click();
    await expect.poll(() => note.count()).toBe(1);
    expect(await note.textContent()).toContain('Sorted by Result');
    await note.getByRole('button', { name: 'Order of the file' }).click();
    await expect.poll(() => note.count()).toBe(0);
    await expect.poll(async () => (await rows('index')).slice(0, 3).map((text) => text.trim())).toEqual(['0', '1', '2']);
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
    await page.locator('audit-log-profile').getByRole('heading', { name: hostileText }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });
});

/** The numbers of the records in the rows that exist, from the top. */
const numbers = (page: Page) => page.locator('[id^=row-] .index').allInnerTexts();

describe('a row', () => {
  it('is chosen by key from the first one in view, and by no key with a modifier or on a head', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await grid(page).evaluate((element) => (element.scrollTop = 660));
    await page.locator('#row-31').waitFor();
    await grid(page).press('ArrowDown');
    await page.locator('#row-30[aria-selected=true]').waitFor();
    // The browser scrolls by these keys: not here, where it would move rows while others are chosen.
    await page.evaluate(() => addEventListener('keydown', (event) => event.preventDefault()));
    for (const key of ['Alt+ArrowDown', 'Meta+ArrowDown', 'x']) {
      await grid(page).press(key);
    }
    await page.getByRole('button', { name: /^Time/ }).press('ArrowDown');
    await grid(page).press('ArrowDown');
    await page.locator('#row-31[aria-selected=true]').waitFor();
    await expect.poll(() => host.intents).toEqual([30, 31].map((index) => ({ kind: 'select', ref: { source: 0, index } })));
    await grid(page).evaluate((element) => (element.scrollTop = 0));
    await page.locator('#row-0').waitFor();
    // A row that does not exist cannot be the active one.
    expect(await grid(page).getAttribute('aria-activedescendant')).toBeNull();
    await close();
  });

  it('is selected by a click, opens its source by a double click, and is known by its record before that has come', async () => {
    const log = await RealLog.open(inventedLog(1000));
    const held = new HeldAnswers(log);
    const release = held.hold();
    const host = new HostDouble(held, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('-1');
    release();
    await page.getByRole('status').getByText('1,002 records in the list', { exact: true }).waitFor({ state: 'attached' });
    expect(await grid(page).getAttribute('aria-rowcount')).toBe('1003');
    await page.locator('#row-5').click();
    await expect.poll(() => host.intents).toEqual([{ kind: 'select', ref: { source: 0, index: 5 } }]);
    await page.locator('#row-7').dblclick();
    await expect.poll(() => host.intents.at(-1)).toEqual({ kind: 'openSource', at: { record: { source: 0, index: 7 } } });
    const releaseRows = held.hold();
    await grid(page).evaluate((element) => (element.scrollTop = element.scrollHeight));
    const before = host.intents.length;
    await page.locator('#row-1000', { hasText: /^\s*1,000\s*…\s*$/ }).click();
    await page.locator('#row-1000[aria-selected=true]').waitFor();
    expect(host.intents).toHaveLength(before);
    releaseRows();
    await expect.poll(() => host.intents.slice(before)).toEqual([{ kind: 'select', ref: { source: 0, index: 1000 } }]);
    await page.locator('#row-1000 .time', { hasText: 'no valid time' }).waitFor();
    await close();
  });
});

describe('the order', () => {
  it('is that of the file, of time or of time reversed, and the year is shown where records are of several', async () => {
    // Of one year in UTC; in Berlin the first one is of the next year.
    const times = ['2019-12-31T23:30:00Z', '2019-12-31T08:00:00Z', '2019-12-31T12:00:00Z'];
    const log = await RealLog.open(times.map((time, index) => ({ ...inventedRecord(index), env_time: time })));
    const host = new HostDouble(log, log.snapshot);
    const { page, savedState, close } = await openTimeline(browser, host);
    await expect.poll(() => numbers(page)).toEqual(['0', '1', '2']);
    for (const [name, head, sort, order, expected] of [
      [/^Time/, /^Time/, 'descending', 'newest', ['0', '2', '1']],
      [/^Time/, /^Time/, 'ascending', 'oldest', ['1', '2', '0']],
      [/^#/, /^#/, 'ascending', 'file', ['0', '1', '2']],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await expect.poll(() => numbers(page)).toEqual(expected);
      expect(await page.getByRole('columnheader', { name: head }).getAttribute('aria-sort')).toBe(sort);
      expect(await savedState()).toMatchObject({ order });
      expect(await grid(page).evaluate((element) => element.matches(':focus'))).toBe(true);
    }
    const time = page.locator('#row-0 .time');
    expect(await time.innerText()).toBe('12-31 23:30:00.0000000');
    await host.report({ kind: 'settings', settings: { ...host.settings, timeZone: 'local' } });
    await expect.poll(() => time.innerText()).toBe('2020-01-01 00:30:00.0000000');
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
