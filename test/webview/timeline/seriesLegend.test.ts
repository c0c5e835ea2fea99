import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, type Json } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { drawnOn } from '../shownCharts.ts';
import { themes, type ThemeName } from '../themes.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const records = inventedLog(300);
const engine = await RealLog.open(records);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** How many records have each operation, the most frequent first, ties by name. */
function operations(): readonly (readonly [string, number])[] {
  const counts = Map.groupBy(records, (record: Json) => String(record['operationName']));
  return [...counts]
    .map(([name, all]) => [name, all.length] as const)
    .toSorted(([one, oneCount], [other, otherCount]) => otherCount - oneCount || (one < other ? -1 : 1));
}

async function open(theme: ThemeName = 'dark') {
  const host = new HostDouble(engine, engine.snapshot);
  const opened = await openTimeline(browser, host, { theme });
  const select = opened.page.getByRole('combobox', { name: 'Stack bars by' });
  const legend = opened.page.locator('audit-log-timeline .groups');
  return { ...opened, host, select, legend };
}

async function choose(select: Locator, option: string): Promise<void> {
  await select.click();
  await select.getByRole('option', { name: option, exact: true }).click();
}

describe('bars stacked by a field', () => {
  it('have a legend with the counts of the records, and what is left', async () => {
    const { page, select, legend, faults, close } = await open();
    await choose(select, 'Operation');
    const known = operations();
    const expected = known.slice(0, 5).map(([name, count]) => `${name}${count}`);
    const rest = known.slice(5).reduce((sum, [, count]) => sum + count, 0);
    const texts = async () => (await legend.locator('.group').allTextContents()).map((text) => text.replaceAll(/\s/g, ''));
    await expect.poll(texts).toEqual([...expected, ...(rest === 0 ? [] : [`others${rest}`])]);
    const fills = new Set((await drawnOn(page, 'timeline')).flatMap((one) => (one.kind === 'rectangle' ? [one.fill] : [])));
    expect([...fills].filter((fill) => fill.startsWith('series')).length).toBe(expected.length + (rest === 0 ? 0 : 1));
    expect(fills.has('success')).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  it('filter by a click, say their counts in tip, table and words, and stay after a reload', async () => {
    const { page, host, select, legend, savedState, close } = await open();
    await choose(select, 'Operation');
    const [[name]] = operations() as [readonly [string, number]];
    await legend.getByRole('button', { name: new RegExp(name) }).click();
    await expect.poll(() => host.state.query).toBe(`operation:${name}`);
    await host.apply({ kind: 'filter', query: '' });
    const chart = page.locator('audit-log-timeline audit-log-chart');
    await chart.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => chart.locator('[role=status]').textContent())
      .toMatch(
        new RegExp(
          operations()
            .map(([one]) => one)
            .join('|'),
        ),
      );
    await page.locator('audit-log-timeline').getByRole('button', { name: 'Show as table' }).click();
    await page.locator('audit-log-timeline').getByRole('columnheader', { name }).waitFor();
    expect(await savedState()).toMatchObject({ stackBy: 'operation' });
    await choose(select, 'Result');
    await legend.getByRole('button', { name: /^success/ }).waitFor();
    await close();
  });

  it.each(Object.keys(themes) as ThemeName[])(
    'have colours of their own that can be told from the ground, in the theme %s',
    async (theme) => {
      const { page, select, legend, close } = await open(theme);
      await choose(select, 'Caller');
      await expect.poll(() => legend.locator('svg').count()).toBeGreaterThan(3);
      const colours = await legend.locator('svg').evaluateAll((symbols) => symbols.map((symbol) => getComputedStyle(symbol).color));
      expect(new Set(colours).size).toBe(colours.length);
      const ground = await page.locator('audit-log-view').evaluate((view) => getComputedStyle(view).backgroundColor);
      for (const colour of colours) {
        expect(contrastOf(colour, ground), colour).toBeGreaterThanOrEqual(3);
      }
      await close();
    },
  );
});

/** By WCAG 2, of two colours as browsers write them. */
function contrastOf(one: string, other: string): number {
  const luminance = (text: string): number => {
    const [red, green, blue] = (text.match(/[\d.]+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [low, high] = [luminance(one), luminance(other)].toSorted((left, right) => left - right);
  return (high! + 0.05) / (low! + 0.05);
}
