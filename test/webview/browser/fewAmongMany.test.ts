import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ResultGroup, resultGroups } from '../../../src/core/record/results.ts';
import { groupName } from '../../../webview/base/symbols.ts';
import type { DrawCommand } from '../../../webview/chart/drawing.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { resultLog } from '../resultLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe('one failure among very many records', () => {
  it('is seen in the histogram, the overview, count bars and numbers, and a triangle is a failure', async () => {
    const crowded = await resultLog(20_000);
    const host = new HostDouble(crowded.session, crowded.last);
    const { page, close } = await openTimeline(browser, host);
    // The others lie far from the crowd.
    await page.getByRole('button', { name: 'Show all times' }).click();
    for (const part of ['timeline', 'overview']) {
      const heights = () =>
        page
          .locator(`audit-log-${part} audit-log-chart`)
          .evaluate((one) =>
            (one as unknown as { drawn: readonly DrawCommand[] }).drawn.flatMap((command) =>
              command.kind === 'rectangle' && command.fill === 'failure' ? [command.height] : [],
            ),
          );
      // Two days of failures alone, and the one in the crowd.
      await expect.poll(async () => (await heights()).length, { message: part }).toBe(3);
      expect(Math.min(...(await heights())), part).toBeGreaterThanOrEqual(2);
    }
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } });
    // The list keeps to its part of the screen, and draws no more rows than it shows.
    const rows = page.locator('audit-log-profile audit-log-records .rows .row');
    await expect.poll(() => rows.count()).toBeGreaterThan(5);
    expect(await rows.count()).toBeLessThan(60);
    const line = page.locator('audit-log-target-tree .count-line').first();
    await line.waitFor();
    for (const group of resultGroups) {
      expect((await line.locator(`.track .${group}`).boundingBox())!.width, group).toBeGreaterThanOrEqual(2);
    }
    const reported = (name: ResultGroup) => line.getByTitle(groupName(name), { exact: true }).innerText();
    expect([await reported('clientError'), await reported('failure')].map((text) => text.replace(/\D/g, ''))).toEqual(['6', '7']);
    // Nowhere on the page does a triangle stand for client errors as well.
    const beside = await page
      .locator('audit-log-profile svg.symbol.failure')
      .evaluateAll((all) => all.map((one) => Number((one.parentElement?.textContent ?? '').replace(/\D/g, ''))));
    expect(beside.length).toBeGreaterThan(5);
    expect(Math.max(...beside)).toBe(7);
    await close();
  });
});
