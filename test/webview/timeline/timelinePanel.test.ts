import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosenRange, shownViewport } from '../chosenTimes.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { failingEngine } from '../double/troubledEngines.ts';
import { RealLog } from '../realLog.ts';
import { chartSurface, rectanglesOn } from '../shownCharts.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
/** So that a bucket is half an hour. */
const size = { width: 1022 };
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe('the panel of the histogram', () => {
  it('has its numbers as a table too, whose rows choose a stretch', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    await page.getByRole('button', { name: 'Show as table' }).click();
    const table = page.getByRole('table');
    await expect.poll(() => table.getByRole('row').count()).toBeGreaterThan(10);
    const counts = await table.locator('tbody td:last-child').allTextContents();
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(301);
    const region = page.getByRole('region', { name: 'Records over time' });
    // Older browsers let the keyboard into a part that scrolls only if it says so.
    expect(await region.getAttribute('tabindex')).toBe('0');
    await region.focus();
    await page.keyboard.press('End');
    await expect.poll(() => region.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    await table.getByRole('button').first().click();
    await expect.poll(() => chosenRange(host)).toMatch(/^time:2020-11-02T06/);
    await page.getByRole('button', { name: 'Show as table', pressed: true }).click();
    await chartSurface(page, 'timeline').waitFor();
    expect(await region.count()).toBe(0);
    await close();
  });

  it('has a legend that filters', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    await page.getByRole('button', { name: /^failure/ }).click();
    await expect.poll(() => host.state.query).toBe('resultGroup:failure');
    await page.getByRole('button', { name: /^client error/ }).click();
    await expect.poll(() => host.state.query).toBe('resultGroup:(failure, clientError)');
    await page.getByRole('button', { name: /^failure/, pressed: true }).click();
    await page.getByRole('button', { name: /^client error/, pressed: true }).click();
    await expect.poll(() => host.state.query).toBe('');
    await close();
  });

  it('tells how wide its buckets are and how many records have no place in them, and zooms by its buttons', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    const panel = page.locator('audit-log-timeline');
    await panel.getByRole('heading', { name: 'Records per 30 minutes' }).waitFor();
    expect(await panel.locator('p.muted').allTextContents()).toEqual(['1 without a valid time: only in the list']);
    await host.apply({ kind: 'filter', query: 'resultGroup:success time:2020-11-02T08:00..2020-11-02T11:59' });
    await panel.getByRole('heading', { name: 'Records per 2 minutes' }).waitFor();
    // Around the middle, at 10:00.
    await panel.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => shownViewport(host)).toBe('time:2020-11-02T09:00..2020-11-02T10:59');
    expect(host.state.query).toBe('resultGroup:success time:2020-11-02T08:00..2020-11-02T11:59');
    await panel.getByRole('button', { name: 'Zoom out' }).click();
    await expect.poll(() => shownViewport(host)).toBe('time:2020-11-02T08:00..2020-11-02T11:59');
    // Around the selected record, which keeps its place: it was written 5598.0006286 s after 08:00.
    await host.apply({ kind: 'select', ref: { source: 0, index: 20 } });
    await panel.locator('.moment').waitFor();
    await panel.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => shownViewport(host)).toBe('time:2020-11-02T08:46:39.0003143..2020-11-02T10:46:39.0003142');
    await panel.getByRole('button', { name: 'Show the whole log' }).click();
    await expect.poll(() => shownViewport(host)).toBe('');
    expect(host.state.query).toBe('resultGroup:success');
    await close();
  });

  it('tells of records without a time only where the list has them', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    const note = page.locator('audit-log-timeline').getByText('without a valid time');
    await note.waitFor();
    await host.apply({ kind: 'range', range: ['637398936000000000', '637398954000000000'] });
    await expect.poll(() => note.count()).toBe(0);
    await host.apply({ kind: 'range', range: null });
    await note.waitFor();
    await host.apply({ kind: 'filter', query: 'time:2020-11-02T08:00..2020-11-02T11:59' });
    await expect.poll(() => note.count()).toBe(0);
    await close();
  });

  it('marks the stretch of the records around one, and says it, until the way back', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    await chartSurface(page, 'timeline')
      .and(page.getByRole('application', { name: /records/ }))
      .waitFor();
    const band = () => rectanglesOn(page, 'timeline', 'brush');
    expect(await band()).toEqual([]);
    await host.apply({ kind: 'filter', query: 'record:20..40', range: null });
    await expect.poll(async () => (await band()).length).toBe(1);
    const { x, width } = (await band())[0]!;
    const whole = (await chartSurface(page, 'timeline').boundingBox())!;
    expect([x > 0, width > 1, x + width < whole.width]).toEqual([true, true, true]);
    const bars = (await rectanglesOn(page, 'timeline', 'success')).map((bar) => [bar.x >= x - 1, bar.x + bar.width <= x + width + 1]);
    expect([bars.length > 0, bars.flat().every(Boolean)]).toEqual([true, true]);
    await page.getByRole('application', { name: /^Records over time.*listed: 2020-11-02/ }).waitFor();
    await host.apply({ kind: 'back' });
    await expect.poll(band).toEqual([]);
    await close();
  });

  it('is moved by commands, and its chosen stretch is a chip that goes away', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'resultGroup:success' });
    const { page, close } = await openTimeline(browser, host, size);
    await page.locator('audit-log-timeline').getByRole('heading', { name: 'Records per 30 minutes' }).waitFor();
    await host.report({ kind: 'move', act: 'zoomIn' });
    await expect.poll(() => shownViewport(host)).toMatch(/^time:2020-11-02T19/);
    const zoomed = shownViewport(host);
    await host.report({ kind: 'move', act: 'panLater' });
    await expect.poll(() => shownViewport(host)).toMatch(/^time:2020-11-03T0/);
    await host.report({ kind: 'move', act: 'panEarlier' });
    await expect.poll(() => shownViewport(host)).toBe(zoomed);
    await host.apply({ kind: 'range', range: ['637399584000000000', '637400448000000000'] });
    const chip = page.getByRole('group', { name: 'Stretch of time' });
    expect(await chip.innerText()).toContain('2020-11-03 00:00 – ');
    const shown = await page.locator('.count b').innerText();
    await chip.getByRole('button', { name: 'Show all times' }).click();
    await expect.poll(() => chosenRange(host)).toBe('');
    await expect.poll(() => page.locator('.count b').innerText()).not.toBe(shown);
    expect(host.state.query).toBe('resultGroup:success');
    await close();
  });

  it('says why it shows nothing where the engine fails', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(failingEngine('out of breath'), engine.snapshot));
    const panel = page.locator('audit-log-timeline');
    await panel.getByRole('alert').getByText('The engine failed: out of breath').waitFor();
    await panel.getByRole('heading', { name: 'Records over time' }).waitFor();
    expect(await panel.locator('.group').count()).toBe(0);
    await close();
  });

  it.each([
    [1400, 900],
    [1000, 560],
    [600, 900],
    [320, 700],
  ])('keeps its chart in its place while a stretch is chosen in a window of %d by %d', async (width, height) => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, { width, height });
    const panel = page.locator('audit-log-timeline');
    const legend = panel.locator('.legend');
    const place = async () => {
      const outer = (await panel.boundingBox())!;
      const inner = (await panel.locator('audit-log-chart').boundingBox())!;
      const { height: high } = (await legend.boundingBox())!;
      return [inner.x - outer.x, inner.y - outer.y, inner.height, high];
    };
    await panel.getByRole('heading', { name: /^Records per / }).waitFor();
    await panel.getByText('1 without a valid time: only in the list').waitFor();
    expect(await panel.locator('.group').count()).toBe(4);
    expect(await legend.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
    const before = await place();
    await host.apply({ kind: 'range', range: ['637398936000000000', '637398954000000000'] });
    await expect.poll(() => panel.locator('.group').count()).toBeLessThan(4);
    expect(await place()).toEqual(before);
    await close();
  });

  it('shows its buttons whole in a small window', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), { width: 1000, height: 560 });
    const button = (await page.getByRole('button', { name: 'Zoom in' }).boundingBox())!;
    const panel = (await page.locator('audit-log-timeline').boundingBox())!;
    const list = (await page.locator('audit-log-records').boundingBox())!;
    expect(button.y + button.height).toBeLessThanOrEqual(panel.y + panel.height);
    expect(panel.y + panel.height).toBeLessThanOrEqual(list.y);
    await close();
  });
});

describe('times', () => {
  it.each([
    // 06:00 UTC is 07:00 in Berlin, where this browser is.
    { zone: 'local', name: 'local time', first: '11-02 07:', span: '2020-11-02 07:00 – 2020-11-04 12:30 (local time)' },
    { zone: 'Asia/Kolkata', name: 'Asia/Kolkata', first: '11-02 11:', span: '2020-11-02 11:30 – 2020-11-04 17:00 (Asia/Kolkata)' },
  ])('are shown in the zone of the settings: $zone', async ({ zone, name, first, span }) => {
    const host = new HostDouble(engine, engine.snapshot);
    host.settings = { ...host.settings, timeZone: zone };
    const { page, close } = await openTimeline(browser, host, size);
    await expect.poll(() => page.locator('#row-0').textContent()).toContain(first);
    expect(await page.getByRole('columnheader', { name: `Time (${name})` }).count()).toBe(1);
    await expect.poll(() => chartSurface(page, 'timeline').getAttribute('aria-label')).toContain(span);
    await close();
  });
});
