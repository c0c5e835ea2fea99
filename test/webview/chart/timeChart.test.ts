import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RealLog } from '../realLog.ts';
import { chosenRange, shownViewport } from '../chosenTimes.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { type ChartPart, chartSurface, drawnOn, rectanglesOn } from '../shownCharts.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
/** So that a bucket is half an hour. */
const size = { width: 1022 };
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const chart = (page: Page) => chartSurface(page, 'timeline');
const drawn = (page: Page) => drawnOn(page, 'timeline');
const tip = (page: Page, part: ChartPart) => page.locator(`audit-log-${part} .tip`);
const moment = (page: Page, part: ChartPart) => page.locator(`audit-log-${part} .moment`);
/** What the main chart tells a screen reader of the keyboard's place. */
const spoken = (page: Page) => page.locator('audit-log-timeline audit-log-chart [role=status]');

/** The colours with which the main chart is painted, from the calls on its context. */
function paintedColours(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { colours: readonly string[] }).colours);
}

describe('the chart', () => {
  it('tells its numbers to a screen reader and draws them', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), size);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    const commands = await drawn(page);
    const fills = new Set(commands.flatMap((command) => (command.kind === 'rectangle' ? [command.fill] : [])));
    expect([...fills].toSorted()).toEqual(['clientError', 'failure', 'failureShare', 'other', 'success']);
    await close();
  });

  it('is brushed by keys alone', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    await chart(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(async () => (await drawn(page)).some((command) => command.kind === 'rectangle' && command.fill === 'brush'))
      .toBe(true);
    await page
      .getByRole('status')
      .filter({ hasText: /success/ })
      .first()
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await expect.poll(() => chosenRange(host)).toBe('time:2020-11-02T06:30..2020-11-02T07:29');
    expect(shownViewport(host)).toBe('time:2020-11-02T06:30..2020-11-02T07:29');
    await expect.poll(() => chart(page).getAttribute('aria-label')).not.toContain('301 records');
    await page.keyboard.press('-');
    await expect.poll(() => shownViewport(host)).not.toBe('time:2020-11-02T06:30..2020-11-02T07:29');
    expect([chosenRange(host), host.state.query]).toEqual(['time:2020-11-02T06:30..2020-11-02T07:29', '']);
    await page.keyboard.press('Escape');
    await expect.poll(() => chosenRange(host)).toBe('');
    expect(shownViewport(host)).not.toBe('');
    // The page has heard of it: Escape means the zoom now.
    await page.getByRole('group', { name: 'Stretch of time' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => shownViewport(host)).toBe('');
    await close();
  });

  it('is brushed by dragging, and keeps the rest of the filter', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'resultGroup:failure' });
    const { page, close } = await openTimeline(browser, host, size);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toMatch(/: [1-9]/);
    const box = (await chart(page).boundingBox())!;
    await page.mouse.move(box.x + 200, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 400, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => chosenRange(host)).toMatch(/^time:2020-11-02T\d\d:\d\d\.\.2020-11-0\dT\d\d:\d\d$/);
    expect(host.state.query).toBe('resultGroup:failure');
    await close();
  });

  it('takes a click on a bar for no brush, but selects its first record', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    await chart(page).click({ position: { x: 2, y: 60 } });
    await expect.poll(() => host.intents).toEqual([{ kind: 'select', ref: { source: 0, index: 0 } }]);
    await close();
  });

  it('draws with the new colours when the theme changes', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, setTheme, close } = await openTimeline(browser, host, { ...size, theme: 'dark' });
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    await page.evaluate(() => {
      const colours: string[] = [];
      Object.assign(window, { colours });
      const original = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'fillRect')!.value as CanvasRect['fillRect'];
      CanvasRenderingContext2D.prototype.fillRect = function (this: CanvasRenderingContext2D, ...box) {
        // A frame of before may still be under way.
        if (document.body.classList.contains('vscode-light')) {
          colours.push(typeof this.fillStyle === 'string' ? this.fillStyle : 'pattern');
        }
        original.apply(this, box);
      };
    });
    await setTheme('light');
    await expect.poll(() => paintedColours(page)).toContain('#388a34');
    expect(await paintedColours(page)).not.toContain('#89d185');
    await close();
  });

  it('chooses to its end where a drag leaves it, and nothing once the drag is broken off or with another button', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    const box = (await chart(page).boundingBox())!;
    const drag = async (button: 'left' | 'right') => {
      await page.mouse.move(box.x + box.width - 100, box.y + 60);
      await page.mouse.down({ button });
      await page.mouse.move(box.x + box.width + 90, box.y + box.height + 90, { steps: 4 });
    };
    const brushEnds = async () => (await rectanglesOn(page, 'timeline', 'brush')).map(({ x, width }) => x + width);
    await drag('right');
    await page.mouse.up({ button: 'right' });
    await drag('left');
    await expect.poll(brushEnds).toEqual([box.width]);
    await chart(page).dispatchEvent('pointercancel');
    await expect.poll(brushEnds).toEqual([]);
    await page.mouse.up();
    expect(host.intents).toEqual([]);
    await drag('left');
    await page.mouse.up();
    await expect.poll(() => chosenRange(host)).toBe('time:2020-11-04T05:00..2020-11-04T11:29');
    await close();
  });

  it('zooms in around the moment of a double click, which keeps its place', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, size);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    const { width } = (await chart(page).boundingBox())!;
    await chart(page).dblclick({ position: { x: 200, y: 60 } });
    await expect.poll(() => shownViewport(host)).not.toBe('');
    const [from, to] = shownViewport(host)
      .slice('time:'.length)
      .split('..')
      .map((text) => Date.parse(`${text}Z`));
    // Half of what was shown before, from the first record to the last: 06:00 to 11:30 two days later but for some minutes.
    const length = 26.75 * 3_600_000;
    expect((to! - from!) / length).toBeCloseTo(1, 1);
    expect((from! - Date.UTC(2020, 10, 2, 6)) / length).toBeCloseTo(200 / width, 2);
    await close();
  });

  it('tells what is under the pointer until it leaves, and where the keyboard stands until it goes', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), size);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    await chart(page).hover({ position: { x: 1, y: 60 } });
    expect(await tip(page, 'timeline').innerText()).toMatch(/^2020-11-02 06:00:00 – 06:30:00\s+2 success\s+1 client error\s/);
    expect(await moment(page, 'timeline').innerText()).toMatch(/^11-02 06:0\d:\d\d\.\d{3}$/);
    await chartSurface(page, 'overview').hover({ position: { x: 1, y: 20 } });
    await expect.poll(() => tip(page, 'timeline').count()).toBe(0);
    expect([await moment(page, 'timeline').count(), await tip(page, 'overview').count()]).toEqual([0, 0]);
    expect(await moment(page, 'overview').innerText()).toMatch(/^11-02 06:0\d:\d\d\.\d{3}$/);
    await chart(page).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => spoken(page).textContent()).toBe('2020-11-02 06:00:00 – 06:30:00: 2 success, 1 client error');
    await tip(page, 'timeline').waitFor();
    await page.getByRole('grid', { name: 'Records' }).focus();
    await expect.poll(() => spoken(page).textContent()).toBe('');
    expect(await tip(page, 'timeline').count()).toBe(0);
    await close();
  });

  it('has its tip beside the bar, else above the chart, and the time of the cursor on the axis', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), size);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    const box = (await chart(page).boundingBox())!;
    const bars = await rectanglesOn(page, 'timeline', 'success');
    for (const share of [0.1, 0.5, 0.9]) {
      const bar = bars.find(({ x }) => x > box.width * share)!;
      await page.mouse.move(box.x + bar.x + 1, box.y + 60);
      await tip(page, 'timeline').getByText('Click selects · Drag chooses · Ctrl+wheel zooms').waitFor();
      const shown = (await tip(page, 'timeline').boundingBox())!;
      expect(shown.x >= box.x && shown.x + shown.width <= box.x + box.width && shown.y > box.y + 17, `${share}`).toBe(true);
      expect(shown.x + shown.width <= box.x + bar.x || shown.x >= box.x + bar.x + bar.width, `${share}`).toBe(true);
      const label = (await moment(page, 'timeline').boundingBox())!;
      expect(label.y >= box.y && label.y + label.height < box.y + 18, `${share}`).toBe(true);
      expect(Math.abs(label.x + label.width / 2 - box.x - bar.x - 1), `${share}`).toBeLessThan(2);
    }
    await chart(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await tip(page, 'timeline').getByText('Enter filters · Escape leaves · W/S zooms').waitFor();
    const above = (await tip(page, 'timeline').boundingBox())!;
    expect(above.y + above.height).toBeLessThanOrEqual(box.y);
    expect(above.x >= box.x && above.x + above.width <= box.x + box.width).toBe(true);
    await close();
  });

  it('marks the time of the selected record, and is drawn anew for another size', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 150 } });
    const { page, close } = await openTimeline(browser, host, { ...size, scale: 2 });
    const selected = async () =>
      (await drawn(page)).flatMap((command) => (command.kind === 'line' && command.stroke === 'selected' ? [command.x1] : []));
    const canvas = page.locator('audit-log-timeline canvas');
    for (const width of [1400, 1000]) {
      await page.setViewportSize({ width, height: 900 });
      const box = (await chart(page).boundingBox())!;
      await expect.poll(() => canvas.evaluate((one: HTMLCanvasElement) => one.width)).toBe(2 * box.width);
      // The record was written 26 h 33 min 17 s after the beginning of an axis of 53.5 h.
      await expect.poll(selected).toEqual([Math.round((box.width * (26 * 3600 + 33 * 60 + 17)) / (53.5 * 3600))]);
      expect(await moment(page, 'timeline').innerText()).toBe('11-03 08:33:17.000');
    }
    await close();
  });
});
