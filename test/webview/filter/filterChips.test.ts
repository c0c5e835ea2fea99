import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
import { axeFaults, axeFaultsInAllThemes } from '../axeFaults.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, type PageOptions, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(50));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Terms of the filter' });
const chips = (page: Page) => bar(page).locator('.label');
const chip = (page: Page, name: string) =>
  bar(page)
    .locator('.label')
    .and(page.getByRole('button', { name, exact: true }));
const menu = (page: Page) => page.getByRole('menu');

/** The name of the chip that the keyboard is on. */
const focused = (page: Page) =>
  chips(page).evaluateAll((labels) => labels.find((label) => label.matches(':focus'))?.getAttribute('aria-label') ?? null);

/** Opens the page with a filter that is in force, and its chips. */
async function open(filter: string | Omit<Extract<Intent, { kind: 'filter' }>, 'kind'>, options: PageOptions = {}) {
  const host = new HostDouble(engine, engine.snapshot);
  await host.apply({ kind: 'filter', ...(typeof filter === 'string' ? { query: filter } : filter) });
  const opened = await openTimeline(browser, host, options);
  await chips(opened.page).first().waitFor();
  const names = () => chips(opened.page).evaluateAll((labels) => labels.map((label) => label.getAttribute('aria-label')));
  return { ...opened, host, names };
}

describe('the chips of the filter', () => {
  it('are its terms, each with a switch, a sign and a way out, and none without a filter', async () => {
    const { page, host, names, close } = await open('operation:Set* -resultGroup:failure (contoso OR fabrikam)');
    expect(await names()).toEqual(['operation:Set*', '-resultGroup:failure', 'contoso OR fabrikam']);
    await page.getByRole('button', { name: 'Include resultGroup:failure' }).click();
    await expect.poll(() => host.state.query).toBe('operation:Set* resultGroup:failure (contoso OR fabrikam)');
    await page.getByRole('button', { name: 'Exclude operation:Set*' }).click();
    await expect.poll(() => host.state.query).toBe('-operation:Set* resultGroup:failure (contoso OR fabrikam)');
    await page.getByRole('button', { name: 'Remove resultGroup:failure' }).click();
    await expect.poll(names).toEqual(['-operation:Set*', 'contoso OR fabrikam']);
    await page.getByRole('combobox', { name: 'Filter' }).fill('');
    await expect.poll(() => bar(page).count()).toBe(0);
    await close();
  });

  it('are switched off and on by a click, the term kept in its place, each a step that can be taken back', async () => {
    const { page, host, names, close } = await open('a b c');
    await chip(page, 'b').click();
    await expect.poll(names).toEqual(['a', 'Off: b', 'c']);
    expect([host.state.query, await page.getByRole('combobox', { name: 'Filter' }).inputValue()]).toEqual(['a c', 'a c']);
    expect(await chip(page, 'Off: b').getAttribute('aria-pressed')).toBe('false');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => host.state.query).toBe('a b c');
    await page.getByRole('button', { name: 'Forward' }).click();
    await expect.poll(names).toEqual(['a', 'Off: b', 'c']);
    await chip(page, 'Off: b').click();
    await expect.poll(() => host.state.query).toBe('a b c');
    await close();
  });

  it('that are off stay while the filter is typed, and go with the button that clears it', async () => {
    const { page, host, names, close } = await open({ query: 'a', off: [{ text: 'b', at: 1 }] });
    await page.getByRole('combobox', { name: 'Filter' }).fill('x y');
    await expect.poll(names).toEqual(['x', 'Off: b', 'y']);
    await page.locator('audit-log-filter').getByRole('button', { name: 'Clear filter' }).click();
    await expect.poll(() => host.state.off).toBeUndefined();
    await expect.poll(() => bar(page).count()).toBe(0);
    await close();
  });

  it('are a toolbar with one tab stop, whose arrow keys go from chip to chip', async () => {
    const { page, close } = await open('a b c');
    await page.getByRole('combobox', { name: 'Filter' }).focus();
    const stops = () => bar(page).locator('[tabindex="0"]').count();
    expect(await stops()).toBe(1);
    await chip(page, 'a').focus();
    for (const [key, name] of [
      ['ArrowRight', 'b'],
      ['End', 'c'],
      ['ArrowRight', 'c'],
      ['Home', 'a'],
      ['ArrowLeft', 'a'],
      ['ArrowRight', 'b'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => focused(page)).toBe(name);
    }
    expect(await stops()).toBe(1);
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBeNull();
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => focused(page)).toBe('b');
    await close();
  });

  it('are switched, inverted, joined and removed by keys, and keep the keyboard', async () => {
    const { page, host, close } = await open('a b c d');
    await chip(page, 'b').focus();
    for (const [key, query, name] of [
      ['Space', 'a c d', 'Off: b'],
      ['Space', 'a b c d', 'b'],
      ['-', 'a -b c d', '-b'],
      ['-', 'a b c d', 'b'],
      ['Alt+ArrowRight', 'a (c OR b) d', 'c OR b'],
      ['Alt+ArrowLeft', '(a OR c OR b) d', 'a OR c OR b'],
      ['Delete', 'd', 'd'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => host.state.query).toBe(query);
      await expect.poll(() => focused(page)).toBe(name);
    }
    await page.keyboard.press('Backspace');
    await expect.poll(() => host.state.query).toBe('');
    // The last one gone, the keyboard is where the next filter begins.
    await expect.poll(() => page.getByRole('combobox', { name: 'Filter' }).evaluate((one) => one.matches(':focus'))).toBe(true);
    await close();
  });

  it('have a menu by key and by mouse, which Escape leaves for the chip', async () => {
    const { page, host, close } = await open('a (b OR c) d');
    const items = () => menu(page).getByRole('menuitem').locator('span:first-child').allTextContents();
    await chip(page, 'b OR c').focus();
    await page.keyboard.press('Shift+F10');
    const all = ['Switch off', 'Exclude', 'Or with previous', 'Or with next', 'Split alternatives', 'Pin', 'Remove'];
    await expect.poll(items).toEqual(all);
    await expect
      .poll(() =>
        menu(page)
          .getByRole('menuitem')
          .first()
          .evaluate((one) => one.matches(':focus')),
      )
      .toBe(true);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('b OR c');
    expect(await menu(page).count()).toBe(0);
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(items).toEqual(all);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe('a b c d');
    await chip(page, 'c').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Or with previous' }).click();
    await expect.poll(() => host.state.query).toBe('a (b OR c) d');
    await close();
  });

  it('become alternatives where one is dragged onto another, and are no click then', async () => {
    const { page, host, names, close } = await open('a b c');
    await chip(page, 'c').dragTo(chip(page, 'a'));
    await expect.poll(() => host.state.query).toBe('(a OR c) b');
    await expect.poll(names).toEqual(['a OR c', 'b']);
    const count = host.intents.length;
    // Dropped beside all chips, nothing happens.
    await chip(page, 'b').dragTo(page.locator('.count'));
    await chip(page, 'b').focus();
    await page.keyboard.press('-');
    await expect.poll(() => host.state.query).toBe('(a OR c) -b');
    expect(host.intents.length).toBe(count + 1);
    await close();
  });

  it('that are pinned come first, stay when the filter is cleared, and go back to it or away', async () => {
    const { page, host, names, close } = await open('resultGroup:failure -resultGroup:success');
    await chip(page, '-resultGroup:success').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Pin' }).click();
    await expect.poll(names).toEqual(['Pinned: -resultGroup:success', 'resultGroup:failure']);
    expect([host.state.query, host.state.pinned]).toEqual(['resultGroup:failure', ['-resultGroup:success']]);
    const matching = () => page.locator('.count b').textContent();
    await page.locator('audit-log-filter').getByRole('button', { name: 'Clear filter' }).click();
    await expect.poll(names).toEqual(['Pinned: -resultGroup:success']);
    const { matching: expected } = await pageOf('-resultGroup:success');
    await expect.poll(matching).toBe(String(expected));
    await chip(page, 'Pinned: -resultGroup:success').click();
    await page.getByRole('menuitem', { name: 'Unpin to filter' }).click();
    await expect.poll(() => host.state).toMatchObject({ query: '-resultGroup:success' });
    expect(host.state.pinned).toBeUndefined();
    await page.keyboard.press('Delete');
    await expect.poll(() => host.state.query).toBe('');
    await close();
  });

  async function pageOf(query: string): Promise<{ readonly matching: number }> {
    const outcome = await engine.request('page', { query, order: 'file', from: { at: 0 }, count: 0 }, new AbortController().signal);
    return outcome.status === 'ok' ? outcome.answer : { matching: -1 };
  }

  it('offer a way out of pinned filters where no record is left', async () => {
    const { page, host, close } = await open({ query: '', pinned: ['operation:Nothing'] });
    await page.locator('.empty').getByRole('button', { name: 'Unpin filters' }).click();
    await expect.poll(() => host.state.pinned).toBeUndefined();
    await close();
  });

  it('show what a filter says and no markup, and are one line that scrolls where the page is narrow', async () => {
    const terms = Array.from({ length: 30 }, (_, index) => `caller:"<b>${index}</b>"`);
    const { page, names, close } = await open(terms.join(' '), { width: 660 });
    expect(await names()).toEqual(terms);
    expect(await bar(page).locator('b').count()).toBe(0);
    const box = await bar(page).boundingBox();
    expect(box!.height).toBeLessThan(40);
    await chips(page).first().focus();
    await page.keyboard.press('End');
    await expect.poll(() => focused(page)).toBe(terms.at(-1));
    await expect.poll(async () => (await chips(page).last().boundingBox())!.x).toBeLessThan(660);
    await page.setViewportSize({ width: 1400, height: 900 });
    await expect.poll(async () => (await bar(page).boundingBox())!.height).toBeLessThan(60);
    await close();
  });

  it('have no fault that axe finds, in any theme', async () => {
    const opened = await open({ query: 'operation:Set* -caller:x (a OR b)', pinned: ['-z'], off: [{ text: 'w', at: 1 }] });
    expect(await axeFaultsInAllThemes(opened, opened.host)).toEqual([]);
    await opened.close();
  });
});
