import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedLog } from '../../engine/openLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { resultLog } from '../resultLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
let log: OpenedLog;
beforeAll(async () => {
  browser = await startBrowser();
  log = await resultLog();
});
afterAll(() => browser.close());

describe('the page of a caller', () => {
  it('tells when the caller was seen in the whole log, and what of it a filter leaves', async () => {
    const host = new HostDouble(log.session, log.last);
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } });
    const { page, faults, close } = await openTimeline(browser, host);
    const head = page.locator('audit-log-profile header');
    const seen = 'first seen 2020-11-02 00:00:00.0000000 · last seen 2020-11-09 00:00:02.0000000 UTC';
    await head.getByText(seen).waitFor();
    expect(await head.innerText()).not.toMatch(/whole log|filter/i);
    await host.apply({ kind: 'filter', query: 'resultGroup:failure' });
    await head.getByText(`in the whole log: ${seen}`).waitFor();
    await head
      .getByText(
        'The filter leaves 6 of 24 records, and all figures below are of these: the first 2020-11-04 00:00:00.0000000 · the last 2020-11-08 00:00:02.0000000 UTC',
      )
      .waitFor();
    await host.apply({ kind: 'filter', query: 'resultGroup:failure operation:Nothing' });
    await head.getByText('The filter leaves none of 24 records.').waitFor();
    await head.getByText(seen).waitFor();
    await head.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => head.innerText()).not.toMatch(/whole log|filter/i);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('drill-down', () => {
  it('leads from a record to its caller, from there to a target, and back, by keys alone', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Open caller' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^(ObjectID|UPN|Certificate) / }).waitFor();
    await page
      .getByText(/shared by \d callers, so it identifies none/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'EastUS2', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'ServiceRegion EastUS2' }).waitFor();
    expect(host.state.page).toEqual({
      kind: 'target',
      path: [
        { level: 'Environment', name: 'PublicCloud' },
        { level: 'ServiceRegion', name: 'EastUS2' },
      ],
    });
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('button', { name: 'PublicCloud' }).click();
    await page.getByRole('heading', { name: 'Environment PublicCloud' }).waitFor();
    await page.getByRole('button', { name: 'Back' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'ServiceRegion EastUS2' }).waitFor();
    await close();
  });

  it('filters by a cell, counts agree, and shows it all in the timeline', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } });
    const { page, close } = await openTimeline(browser, host);
    const cell = page.getByRole('region', { name: 'Operation by instance' }).locator('td button').first();
    const count = (await cell.textContent())!.trim();
    await cell.click();
    await page.locator('.count b', { hasText: new RegExp(`^${count}$`) }).waitFor();
    await page.getByRole('button', { name: 'Show in timeline' }).click();
    await expect.poll(() => host.state.page.kind).toBe('records');
    expect(host.state.query).toMatch(/^operation:\w+ instance:\w+ caller\.UPN:svc-deploy@contoso\.com$/);
    await page.locator('.count b', { hasText: new RegExp(`^${count}$`) }).waitFor();
    await close();
  });
});
