import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../../../scripts/isLong.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord, type Json } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser, type TimelinePage } from '../timelinePage.ts';

/** Around the borders of the chunks in which rows are fetched, and some in between; more of them in the long run. */
const lengths = [1, 20, 41, 127, 128, 129, 257, 300, 512, 1025, 1952, 2000, 100_000];
const furtherLengths = [2, 100, 130, 191, 200, 255, 256, 383, 385, 500, 511, 513, 640, 777, 999, 1000, 1023, 1281];
const tried = isLong ? [...lengths, ...furtherLengths].toSorted((one, other) => one - other) : lengths;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

function records(count: number): readonly Json[] {
  return Array.from({ length: count }, (_, index) => ({ ...inventedRecord(index), targetResources: [] }));
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Records' });

/** The rows that exist on the page: their positions, and the numbers of the records in them. */
function rows(page: Page): Promise<readonly (readonly [position: number, number: string])[]> {
  return page
    .locator('[id^=row-]')
    .evaluateAll((elements) => elements.map((row) => [Number(row.id.slice(4)), row.querySelector('.index')!.textContent.trim()] as const));
}

/** Waits until the rows of the page, to a position at least, are those that are there; `recordAt` says which these are. */
async function expectRowsTo(page: Page, last: number, recordAt: (position: number) => number): Promise<void> {
  await page.locator(`#row-${last}`).waitFor();
  await expect.poll(async () => (await page.locator('[id^=row-]').getByText('…', { exact: true }).count()) === 0).toBe(true);
  const shown = await rows(page);
  expect(shown.at(-1)![0]).toBe(last);
  expect(shown).toEqual(shown.map(([position]) => [position, recordAt(position).toLocaleString('en')]));
}

async function expectSelected(page: Page, host: HostDouble, position: number, index: number): Promise<void> {
  const number = index.toLocaleString('en');
  await page.locator(`#row-${position}[aria-selected=true] .index`, { hasText: new RegExp(`^\\s*${number}\\s*$`) }).waitFor();
  await expect.poll(() => host.state.selected).toEqual({ source: 0, index });
  await page.getByRole('article', { name: `Record ${number}`, exact: true }).waitFor();
}

/** Waits until the last row ends where the list ends. */
async function expectAtEnd(page: Page, last: number): Promise<void> {
  const distance = async () => {
    const list = await grid(page).boundingBox();
    const row = await page
      .locator(`#row-${last}`)
      .boundingBox({ timeout: 100 })
      .catch(() => null);
    return row === null ? 'no such row' : Math.abs(Math.round(row.y + row.height - list!.y - list!.height)) <= 2;
  };
  await expect.poll(distance).toBe(true);
}

interface Opened extends TimelinePage {
  readonly host: HostDouble;
  /** Puts a log of so many records in the place of the one that is shown. */
  readonly show: (count: number) => Promise<void>;
}

async function open(): Promise<Opened> {
  const log = await RealLog.open(records(3));
  const host = new HostDouble(log, log.snapshot);
  const opened = await openTimeline(browser, host);
  await opened.page.locator('#row-2').waitFor();
  return {
    ...opened,
    host,
    show: async (count) => {
      const snapshot: Snapshot = await log.replace(records(count));
      host.snapshot = snapshot;
      await host.report({ kind: 'snapshot', snapshot });
      await expect.poll(() => grid(opened.page).getAttribute('aria-rowcount')).toBe(String(count + 1));
    },
  };
}

describe('the last rows of a list', () => {
  it(`are shown and chosen in the order of the file: ${tried.length} lengths`, async () => {
    const { page, host, show, faults, close } = await open();
    for (const length of tried) {
      await show(length);
      const last = length - 1;
      await grid(page).evaluate((element) => (element.scrollTop = element.scrollHeight));
      await expectRowsTo(page, last, (position) => position);
      await grid(page).focus();
      await page.keyboard.press('Home');
      await expectSelected(page, host, 0, 0);
      await page.keyboard.press('End');
      await expectSelected(page, host, last, last);
      // What “Go to Record” does.
      for (const index of [Math.floor(length / 2), 0, last]) {
        await host.apply({ kind: 'select', ref: { source: 0, index } });
        await expectSelected(page, host, index, index);
      }
    }
    expect(faults).toEqual([]);
    await close();
  }, 300_000);

  it('are shown and chosen, newest first', async () => {
    const { page, host, show, close } = await open();
    await page.getByRole('button', { name: /^Time/ }).click();
    await page.locator('#row-0 .index', { hasText: '2' }).waitFor();
    for (const length of [129, 300, 1000, 1952, 2000]) {
      await show(length);
      const last = length - 1;
      await grid(page).evaluate((element) => (element.scrollTop = element.scrollHeight));
      await expectRowsTo(page, last, (position) => last - position);
      await grid(page).focus();
      await page.keyboard.press('Home');
      await expectSelected(page, host, 0, last);
      await page.keyboard.press('End');
      await expectSelected(page, host, last, 0);
      for (const index of [Math.floor(length / 2), last, 1]) {
        await host.apply({ kind: 'select', ref: { source: 0, index } });
        await expectSelected(page, host, last - index, index);
      }
    }
    await close();
  });

  it('are shown of what a filter leaves, and of a log that grows', async () => {
    const log = await RealLog.open(records(2000));
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    for (const length of [129, 1000, 1951]) {
      await host.apply({ kind: 'filter', query: `record>=${2000 - length}` });
      await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(String(length + 1));
      await grid(page).focus();
      await page.keyboard.press('End');
      await expectSelected(page, host, length - 1, 1999);
      await expectRowsTo(page, length - 1, (position) => 2000 - length + position);
    }
    await host.apply({ kind: 'filter', query: '' });
    await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('2001');
    await grid(page).evaluate((element) => (element.scrollTop = element.scrollHeight));
    await expectRowsTo(page, 1999, (position) => position);
    for (const [more, total] of [
      [1, 2001],
      [47, 2048],
      [1, 2049],
      [300, 2349],
    ] as const) {
      const added = Array.from({ length: more }, (_, index) => inventedRecord(total - more + index));
      await host.report({ kind: 'snapshot', snapshot: await log.append(added) });
      // A list that is at its end stays there.
      await expectRowsTo(page, total - 1, (position) => position);
    }
    await close();
  });

  it('stay in view when the window gets lower, and of a log that grows then', async () => {
    const log = await RealLog.open(records(300));
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host, { height: 900 });
    await page.locator('#row-3').waitFor();
    await grid(page).focus();
    await page.keyboard.press('End');
    await expectSelected(page, host, 299, 299);
    for (const height of [860, 700, 880]) {
      await page.setViewportSize({ width: 1400, height });
      await expectAtEnd(page, 299);
    }
    await host.report({ kind: 'snapshot', snapshot: await log.append([inventedRecord(300)]) });
    await expectAtEnd(page, 300);
    await close();
  });
});
