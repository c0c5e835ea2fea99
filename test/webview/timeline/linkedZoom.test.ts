import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZoomLink } from '../../../src/host/editor/zoomLink.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord, type Json } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A record on each day of a month. */
function month(name: string): readonly Json[] {
  return Array.from({ length: 28 }, (_, index) => ({
    ...inventedRecord(index),
    env_time: `${name}-${String(index + 1).padStart(2, '0')}T12:00:00Z`,
  }));
}

async function openTwo(first: readonly Json[], second: readonly Json[]) {
  const hosts: HostDouble[] = [];
  const link = new ZoomLink(
    () => hosts,
    () => undefined,
  );
  const pages: Page[] = [];
  const closes: (() => Promise<void>)[] = [];
  for (const records of [first, second]) {
    const engine = await RealLog.open(records);
    const host = new HostDouble(engine, engine.snapshot);
    host.zoomLink = link;
    hosts.push(host);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('.count b').waitFor();
    pages.push(page);
    closes.push(close);
  }
  const [left, right] = hosts as [HostDouble, HostDouble];
  const [leftPage, rightPage] = pages as [Page, Page];
  return { link, left, right, leftPage, rightPage, close: () => Promise.all(closes.map((close) => close())) };
}

const november = month('2020-11');
const zoomIn = (page: Page) => page.locator('audit-log-timeline').getByRole('button', { name: 'Zoom in' }).click();
/** What the axis of the histogram of a page says that it shows. */
const shown = (page: Page) =>
  page.locator('audit-log-timeline').evaluate((panel) => {
    const chart = panel.shadowRoot?.querySelector('audit-log-chart') as unknown as {
      readonly span: { readonly from: bigint; readonly to: bigint };
    };
    return [String(chart.span.from), String(chart.span.to)];
  });

describe('two timelines of one log', () => {
  it('move apart until their zooms are linked, then together, whichever is moved, and apart again', async () => {
    const { link, left, right, leftPage, rightPage, close } = await openTwo(november, november);
    const home = await shown(rightPage);
    await zoomIn(leftPage);
    await expect.poll(() => left.viewport).toBeDefined();
    expect([right.viewport, await shown(rightPage)]).toEqual([undefined, home]);
    expect(await rightPage.getByText('zoom linked').count()).toBe(0);

    link.link(left);
    await rightPage.getByText('zoom linked').waitFor();
    await leftPage.getByText('zoom linked').waitFor();
    await expect.poll(() => shown(rightPage)).toEqual(left.viewport);

    const together = await shown(leftPage);
    await zoomIn(rightPage);
    await expect.poll(() => shown(leftPage)).not.toEqual(together);
    await expect.poll(async () => JSON.stringify(await shown(leftPage)) === JSON.stringify(await shown(rightPage))).toBe(true);
    await rightPage.locator('audit-log-timeline .surface').focus();
    await rightPage.keyboard.press('ArrowRight');
    await expect.poll(async () => [left.viewport, await shown(leftPage)]).toEqual([right.viewport, await shown(rightPage)]);

    link.unlink();
    await leftPage.getByText('zoom linked').waitFor({ state: 'detached' });
    const before = await shown(leftPage);
    await zoomIn(rightPage);
    await expect.poll(() => shown(rightPage)).not.toEqual(before);
    expect(await shown(leftPage)).toEqual(before);
    await close();
  });

  it('follow each other to what the log opens on as well, and Go Back leads both back', async () => {
    const { link, left, right, leftPage, rightPage, close } = await openTwo(november, november);
    const home = await shown(leftPage);
    link.link(left);
    await zoomIn(leftPage);
    await expect.poll(() => shown(rightPage)).not.toEqual(home);
    await expect.poll(() => left.viewport).toBeDefined();
    await expect.poll(() => right.viewport).toEqual(left.viewport);
    await leftPage.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => left.viewport).toBeUndefined();
    await expect.poll(() => shown(rightPage)).toEqual(home);
    expect(await shown(leftPage)).toEqual(home);
    await close();
  });
});

describe('two timelines of two logs', () => {
  it('show the same times, also where one of them has no records, which it says', async () => {
    const { link, left, right, leftPage, rightPage, close } = await openTwo(november, month('2020-12'));
    link.link(left);
    const hint = rightPage.getByText('No records at these times: this log covers 2020-12-01');
    await hint.waitFor();
    expect(await leftPage.getByText('No records at these times').count()).toBe(0);
    await expect.poll(async () => JSON.stringify(await shown(rightPage)) === JSON.stringify(await shown(leftPage))).toBe(true);
    await rightPage.evaluate(axe.source);
    const { violations } = await rightPage.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
    expect(violations).toEqual([]);
    // What leads back is in the page that shows nothing, and then leads the other.
    await rightPage.locator('audit-log-timeline').getByRole('button', { name: 'Show the whole log' }).click();
    await hint.waitFor({ state: 'detached' });
    await leftPage.getByText('No records at these times: this log covers 2020-11-01').waitFor();
    expect(right.viewport).toBeUndefined();
    await close();
  });
});
