import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord, type Json } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

type Identities = Readonly<Record<string, string>>;

function recordsOf(...callers: readonly Identities[]): readonly Json[] {
  return callers.map((identities, index) => ({
    ...inventedRecord(index),
    callerIdentities: Object.entries(identities).map(([callerIdentityType, callerIdentity]) => ({ callerIdentityType, callerIdentity })),
  }));
}

const [ann, object, certificate, tenant] = [{ UPN: 'ann@x' }, { ObjectID: '<b>1</b>' }, { Certificate: 'c0ffee' }, { TenantId: 't' }];
const log = recordsOf({ ...ann, ...object, ...tenant }, { ...ann, ...object }, ann, { ...object, ...certificate }, certificate, {
  UPN: 'bob@x',
  ...tenant,
});

const matching = (page: Page) => page.locator('.count b').innerText();
const lines = (page: Page) => page.locator('audit-log-profile .joins').first().locator('li').allInnerTexts();

describe('the page of a caller with several identities', () => {
  it('is about the records of any of them, says why they are joined, and splits them by hand; Go Back undoes that', async () => {
    const engine = await RealLog.open(log);
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'Certificate', value: 'c0ffee' } });
    const { page, faults, close } = await openTimeline(browser, host);
    await page.getByRole('heading', { name: 'UPN ann@x' }).waitFor();
    await page.getByRole('heading', { name: 'One caller, joined from 3 identities' }).waitFor();
    const joined = [
      'UPN ann@x seen together with ObjectID <b>1</b> in 2 records Split off',
      'ObjectID <b>1</b> seen together with Certificate c0ffee in 1 record Split off',
      'Certificate c0ffee the page was opened by it',
    ];
    await expect.poll(() => lines(page)).toEqual(joined);
    await expect.poll(() => matching(page)).toBe('5');
    await expect.poll(() => page.getByRole('navigation', { name: 'Breadcrumb' }).innerText()).toContain('Caller ann@x');
    // What is joined is not listed once more among the others.
    await expect
      .poll(() => page.locator('audit-log-profile .identities dd').allInnerTexts())
      .toEqual([expect.stringMatching(/^t\s+in 1\s+· shared by 2 callers/)]);

    await page.getByRole('button', { name: 'Split ObjectID <b>1</b> off' }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => lines(page))
      .toEqual(['Certificate c0ffee the page was opened by it', 'ObjectID <b>1</b> split off by hand Join again']);
    await expect.poll(() => matching(page)).toBe('2');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => lines(page)).toEqual(joined);
    await page.getByRole('button', { name: 'Forward' }).click();
    await page.getByRole('button', { name: 'Join ObjectID <b>1</b> again' }).click();
    await expect.poll(() => lines(page)).toEqual(joined);
    await expect.poll(() => matching(page)).toBe('5');

    await page.getByRole('button', { name: 'Show in timeline' }).click();
    await expect
      .poll(() => host.state)
      .toMatchObject({
        page: { kind: 'records' },
        query: 'caller.UPN:ann@x OR caller.ObjectID:"<b>1</b>" OR caller.Certificate:c0ffee',
      });
    expect(faults).toEqual([]);
    await close();
  });

  it('says what is not joined, and why', async () => {
    const engine = await RealLog.open(log);
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'bob@x' } });
    const { page, close } = await openTimeline(browser, host);
    await page.getByText('1 identity', { exact: true }).click();
    await expect
      .poll(() => lines(page))
      .toEqual(['TenantId t seen together with UPN bob@x in 1 record; identities of this type name many callers']);
    expect(await page.getByRole('heading', { name: /One caller/ }).count()).toBe(0);
    expect(host.state.page).toMatchObject({ identities: [{ type: 'UPN', value: 'bob@x' }] });
    await close();
  });

  it('leaves out what was split off until it is joined again, and finds what a log adds that is read anew', async () => {
    const engine = await RealLog.open(log.slice(0, 3));
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({
      kind: 'open',
      page: { kind: 'caller', type: 'UPN', value: 'ann@x', apart: [{ type: 'ObjectID', value: '<b>1</b>' }] },
    });
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => lines(page)).toEqual(['UPN ann@x the page was opened by it', 'ObjectID <b>1</b> split off by hand Join again']);
    await page.getByRole('button', { name: 'Join ObjectID <b>1</b> again' }).click();
    await expect.poll(() => lines(page)).toHaveLength(2);
    await engine.replace(log);
    host.snapshot = engine.snapshot;
    await host.report({ kind: 'snapshot', snapshot: engine.snapshot });
    await expect.poll(() => lines(page)).toHaveLength(3);
    await close();
  });
});
