import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import type { ColumnAct } from '../../../src/protocol/viewMessages.ts';
import { axeFaults } from '../axeFaults.ts';
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

const region = 'Region';
const number = 'Sequence number';
const address = 'Address';

/** Opens a list of three chosen columns, or as it was kept, whose columns can be moved. */
async function open(options: PageOptions = {}) {
  const host = new HostDouble(log, log.snapshot);
  const saved = { state: host.state, order: 'file', columns: ['region', 'seq', 'ip'] };
  const opened = await openTimeline(browser, host, { width: 1400, saved, ...options });
  await opened.page.locator('#row-3 .suited').first().waitFor();
  await opened.page.locator('audit-log-column-borders').getByRole('separator').first().waitFor();
  return { ...opened, host };
}

const heads = (page: Page) => page.locator('.head .suited').allInnerTexts();
const head = (page: Page, name: string) => page.locator('.head .suited', { hasText: name });
const regionCell = (page: Page, place: number) => page.locator('#row-0 .suited').nth(place).textContent();
const change = (host: HostDouble, by: ColumnAct) => host.report({ kind: 'act', act: { act: 'columns', change: by } });

/** Takes hold of a head by its name and moves it over another one; it is not let go. */
async function pull(page: Page, name: string, over: string): Promise<void> {
  const from = (await head(page, name).getByRole('button').boundingBox())!;
  const to = (await head(page, over).boundingBox())!;
  await page.mouse.move(from.x + 8, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + 2, from.y + from.height / 2);
  await page.mouse.move(to.x + (to.x > from.x ? to.width - 4 : 4), to.y + to.height / 2, { steps: 3 });
}

describe('a further column', () => {
  it('is dragged by its head to another place, which sorts nothing, and stays there', async () => {
    const { page, savedState, faults, close } = await open();
    await pull(page, region, address);
    const place = page.locator('audit-log-column-borders .place');
    await place.waitFor();
    const line = (await place.boundingBox())!;
    const last = (await head(page, address).boundingBox())!;
    expect(Math.abs(line.x + line.width / 2 - last.x - last.width)).toBeLessThan(8);
    await page.mouse.up();
    await expect.poll(() => heads(page)).toEqual([number, address, region]);
    await expect.poll(() => regionCell(page, 2)).toBe('WestEurope');
    expect(await place.count()).toBe(0);
    await pull(page, address, number);
    await page.mouse.up();
    await expect.poll(() => heads(page)).toEqual([address, number, region]);
    expect(await page.locator('.head [aria-sort=ascending]').allInnerTexts()).toEqual(['# ▴']);
    expect(await savedState()).toMatchObject({ columns: ['ip', 'seq', 'region'], order: 'file' });
    const saved = await savedState();
    expect(faults).toEqual([]);
    await close();
    const again = await open({ saved });
    expect(await heads(again.page)).toEqual([address, number, region]);
    await again.close();
  });

  it('stays where it is when Escape ends the drag or it is let go where it was, and sorts by a click', async () => {
    const { page, host, close } = await open();
    await pull(page, region, address);
    await page.locator('audit-log-column-borders .dragged').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('audit-log-column-borders .dragged').count()).toBe(0);
    await page.mouse.up();
    expect(await heads(page)).toEqual([region, number, address]);
    await pull(page, number, number);
    await page.mouse.up();
    expect(await heads(page)).toEqual([region, number, address]);
    expect(host.layout).toBe('');
    await head(page, number).getByRole('button').click();
    await expect.poll(() => heads(page)).toEqual([region, `${number} ▴`, address]);
    await close();
  });

  it('is moved by Shift and an arrow key on its head, which keeps the focus and says where it is', async () => {
    const { page, close } = await open();
    await head(page, region).getByRole('button').focus();
    const said = page.locator('audit-log-column-borders').getByRole('status').last();
    for (const [key, expected, words] of [
      ['Shift+ArrowRight', [number, region, address], 'Region: column 2 of 3'],
      ['Shift+ArrowRight', [number, address, region], 'Region: column 3 of 3'],
      ['Shift+ArrowRight', [number, address, region], 'Region: column 3 of 3'],
      ['Shift+ArrowLeft', [number, region, address], 'Region: column 2 of 3'],
      ['ArrowLeft', [number, region, address], 'Region: column 2 of 3'],
      ['Control+Shift+ArrowLeft', [number, region, address], 'Region: column 2 of 3'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => heads(page), { message: key }).toEqual(expected);
      await expect.poll(() => said.textContent()).toBe(words);
      await expect.poll(() => page.locator('.head button:focus').allInnerTexts()).toEqual([region]);
    }
    await close();
  });

  it('is moved by commands: the one that is named, else the one that was added, or whose head had the focus, last', async () => {
    const { page, host, close } = await open();
    await change(host, { does: 'move', field: 'ip', by: -1 });
    await expect.poll(() => heads(page)).toEqual([region, address, number]);
    await head(page, number).getByRole('button').focus();
    await page.getByRole('combobox', { name: 'Filter' }).focus();
    await change(host, { does: 'move', field: null, by: -1 });
    await expect.poll(() => heads(page)).toEqual([region, number, address]);
    await change(host, { does: 'move', field: null, by: -1 });
    await expect.poll(() => heads(page)).toEqual([number, region, address]);
    await change(host, { does: 'move', field: 'ip', by: 1 });
    await change(host, { does: 'move', field: 'resultType', by: 1 });
    await change(host, { does: 'add', field: 'operation' });
    await expect.poll(() => heads(page)).toEqual(['Operation', number, region, address]);
    await change(host, { does: 'move', field: null, by: 1 });
    await expect.poll(() => heads(page)).toEqual([number, 'Operation', region, address]);
    await close();
  });

  it('that suits the records is one that the user has chosen once it was moved', async () => {
    const host = new HostDouble(trail, trail.snapshot);
    const { page, savedState, close } = await openTimeline(browser, host, { width: 1400 });
    await page.locator('audit-log-column-borders').getByRole('separator').first().waitFor();
    await expect.poll(() => heads(page)).toEqual(['Called service', region]);
    await change(host, { does: 'move', field: null, by: -1 });
    expect(await savedState()).not.toHaveProperty('columns');
    await change(host, { does: 'move', field: null, by: 1 });
    await expect.poll(() => heads(page)).toEqual([region, 'Called service']);
    expect(await savedState()).toHaveProperty('columns');
    // It is still the column that was moved.
    await change(host, { does: 'move', field: null, by: -1 });
    await expect.poll(() => heads(page)).toEqual(['Called service', region]);
    await change(host, { does: 'reset' });
    await expect.poll(() => heads(page)).toEqual(['Called service', region]);
    await close();
  });

  it('that is dragged is seen in forced colours, and has no fault that axe finds', async () => {
    const { page, close } = await open();
    await pull(page, region, address);
    await page.locator('audit-log-column-borders .place').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const ground = await computedColour(page.locator('audit-log-view'), 'background-color');
    const line = page.locator('audit-log-column-borders .place');
    expect(isReportedFrom(await computedColour(line, 'border-left-color'), ground)).toBe(true);
    await close();
  });
});
