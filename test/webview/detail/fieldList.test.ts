import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open([
  {
    ...inventedRecord(3),
    nCloud: 'Public',
    resultDescription: 'It was “done”, twice. '.repeat(30),
    env_cv: 'v'.repeat(5000),
    extraKey: { inner: true },
  },
  { ...inventedRecord(4), resultDescription: 'none', requestId: 'r', callerDisplayName: 'Mia', env_os: 'Windows' },
]);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const list = (page: Page) => page.locator('audit-log-fields');
const field = (page: Page, name: string) => list(page).locator('.field', { has: page.getByRole('button', { name, exact: true }) });
const tip = (page: Page) => list(page).getByRole('tooltip');

async function open(size = { width: 1400, height: 900 }) {
  const host = new HostDouble(engine, engine.snapshot);
  await host.apply({ kind: 'filter', query: 'seq>5' });
  await host.apply({ kind: 'select', ref: { source: 0, index: 0 } });
  const opened = await openTimeline(browser, host, size);
  await field(opened.page, 'operationName').waitFor();
  return { ...opened, host };
}

/** The headings of the list and the names under each, as they stand. */
function groups(page: Page): Promise<readonly string[]> {
  return list(page)
    .locator('h3, .name')
    .evaluateAll((parts) => parts.map((part) => (part.localName === 'h3' ? `# ${part.textContent}` : part.textContent.trim())));
}

const reported = [
  ['# Operation', 'operationName', 'resultType', 'resultDescription', 'auditEventCategory', 'env_time'],
  ['# Caller', 'callerIpAddress', 'ObjectID', 'TenantId'],
  ['# Target', 'Environment', 'ServiceRegion', 'ServiceRole', 'ResourceId'],
  ['# Sequence', 'env_epoch', 'env_seqNum', 'env_cv'],
  ['# Schema', 'env_flags'],
  ['# Cloud', 'nCloud *'],
  ['# Other', 'extraKey'],
].flat();

describe('the fields of a record', () => {
  it('stand in groups, those that are null behind a button, and long values in boxes that keys can scroll', async () => {
    const { page, host, close } = await open();
    expect(await groups(page)).toEqual(reported);
    const more = list(page).locator('button.more');
    expect([await more.innerText(), await more.getAttribute('aria-expanded')]).toEqual(['Show the 4 fields that are null', 'false']);
    await more.click();
    await expect.poll(() => groups(page)).toEqual([...reported, 'requestId', 'callerDisplayName', 'env_os', 'env_osVer']);
    expect([await more.innerText(), await more.getAttribute('aria-expanded')]).toEqual(['Hide the 4 fields that are null', 'true']);
    const value = (name: string) => field(page, name).locator('.value');
    expect(await value('env_cv').innerText()).toBe(`${'v'.repeat(4096)}…`);
    for (const [name, isPlain, isLong] of [
      ['resultType', true, false],
      ['env_seqNum', false, false],
      ['resultDescription', false, true],
      ['env_cv', true, true],
    ] as const) {
      const look = value(name).evaluate((one) => [!one.classList.contains('mono'), one.scrollHeight > one.clientHeight]);
      expect(await look, name).toEqual([isPlain, isLong]);
    }
    await host.apply({ kind: 'select', ref: { source: 0, index: 1 } });
    await expect.poll(() => more.innerText()).toBe('Hide the field that is null');
    await more.click();
    await expect.poll(() => more.innerText()).toBe('Show the field that is null');
    await close();
  });

  it('are explained on hover and on focus, in view and beside the list, until the pointer leaves or by Escape', async () => {
    const { page, close } = await open({ width: 1400, height: 500 });
    await field(page, 'nCloud *').locator('.name').hover();
    expect(await tip(page).innerText()).toContain('This meaning is inferred; it is not officially documented.');
    // The pointer may go to what it explains.
    await tip(page).hover();
    expect(await tip(page).count()).toBe(1);
    await list(page).locator('h3').first().hover();
    await expect.poll(() => tip(page).count()).toBe(0);
    for (const name of ['operationName', 'env_time', 'extraKey']) {
      const button = field(page, name).locator('.name');
      await button.scrollIntoViewIfNeeded();
      await button.focus();
      await tip(page).waitFor();
      expect(await button.getAttribute('aria-describedby')).toBe(await tip(page).getAttribute('id'));
      const [fields, shown] = await Promise.all([boxOf(list(page)), boxOf(tip(page))]);
      expect(shown.top >= 0 && shown.left >= 0 && shown.bottom <= 500, name).toBe(true);
      expect(shown.right, name).toBeLessThanOrEqual(fields.left);
    }
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      addEventListener('keydown', (event) => heard.push(event.key));
    });
    await page.keyboard.press('Escape');
    await expect.poll(() => tip(page).count()).toBe(0);
    // Only the first Escape was for the explanation.
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => 'heard' in window && window.heard)).toEqual(['Escape']);
    await close();
  });

  it('are explained after a rest and above the line where there is no room beside them, so that the next ones can be read', async () => {
    const { page, close } = await open({ width: 600, height: 900 });
    const button = field(page, 'env_time').locator('.name');
    await button.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    await field(page, 'auditEventCategory').locator('.name').focus();
    // Before the page has drawn the next frame.
    const soon = await button.evaluate((one: HTMLElement) => {
      one.focus();
      return new Promise((resolve) =>
        requestAnimationFrame(() => {
          const shown = one.parentElement!.querySelector('.doc');
          resolve([one.getAttribute('aria-describedby') === shown?.id, shown && getComputedStyle(shown).visibility]);
        }),
      );
    });
    expect(soon).toEqual([true, 'hidden']);
    await tip(page).waitFor();
    const [line, shown] = await Promise.all([boxOf(button), boxOf(tip(page))]);
    expect(shown.bottom).toBeLessThanOrEqual(line.top + 1);
    await close();
  });

  it('are one tree grid, whose groups open and close by key and by click, and stay so in the next record', async () => {
    const { page, host, close } = await open();
    const tree = page.getByRole('treegrid', { name: 'Fields' });
    const row = (name: string) => tree.getByRole('row', { name, exact: true });
    const focused = () => list(page).evaluate(({ shadowRoot }) => shadowRoot!.activeElement?.textContent?.trim() ?? '');
    const levels = () => tree.getByRole('row').evaluateAll((rows) => rows.slice(0, 3).map((one) => one.getAttribute('aria-level')));
    expect(await levels()).toEqual(['1', '2', '2']);
    await field(page, 'resultType').locator('.name').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Operation');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => row('Operation').getAttribute('aria-expanded')).toBe('false');
    expect(await field(page, 'resultType').count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Caller');
    await host.apply({ kind: 'select', ref: { source: 0, index: 1 } });
    await expect.poll(() => field(page, 'callerIpAddress').count()).toBe(1);
    expect(await field(page, 'resultType').count()).toBe(0);
    await row('Operation').getByRole('button').click();
    await expect.poll(() => field(page, 'resultType').count()).toBe(1);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => row('Operation').getAttribute('aria-expanded')).toBe('true');
    await close();
  });

  it('are one tab stop, in which arrow keys move through all groups', async () => {
    const { page, host, close } = await open();
    const stops = () => list(page).locator('[data-stop][tabindex="0"]:not([data-scrolls])').count();
    const focused = () => list(page).evaluate(({ shadowRoot }) => shadowRoot!.activeElement?.textContent?.trim() ?? '');
    expect(await stops()).toBe(1);
    await field(page, 'operationName').locator('.name').focus();
    await page.keyboard.press('Control+End');
    expect(await focused()).toBe('Show the 4 fields that are null');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('extraKey');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('Other');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('nCloud *');
    await tip(page).getByText('This meaning is inferred; it is not officially documented.').waitFor();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Public');
    await expect.poll(() => tip(page).count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe('seq>5 nCloud:Public');
    await page.keyboard.press('Control+Home');
    expect(await focused()).toBe('Operation');
    expect(await stops()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('audit-log-records').evaluate((records) => records.matches(':focus-within'))).toBe(true);
    await close();
  });

  it('scroll a long value by page keys, and have no fault that axe finds', async () => {
    const { page, close } = await open();
    const value = field(page, 'env_cv').locator('.value');
    await field(page, 'env_cv').locator('.name').focus();
    await page.keyboard.press('ArrowRight');
    expect(await value.evaluate((one) => one.matches(':focus'))).toBe(true);
    await page.keyboard.press('PageDown');
    await expect.poll(() => value.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    expect(await value.evaluate((one) => one.matches(':focus'))).toBe(true);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await close();
  });

  it('filter by their value, in addition to what is filtered already, where a filter can say it', async () => {
    const { page, host, close } = await open();
    expect(await field(page, 'extraKey').getByRole('button').count()).toBe(1);
    expect(await field(page, 'env_cv').getByRole('button').count()).toBe(1);
    await field(page, 'ServiceRegion').getByRole('button', { name: 'Filter: target.ServiceRegion:EastUS2' }).click();
    await expect.poll(() => host.state.query).toBe('seq>5 target.ServiceRegion:EastUS2');
    await field(page, 'ServiceRegion').getByRole('button', { name: 'Filter: target.ServiceRegion:EastUS2' }).click();
    await field(page, 'env_seqNum').getByRole('button', { name: 'Filter: seq:1003' }).click();
    await expect.poll(() => host.state.query).toBe('seq>5 target.ServiceRegion:EastUS2 seq:1003');
    await close();
  });
});

async function boxOf(element: Locator) {
  const { x, y, width, height } = (await element.boundingBox()) ?? { x: NaN, y: NaN, width: NaN, height: NaN };
  return { left: x, top: y, right: x + width, bottom: y + height };
}
