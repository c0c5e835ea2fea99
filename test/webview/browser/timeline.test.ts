import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DrawCommand } from '../../../webview/chart/drawing.ts';
import { RealLog } from '../realLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const chart = (page: Page) => page.getByRole('application', { name: /^Records over time/ });
const overview = (page: Page) => page.getByRole('application', { name: /^Whole log/ });

/** What the main chart's canvas was last told to draw. */
function drawn(page: Page): Promise<readonly DrawCommand[]> {
  return page
    .locator('audit-log-timeline audit-log-chart')
    .evaluate((element) => (element as unknown as { drawn: readonly DrawCommand[] }).drawn);
}

/** The colours with which the main chart is painted, from the calls on its context. */
function paintedColours(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { colours: readonly string[] }).colours);
}

describe('the chart', () => {
  it('tells its numbers to a screen reader and draws them', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot));
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    const commands = await drawn(page);
    const fills = new Set(commands.flatMap((command) => (command.kind === 'rectangle' ? [command.fill] : [])));
    expect([...fills].toSorted()).toEqual(['clientError', 'failure', 'other', 'success']);
    expect(commands.some((command) => command.kind === 'marker')).toBe(true);
    await close();
  });

  it('is brushed by keys alone', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
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
    await expect.poll(() => host.state.query).toBe('time:2020-11-02T06:30..2020-11-02T07:29');
    await page.keyboard.press('-');
    await expect.poll(() => host.state.query).not.toBe('time:2020-11-02T06:30..2020-11-02T07:29');
    await page.keyboard.press('Escape');
    await expect.poll(() => host.state.query).toBe('');
    await close();
  });

  it('is brushed by dragging, and keeps the rest of the filter', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'resultGroup:failure' });
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toMatch(/: [1-9]/);
    const box = (await chart(page).boundingBox())!;
    await page.mouse.move(box.x + 200, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 400, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => host.state.query).toMatch(/^resultGroup:failure time:2020-11-02T\d\d:\d\d\.\.2020-11-0\dT\d\d:\d\d$/);
    await close();
  });

  it('takes a click for no brush', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    await chart(page).click({ position: { x: 200, y: 60 } });
    expect(host.intents).toEqual([]);
    await close();
  });

  it('of the whole log shows the window and sets it', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'time:2020-11-03' });
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => overview(page).getAttribute('aria-label')).toContain('301 records');
    await overview(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe('time:2020-11-02T06:00..2020-11-02T06:09');
    await close();
  });

  it('draws with the new colours when the theme changes', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, setTheme, close } = await openTimeline(browser, host, { theme: 'dark' });
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain('301 records');
    await page.evaluate(() => {
      const colours: string[] = [];
      Object.assign(window, { colours });
      const original = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, 'fillRect')!.value as CanvasRect['fillRect'];
      CanvasRenderingContext2D.prototype.fillRect = function (this: CanvasRenderingContext2D, ...box) {
        colours.push(typeof this.fillStyle === 'string' ? this.fillStyle : 'pattern');
        original.apply(this, box);
      };
    });
    await setTheme('light');
    await expect.poll(() => paintedColours(page)).toContain('#388a34');
    expect(await paintedColours(page)).not.toContain('#89d185');
    await close();
  });

  it('has its numbers as a table too, whose rows zoom', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('button', { name: 'Show as table' }).click();
    const table = page.getByRole('table');
    await expect.poll(() => table.getByRole('row').count()).toBeGreaterThan(10);
    await table.getByRole('button').first().click();
    await expect.poll(() => host.state.query).toMatch(/^time:2020-11-02T06/);
    await close();
  });

  it('has a legend that filters', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('button', { name: /^failure/ }).click();
    await expect.poll(() => host.state.query).toBe('resultGroup:failure');
    await page.getByRole('button', { name: /^client error/ }).click();
    await expect.poll(() => host.state.query).toBe('resultGroup:(failure, clientError)');
    await page.getByRole('button', { name: /^failure/, pressed: true }).click();
    await page.getByRole('button', { name: /^client error/, pressed: true }).click();
    await expect.poll(() => host.state.query).toBe('');
    await close();
  });
});

describe('times', () => {
  it('are shown in the zone of the settings', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    host.settings = { ...host.settings, timeZone: 'local' };
    const { page, close } = await openTimeline(browser, host);
    // 06:00 UTC is 07:00 in Berlin, where this browser is.
    await expect.poll(() => page.locator('#row-0').textContent()).toContain('11-02 07:');
    expect(await page.getByRole('columnheader', { name: 'Time (local time)' }).count()).toBe(1);
    await close();
  });
});
