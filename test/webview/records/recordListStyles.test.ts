import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseColour } from '../../../webview/theme/colour.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { computedColour } from '../shownColours.ts';
import { themes } from '../themes.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

/** In UTC these records are of one year, in Berlin, where the browser is, of two: then the column of the time holds the year. */
const engine = await RealLog.open(
  Array.from({ length: 40 }, (_, index) => ({
    ...inventedRecord(index),
    // The first one has a finding: without, the last cell is empty.
    ...(index === 0 ? { resultType: 7 } : {}),
    env_time: new Date(Date.UTC(2019, 11, 31, 22, 40 + index)).toISOString(),
  })),
);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Cell {
  readonly name: string;
  readonly left: number;
  readonly right: number;
}

interface Layout {
  /** Of each row that exists: its distance from the head, by which the list has placed it, and its height. */
  readonly rows: readonly (readonly [position: number, top: number, height: number])[];
  /** The cells that are seen, from the left. */
  readonly cells: readonly Cell[];
  readonly heads: readonly Cell[];
  /** Cells whose text is longer than the cell and not shortened by an ellipsis. */
  readonly spilt: readonly string[];
  readonly width: number;
}

/** Where the browser has put the parts of the list. */
function layout(page: Page): Promise<Layout> {
  return page.locator('audit-log-records .grid').evaluate((grid) => {
    const cellsOf = (row: Element) =>
      [...row.children]
        .map((cell) => ({ name: cell.className.split(' ')[0] ?? '', box: cell.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0)
        .map(({ name, box }) => ({ name, left: box.left, right: box.right }));
    const head = grid.querySelector('.head')!;
    const bottom = head.getBoundingClientRect().bottom;
    const rows = [...grid.querySelectorAll('.rows .row')];
    return {
      rows: rows.map((row) => {
        const { top, height } = row.getBoundingClientRect();
        return [Number(row.id.slice(4)), top - bottom, height] as const;
      }),
      cells: cellsOf(rows[0]!),
      heads: cellsOf(head.querySelector('.row')!),
      spilt: rows.flatMap((row) =>
        [...row.querySelectorAll('[role=gridcell]:not(.cut, .findings)')]
          .filter((cell) => cell.scrollWidth > cell.clientWidth)
          .map((cell) => cell.className),
      ),
      width: grid.clientWidth,
    };
  });
}

const wide = ['index', 'time', 'result', 'caller', 'instance', 'sentence', 'findings'];
/** The sentence has a line of its own and no head. */
const narrow = ['index', 'time', 'result', 'sentence', 'findings'];
const narrowHeads = narrow.filter((name) => name !== 'sentence');

describe('the list of records', () => {
  it('gives up columns where there is no room for them, and its rows stand where the list takes them to be', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    for (const [timeZone, width, cells, heads, height] of [
      ['utc', 1400, wide, wide, 22],
      ['local', 760, wide, wide, 22],
      ['local', 759, narrow, narrowHeads, 42],
      ['local', 320, narrow, narrowHeads, 42],
    ] as const) {
      const message = `${width} pixels`;
      await host.report({ kind: 'settings', settings: { ...host.settings, timeZone } });
      await page.setViewportSize({ width, height: 900 });
      await page.locator('#row-0 .time', { hasText: timeZone === 'utc' ? /^12-31 22/ : /^2019-12-31 23/ }).waitFor();
      await expect.poll(async () => (await layout(page)).cells.map(({ name }) => name), { message }).toEqual(cells);
      const found = await layout(page);
      expect(found.heads.map(({ name }) => name)).toEqual(heads);
      expect(found.rows.length).toBeGreaterThan(4);
      expect(found.rows).toEqual(found.rows.map(([position]) => [position, position * height, height]));
      expect(
        [...found.cells, ...found.heads].filter(({ left, right }) => left < 0 || right > found.width),
        message,
      ).toEqual([]);
      expect(found.spilt, message).toEqual([]);
    }
    await close();
  });

  it('shows the selected row in the colours of the theme, as active only while the list has the focus', async () => {
    const { page, setTheme, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot));
    await page.locator('#row-3').click();
    const row = page.locator('#row-3[aria-selected=true]');
    for (const theme of ['dark', 'light'] as const) {
      await setTheme(theme);
      const colour = (name: string) => parseColour(themes[theme].variables[name] ?? '');
      expect(await computedColour(page.locator('#row-2 .index'), 'color')).toEqual(colour('descriptionForeground'));
      for (const [state, part] of [
        ['active', page.getByRole('grid', { name: 'Records' })],
        ['inactive', page.getByRole('combobox', { name: 'Filter' })],
      ] as const) {
        await part.focus();
        expect(await computedColour(row, 'background-color'), `${theme}, ${state}`).toEqual(colour(`list-${state}SelectionBackground`));
        expect(await computedColour(row.locator('.index'), 'color')).toEqual(await computedColour(row, 'color'));
      }
    }
    await close();
  });
});
