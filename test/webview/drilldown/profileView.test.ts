import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ViewPage } from '../../../src/protocol/viewMessages.ts';
import { axeFaultsInAllThemes } from '../axeFaults.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord, type Json } from '../double/inventedRecords.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, type PageOptions, startBrowser, type TimelinePage } from '../timelinePage.ts';

const start = Date.UTC(2020, 10, 2);

/** Requests of two records each, of which the second is of another caller; who sets the policy of an instance changes by the hour. */
function pairedRecord(index: number): Json {
  const caller = index % 2 === 0 ? 'ann@x' : 'bob@x';
  return {
    ...inventedRecord(index),
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    requestId: index < 8 ? `request${Math.floor(index / 2)}` : null,
    env_time: new Date(start + index * 3_600_000).toISOString(),
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: caller }],
    targetResources: [
      {
        targetResourceType: 'ResourceId',
        targetResourceName: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Attestation/attestationProviders/${index === 5 ? 'spare' : 'main'}`,
      },
    ],
  };
}

const paired = await RealLog.open(Array.from({ length: 20 }, (_, index) => pairedRecord(index)));
const engine = await RealLog.open(inventedLog(300));
const svc: ViewPage = { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' };
const ann: ViewPage = { kind: 'caller', type: 'UPN', value: 'ann@x' };
const region: ViewPage = {
  kind: 'target',
  path: [
    { level: 'Environment', name: 'PublicCloud' },
    { level: 'ServiceRegion', name: 'EastUS2' },
  ],
};

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Opened extends TimelinePage {
  readonly host: HostDouble;
}

async function open(log: RealLog, subject: ViewPage, options?: PageOptions): Promise<Opened> {
  const host = new HostDouble(log, log.snapshot);
  await host.apply({ kind: 'open', page: subject });
  const opened = await openTimeline(browser, host, options);
  await profile(opened.page).locator('audit-log-matrix').waitFor({ timeout: 30_000 });
  return { ...opened, host };
}

const profile = (page: Page): Locator => page.locator('audit-log-profile');
const chart = (page: Page): Locator => page.getByRole('application', { name: /^Records over time/ });
const overview = (page: Page): Locator => page.getByRole('application', { name: /^Whole log/ });

describe('the time axes of a page', () => {
  it('show its records, among all of the log', async () => {
    const { page, close } = await open(paired, ann);
    await expect.poll(() => chart(page).getAttribute('aria-label')).toContain(': 10 records, 2020-11-02 00:00');
    await expect.poll(() => overview(page).getAttribute('aria-label')).toContain('Whole log: 10 records');
    const all = await page.locator('audit-log-overview audit-log-chart').evaluate((element) => {
      const { backdrop } = element as unknown as { readonly backdrop: { readonly groups: { readonly success: readonly number[] } } };
      return backdrop.groups.success.reduce((sum, count) => sum + count, 0);
    });
    expect(all).toBe(20);
    await close();
  });

  it('are zoomed and panned for themselves, and stay so on the way back and forth', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, faults, close } = await openTimeline(browser, host);
    const zoom = async (by: number): Promise<readonly [string, string] | undefined> => {
      const before = host.state.viewport;
      await drawnInFull(page, host);
      const box = (await chart(page).boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, by);
      await page.keyboard.up('Control');
      await expect.poll(() => host.state.viewport?.join()).not.toBe(before?.join());
      await drawnInFull(page, host);
      return host.state.viewport;
    };
    const ofRecords = await zoom(-120);
    await host.apply({ kind: 'open', page: svc });
    await profile(page).locator('audit-log-matrix').waitFor();
    expect(host.state.viewport).toBeUndefined();
    const ofCaller = await zoom(-360);
    expect(ofCaller).not.toEqual(ofRecords);
    await chart(page).focus();
    await page.keyboard.press('d');
    await expect.poll(() => host.state.viewport?.join()).not.toBe(ofCaller?.join());
    const panned = host.state.viewport;
    await page.getByRole('button', { name: 'All records' }).click();
    await expect.poll(() => host.state.viewport).toEqual(ofRecords);
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => host.state.viewport).toEqual(panned);
    await host.apply({ kind: 'open', page: region });
    await expect.poll(() => host.state.viewport).toBeUndefined();
    await host.apply({ kind: 'open', page: svc });
    await expect.poll(() => host.state.viewport).toEqual(panned);
    expect(faults).toEqual([]);
    await close();
  });

  it('go to the time of its records at a click, and choose a stretch by a drag', async () => {
    const { page, host, close } = await open(paired, { kind: 'target', path: [{ level: 'instance', name: 'spare' }] });
    await page.getByRole('button', { name: 'Zoom to this time' }).click();
    const ticks = (BigInt(start + 5 * 3_600_000) + 62_135_596_800_000n) * 10_000n;
    await expect.poll(() => host.state.viewport).toEqual([String(ticks), String(ticks + 1n)]);
    await page.getByRole('button', { name: 'Show the whole log' }).click();
    await expect.poll(() => host.state.viewport).toBeUndefined();
    await drawnInFull(page, host);
    const box = (await chart(page).boundingBox())!;
    await page.mouse.move(box.x + 100, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => host.state.range).toBeDefined();
    await profile(page)
      .getByRole('heading', { name: /^Records · under the filter/ })
      .waitFor();
    await close();
  });

  it('have lanes with the states of the targets touched, coloured by who set them, also by others', async () => {
    const { page, host, close } = await open(paired, ann);
    const lanes = page.locator('audit-log-lanes');
    await lanes.getByText('In force: policy').waitFor();
    const names = lanes.locator('.row .name').filter({ hasText: /^\s*(main|spare)\s*$/ });
    await expect.poll(() => names.count()).toBe(1);
    await drawnInFull(page, host);
    const looks = await lanes.evaluate((panel) => {
      const { drawn } = panel as unknown as {
        readonly drawn: ReadonlyMap<string, readonly { kind: string; caller?: number; look?: string }[]>;
      };
      return [...drawn].filter(([key]) => key.startsWith('state')).flatMap(([, items]) => items.map((item) => JSON.stringify(item)));
    });
    // Ann and Bob set it by turns.
    expect(looks.filter((one) => one.includes('ann@x')).length).toBeGreaterThan(4);
    expect(looks.filter((one) => one.includes('bob@x')).length).toBeGreaterThan(3);
    const by = lanes.getByRole('combobox', { name: 'Lanes by', exact: true });
    expect(await by.evaluate((dropdown) => (dropdown as HTMLSelectElement).value)).toBe('operation');
    await page.getByRole('button', { name: 'Lanes', exact: true }).click();
    await expect.poll(() => lanes.count()).toBe(0);
    // It is of all pages of callers, not of the timeline.
    expect(JSON.parse(host.layout)).toEqual({ caller: { lanes: false } });
    await close();
  });
});

describe('what leads on from a page', () => {
  it('is the first record with each thing that is new, whose detail opens beside the list', async () => {
    const { page, host, close } = await open(paired, { kind: 'caller', type: 'UPN', value: 'bob@x' });
    const seen = page.locator('audit-log-first-seen');
    await seen.getByRole('button', { name: 'spare', exact: true }).click();
    await expect.poll(() => host.state.selected).toEqual({ source: 0, index: 5 });
    await page.getByRole('article', { name: 'Record 5', exact: true }).waitFor();
    await profile(page).locator('[aria-selected=true] .index', { hasText: '5' }).waitFor();
    expect(host.state.page).toMatchObject({ value: 'bob@x' });
    await page.keyboard.press('Escape');
    await close();
  });

  it('is what others did in the same requests', async () => {
    const { page, host, close } = await open(paired, ann);
    const others = page.locator('audit-log-same-requests');
    await others.getByText('4 further records in 4 requests').waitFor();
    await others.getByRole('button', { name: 'spare', exact: true }).waitFor();
    await others.getByRole('button', { name: 'bob@x', exact: true }).click();
    await expect.poll(() => host.state.page).toMatchObject({ kind: 'caller', type: '', value: 'bob@x' });
    await page.getByRole('heading', { name: 'bob@x', exact: true }).waitFor();
    await close();
  });
});

describe('a caller in a log without instances', () => {
  it('has its neighbours by the innermost targets, and a list as high as its records', async () => {
    const records = [
      ['ann@x', 'bucket1'],
      ['ann@x', 'bucket2'],
      ['bob@x', 'bucket2'],
      ['eve@x', 'bucket3'],
    ].map(([who, name], index) => ({
      ...inventedRecord(index),
      callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: who }],
      targetResources: [
        { targetResourceType: 'Environment', targetResourceName: 'Cloud' },
        { targetResourceType: 'ServiceRegion', targetResourceName: name },
      ],
    }));
    const { page, host, close } = await open(await RealLog.open(records), ann);
    const others = page.locator('audit-log-also-acting');
    await others.getByRole('heading', { name: 'Also acting on the same targets · in the whole log' }).waitFor();
    await expect.poll(() => others.getByRole('button').allInnerTexts()).toEqual(['bob@x']);
    await expect
      .poll(() => page.locator('audit-log-matrix').getByRole('grid').getAttribute('aria-label'))
      .toBe('Operation × ServiceRegion');
    expect((await page.locator('.list').boundingBox())!.height).toBeLessThan(220);
    // Who else acts does not depend on the filter.
    await host.apply({ kind: 'filter', query: 'target.ServiceRegion:bucket2' });
    await expect.poll(() => others.getByRole('button').allInnerTexts()).toEqual(['bob@x']);
    await others.getByRole('button').click();
    await expect.poll(() => host.state.page).toMatchObject({ kind: 'caller', type: '', value: 'bob@x' });
    await close();
  });
});

describe('the list of a caller with thousands of records', () => {
  it('is scrolled to its last row and chosen by keys, newest first', async () => {
    const count = 5003;
    const long = await RealLog.open(
      Array.from({ length: count }, (_, index) => ({ ...pairedRecord(index * 2), env_time: new Date(start + index * 1000).toISOString() })),
    );
    const { page, host, faults, close } = await open(long, ann);
    const grid = page.getByRole('grid', { name: 'Records' });
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(count + 1));
    await grid.evaluate((element) => (element.scrollTop = element.scrollHeight));
    const last = page.locator(`#row-${count - 1}`);
    await expect.poll(() => last.locator('.index').allInnerTexts()).toEqual(['0']);
    expect(await page.locator('[id^=row-]').count()).toBeLessThan(100);
    const distance = (): Promise<number> =>
      last.evaluate((row) => Math.abs(row.getBoundingClientRect().bottom - row.closest('[role=grid]')!.getBoundingClientRect().bottom));
    await expect.poll(distance).toBeLessThanOrEqual(2);
    await grid.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => host.state.selected).toEqual({ source: 0, index: count - 1 });
    await page.keyboard.press('End');
    await expect.poll(() => host.state.selected).toEqual({ source: 0, index: 0 });
    await expect.poll(() => page.getByRole('article', { name: 'Record 0', exact: true }).count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  }, 120_000);
});

describe('the layout of a page', () => {
  it.each([
    [1400, 3],
    [1000, 2],
    [660, 1],
  ])('at %i px has %i columns, nothing wider than the window, and names in full', async (width, columns) => {
    const { page, host, close } = await open(engine, svc, { width });
    await drawnInFull(page, host);
    const lefts = await profile(page)
      .locator(':is(.who, .middle, .what)')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    expect(new Set(lefts).size).toBe(columns);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await profile(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    const names = page.locator('audit-log-target-tree .name button.link');
    const cut = await names.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).length);
    expect([await names.count(), cut]).toEqual([expect.any(Number), 0]);
    expect(await names.filter({ hasText: 'AttestationRpType' }).first().innerText()).toBe('AttestationRpType');
    await close();
  });

  it('has no fault in any theme with a record beside it', async () => {
    const opened = await open(engine, svc);
    const index = await opened.page.locator('audit-log-profile [id^=row-] .index').first().innerText();
    await opened.host.apply({ kind: 'select', ref: { source: 0, index: Number(index) } });
    await opened.page.getByRole('article', { name: `Record ${index}`, exact: true }).waitFor();
    await opened.page.locator('audit-log-same-requests p').first().waitFor();
    expect(await axeFaultsInAllThemes(opened, opened.host)).toEqual([]);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });
});
