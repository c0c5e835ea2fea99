import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ViewPage } from '../../../src/protocol/viewMessages.ts';
import { openLog } from '../../engine/openLog.ts';
import { HeldAnswers } from '../double/heldAnswers.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { failingEngine } from '../double/troubledEngines.ts';
import { ndjson, RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(1200));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const count = (page: Page) => page.locator('audit-log-top-bar .count').innerText();
const crumbs = (page: Page) => page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('listitem');
const target = {
  kind: 'target',
  path: [
    { level: 'Environment', name: 'PublicCloud' },
    { level: 'ServiceRegion', name: 'EastUS2' },
  ],
} as const;

describe('the top bar', () => {
  it('says where one is, and leads up, back and forward', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('heading', { level: 1, name: 'attestation-2020-11.audit.ndjson' }).waitFor({ state: 'attached' });
    const [back, forward] = [page.getByRole('button', { name: 'Back' }), page.getByRole('button', { name: 'Forward' })];
    expect([await crumbs(page).allInnerTexts(), await back.isEnabled(), await forward.isEnabled()]).toEqual([
      ['All records'],
      false,
      false,
    ]);
    const steps: readonly (readonly [page: ViewPage, crumbs: readonly string[]])[] = [
      [{ kind: 'findings' }, ['All records', 'Findings']],
      [{ kind: 'coverage' }, ['All records', 'Coverage']],
      [{ kind: 'caller', type: 'UPN', value: 'mia@contoso.com' }, ['All records', 'Caller mia@contoso.com']],
      [target, ['All records', 'PublicCloud', 'EastUS2']],
    ];
    for (const [to, names] of steps) {
      await host.apply({ kind: 'open', page: to });
      await expect.poll(async () => (await crumbs(page).allInnerTexts()).map((text) => text.replace(/\s*›$/, ''))).toEqual(names);
      expect(await crumbs(page).locator('[aria-current=page]').allInnerTexts()).toEqual([names.at(-1)]);
      expect(await crumbs(page).getByRole('button').count()).toBe(names.length - 1);
    }
    await crumbs(page).getByRole('button', { name: 'PublicCloud' }).click();
    await expect.poll(() => host.state.page).toEqual({ ...target, path: target.path.slice(0, 1) });
    await back.click();
    await expect.poll(() => host.state.page).toEqual(target);
    await forward.click();
    await expect.poll(() => host.state.page).toEqual({ ...target, path: target.path.slice(0, 1) });
    await expect.poll(() => forward.isEnabled()).toBe(false);
    await crumbs(page).getByRole('button', { name: 'All records' }).click();
    await expect.poll(() => host.state.page).toEqual({ kind: 'records' });
    await close();
  });

  it('counts what the filter and the page leave, as the user writes numbers, and says when it cannot', async () => {
    const held = new HeldAnswers(engine);
    const release = held.hold();
    const host = new HostDouble(held, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => count(page)).toBe('…');
    release();
    await expect.poll(() => count(page)).toBe('1,202 of 1,202 records');
    await host.report({ kind: 'settings', settings: { ...host.settings, locale: 'de' } });
    await expect.poll(() => count(page)).toBe('1.202 of 1.202 records');
    // The numbers from 1000 on.
    await host.apply({ kind: 'filter', query: 'seq<1007' });
    await expect.poll(() => count(page)).toBe('7 of 1.202 records');
    const east = inventedLog(7)
      .slice(0, 7)
      .filter((record) => JSON.stringify(record).includes('"EastUS2"')).length;
    await host.apply({ kind: 'open', page: target });
    await expect.poll(() => count(page)).toBe(`${east} of 1.202 records`);
    host.engine = failingEngine('the disk is gone');
    await host.apply({ kind: 'filter', query: '' });
    await expect.poll(() => count(page)).toBe('The engine failed: the disk is gone');
    await close();
  });

  it('counts one record as one, and opens the text, of a compressed log that of a record', async () => {
    for (const [bytes, name] of [
      [ndjson([inventedRecord(0)]), 'Open as text'],
      [gzipSync(ndjson([inventedRecord(0)])), 'Open record as text'],
    ] as const) {
      const one = await openLog(bytes);
      const host = new HostDouble(one.session, one.last);
      const { page, close } = await openTimeline(browser, host);
      await expect.poll(() => count(page)).toBe('1 of 1 record');
      await page.locator('audit-log-top-bar').getByRole('button', { name, exact: true }).click();
      await expect.poll(() => host.intents).toEqual([{ kind: 'openSource', at: null }]);
      await close();
    }
  });

  it('shows how much of the log is read, and nothing once all is', async () => {
    const { log, finish } = await RealLog.openUnfinished(inventedLog(80));
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    const progress = page.getByRole('progressbar', { name: 'Reading' });
    await progress.waitFor();
    // The log is read as far as it is there: 64 KiB.
    const share = Math.round(((64 * 1024) / ndjson(inventedLog(80)).length) * 100);
    expect(await progress.getAttribute('aria-valuenow')).toBe(String(share));
    const widths = await progress.evaluate((bar) => [bar.firstElementChild?.clientWidth ?? 0, bar.clientWidth] as const);
    expect(Math.abs(widths[0] - (widths[1] * share) / 100)).toBeLessThan(2);
    await host.report({ kind: 'snapshot', snapshot: await finish() });
    await expect.poll(() => count(page)).toBe('82 of 82 records');
    expect(await progress.count()).toBe(0);
    await close();
  });
});
