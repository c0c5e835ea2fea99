import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
import { HeldAnswers } from '../double/heldAnswers.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { failingEngine } from '../double/troubledEngines.ts';
import { ndjson, RealLog } from '../realLog.ts';
import { showPanel } from '../detailPanel.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

/** 257 KiB in ASCII: a kibibyte and a little more than is shown of a record. */
const vast = { ...inventedRecord(7), resultDescription: 'x'.repeat(257 * 1024) };
const places = [
  { targetResourceType: 'Environment', targetResourceName: 'PublicCloud' },
  { targetResourceType: 'ServiceRegion', targetResourceName: 'EastUS2' },
];
const records = [
  inventedRecord(3),
  { ...inventedRecord(4), env_time: 'yesterday', targetResources: places },
  { ...inventedRecord(5), targetResources: [] },
  vast,
];
const engine = await RealLog.open(records);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const detail = (page: Page) => page.getByRole('region', { name: 'Selected record' });
const actions = (page: Page) => detail(page).locator('.actions al-button').allInnerTexts();
const select = (index: number): Intent => ({ kind: 'select', ref: { source: 0, index } });

const environment = { level: 'Environment', name: 'PublicCloud' } as const;
const region = { level: 'ServiceRegion', name: 'EastUS2' } as const;

describe('the selected record', () => {
  it('is told with its time in both zones, its place, its source, and what can be done with it', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply(select(0));
    const { page, close } = await openTimeline(browser, host);
    const article = page.getByRole('article', { name: 'Record 0', exact: true });
    await article.waitFor();
    expect((await article.locator('h2').innerText()).split(/\n\s*/)).toEqual([
      'success',
      'ObjectID 1a2b3c4d…7c55 added a policy certificate on contoso in EastUS2: success',
    ]);
    // The browser is in Berlin.
    expect(await article.locator('.when').innerText()).toBe(
      '2020-11-02 06:32:21.0006090 UTC · 2020-11-02 07:32:21.0006090 local time · record 0 · line 1',
    );
    await showPanel(page, 'Source');
    await article.getByRole('group', { name: 'Source of the record' }).getByText('"operationName"', { exact: true }).waitFor();
    expect(await article.getByRole('listitem').count()).toBe(0);
    expect(await actions(page)).toEqual(['Open caller', 'Open target', 'Go to source', 'Copy']);
    await page.getByRole('button', { name: 'Go to source' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect
      .poll(() => host.intents)
      .toEqual([
        { kind: 'openSource', at: { record: { source: 0, index: 0 } } },
        { kind: 'copy', text: JSON.stringify(records[0]) },
      ]);
    const target = [
      { level: 'subscription', name: '9f41aa00-0000-4000-8000-0000000000c2' },
      { level: 'resourceGroup', name: 'rg-attest' },
      { level: 'instance', name: 'contoso' },
    ];
    expect(await article.locator('.path').allInnerTexts()).toEqual([
      '9f41aa00-0000-4000-8000-0000000000c2 › rg-attest › contoso',
      'PublicCloud › EastUS2 › AttestationRpType',
    ]);
    await article.getByRole('button', { name: 'EastUS2', exact: true }).click();
    await expect.poll(() => host.state.page).toEqual({ kind: 'target', path: [environment, region] });
    await host.apply({ kind: 'back' });
    await page.getByRole('button', { name: 'Open target' }).click();
    await expect.poll(() => host.state.page).toEqual({ kind: 'target', path: target });
    await close();
  });

  it('without a time, a target or room for all of its text says so, and its place is its target where it has no other', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply(select(1));
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => detail(page).locator('.when').innerText()).toBe('no valid time · record 1 · line 2');
    expect(await detail(page).getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('“yesterday”')]);
    expect(await detail(page).locator('.path').allInnerTexts()).toEqual(['PublicCloud › EastUS2']);
    await host.apply(select(2));
    await page.getByRole('article', { name: 'Record 2', exact: true }).waitFor();
    expect(await actions(page)).toEqual(['Open caller', 'Go to source', 'Copy']);
    expect(await detail(page).locator('.path').count()).toBe(0);
    await host.apply(select(3));
    await page.getByRole('article', { name: 'Record 3', exact: true }).waitFor();
    await showPanel(page, 'Source');
    const bytes = ndjson([vast]).length - 1;
    await detail(page)
      .getByText(`shown ${(256 * 1024).toLocaleString('en')} characters of a record of ${Math.round(bytes / 1024)} KB`, { exact: false })
      .waitFor();
    const shown = await detail(page).getByRole('group', { name: 'Source of the record' }).textContent();
    const units = /x{9,}/;
    expect(units.exec(shown!)![0]).toBe(units.exec(JSON.stringify(vast).slice(0, 256 * 1024))![0]);
    await host.apply(select(1));
    await page.getByRole('article', { name: 'Record 1', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Open target' }).click();
    await expect.poll(() => host.state.page).toEqual({ kind: 'target', path: [environment, region] });
    await close();
  });

  it('stays until the next one is read, is marked in the chart, and is closed when nothing is selected', async () => {
    const held = new HeldAnswers(engine);
    const host = new HostDouble(held, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    const selectedTime = () =>
      page.locator('audit-log-timeline').evaluate((panel) => ('selected' in panel ? String(panel.selected) : 'no time'));
    await page.locator('#row-3').waitFor();
    expect(await detail(page).count()).toBe(0);
    const first = held.hold();
    await host.apply(select(0));
    await detail(page).getByText('Reading the record…').waitFor();
    first();
    const shown = page.getByRole('article', { name: 'Record 0', exact: true });
    await shown.waitFor();
    await expect.poll(selectedTime).toBe('637398955410006090');
    const second = held.hold();
    await host.apply(select(1));
    await expect.poll(() => shown.getAttribute('aria-busy')).toBe('true');
    second();
    await page.getByRole('article', { name: 'Record 1', exact: true }).and(page.locator('[aria-busy=false]')).waitFor();
    expect(await selectedTime()).toBe('undefined');
    await host.apply({ kind: 'select', ref: null });
    await expect.poll(() => detail(page).count()).toBe(0);
    host.engine = failingEngine('the disk is gone');
    await host.apply(select(2));
    await detail(page).getByRole('alert').getByText('The engine failed: the disk is gone').waitFor();
    await close();
  });
});

describe('a selected record that the filter hides', () => {
  it('says so, and how to see it in the list again', async () => {
    const log = await RealLog.open(inventedLog(300));
    const held = new HeldAnswers(log);
    const host = new HostDouble(held, log.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
    await host.apply({ kind: 'filter', query: 'seq:1005' });
    const { page, close } = await openTimeline(browser, host);
    await page.getByText('The filter hides this record from the list.').waitFor();
    await host.apply({ kind: 'filter', query: 'seq<1004' });
    await page.locator('.count b', { hasText: /^4$/ }).waitFor();
    await held.allAnswered();
    expect(await page.getByText('The filter hides this record from the list.').count()).toBe(0);
    await host.apply({ kind: 'filter', query: 'seq:1005' });
    await page.getByText('The filter hides this record from the list.').waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => host.state.query).toBe('');
    await page.getByText('The filter hides this record from the list.').waitFor({ state: 'detached' });
    await close();
  });
});
