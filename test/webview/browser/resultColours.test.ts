import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ResultGroup, resultGroups } from '../../../src/core/record/results.ts';
import { colourText, overlay, parseColour } from '../../../webview/theme/colour.ts';
import type { DrawCommand, Fill } from '../../../webview/chart/drawing.ts';
import type { OpenedLog } from '../../engine/openLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { resultLog } from '../resultLog.ts';
import { computedColour, isReportedFrom } from '../shownColours.ts';
import { themeNames } from '../themeColours.ts';
import { themes } from '../themes.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

let browser: Browser;
let log: OpenedLog;
beforeAll(async () => {
  browser = await startBrowser();
  log = await resultLog();
});
afterAll(() => browser.close());

const chart = (page: Page) => page.locator('audit-log-timeline audit-log-chart');
const legendSymbol = (page: Page, group: ResultGroup) => page.locator(`audit-log-timeline .legend svg.symbol.${group}`);

/** The most frequent colour of what has one fill on a canvas, such as the bars of a group, and its share of their pixels. */
function barColour(element: Locator, wanted: Fill): Promise<{ readonly colour: string; readonly share: number }> {
  return element.evaluate((one, fill) => {
    const { drawn, renderRoot } = one as unknown as { drawn: readonly DrawCommand[]; renderRoot: ShadowRoot };
    const context = renderRoot.querySelector('canvas')!.getContext('2d')!;
    const counts = new Map<string, number>();
    let pixels = 0;
    for (const command of drawn) {
      if (command.kind === 'rectangle' && command.fill === fill) {
        const { data } = context.getImageData(command.x, command.y, command.width, command.height);
        for (let at = 0; at < data.length; at += 4) {
          const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
          pixels++;
        }
      }
    }
    const [colour, count] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? ['none', 0];
    return { colour, share: count / Math.max(1, pixels) };
  }, wanted);
}

describe.each(themeNames)('in the theme %s', (theme) => {
  it('bars have the colours of the legend, list and tip, three times as light or dark as the ground', async () => {
    const { page, faults, close } = await openTimeline(browser, new HostDouble(log.session, log.last), { theme });
    await legendSymbol(page, 'other').waitFor();
    const ground = await computedColour(page.locator('audit-log-view'), 'background-color');
    for (const group of resultGroups) {
      const symbol = await computedColour(legendSymbol(page, group), 'color');
      expect(isReportedFrom(symbol, ground), group).toBe(true);
      await expect.poll(async () => (await barColour(chart(page), group)).colour, { message: group }).toBe(colourText(symbol));
      // A pattern leaves out less than half.
      expect((await barColour(chart(page), group)).share, group).toBeGreaterThan(0.5);
      expect(await barColour(page.locator('audit-log-overview audit-log-chart'), group)).toMatchObject({ colour: colourText(symbol) });
      expect(await computedColour(page.locator(`audit-log-records .row svg.symbol.${group}`).first(), 'color')).toEqual(symbol);
    }
    const failures = colourText(await computedColour(legendSymbol(page, 'failure'), 'color'));
    expect(await barColour(chart(page), 'failureShare')).toEqual({ colour: failures, share: 1 });
    expect(faults).toEqual([]);
    await close();
  });

  it('the symbol of a selected row keeps a colour that is told from its ground', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(log.session, log.last), { theme });
    const background = parseColour(themes[theme].variables['editor-background']!)!;
    for (const group of resultGroups) {
      const row = page.locator('audit-log-records .rows .row', { has: page.locator(`svg.symbol.${group}`) }).first();
      await row.click();
      const selected = page.locator('audit-log-records .row[aria-selected="true"]', { has: page.locator(`svg.symbol.${group}`) });
      await selected.waitFor();
      for (const focus of ['in the list', 'elsewhere']) {
        const ground = overlay(await computedColour(selected, 'background-color'), background);
        const symbol = await computedColour(selected.locator('.result svg.symbol'), 'color');
        expect(isReportedFrom(symbol, ground), `${group}, focus ${focus}`).toBe(true);
        expect(symbol, `${group}, focus ${focus}`).not.toEqual(await computedColour(selected, 'color'));
        await page.getByRole('combobox', { name: 'Filter' }).focus();
      }
    }
    await close();
  });

  it('a secondary button has its own border, and no other', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(log.session, log.last), { theme });
    const button = page.locator('al-button[appearance="secondary"] .control').first();
    await button.waitFor();
    const { variables } = themes[theme];
    await expect.poll(() => computedColour(button, 'border-top-color')).toEqual(parseColour(variables['button-secondaryBorder']!));
    // Older versions of VS Code know one border for all buttons.
    await page.evaluate(() => document.documentElement.style.removeProperty('--vscode-button-secondaryBorder'));
    await expect.poll(() => computedColour(button, 'border-top-color')).toEqual(parseColour(variables['button-border']!));
    await close();
  });
});

it('colours follow the theme', async () => {
  const { page, setTheme, close } = await openTimeline(browser, new HostDouble(log.session, log.last), { theme: 'dark' });
  await legendSymbol(page, 'success').waitFor();
  const before = await computedColour(legendSymbol(page, 'success'), 'color');
  await setTheme('light');
  const after = await computedColour(legendSymbol(page, 'success'), 'color');
  expect(after).not.toEqual(before);
  await expect.poll(async () => (await barColour(chart(page), 'success')).colour).toBe(colourText(after));
  await close();
});

it('a colour of results that the user has customised is that of bars and legend, in full or hatched', async () => {
  const { page, close } = await openTimeline(browser, new HostDouble(log.session, log.last), { theme: 'dark' });
  const chosen = { success: 'rgb(255, 0, 255)', clientError: 'rgb(0, 255, 255)' };
  await legendSymbol(page, 'success').waitFor();
  for (const [group, colour] of Object.entries(chosen) as [keyof typeof chosen, string][]) {
    expect((await barColour(chart(page), group)).colour).not.toBe(colour);
    await page.evaluate(
      ([name, value]) => document.documentElement.style.setProperty(name!, value!),
      [`--vscode-auditLog-result-${group}`, colour],
    );
    await expect.poll(async () => (await barColour(chart(page), group)).colour).toBe(colour);
    expect(colourText(await computedColour(legendSymbol(page, group), 'color'))).toBe(colour);
  }
  await close();
});
