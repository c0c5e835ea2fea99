import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../src/protocol/say.ts';
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

const filter = (page: Page) => page.getByRole('combobox', { name: 'Filter' });

describe('states of a log', () => {
  it('says that it is opening', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, null));
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Opening the log…');
    await close();
  });

  it('says what is wrong, with a way to the text', async () => {
    const text = await RealLog.open('The quick brown fox\n');
    const { problem } = text.snapshot;
    expect(problem).not.toBeNull();
    const host = new HostDouble(text, text.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('alert').getByText(say(problem!)).waitFor();
    await page.getByRole('button', { name: 'Open as text' }).click();
    await expect.poll(() => host.intents).toEqual([{ kind: 'openSource', at: null }]);
    await close();
  });

  it('says that it is empty', async () => {
    const empty = await RealLog.open([]);
    const { page, close } = await openTimeline(browser, new HostDouble(empty, empty.snapshot));
    await expect.poll(() => page.getByRole('status').textContent()).toContain('This log holds no records.');
    await close();
  });

  it('shows the findings of a log that holds nothing else, and the log that takes its place', async () => {
    const broken = await RealLog.open('{"operationName":\n');
    expect(broken.snapshot).toMatchObject({ problem: null, records: 0, findings: { error: 1 } });
    const host = new HostDouble(broken, broken.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('button', { name: '1 error' }).click();
    await page.getByRole('heading', { name: 'Findings', exact: true }).waitFor();
    await host.apply({ kind: 'back' });
    await host.report({ kind: 'snapshot', snapshot: await broken.replace(inventedLog(3)) });
    await page.locator('#row-4').waitFor();
    await close();
  });
});

describe('the page', () => {
  it('gives the host what it showed before the window was reloaded', async () => {
    const first = new HostDouble(engine, engine.snapshot);
    const opened = await openTimeline(browser, first);
    await opened.page.locator('#row-3').waitFor();
    await first.apply({ kind: 'filter', query: 'resultGroup:failure' });
    await first.apply({ kind: 'select', ref: { source: 0, index: 0 } });
    await opened.page.getByRole('button', { name: /^Time/ }).click();
    await expect.poll(opened.savedState).toEqual({
      state: { query: 'resultGroup:failure', page: { kind: 'records' }, selected: { source: 0, index: 0 } },
      order: 'newest',
    });
    const saved = await opened.savedState();
    await opened.close();
    const second = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, second, { saved });
    await expect
      .poll(() => second.restored)
      .toEqual({ query: 'resultGroup:failure', page: { kind: 'records' }, selected: { source: 0, index: 0 } });
    await expect.poll(() => filter(page).inputValue()).toBe('resultGroup:failure');
    expect(await page.getByRole('columnheader', { name: /^Time/ }).getAttribute('aria-sort')).toBe('descending');
    await close();
  });

  it('works when its script comes after the page was complete, and does not confuse VS Code by what it does then', async () => {
    const { page, setTheme, faults, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), { isLate: true });
    await page.locator('#row-3').waitFor();
    // Once the toolkit is there, which is after the records are.
    await expect.poll(() => page.evaluate(() => (window as unknown as { targets: readonly boolean[] }).targets)).toEqual([true]);
    // The toolkit's buttons follow the theme only if they have heard of the page being loaded.
    const button = page.locator('al-button', { hasText: 'Open as text' });
    const colour = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
    await expect.poll(colour).toBe('rgba(0, 0, 0, 0)');
    await setTheme('light');
    await expect.poll(colour).toBe('rgb(229, 229, 229)');
    expect(faults).toEqual([]);
    await close();
  });

  it('starts without the controls of the toolkit, in whose place its buttons are to be seen and to be clicked', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, { withoutParts: true });
    await page.locator('#row-3').waitFor();
    const button = page.locator('al-button', { hasText: 'Open as text' });
    expect(await button.evaluate((element) => element.matches(':defined'))).toBe(false);
    const { height, width } = (await button.boundingBox())!;
    expect(height).toBeGreaterThan(23);
    expect(width).toBeGreaterThan(60);
    await button.click();
    await expect.poll(() => host.intents).toEqual([{ kind: 'openSource', at: null }]);
    await close();
  });

  it('forgets what another version had saved', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, { saved: { version: 7 } });
    await page.locator('#row-3').waitFor();
    expect(host.restored).toBeUndefined();
    await close();
  });

  it.each([
    ['a window of normal size', { width: 1400, height: 900 }, false],
    ['a small window', { width: 1024, height: 700 }, false],
    ['200 % zoom', { width: 640, height: 512, scale: 2 }, true],
    ['400 % zoom', { width: 320, height: 256, scale: 4 }, true],
    ['a narrow pane', { width: 380, height: 900 }, true],
  ])('at %s loses nothing and never scrolls sideways', async (_, size, scrolls) => {
    const host = new HostDouble(engine, engine.snapshot);
    host.settings = { ...host.settings, lanes: true };
    await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
    const { page, close } = await openTimeline(browser, host, size);
    await page.getByRole('article').waitFor();
    await page.getByRole('button', { name: 'Add field…' }).click();
    await page.locator('audit-log-facet').nth(5).getByRole('listitem').first().waitFor();
    const root = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      down: document.documentElement.scrollHeight - document.documentElement.clientHeight,
    }));
    expect(root.sideways).toBe(0);
    expect(root.down > 0).toBe(scrolls);
    for (const part of [
      filter(page),
      page.getByRole('application').last(),
      page.getByRole('treegrid', { name: 'Lanes' }),
      page.getByRole('grid', { name: 'Records' }),
      page.getByRole('button', { name: 'Copy' }),
    ]) {
      await part.scrollIntoViewIfNeeded();
      const box = (await part.boundingBox())!;
      expect(box.x >= 0 && box.x + box.width <= size.width).toBe(true);
      expect(box.height).toBeGreaterThan(12);
    }
    await close();
  });

  it('moves nothing for those who asked for less motion', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, { reducedMotion: true });
    await page.locator('#row-3').waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await close();
  });

  it('moves the keyboard where a command asks for it', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) {
          element = element.shadowRoot.activeElement;
        }
        return element?.getAttribute('role');
      });
    for (const [part, role] of [
      ['filter', 'combobox'],
      ['records', 'grid'],
      ['timeline', 'application'],
    ] as const) {
      await host.report({ kind: 'focus', part });
      await expect.poll(focused).toBe(role);
    }
    await filter(page).focus();
    await page.keyboard.press('Control+ArrowDown');
    await expect.poll(focused).toBe('grid');
    await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
    await host.report({ kind: 'focus', part: 'detail' });
    await expect
      .poll(() => page.getByRole('article', { name: 'Record 3', exact: true }).evaluate((detail) => detail.matches(':focus-within')))
      .toBe(true);
    await close();
  });

  it('keeps Ctrl+A in a box from VS Code, which would select all once more when more was typed', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot));
    await page.locator('#row-3').waitFor();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.addEventListener('keydown', ({ key }) => heard.push(key));
    });
    await filter(page).fill('caller:ana');
    for (const key of ['Control+A', 'Control+B']) {
      await filter(page).press(key);
    }
    const heard = () => page.evaluate(() => (window as unknown as { heard: readonly string[] }).heard.filter((key) => key !== 'Control'));
    await expect.poll(heard).toEqual(['B']);
    await page.keyboard.type('x');
    expect(await filter(page).inputValue()).toBe('x');
    await close();
  });

  it('stops its search by Escape, unless an open list of completions takes the key', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { promise, resolve } = Promise.withResolvers<void>();
    host.beforeAnswer = (ask) => (ask.name === 'search' ? promise : Promise.resolve());
    const { page, close } = await openTimeline(browser, host);
    const stop = page.getByRole('button', { name: 'Stop search' });
    const resume = page.getByRole('button', { name: 'Continue search' });
    await filter(page).fill('text:nowhere');
    await stop.waitFor();
    // No value of the log completes it, so that no list is seen.
    await page.keyboard.press('Escape');
    await resume.click();
    await stop.waitFor();
    await filter(page).fill('text:nowhere (op');
    await page
      .locator('audit-log-filter')
      .getByRole('option', { name: /^operation:/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('audit-log-filter').getByRole('option').count()).toBe(0);
    expect(await stop.count()).toBe(1);
    await page.keyboard.press('Escape');
    await resume.waitFor();
    resolve();
    await close();
  });
});
