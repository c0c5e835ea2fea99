import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
import { RealLog } from '../realLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { themes, type ThemeName } from '../themes.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { openTimeline, startBrowser, type TimelinePage } from '../timelinePage.ts';

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

async function violations({ page }: TimelinePage): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`);
}

describe.each(Object.keys(themes) as ThemeName[])('in the theme %s', (theme) => {
  it.each(Object.entries(pages))('axe finds no fault with %s', async (_, intents) => {
    const host = new HostDouble(engine, engine.snapshot);
    for (const intent of intents) {
      await host.apply(intent);
    }
    const timeline = await openTimeline(browser, host, { theme });
    await timeline.page.locator('.count b').waitFor();
    await drawnInFull(timeline.page, host);
    expect(await violations(timeline)).toEqual([]);
    expect(timeline.faults).toEqual([]);
    await timeline.close();
  });
});

it.each(Object.keys(themes) as ThemeName[])(
  'axe finds no fault with a note about records far from the others in the theme %s',
  async (theme) => {
    const timeline = await openTimeline(browser, new HostDouble(farEngine, farEngine.snapshot), { theme });
    for (const name of ['Show all times', 'Show the time of the others']) {
      await timeline.page.getByRole('button', { name }).waitFor();
      expect(await violations(timeline)).toEqual([]);
      await timeline.page.getByRole('button', { name }).click();
    }
    expect(timeline.faults).toEqual([]);
    await timeline.close();
  },
);

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
    expect(await violations(timeline)).toEqual([]);
    await page.getByRole('combobox', { name: 'Filter' }).pressSequentially('operation:');
    await page.locator('audit-log-filter').getByRole('option').first().waitFor();
    expect(await violations(timeline)).toEqual([]);
    await page.getByRole('combobox', { name: 'Filter' }).fill('oprtion:x');
    await page.getByRole('button', { name: 'Replace with operation', exact: true }).waitFor();
    expect(await violations(timeline)).toEqual([]);
    await timeline.close();
  });
});
