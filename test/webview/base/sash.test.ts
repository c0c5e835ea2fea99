import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser, type PageOptions } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const sash = (page: Page, name: string): Locator => page.getByRole('separator', { name });

async function sizeOf(page: Page, pane: string): Promise<number> {
  const box = await page.locator(pane).boundingBox();
  return Math.round(pane === 'audit-log-detail' ? box!.width : box!.height);
}

async function open(options: PageOptions = {}) {
  const host = new HostDouble(engine, engine.snapshot);
  host.settings = { ...host.settings, lanes: true };
  const opened = await openTimeline(browser, host, { width: 1400, height: 900, ...options });
  await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
  await opened.page.locator('audit-log-detail article').waitFor();
  return { ...opened, host };
}

/** Drags a sash by so many pixels. */
async function drag(page: Page, name: string, x: number, y: number): Promise<void> {
  const box = (await sash(page, name).boundingBox())!;
  // Where no other border crosses it.
  const [left, top] = [box.x + box.width / 3, box.y + box.height / 3];
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.mouse.move(left + x / 2, top + y / 2);
  await page.mouse.move(left + x, top + y);
  await page.mouse.up();
}

describe('a border of a pane', () => {
  it('is dragged, and gives the pane its first size again by a double click', async () => {
    const { page, faults, close } = await open();
    const width = await sizeOf(page, 'audit-log-detail');
    await drag(page, 'Width of the detail', -80, 0);
    await expect.poll(() => sizeOf(page, 'audit-log-detail')).toBe(width + 80);
    await sash(page, 'Width of the detail').dblclick();
    await expect.poll(() => sizeOf(page, 'audit-log-detail')).toBe(width);
    const height = await sizeOf(page, 'audit-log-lanes');
    await drag(page, 'Height of the lanes', 0, 60);
    await expect.poll(() => sizeOf(page, 'audit-log-lanes')).toBe(height + 60);
    expect(faults).toEqual([]);
    await close();
  });

  it('is moved by arrow keys, and says where it is', async () => {
    const { page, close } = await open();
    const line = sash(page, 'Width of the detail');
    const width = await sizeOf(page, 'audit-log-detail');
    await expect.poll(() => line.getAttribute('aria-valuenow')).toBe(String(Math.round((100 * width) / 1400)));
    await line.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => sizeOf(page, 'audit-log-detail')).toBe(width + 16);
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => sizeOf(page, 'audit-log-detail')).toBe(width + 112);
    await expect.poll(() => line.getAttribute('aria-valuenow')).toBe(String(Math.round((100 * (width + 112)) / 1400)));
    await page.keyboard.press('Enter');
    await expect.poll(() => sizeOf(page, 'audit-log-detail')).toBe(width);
    await close();
  });

  it('is there for every pane where they are one below the other, by mouse and by key', async () => {
    const { page, faults, close } = await open({ width: 660 });
    await page.getByRole('button', { name: 'Add field…' }).click();
    await page.locator('audit-log-facet').first().waitFor();
    for (const [name, pane] of [
      ['Height of the fields', 'audit-log-facets'],
      ['Height of the overview', 'audit-log-overview'],
      ['Height of the histogram', 'audit-log-timeline'],
      ['Height of the lanes', 'audit-log-lanes'],
      ['Height of the list', 'audit-log-records'],
    ] as const) {
      await sash(page, name).scrollIntoViewIfNeeded();
      const height = await sizeOf(page, pane);
      await drag(page, name, 0, 40);
      await expect.poll(() => sizeOf(page, pane), { message: name }).toBe(height + 40);
      await sash(page, name).focus();
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => sizeOf(page, pane), { message: name }).toBe(height + 24);
      await sash(page, name).dblclick();
      await expect.poll(() => sizeOf(page, pane), { message: name }).toBe(height);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('of the overview leaves room for what is below it, and for its own axis', async () => {
    const { page, close } = await open();
    await drag(page, 'Height of the overview', 0, -300);
    const chart = 'audit-log-overview audit-log-chart';
    await expect.poll(() => sizeOf(page, chart)).toBe(40);
    await drag(page, 'Height of the overview', 0, 700);
    await expect.poll(() => sizeOf(page, chart)).toBeGreaterThan(200);
    expect(await sizeOf(page, chart)).toBeLessThanOrEqual(270);
    expect(await sizeOf(page, 'audit-log-timeline')).toBeGreaterThan(150);
    await close();
  });

  it('keeps both sides usable, and keeps its place when the window is reloaded', async () => {
    const { page, savedState, close } = await open();
    await drag(page, 'Width of the detail', 1000, 0);
    await expect.poll(() => sizeOf(page, 'audit-log-detail')).toBe(110);
    await drag(page, 'Width of the detail', -1300, 0);
    await expect.poll(() => sizeOf(page, 'audit-log-detail')).toBe(980);
    const saved = await savedState();
    await close();
    const again = await open({ saved });
    expect(await sizeOf(again.page, 'audit-log-detail')).toBe(980);
    await again.close();
  });

  it('of the names moves all time axes alike', async () => {
    const { page, close } = await open();
    const lefts = async () => {
      const places = ['audit-log-overview canvas', 'audit-log-timeline canvas', 'audit-log-lanes canvas'];
      const boxes = await Promise.all(places.map((place) => page.locator(place).first().boundingBox()));
      return boxes.map((box) => [box!.x, box!.x + box!.width]);
    };
    const isAligned = async (): Promise<boolean> => new Set((await lefts()).map((box) => box.join())).size === 1;
    await expect.poll(isAligned).toBe(true);
    const [before] = await lefts();
    await drag(page, 'Width of the names', 70, 0);
    await expect.poll(async () => (await lefts())[0]![0]).toBe(before![0]! + 70);
    await expect.poll(isAligned).toBe(true);
    await close();
  });
});
