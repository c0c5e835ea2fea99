import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownViewport } from '../chosenTimes.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { failingEngine } from '../double/troubledEngines.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { RealLog } from '../realLog.ts';
import { chartSurface, drawnOn, rectanglesOn } from '../shownCharts.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const records = inventedLog(300);
const engine = await RealLog.open(records);
/** The span of its axis: 53 hours and 20 minutes, in buckets of ten minutes. */
const axis = '2020-11-02 06:00 – 2020-11-04 11:20 (UTC)';
/** Without the numbers by which gaps are known. */
const unnumbered = await RealLog.open(inventedLog(48).map((record) => ({ ...record, env_seqNum: null })));
/** So that a bucket is ten minutes. */
const size = { width: 1567 };
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const overview = (page: Page) => chartSurface(page, 'overview');
const name = (page: Page) => overview(page).getAttribute('aria-label');

/** What kinds of rectangles the strip is drawn with. */
async function fills(page: Page): Promise<readonly string[]> {
  const commands = await drawnOn(page, 'overview');
  return [...new Set(commands.flatMap((command) => (command.kind === 'rectangle' ? [command.fill] : [])))].toSorted();
}

describe('the strip of the whole log', () => {
  it('shows the window and sets it', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'time:2020-11-03' });
    const { page, close } = await openTimeline(browser, host, size);
    await expect.poll(() => name(page)).toContain('301 records');
    const { width } = (await overview(page).boundingBox())!;
    const pixel = (hours: number) => Math.round((width * hours) / (53 + 1 / 3));
    await expect.poll(() => rectanglesOn(page, 'overview', 'brush')).toMatchObject([{ x: pixel(18), width: pixel(18 + 24) - pixel(18) }]);
    await overview(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => shownViewport(host)).toBe('time:2020-11-02T06:00..2020-11-02T06:09');
    expect(host.state.query).toBe('time:2020-11-03');
    await close();
  });

  it('shows what matches before all records, and keeps the rest of the filter when it sets and clears the window', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    const failures = records.filter(({ resultType, env_time: time }) => resultType === 'Failure' && time !== 'yesterday').length;
    await expect.poll(() => name(page)).toBe(`Whole log: 301 records, ${axis}; ${failures} failures`);
    await expect.poll(() => fills(page)).toEqual(['clientError', 'failure', 'numbered', 'other', 'success']);
    await host.apply({ kind: 'filter', query: 'resultGroup:failure' });
    await expect.poll(() => name(page)).toBe(`Whole log: ${failures} records, ${axis}; ${failures} failures`);
    expect(await fills(page)).toEqual(['backdrop', 'failure', 'numbered']);
    await overview(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(() => shownViewport(host)).toBe('time:2020-11-04T11:10..2020-11-04T11:19');
    await expect.poll(async () => (await rectanglesOn(page, 'overview', 'brush')).length).toBe(1);
    expect(await name(page)).toContain(`: ${failures} records, ${axis}`);
    await page.keyboard.press('Escape');
    await expect.poll(() => shownViewport(host)).toBe('');
    expect(host.state.query).toBe('resultGroup:failure');
    await close();
  });

  it('has an axis in the zone of the settings, and says nothing of numbers where records have none', async () => {
    const host = new HostDouble(unnumbered, unnumbered.snapshot);
    host.settings = { ...host.settings, timeZone: 'local' };
    const { page, close } = await openTimeline(browser, host, size);
    await expect.poll(() => name(page)).toContain('49 records');
    await drawnInFull(page, host);
    const texts = (await drawnOn(page, 'overview')).flatMap((command) => (command.kind === 'text' ? [command.text] : []));
    // 06:00 UTC is 07:00 in Berlin, where this browser is.
    expect(texts.slice(0, 2)).toEqual(['2020-11-02', '07:30']);
    expect(await fills(page)).toEqual(['clientError', 'failure', 'success']);
    expect((await page.locator('audit-log-overview').boundingBox())!.height).toBeLessThanOrEqual(48);
    await close();
  });

  it('says why it is empty where the engine fails', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(failingEngine('out of breath'), engine.snapshot));
    await page.locator('audit-log-overview').getByRole('alert').getByText('The engine failed: out of breath').waitFor();
    expect(await name(page)).toBe('Whole log: no counts yet');
    await close();
  });
});
