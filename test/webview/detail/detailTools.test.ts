import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from '../axeFaults.ts';
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

async function open(options: PageOptions = {}, layout = '') {
  const host = new HostDouble(engine, engine.snapshot);
  host.settings = { ...host.settings, lanes: true };
  host.layout = layout;
  await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
  const opened = await openTimeline(browser, host, options);
  await opened.page.locator('audit-log-detail article').waitFor();
  return { ...opened, host };
}

const boxOf = async (page: Page, part: string) => (await page.locator(part).boundingBox())!;

async function sideOf(page: Page): Promise<'right' | 'below' | 'neither'> {
  const [list, detail] = [await boxOf(page, 'audit-log-records'), await boxOf(page, 'audit-log-detail')];
  const isRight = detail.x >= list.x + list.width;
  return isRight ? 'right' : detail.y >= list.y + list.height ? 'below' : 'neither';
}

const button = (page: Page, name: string) => page.locator('audit-log-detail').getByRole('button', { name, exact: true });

describe('the detail', () => {
  it('moves to the other side of the list by its button, and stays there when the log is opened again', async () => {
    const { page, host, faults, close } = await open();
    expect(await sideOf(page)).toBe('right');
    await button(page, 'Show below the list').click();
    await expect.poll(() => sideOf(page)).toBe('below');
    // The keyboard stays on the button, which now leads back.
    expect(await button(page, 'Show right of the list').evaluate((one) => one.matches(':focus'))).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
    const again = await open({}, host.layout);
    await expect.poll(() => sideOf(again.page)).toBe('below');
    await button(again.page, 'Show right of the list').click();
    await expect.poll(() => sideOf(again.page)).toBe('right');
    await again.close();
  });

  it('moves by a command, to the side that it names or to the other one', async () => {
    const { page, host, close } = await open();
    for (const [side, expected] of [
      [null, 'below'],
      ['below', 'below'],
      [null, 'right'],
      ['right', 'right'],
    ] as const) {
      await host.report({ kind: 'act', act: { act: 'detailSide', side } });
      await expect.poll(() => sideOf(page)).toBe(expected);
    }
    await close();
  });

  it.each([
    [1400, 900],
    [1400, 680],
    [760, 900],
  ])('below the list leaves room for the list and for itself in a window of %d by %d', async (width, height) => {
    const { page, close } = await open({ width, height }, '{"detailSide":"below"}');
    await expect.poll(() => sideOf(page)).toBe('below');
    expect((await boxOf(page, 'audit-log-records')).height).toBeGreaterThanOrEqual(66);
    expect((await boxOf(page, 'audit-log-detail')).height).toBeGreaterThanOrEqual(110);
    await close();
  });

  it('below the list does not take the place of the record that was clicked', async () => {
    const { page, host, close } = await open({}, '{"detailSide":"below"}');
    await host.apply({ kind: 'select', ref: null });
    await expect.poll(() => page.locator('audit-log-detail').count()).toBe(0);
    const list = await boxOf(page, 'audit-log-records');
    await page.mouse.click(list.x + 300, list.y + list.height - 30);
    await expect.poll(() => sideOf(page)).toBe('below');
    const isShown = async () => {
      const [row, now] = [await boxOf(page, '[id^=row-][aria-selected=true]'), await boxOf(page, 'audit-log-records')];
      return row.y >= now.y && row.y + row.height <= now.y + now.height;
    };
    await expect.poll(isShown).toBe(true);
    expect((await boxOf(page, 'audit-log-records')).height).toBeLessThan(list.height);
    await close();
  });

  it('is below the list of a narrow window unless it was moved right, where there is room', async () => {
    const { page, close } = await open({ width: 660 });
    expect(await sideOf(page)).toBe('below');
    await button(page, 'Show right of the list').click();
    await expect.poll(() => sideOf(page)).toBe('right');
    // It stays in sight while the page scrolls.
    await page.mouse.move(100, 300);
    await page.mouse.wheel(0, 2000);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await expect.poll(async () => (await boxOf(page, 'audit-log-detail')).y).toBe(0);
    await page.setViewportSize({ width: 500, height: 900 });
    await page.getByText('The window is too narrow to show the record right of the list.').waitFor();
    expect(await sideOf(page)).toBe('below');
    await page.setViewportSize({ width: 1400, height: 600 });
    await expect.poll(() => sideOf(page)).toBe('right');
    await button(page, 'Show below the list').click();
    await page.getByText('The window is too low to show the record below the list.').waitFor();
    expect(await sideOf(page)).toBe('right');
    await page.setViewportSize({ width: 1400, height: 900 });
    await expect.poll(() => sideOf(page)).toBe('below');
    await close();
  });

  it.each([
    ['right', 1400, 'Width of the detail', 'ArrowLeft'],
    ['below', 1400, 'Height of the detail', 'ArrowUp'],
    ['right', 660, 'Width of the detail', 'ArrowLeft'],
  ] as const)('%s of the list is resized by its border in a window of %d pixels', async (side, width, name, key) => {
    const { page, close } = await open({ width }, JSON.stringify({ detailSide: side }));
    await expect.poll(() => sideOf(page)).toBe(side);
    const border = page.getByRole('separator', { name });
    const size = async () => Math.round((await boxOf(page, 'audit-log-detail'))[side === 'right' ? 'width' : 'height']);
    const first = await size();
    await border.focus();
    await page.keyboard.press(key);
    await expect.poll(size).toBe(first + 16);
    const box = (await border.boundingBox())!;
    const [x, y] = side === 'right' ? [box.x + 3, box.y + 200] : [box.x + 300, box.y + 3];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (side === 'right' ? -20 : 0), y + (side === 'right' ? 0 : -20));
    await page.mouse.up();
    await expect.poll(size).toBe(first + 36);
    await border.dblclick();
    await expect.poll(size).toBe(first);
    await close();
  });
});
