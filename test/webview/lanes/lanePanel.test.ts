import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaneItem } from '../../../src/scene/laneScene.ts';
import { axeFaultsInAllThemes } from '../axeFaults.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord, type Json } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser, type PageOptions } from '../timelinePage.ts';

const hour = 3_600_000;
const start = Date.UTC(2020, 10, 2);

/** An hour's record about the policy of one of three instances: every fifth one fails. */
function policyRecord(index: number): Json {
  const roll = (index * 7919) % 101;
  const instance = ['contoso', 'northwind', 'fabrikam'][roll % 3]!;
  return {
    ...inventedRecord(index),
    operationName: roll % 4 === 0 ? 'ResetAttestationPolicy' : 'SetCurrentPolicy',
    resultType: index % 5 === 4 ? 'Failure' : 'Success',
    env_time: new Date(start + index * hour).toISOString(),
    targetResources: [
      {
        targetResourceType: 'ResourceId',
        targetResourceName: `/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Attestation/attestationProviders/${instance}`,
      },
    ],
  };
}

const policies = Array.from({ length: 60 }, (_, index) => policyRecord(index));
const policyLog = await RealLog.open(policies);
const engine = await RealLog.open(inventedLog(300));
/** A caller of its own for each record. */
const manyCallers = await RealLog.open(
  Array.from({ length: 3000 }, (_, index) => ({
    ...inventedRecord(index),
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: `caller${String(index).padStart(4, '0')}@contoso.com` }],
  })),
);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const lanes = (page: Page): Locator => page.locator('audit-log-lanes');
const rows = (page: Page): Locator => lanes(page).locator('.row');
const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name }).first();
const spoken = (page: Page): Locator => lanes(page).locator('[role=status]');

/** Leaves the lanes whose names contain a text. */
async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search lanes' }).fill(text);
  await row(page, text).waitFor();
}

/** Chooses one of what a list above the lanes offers. */
async function choose(page: Page, list: string, option: string): Promise<void> {
  const dropdown = lanes(page).getByRole('combobox', { name: list, exact: true });
  await dropdown.click();
  await dropdown.getByRole('option', { name: option, exact: true }).click();
}

/** What the element says of itself; its own type would take the page's pictures along. */
interface LanePanel {
  readonly drawn: ReadonlyMap<string, readonly LaneItem[]>;
  readonly shown: readonly [bigint, bigint];
}

interface Drawn {
  readonly kind: string;
  readonly left: number;
  readonly right: number;
  readonly look?: string;
  readonly count?: number;
}

/** What is drawn on the lane of a row, in pixels, and how wide the lane is. */
async function drawnOn(page: Page, name: string): Promise<{ readonly width: number; readonly items: readonly Drawn[] }> {
  const key = await row(page, name).locator('canvas').getAttribute('data-key');
  const width = await row(page, name)
    .locator('.lane')
    .evaluate((lane) => lane.clientWidth);
  const items = await lanes(page).evaluate(
    (panel, wanted) =>
      ((panel as unknown as LanePanel).drawn.get(wanted) ?? []).map((item) => ({
        kind: item.kind,
        left: item.left,
        right: item.right,
        ...(item.kind === 'period' ? { look: item.look } : { count: item.count }),
      })),
    key!,
  );
  return { width, items };
}

async function open(log: RealLog, options: PageOptions = {}) {
  const host = new HostDouble(log, log.snapshot);
  host.settings = { ...host.settings, lanes: true };
  const opened = await openTimeline(browser, host, options);
  await expect.poll(() => rows(opened.page).locator('canvas').count()).toBeGreaterThan(2);
  return { ...opened, host };
}

/** The state of an instance's policy at a moment, by a replay of the records up to it. */
function policyAt(instance: string, moment: number): string {
  let state = 'unknown';
  for (const record of policies) {
    const isOf = JSON.stringify(record['targetResources']).includes(`/${instance}"`);
    if (isOf && record['resultType'] === 'Success' && Date.parse(String(record['env_time'])) <= moment) {
      state = record['operationName'] === 'SetCurrentPolicy' ? 'set' : 'reset';
    }
  }
  return state;
}

describe('the lanes', () => {
  it('show at fifty moments the state that a slow replay of the records finds', async () => {
    const { page, faults, close } = await open(policyLog);
    for (const instance of ['contoso', 'northwind', 'fabrikam']) {
      await expect.poll(async () => (await drawnOn(page, instance)).items.length).toBeGreaterThan(5);
      const { width, items } = await drawnOn(page, instance);
      const shown = await lanes(page).evaluate((panel) => {
        const [from, to] = (panel as unknown as LanePanel).shown;
        return [Number(from / 10_000n) - 62_135_596_800_000, Number(to / 10_000n) - 62_135_596_800_000] as const;
      });
      for (let index = 0; index < 50; index++) {
        // In the middle of an hour, where nothing begins.
        const moment = start + ((index * 37) % 59) * hour + hour / 2;
        const x = ((moment - shown[0]) / (shown[1] - shown[0])) * width;
        const period = items.find(({ kind, left, right }) => kind === 'period' && x >= left && x < right);
        expect(period?.look, `${instance} at ${new Date(moment).toISOString()}`).toBe(policyAt(instance, moment));
      }
      const failed = policies.filter(
        (one) => one['resultType'] === 'Failure' && JSON.stringify(one['targetResources']).includes(`/${instance}"`),
      );
      expect(items.filter(({ kind }) => kind === 'mark')).toHaveLength(failed.length);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it('select by a click the record that began a state', async () => {
    const { page, host, close } = await open(policyLog);
    const { items } = await drawnOn(page, 'contoso');
    const period = items.find(({ kind, look }) => kind === 'period' && look === 'set')!;
    await row(page, 'contoso')
      .locator('.lane')
      .click({ position: { x: (period.left + period.right) / 2, y: 11 } });
    await expect.poll(() => host.state.selected).not.toBeNull();
    const selected = policies[host.state.selected!.index]!;
    expect([selected['operationName'], selected['resultType']]).toEqual(['SetCurrentPolicy', 'Success']);
    await close();
  });

  it('are gone through by keys, which select, filter, leave out, pin and open', async () => {
    const { page, host, close } = await open(engine);
    await search(page, 'svc-deploy@contoso.com');
    await lanes(page).locator('.rows').focus();
    const caller = row(page, 'svc-deploy@contoso.com');
    await caller.locator('canvas').waitFor();
    const place = Number(await caller.getAttribute('aria-rowindex'));
    for (let step = 0; step < place; step++) {
      await page.keyboard.press('ArrowDown');
    }
    await expect.poll(() => caller.getAttribute('class')).toContain('active');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => spoken(page).innerText()).toMatch(/^\d+ \w+.*, 2020-11-0/);
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.selected).not.toBeNull();
    await page.keyboard.press('f');
    await expect.poll(() => host.state.query).toBe('caller:svc-deploy@contoso.com');
    await host.apply({ kind: 'filter', query: '' });
    await expect.poll(() => page.getByRole('combobox', { name: 'Filter' }).inputValue()).toBe('');
    await page.keyboard.press('Shift+F');
    await expect.poll(() => host.state.query).toBe('-caller:svc-deploy@contoso.com');
    await host.apply({ kind: 'filter', query: '' });
    await expect.poll(() => caller.count()).toBe(1);
    await page.keyboard.press('p');
    await expect.poll(() => caller.innerText()).toContain('★');
    await close();
  });

  it('show what is within a lane, whose counts are those of the filter for both', async () => {
    const { page, host, close } = await open(engine);
    await search(page, 'svc-deploy@contoso.com');
    await row(page, 'svc-deploy@contoso.com').getByRole('button', { name: 'svc-deploy@contoso.com' }).click();
    const inner = rows(page)
      .filter({ has: page.locator('.inner') })
      .filter({ hasText: 'SetCurrentPolicy' });
    await inner.first().hover();
    await inner.first().getByRole('button', { name: 'Show only these' }).click();
    await expect.poll(() => host.state.query).toBe('caller:svc-deploy@contoso.com operation:SetCurrentPolicy');
    const counted = () => page.locator('.count b').innerText();
    await expect.poll(async () => Number(await counted())).toBeLessThan(engine.snapshot.records);
    const own = () => row(page, 'svc-deploy@contoso.com').locator('.number').first().textContent();
    await expect.poll(async () => (await own()) === (await counted())).toBe(true);
    await close();
  });

  it('are reached to the last of thousands, and their marks add up to their records', async () => {
    const { page, close } = await open(manyCallers, { height: 800 });
    await lanes(page)
      .locator('.rows')
      .evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await row(page, 'caller2999').locator('canvas').waitFor();
    await expect.poll(async () => (await drawnOn(page, 'caller2999')).items.map(({ count }) => count)).toEqual([1]);
    expect(await rows(page).count()).toBeLessThan(40);
    const [last, list] = await Promise.all([row(page, 'caller2999').boundingBox(), lanes(page).locator('.rows').boundingBox()]);
    expect(last!.y + last!.height).toBeLessThanOrEqual(list!.y + list!.height + 1);
    await page.getByRole('searchbox', { name: 'Search lanes' }).fill('caller0007');
    await expect.poll(() => rows(page).filter({ hasText: 'caller0007' }).count()).toBe(1);
    await expect.poll(() => rows(page).filter({ hasText: 'caller2999' }).count()).toBe(0);
    await close();
  });

  it('are in the order in which their values occur first', async () => {
    const { page, close } = await open(engine);
    await choose(page, 'Order of the lanes', 'first seen');
    const firsts = new Set(
      inventedLog(300).map((record) => (record['callerIdentities'] as [{ callerIdentity: string }])[0].callerIdentity),
    );
    await search(page, '@contoso.com');
    const names = async () => (await rows(page).locator('button.cut').allInnerTexts()).map((text) => text.replace('▸ ', ''));
    const expected = [...firsts].filter((name) => name.includes('@contoso.com'));
    await expect.poll(async () => (await names()).filter((name) => name.includes('@')).slice(0, 3)).toEqual(expected.slice(0, 3));
    await close();
  });

  it('are of any field, and in the order of names', async () => {
    const { page, close } = await open(engine);
    await choose(page, 'Lanes by', 'Operation');
    await choose(page, 'Order of the lanes', 'name');
    await search(page, 'Policy');
    const names = async (): Promise<readonly string[]> => (await rows(page).locator('button.cut').allInnerTexts()).slice(1);
    await expect
      .poll(names)
      .toEqual([
        '▸ AddPolicyCertificate',
        '▸ PrepareToUpdatePolicy',
        '▸ RemovePolicyCertificate',
        '▸ ResetAttestationPolicy',
        '▸ SetCurrentPolicy',
      ]);
    await close();
  });

  it('have a table twin, whose states lead to their records', async () => {
    const { page, host, close } = await open(policyLog);
    await page.getByRole('button', { name: 'Show lanes as table' }).click();
    const lines = lanes(page).locator('tbody tr');
    await expect.poll(() => lines.count()).toBeGreaterThan(20);
    expect(await lines.filter({ hasText: 'contoso' }).first().innerText()).toContain('unknown');
    await lines
      .getByRole('button', { name: /^set by/ })
      .first()
      .click();
    await expect.poll(() => host.state.selected).not.toBeNull();
    await close();
  });

  it('zoom with the wheel, as the histogram does', async () => {
    const { page, host, close } = await open(policyLog);
    await row(page, 'contoso').locator('.lane').hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await expect.poll(() => host.state.viewport).toBeDefined();
    await close();
  });

  it('are opened and closed by a button, and stay so', async () => {
    const { page, savedState, close } = await open(engine);
    await page.getByRole('button', { name: 'Lanes', exact: true }).click();
    await expect.poll(() => lanes(page).count()).toBe(0);
    expect(await savedState()).toMatchObject({ lanes: false });
    await close();
  });

  it('keep hostile text inert', async () => {
    const { page, faults, close } = await open(engine);
    await lanes(page)
      .locator('.rows')
      .evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await row(page, 'onerror').waitFor();
    expect(await page.evaluate(() => (window as unknown as { wasHacked?: boolean }).wasHacked)).toBeUndefined();
    expect(faults).toEqual([]);
    await close();
  });

  it('are as the user has left them when the log is opened again, or the window', async () => {
    const { page, host, savedState, close } = await open(engine);
    await choose(page, 'Lanes by', 'Operation');
    await search(page, 'Policy');
    await row(page, 'SetCurrentPolicy').locator('.name').hover();
    await row(page, 'SetCurrentPolicy').getByRole('button', { name: 'Pin' }).click();
    await row(page, '★ SetCurrentPolicy').waitFor();
    const shown = (one: Page) => rows(one).locator('button.cut').allInnerTexts();
    const before = await shown(page);
    const [layout, saved] = [host.layout, await savedState()];
    await close();
    for (const kept of [{ layout }, { saved }]) {
      const again = new HostDouble(engine, engine.snapshot);
      again.settings = { ...again.settings, lanes: true };
      again.layout = kept.layout ?? '';
      const opened = await openTimeline(browser, again, { saved: kept.saved });
      await row(opened.page, '★ SetCurrentPolicy').waitFor();
      await expect.poll(() => shown(opened.page)).toEqual(before);
      await opened.close();
    }
  });

  it('have no fault that axe finds in any theme', async () => {
    const { host, ...timeline } = await open(policyLog);
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    expect(timeline.faults).toEqual([]);
    await timeline.close();
  });

  it.each([660, 1000])('leave room for the list at %d pixels', async (width) => {
    const { page, close } = await open(policyLog, { width });
    const box = await row(page, 'contoso').locator('.lane').boundingBox();
    expect(box!.width).toBeGreaterThan(250);
    expect((await page.locator('audit-log-records').boundingBox())!.height).toBeGreaterThan(150);
    await close();
  });
});
