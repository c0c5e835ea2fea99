import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLog, type OpenedLog } from '../../engine/openLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { type ChartPart, chartSurface, rectanglesOn } from '../shownCharts.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

/**
 * A month with a record each hour; 17 numbers are missing within a second of it, single ones 20 and 40 seconds later, 300 at one
 * moment two weeks on. The chart has a pixel for about an hour.
 */
async function monthWithGaps(): Promise<OpenedLog> {
  let number = 0;
  let milliseconds = Date.UTC(2020, 10, 1);
  const lines: string[] = [];
  const write = (skipped: number, pause: number) => {
    number += skipped + 1;
    milliseconds += pause;
    lines.push(JSON.stringify({ ...inventedRecord(lines.length), env_time: new Date(milliseconds).toISOString(), env_seqNum: number }));
  };
  for (let hour = 0; hour < 720; hour++) {
    write(0, 3_600_000);
    if (hour === 200) {
      write(17, 1000);
      write(0, 20_000);
      write(1, 1000);
      write(0, 20_000);
      write(1, 1000);
    } else if (hour === 500) {
      write(300, 0);
    }
  }
  return openLog(lines.join('\n'));
}

let browser: Browser;
let log: OpenedLog;
beforeAll(async () => {
  browser = await startBrowser();
  log = await monthWithGaps();
});
afterAll(() => browser.close());

const marks = (page: Page, part: ChartPart) => rectanglesOn(page, part, part === 'timeline' ? 'gapCap' : 'missing');
const chart = (page: Page) => chartSurface(page, 'timeline');

describe('gaps that are narrower than a pixel', () => {
  it.each([1400, 660])('are marked on both axes of a page %d pixels wide, the larger the higher', async (width) => {
    const { page, faults, close } = await openTimeline(browser, new HostDouble(log.session, log.last), { width });
    for (const part of ['timeline', 'overview'] as const) {
      await expect.poll(async () => (await marks(page, part)).length, { message: part }).toBe(2);
      const [few, many] = await marks(page, part);
      expect(Math.min(few!.width, many!.width)).toBeGreaterThanOrEqual(3);
      expect(few!.height).toBeGreaterThanOrEqual(3);
      expect(many!.height).toBeGreaterThan(few!.height);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('are told together where the pointer meets them, and a click takes them apart', async () => {
    for (const part of ['timeline', 'overview'] as const) {
      const host = new HostDouble(log.session, log.last);
      const { page, close } = await openTimeline(browser, host);
      await expect.poll(async () => (await marks(page, part)).length, { message: part }).toBe(2);
      const [few] = await marks(page, part);
      const box = (await chartSurface(page, part).boundingBox())!;
      await page.mouse.move(box.x + few!.x + few!.width / 2, box.y + 25);
      await page.getByText('3 gaps: 19 numbers not in this file').first().waitFor();
      await page.mouse.down();
      await page.mouse.up();
      await expect.poll(async () => (await marks(page, 'timeline')).length).toBe(3);
      expect(host.state.selected).toEqual({ source: 0, index: 205 });
      await close();
    }
  });

  it('are reached by keys, spoken, and opened', async () => {
    const host = new HostDouble(log.session, log.last);
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(async () => (await marks(page, 'timeline')).length).toBe(2);
    await chart(page).focus();
    await page.keyboard.press('g');
    await page.getByRole('status').filter({ hasText: '3 gaps: 19 numbers not in this file' }).waitFor({ state: 'attached' });
    await page.keyboard.press('g');
    await page.getByRole('status').filter({ hasText: '300 numbers not in this file' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.selected).toEqual({ source: 0, index: 506 });
    await close();
  });

  it('are seen on the page of coverage', async () => {
    const host = new HostDouble(log.session, log.last);
    await host.apply({ kind: 'open', page: { kind: 'coverage' } });
    for (const width of [1400, 660]) {
      const { page, close } = await openTimeline(browser, host, { width });
      const bar = page.locator('audit-log-coverage .track').first();
      await expect.poll(() => bar.locator('.gapStretch').count()).toBeGreaterThanOrEqual(2);
      const outer = (await bar.boundingBox())!;
      for (const gapStretch of await bar.locator('.gapStretch').all()) {
        const inner = (await gapStretch.boundingBox())!;
        expect(inner.width).toBeGreaterThanOrEqual(3);
        expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
      }
      await close();
    }
  });
});
