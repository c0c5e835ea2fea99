import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { axeFaultsInAllThemes } from '../axeFaults.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { computedColour, isReportedFrom } from '../shownColours.ts';
import { openTimeline, startBrowser, type PageOptions } from '../timelinePage.ts';

const log = await RealLog.open(inventedLog(50));
const trail = await RealLog.open(Array.from({ length: 5 }, () => inventedRecords.cloudTrail));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Opens a list of two chosen columns, or as it was kept, whose borders are there. */
async function open(options: PageOptions = {}) {
  const host = new HostDouble(log, log.snapshot);
  const saved = { state: host.state, order: 'file', columns: ['region', 'seq'] };
  const opened = await openTimeline(browser, host, { width: 1400, saved, ...options });
  await opened.page.locator('#row-3').waitFor();
  return { ...opened, host };
}

const border = (page: Page, column: string) => page.getByRole('separator', { name: `Width of the column ${column}` });
const heads = (page: Page) => page.locator('.head .suited').allInnerTexts();

/** The width of a column, which its head and its cells share. */
async function widthOf(page: Page, cell: string): Promise<number> {
  const widths = await page
    .locator(`audit-log-records .row > ${cell}`)
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  expect(new Set(widths.map((width) => Math.round(width))).size).toBe(1);
  return Math.round(widths[0]!);
}

const centreOf = async (page: Page, column: string): Promise<number> => {
  const box = (await border(page, column).boundingBox())!;
  return Math.round(box.x + box.width / 2);
};

/** Takes hold of a border and moves it by so many pixels; it is not let go. */
async function pull(page: Page, column: string, by: number): Promise<void> {
  const box = (await border(page, column).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
}

describe('the border of a column', () => {
  it.each([
    ['Number', '.index', 20],
    ['Time', '.time', 30],
    ['Caller', '.caller', 60],
    ['Target', '.instance', 50],
    ['Region', '.suited:nth-child(7)', -40],
    ['Findings', '.findings', 20],
  ] as const)('of %s is dragged below the pointer, and the sentence gives or takes the difference', async (column, cell, by) => {
    const { page, faults, close } = await open();
    await border(page, column).waitFor();
    const [width, sentence, x] = [await widthOf(page, cell), await widthOf(page, '.sentence'), await centreOf(page, column)];
    const isEnd = ['.index', '.time', '.caller', '.instance'].includes(cell);
    await pull(page, column, by);
    await expect.poll(() => widthOf(page, cell)).toBe(width + (isEnd ? by : -by));
    await expect.poll(() => centreOf(page, column)).toBe(x + by);
    expect(await widthOf(page, '.sentence')).toBe(sentence - (isEnd ? by : -by));
    await page.mouse.up();
    await page.mouse.move(x + 200, 500);
    expect(await widthOf(page, cell)).toBe(width + (isEnd ? by : -by));
    expect(faults).toEqual([]);
    await close();
  });

  it('gives its column the first width again by a double click, and what the drag has changed by Escape', async () => {
    const { page, savedState, close } = await open();
    await border(page, 'Caller').waitFor();
    await pull(page, 'Caller', 60);
    await page.mouse.up();
    await expect.poll(() => widthOf(page, '.caller')).toBe(210);
    await pull(page, 'Caller', -100);
    await expect.poll(() => widthOf(page, '.caller')).toBe(110);
    await page.keyboard.press('Escape');
    await expect.poll(() => widthOf(page, '.caller')).toBe(210);
    await page.mouse.move(400, 500);
    await page.mouse.up();
    expect(await widthOf(page, '.caller')).toBe(210);
    await border(page, 'Caller').dblclick();
    await expect.poll(() => widthOf(page, '.caller')).toBe(150);
    expect(await savedState()).not.toHaveProperty('widths');
    await close();
  });

  it('is moved by keys, of which one stop of Tab leads to all of them, and says how wide its column is', async () => {
    const { page, close } = await open();
    await border(page, 'Number').waitFor();
    expect(await page.locator('.border[tabindex="0"]').count()).toBe(1);
    await page.locator('.head .suited').last().getByRole('button').focus();
    await page.keyboard.press('Tab');
    for (const [key, column, width] of [
      ['ArrowRight', 'Number', 60],
      ['Shift+ArrowRight', 'Number', 100],
      ['ArrowLeft', 'Number', 92],
      ['Enter', 'Number', 52],
      ['ArrowDown', 'Time', undefined],
      ['ArrowDown', 'Caller', 150],
      ['ArrowRight', 'Caller', 158],
      ['ArrowDown', 'Target', 90],
      ['ArrowDown', 'Region', 110],
      ['Shift+ArrowLeft', 'Region', 150],
      ['ArrowUp', 'Target', 90],
    ] as const) {
      await page.keyboard.press(key);
      const focused = page.locator('.border:focus');
      await expect.poll(() => focused.getAttribute('aria-label'), { message: key }).toBe(`Width of the column ${column}`);
      if (width !== undefined) {
        await expect.poll(() => focused.getAttribute('aria-valuenow'), { message: key }).toBe(String(width));
        expect(await focused.getAttribute('aria-valuetext')).toBe(`${width} pixels`);
      }
    }
    // It is where the keyboard was last.
    expect(await border(page, 'Target').getAttribute('tabindex')).toBe('0');
    expect(await page.locator('.border[tabindex="0"]').count()).toBe(1);
    await close();
  });

  it('leaves a column and the sentence wide enough to be read, cuts what is longer, and makes no column vanish', async () => {
    const { page, close } = await open();
    await border(page, 'Time').waitFor();
    await pull(page, 'Time', -500);
    await page.mouse.up();
    await expect.poll(() => widthOf(page, '.time')).toBe(40);
    const cell = page.locator('#row-0 .time');
    expect(await cell.evaluate((one) => [getComputedStyle(one).overflowX, getComputedStyle(one).textOverflow])).toEqual([
      'hidden',
      'ellipsis',
    ]);
    await pull(page, 'Caller', 1200);
    await page.mouse.up();
    await expect.poll(() => widthOf(page, '.sentence')).toBe(160);
    expect(await heads(page)).toEqual(['Region', 'Sequence number']);
    expect(await border(page, 'Caller').getAttribute('aria-valuemax')).toBe(await border(page, 'Caller').getAttribute('aria-valuenow'));
    await close();
  });

  it('is where it was when the window is reloaded or the log is opened again, until the columns are reset', async () => {
    const { page, host, savedState, close } = await open();
    await border(page, 'Region').waitFor();
    await border(page, 'Region').press('ArrowLeft');
    await border(page, 'Caller').press('Shift+ArrowRight');
    await expect.poll(savedState).toMatchObject({ widths: { region: 118, '.caller': 190 } });
    const saved = await savedState();
    await close();
    const reloaded = await open({ saved });
    await expect.poll(() => widthOf(reloaded.page, '.caller')).toBe(190);
    await reloaded.close();
    const again = new HostDouble(log, log.snapshot);
    again.layout = host.layout;
    const reopened = await openTimeline(browser, again, { width: 1400 });
    await reopened.page.locator('#row-3').waitFor();
    await expect.poll(() => widthOf(reopened.page, '.suited:nth-child(7)')).toBe(118);
    await again.report({ kind: 'act', act: { act: 'columns', change: { does: 'reset' } } });
    await expect.poll(() => widthOf(reopened.page, '.caller')).toBe(150);
    expect(again.layout).toBe('');
    await reopened.close();
  });

  it('is not there where a row has two lines, whatever widths are kept', async () => {
    const saved = { state: new HostDouble(log, log.snapshot).state, order: 'file', widths: { '.index': 300, '.time': 300 } };
    const { page, close } = await open({ saved });
    await border(page, 'Number').waitFor();
    await expect.poll(() => widthOf(page, '.index')).toBe(300);
    for (const width of [759, 600]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => page.locator('audit-log-column-borders').getByRole('separator').count()).toBe(0);
      const cells = await page.locator('#row-0 > *').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
      expect(Math.max(...cells)).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 1400, height: 900 });
    await border(page, 'Number').waitFor();
    await expect.poll(() => widthOf(page, '.index')).toBe(300);
    await close();
  });

  it('opens the menu of the head', async () => {
    const { page, close } = await open();
    await border(page, 'Region').click({ button: 'right' });
    const menu = await page.locator('audit-log-view').getAttribute('data-vscode-context');
    expect(JSON.parse(menu!)).toMatchObject({ auditLogPlace: 'columns' });
    await close();
  });

  it('is seen in forced colours when it is used, and has no fault that axe finds in any theme', async () => {
    const timeline = await open();
    const { page, host } = timeline;
    await border(page, 'Caller').waitFor();
    await page.setViewportSize({ width: 1000, height: 900 });
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await border(page, 'Caller').hover();
    const ground = await computedColour(page.locator('audit-log-view'), 'background-color');
    await border(page, 'Target').focus();
    await page.keyboard.press('ArrowLeft');
    expect(isReportedFrom(await computedColour(border(page, 'Target'), 'outline-color'), ground)).toBe(true);
    await timeline.close();
  });
});

describe('columns that the list has no room for', () => {
  const note = (page: Page) => page.locator('audit-log-column-borders').getByRole('status').first();

  it('are named below the list, from the last one on, until there is room', async () => {
    const saved = { state: new HostDouble(log, log.snapshot).state, order: 'file', columns: ['region', 'seq', 'ip'] };
    const { page, close } = await open({ saved });
    await border(page, 'Region').waitFor();
    expect(await note(page).textContent()).toBe('');
    for (const [width, shown, words] of [
      [1000, ['Region', 'Sequence number'], '1 column is hidden, as the list is too narrow: Address'],
      [900, ['Region'], '2 columns are hidden, as the list is too narrow: Sequence number, Address'],
      [700, [], '3 columns are hidden, as the list is too narrow: Region, Sequence number, Address'],
      [560, [], '3 columns are hidden, as the list is too narrow: Region, Sequence number, Address'],
      [1400, ['Region', 'Sequence number', 'Address'], ''],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => heads(page), { message: String(width) }).toEqual(shown);
      await expect.poll(() => note(page).textContent(), { message: String(width) }).toBe(words);
      const box = (await note(page).boundingBox())!;
      const list = (await page.locator('audit-log-records').boundingBox())!;
      expect(box.height > 12, String(width)).toBe(words !== '');
      expect(box.y + box.height).toBeLessThanOrEqual(list.y + list.height + 0.5);
    }
    await close();
  });

  it('are not mentioned where nobody has chosen them', async () => {
    const host = new HostDouble(trail, trail.snapshot);
    const { page, close } = await openTimeline(browser, host, { width: 1050 });
    await border(page, 'Number').waitFor();
    await expect.poll(() => heads(page)).toEqual(['Called service']);
    expect(await note(page).textContent()).toBe('');
    await close();
  });
});
