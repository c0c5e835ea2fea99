import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ViewSettings } from '../../../src/protocol/viewMessages.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const log = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Chart {
  settings: ViewSettings;
  readonly updateComplete: Promise<boolean>;
  readonly drawn: readonly unknown[];
}

/** The pixels of a chart, and those of the same chart once it has drawn everything anew. */
function pixels(chart: Locator): Promise<readonly [shown: string, anew: string]> {
  return chart.evaluate(async (element) => {
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    const one = element as unknown as Chart;
    const shown = canvas.toDataURL();
    one.settings = { ...one.settings };
    await one.updateComplete;
    return [shown, canvas.toDataURL()] as const;
  });
}

describe('the overview', () => {
  it('shows the same as if it were drawn anew, wherever its window is and in each theme', async () => {
    const host = new HostDouble(log, log.snapshot);
    const { page, setTheme, close } = await openTimeline(browser, host);
    await host.apply({ kind: 'filter', query: 'resultGroup:success' });
    await drawnInFull(page, host);
    const overview = page.locator('audit-log-chart[overview]');
    const seen = new Set<string>();
    for (const theme of ['dark', 'light', 'highContrast'] as const) {
      await setTheme(theme);
      for (const key of ['+', '+', 'd', '-']) {
        await page.locator('audit-log-timeline .surface').press(key);
        await drawnInFull(page, host);
        const [shown, anew] = await pixels(overview);
        expect(shown, `${theme} ${key}`).toBe(anew);
        seen.add(shown);
      }
    }
    expect(seen.size, 'pictures that differ').toBeGreaterThan(9);
    await close();
  });

  it('draws its bars once while its window moves', async () => {
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await drawnInFull(page, host);
    const overview = page.locator('audit-log-chart[overview]');
    const rectangles = (): Promise<number> =>
      overview.evaluate((element) => {
        const canvas = element.shadowRoot!.querySelector('canvas')!;
        const context = canvas.getContext('2d')! as CanvasRenderingContext2D & { rectangles?: number };
        const { rectangles: before = 0 } = context;
        context.rectangles = 0;
        context.fillRect = function (...given) {
          this.rectangles! += 1;
          CanvasRenderingContext2D.prototype.fillRect.apply(this, given);
        };
        return before;
      });
    await rectangles();
    await page.locator('audit-log-timeline .surface').press('+');
    await drawnInFull(page, host);
    expect(await overview.evaluate((element) => (element as unknown as Chart).drawn.length)).toBeGreaterThan(20);
    expect(await rectangles(), 'the ground of the window').toBeLessThan(4);
    await close();
  });
});
