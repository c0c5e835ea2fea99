import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
import { resultGroups } from '../../../src/core/record/results.ts';
import { openLog, type OpenedLog } from '../../engine/openLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { resultLog } from '../resultLog.ts';
import { rectanglesOn } from '../shownCharts.ts';
import { computedColour, isReportedFrom, shownColour, shownIn } from '../shownColours.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

let browser: Browser;
let log: OpenedLog;
beforeAll(async () => {
  browser = await startBrowser();
  log = await resultLog();
});
afterAll(() => browser.close());

/** Opens a page while the system forces its colours, which a light and a dark theme do not agree with. */
async function withForcedColours(
  colorScheme: 'dark' | 'light',
  opened: OpenedLog,
  intents: readonly Intent[],
  check: (page: Page, ground: Awaited<ReturnType<typeof computedColour>>) => Promise<void>,
): Promise<void> {
  const host = new HostDouble(opened.session, opened.last);
  for (const intent of intents) {
    await host.apply(intent);
  }
  const { page, close } = await openTimeline(browser, host, { theme: colorScheme === 'dark' ? 'light' : 'dark' });
  await page.emulateMedia({ forcedColors: 'active', colorScheme });
  await page.locator('.count b').waitFor();
  const ground = await computedColour(page.locator('audit-log-view'), 'background-color');
  await check(page, ground);
  await close();
}

/** Thirty of its sixty numbers are missing, and every fifth record is a failure. */
function gapLog(): Promise<OpenedLog> {
  const records = Array.from({ length: 60 }, (_, index) => ({
    ...inventedRecord(index),
    resultType: index % 5 === 0 ? 'Failure' : 'Success',
  })).filter((_, index) => index < 20 || index >= 50);
  return openLog(records.map((record) => JSON.stringify(record)).join('\n'));
}

describe.each(['dark', 'light'] as const)('where the system forces %s colours', (scheme) => {
  it('count bars and their patterns are seen', async () => {
    const caller: Intent = { kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } };
    await withForcedColours(scheme, log, [caller], async (page, ground) => {
      const track = page.locator('audit-log-target-tree .track').first();
      await track.waitFor();
      expect(isReportedFrom(await computedColour(track, 'border-top-color'), ground)).toBe(true);
      for (const group of resultGroups) {
        // A pattern leaves out less than half.
        const colours = await Promise.all([0.15, 0.3, 0.45, 0.6, 0.75].map((share) => shownIn(track.locator(`.${group}`), share)));
        expect(colours.filter((colour) => isReportedFrom(colour, ground)).length, group).toBeGreaterThanOrEqual(3);
      }
    });
  });

  it('bars of charts and all symbols are seen', async () => {
    await withForcedColours(scheme, log, [], async (page, ground) => {
      for (const group of resultGroups) {
        const symbol = page.locator(`audit-log-timeline .legend svg.symbol.${group}`);
        await symbol.waitFor();
        expect(isReportedFrom(await computedColour(symbol, 'color'), ground), group).toBe(true);
      }
      expect(isReportedFrom(await shownIn(page.locator('audit-log-timeline .legend svg.symbol.success')), ground)).toBe(true);
      const bar = await page.locator('audit-log-timeline audit-log-chart').evaluate((one) => {
        const { drawn } = one as unknown as {
          drawn: readonly { readonly kind: string; readonly fill: string; readonly x: number; readonly y: number }[];
        };
        const { left, top } = one.getBoundingClientRect();
        const found = drawn.find(({ kind, fill }) => kind === 'rectangle' && fill === 'success')!;
        return { x: left + found.x + 1, y: top + found.y + 3 };
      });
      expect(isReportedFrom(await shownColour(page, bar.x, bar.y), ground)).toBe(true);
    });
  });

  it('what is selected is seen: a row, with the symbol in it, and a result of the legend', async () => {
    await withForcedColours(scheme, log, [{ kind: 'filter', query: 'resultGroup:failure' }], async (page, ground) => {
      const row = page.locator('audit-log-records .rows .row').nth(1);
      await row.click();
      const selected = page.locator('audit-log-records .row[aria-selected="true"]');
      await selected.waitFor();
      const chosen = await shownIn(selected, 0.99, 0.5);
      expect(isReportedFrom(chosen, ground)).toBe(true);
      expect(isReportedFrom(await shownIn(selected.locator('svg.symbol.failure'), 0.5, 0.7), chosen)).toBe(true);
      expect(isReportedFrom(await computedColour(selected, 'color'), chosen)).toBe(true);
      const pressed = page.locator('audit-log-timeline .group[aria-pressed="true"]');
      expect(isReportedFrom(await shownIn(pressed, 0.5, 0.06), ground)).toBe(true);
    });
  });

  it('failures and gaps are seen in the strips below the bars', async () => {
    await withForcedColours(scheme, await gapLog(), [], async (page, ground) => {
      for (const [part, fill] of [
        ['timeline', 'failureShare'],
        ['overview', 'missing'],
      ] as const) {
        await expect.poll(async () => (await rectanglesOn(page, part, fill)).length, { message: part }).toBeGreaterThan(0);
        const [mark] = await rectanglesOn(page, part, fill);
        const box = (await page.locator(`audit-log-${part} audit-log-chart`).boundingBox())!;
        expect(isReportedFrom(await shownColour(page, box.x + mark!.x + 1, box.y + mark!.y + 1), ground), part).toBe(true);
      }
    });
  });

  it('what is in the file and what is not is seen on the page of coverage', async () => {
    await withForcedColours(scheme, await gapLog(), [{ kind: 'open', page: { kind: 'coverage' } }], async (page, ground) => {
      const track = page.locator('audit-log-coverage .track').first();
      const gap = track.locator('.gapStretch').first();
      await gap.waitFor();
      expect(isReportedFrom(await shownIn(track.locator('.written'), 0.02), ground)).toBe(true);
      const gapStretches = await Promise.all([0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6].map((share) => shownIn(gap, share)));
      expect(gapStretches.some((colour) => !isReportedFrom(colour, ground))).toBe(true);
    });
  });

  it('the chosen completion of the filter is seen', async () => {
    await withForcedColours(scheme, log, [], async (page, ground) => {
      await page.getByRole('combobox', { name: 'Filter' }).pressSequentially('re');
      await page.locator('audit-log-filter').getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      const chosen = page.locator('audit-log-filter').getByRole('option', { selected: true });
      await chosen.waitFor();
      expect(isReportedFrom(await shownIn(chosen, 0.999, 0.5), ground)).toBe(true);
    });
  });
});
