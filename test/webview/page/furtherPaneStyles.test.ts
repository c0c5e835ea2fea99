import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const parts = ['audit-log-facets', 'audit-log-overview', 'audit-log-timeline', 'audit-log-lanes', 'audit-log-records', 'audit-log-detail'];

function boxes(page: Page) {
  return Promise.all(
    parts.map(async (part) => {
      const { x, y, width, height } = (await page.locator(part).boundingBox())!;
      return { part, left: Math.round(x), top: Math.round(y), right: Math.round(x + width), bottom: Math.round(y + height) };
    }),
  );
}

function nameOf(pane: string): string {
  return pane === 'fieldsHeight'
    ? 'Height of the fields'
    : `${['fields', 'names', 'detail'].includes(pane) ? 'Width' : 'Height'} of the ${pane}`;
}

describe('the panes of the page', () => {
  it.each([
    [1400, 900],
    [1000, 700],
    [900, 560],
    [660, 900],
  ])('do not overlap, and each has room, in a window of %d by %d', async (width, height) => {
    const host = new HostDouble(engine, engine.snapshot);
    host.settings = { ...host.settings, lanes: true };
    const { page, close } = await openTimeline(browser, host, { width, height });
    await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
    await page.locator('audit-log-detail article').waitFor();
    await page.getByRole('button', { name: 'Add field…' }).click();
    await page.locator('audit-log-facet').first().waitFor();
    const shown = await boxes(page);
    for (const [index, one] of shown.entries()) {
      expect(one.right - one.left, one.part).toBeGreaterThanOrEqual(150);
      expect(one.bottom - one.top, one.part).toBeGreaterThanOrEqual(40);
      for (const other of shown.slice(index + 1)) {
        const apart = one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        expect(apart, `${one.part} and ${other.part}`).toBe(true);
      }
    }
    const borders = await page.locator('audit-log-pane-border').getByRole('separator').all();
    expect(await Promise.all(borders.map((border) => border.getAttribute('aria-label')))).toEqual(
      width > 760
        ? ['fields', 'overview', 'names', 'histogram', 'lanes', 'detail'].map(nameOf)
        : ['fieldsHeight', 'overview', 'names', 'histogram', 'lanes', 'list'].map(nameOf),
    );
    await close();
  });
});
