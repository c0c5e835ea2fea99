import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
import { axeFaults, axeFaultsInAllThemes } from '../axeFaults.ts';
import { RealLog } from '../realLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

/** Thirty records in the middle are missing, so that there is a gap to draw. */
const engine = await RealLog.open(inventedLog(150).filter((_, index) => index < 60 || index >= 90));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** Two records lie far from the others, one on each side. */
const farEngine = await RealLog.open([
  { ...inventedRecord(0), env_time: '0001-01-01T00:00:00Z' },
  ...inventedLog(60),
  { ...inventedRecord(61), env_time: '9999-12-31T23:59:59.9999999Z' },
]);

const pages: Readonly<Record<string, readonly Intent[]>> = {
  'records with a selected one': [{ kind: 'select', ref: { source: 0, index: 120 } }],
  'records under a window of time': [{ kind: 'filter', query: 'time:2020-11-02 resultGroup:success' }],
  'records in a chosen stretch of time': [{ kind: 'range', range: ['637398720000000000', '637400448000000000'] }],
  'a caller': [{ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } }],
  'a target': [{ kind: 'open', page: { kind: 'target', path: [{ level: 'Environment', name: 'PublicCloud' }] } }],
  coverage: [{ kind: 'open', page: { kind: 'coverage' } }],
  findings: [{ kind: 'open', page: { kind: 'findings' } }],
  'nothing that matches': [{ kind: 'filter', query: 'operation:Nothing' }],
};

describe('axe finds no fault in any theme', () => {
  it.each(Object.entries(pages))('with %s', async (_, intents) => {
    const host = new HostDouble(engine, engine.snapshot);
    for (const intent of intents) {
      await host.apply(intent);
    }
    const timeline = await openTimeline(browser, host);
    await timeline.page.locator('.count b').waitFor();
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    expect(timeline.faults).toEqual([]);
    await timeline.close();
  });

  it.each([[0], [1]])('with a note about records far from the others, after %i clicks on it', async (clicks) => {
    const host = new HostDouble(farEngine, farEngine.snapshot);
    const timeline = await openTimeline(browser, host);
    const names = ['Show all times', 'Show the time of the others'];
    for (const name of names.slice(0, clicks)) {
      await timeline.page.getByRole('button', { name }).click();
    }
    await timeline.page.getByRole('button', { name: names[clicks]! }).waitFor();
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    expect(timeline.faults).toEqual([]);
    await timeline.close();
  });
});

describe('the parts that open', () => {
  it('completions, table, null fields and documentation have no fault either', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
    const timeline = await openTimeline(browser, host);
    const { page } = timeline;
    await page.getByRole('button', { name: 'Show as table' }).click();
    await page.getByRole('button', { name: /^Show the \d+ fields that are null/ }).click();
    await page.getByRole('button', { name: 'env_flags', exact: true }).focus();
    await page.getByRole('tooltip').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Filter' }).pressSequentially('operation:');
    await page.locator('audit-log-filter').getByRole('option').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Filter' }).fill('oprtion:x');
    await page.getByRole('button', { name: 'Replace with operation', exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await timeline.close();
  });
});
