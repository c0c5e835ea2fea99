import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { failingEngine, restartingEngine } from '../double/troubledEngines.ts';
import { RealLog } from '../realLog.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const grid = (page: Page) => page.getByRole('grid', { name: 'Records' });

describe('findings', () => {
  it('lead to the source and to the record', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('button', { name: '1 error' }).click();
    const finding = page.locator('audit-log-findings .row.finding');
    await finding.getByRole('button', { name: 'Go to source' }).click();
    await expect.poll(() => host.intents.at(-1)).toEqual({ kind: 'openSource', at: { finding: { source: 0, finding: 0 } } });
    await finding.getByRole('button', { name: 'Show record' }).click();
    await page.locator('#row-300[aria-selected=true]').waitFor();
    await close();
  });
});

describe('controls of the page', () => {
  it('count findings of a kind in the badge of the toolkit', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'open', page: { kind: 'findings' } });
    const { page, close } = await openTimeline(browser, host);
    const badge = page.locator('audit-log-findings .row', { hasText: 'value.time' }).locator('al-badge');
    await expect.poll(() => badge.textContent()).toBe('1');
    expect(await badge.evaluate((element) => element.shadowRoot?.querySelector('.control') !== null)).toBe(true);
    await close();
  });

  it('show the icons of VS Code', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot));
    await page.locator('#row-3').waitFor();
    await page.getByRole('combobox', { name: 'Filter' }).fill('seq>0');
    const outlineOf = (name: string) => page.getByRole('button', { name, exact: true }).locator('svg.picture path').getAttribute('d');
    for (const [name, file] of Object.entries({
      'Zoom in': 'zoom-in',
      'Zoom out': 'zoom-out',
      Forward: 'arrow-right',
      'Clear filter': 'close',
    })) {
      const source = readFileSync(createRequire(import.meta.url).resolve(`@vscode/codicons/src/icons/${file}.svg`), 'utf8');
      expect(source).toContain(`<path d="${await outlineOf(name)}"/></svg>`);
      expect(source.match(/<path/g)).toHaveLength(1);
    }
    await close();
  });
});

describe('answers', () => {
  it('that come late are not drawn: the newest filter wins', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    host.beforeAnswer = (ask) => (JSON.stringify(ask.params).includes('RemovePolicyCertificate') ? held : Promise.resolve());
    await host.apply({ kind: 'filter', query: 'operation:RemovePolicyCertificate' });
    await expect
      .poll(() => host.asked.filter(({ params }) => JSON.stringify(params).includes('RemovePolicyCertificate')).length)
      .toBeGreaterThan(2);
    const late = host.asked.filter(({ params }) => JSON.stringify(params).includes('RemovePolicyCertificate')).map(({ id }) => id);
    await host.apply({ kind: 'filter', query: 'operation:SetCurrentPolicy' });
    await page
      .getByText(/ set the attestation policy/)
      .first()
      .waitFor();
    release();
    await drawnInFull(page, host);
    expect(host.cancelled).toEqual(expect.arrayContaining(late));
    expect(await page.getByText(/removed? a policy certificate/).count()).toBe(0);
    await close();
  });

  it('of an engine that starts again are asked for once more', async () => {
    const host = new HostDouble(restartingEngine(engine, 4), engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await expect.poll(() => page.locator('#row-3').textContent()).toContain('contoso');
    await expect.poll(() => page.locator('.count b').textContent()).toBe('302');
    await close();
  });

  it('that fail are told, not left blank', async () => {
    const host = new HostDouble(failingEngine('out of breath'), engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => page.getByText('The engine failed: out of breath').count()).toBeGreaterThan(2);
    await close();
  });

  it('follow a log that is still being read', async () => {
    const { log, finish } = await RealLog.openUnfinished(inventedLog(80));
    const { records } = log.snapshot;
    expect(log.snapshot).toMatchObject({ complete: false });
    expect(records > 0 && records < 82).toBe(true);
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByText(`of ${records} records so far`).waitFor();
    await page.getByRole('progressbar', { name: 'Reading' }).waitFor();
    await host.report({ kind: 'snapshot', snapshot: await finish() });
    await page.getByText('of 82 records', { exact: true }).waitFor();
    await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('83');
    await close();
  });

  /** Opens a log of so many ordinary records and two others, which grows or is replaced. */
  async function openChanging(count: number) {
    const log = await RealLog.open(inventedLog(count));
    const host = new HostDouble(log, log.snapshot);
    const opened = await openTimeline(browser, host, { height: 700 });
    let records = count + 2;
    const report = async (snapshot: Snapshot, expected: number) => {
      records = expected;
      host.snapshot = snapshot;
      await host.report({ kind: 'snapshot', snapshot });
      await expect.poll(() => grid(opened.page).getAttribute('aria-rowcount')).toBe(String(records + 1));
    };
    return {
      ...opened,
      host,
      top: () => grid(opened.page).evaluate((element) => element.scrollTop),
      grow: async (more: number) =>
        report(await log.append(Array.from({ length: more }, (_, index) => inventedRecord(records + index))), records + more),
      replace: async (ordinary: number) => report(await log.replace(inventedLog(ordinary)), ordinary + 2),
    };
  }

  it('stay at the end of a log that grows, and say how many came', async () => {
    const { page, host, grow, top, close } = await openChanging(100);
    await grid(page).focus();
    await page.keyboard.press('End');
    await page.locator('#row-101[aria-selected=true]').waitFor();
    const before = await top();
    await grow(12);
    await page.locator('#row-113').waitFor();
    expect(await top()).toBeGreaterThan(before);
    expect(host.state.selected).toEqual({ source: 0, index: 101 });
    expect(await page.locator('#row-101').getAttribute('aria-selected')).toBe('true');
    await page.getByRole('status').getByText('12 records more', { exact: true }).waitFor();
    await grow(1);
    await page.getByRole('status').getByText('13 records more', { exact: true }).waitFor();
    await close();
  });

  it('stay where they are in the middle of a log that grows, or is another one', async () => {
    const { page, host, grow, replace, top, close } = await openChanging(100);
    await page.locator('#row-3').waitFor();
    await host.apply({ kind: 'select', ref: { source: 0, index: 2 } });
    await page.locator('#row-2[aria-selected=true]').waitFor();
    await grid(page).evaluate((element) => (element.scrollTop = 660));
    await page.locator('#row-31').waitFor();
    await grow(20);
    expect(await top()).toBe(660);
    await replace(90);
    await page.getByRole('status').getByText('the file changed and was read again from the start', { exact: true }).waitFor();
    await page.locator('#row-31').waitFor();
    expect(await top()).toBe(660);
    expect(host.state.selected).toEqual({ source: 0, index: 2 });
    await page.getByRole('article', { name: 'Record 2' }).waitFor();
    await close();
  });

  it('stay in view where new ones come first', async () => {
    const { page, grow, top, close } = await openChanging(100);
    await page.getByRole('button', { name: /^Time/ }).click();
    await page.getByRole('columnheader', { name: /^Time/ }).and(page.locator('[aria-sort=descending]')).waitFor();
    await grid(page).evaluate((element) => (element.scrollTop = 660));
    await page.locator('#row-31').waitFor();
    const text = await page.locator('#row-31').textContent();
    await grow(10);
    await expect.poll(top).toBe(660 + 10 * 22);
    await expect.poll(() => page.locator('#row-41').textContent()).toBe(text);
    await close();
  });
});
