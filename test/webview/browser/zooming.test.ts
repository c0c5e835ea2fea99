import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Buckets } from '../../../src/core/timeline/buckets.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const count = 100_000;
const start = Date.UTC(2020, 10, 2);
/** From 0001-01-01 to 1970-01-01, in milliseconds. */
const epoch = 62_135_596_800_000n;

/** Milliseconds since `start` of each record: seven seconds apart, and a crowd of a thousand within one second. */
const times = Array.from({ length: count }, (_, index) => (index % 100 === 0 ? 350_000_000 + index / 100 : index * 7000));
const ticks = times
  .map((time) => (BigInt(start + time) + epoch) * 10_000n)
  .toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0));

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Shown {
  readonly from: bigint;
  readonly to: bigint;
  readonly width: bigint;
  readonly counts: readonly number[];
}

/** The buckets that the histogram shows. */
function shown(page: Page): Promise<Shown> {
  return page.locator('audit-log-timeline audit-log-chart').evaluate((chart) => {
    const { from, to, width, groups } = (chart as unknown as { buckets: Buckets }).buckets;
    const counts = groups.success.map((_, index) => Object.values(groups).reduce((sum, group) => sum + group[index]!, 0));
    return { from, to, width, counts };
  });
}

/** How many times are in each bucket, counted one by one. */
function counted({ from, width, counts }: Shown): readonly number[] {
  const found = counts.map(() => 0);
  for (const time of ticks) {
    const bucket = time < from ? -1 : Number((time - from) / width);
    if (bucket >= 0 && bucket < found.length) {
      found[bucket]!++;
    }
  }
  return found;
}

describe('100,000 records', () => {
  it('are counted right at every step of the wheel, from days to 100 ns and back', async () => {
    const log = await RealLog.open(
      times.map((time, index) => ({ ...inventedRecord(index % 50), env_time: new Date(start + time).toISOString(), env_seqNum: index })),
    );
    const host = new HostDouble(log, log.snapshot);
    const { page, faults, close } = await openTimeline(browser, host);
    await drawnInFull(page, host);
    const box = (await page.locator('audit-log-timeline audit-log-chart').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const widths: bigint[] = [];
    const turn = async (by: number): Promise<void> => {
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, by);
      await page.keyboard.up('Control');
      await drawnInFull(page, host);
      const now = await shown(page);
      expect(now.counts).toEqual(counted(now));
      widths.push(now.width);
    };
    while (widths.at(-1) !== 1n && widths.length < 60) {
      await turn(-400);
    }
    expect(widths.at(-1)).toBe(1n);
    expect(widths).toEqual(widths.toSorted((left, right) => (left < right ? 1 : left > right ? -1 : 0)));
    for (let step = 0; step < 12; step++) {
      await turn(900);
    }
    expect(widths.at(-1)).toBeGreaterThan(1_000_000n);
    expect(faults).toEqual([]);
    await close();
  });
});
