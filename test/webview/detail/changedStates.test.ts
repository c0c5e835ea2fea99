import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const callerOf = (name: string) => ({ callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: name }] });
const at = (second: number) => ({ env_time: `2020-11-02T00:00:0${second}Z` });
const engine = await RealLog.open([
  { ...inventedRecord(3), ...callerOf('ana'), ...at(1), operationName: 'SetCurrentPolicy' },
  { ...inventedRecord(3), ...callerOf('ben'), ...at(2), operationName: 'ResetAttestationPolicy', resultType: 'Failure' },
  { ...inventedRecord(3), ...callerOf('eve'), ...at(3), operationName: 'ResetAttestationPolicy' },
  { ...inventedRecord(3), ...callerOf('eve'), ...at(4), operationName: 'SetCurrentPolicy', resultType: 'Odd' },
  { ...inventedRecord(3), ...callerOf('eve'), ...at(5), operationName: 'Read' },
]);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const states = (page: Page) => page.locator('audit-log-changed-states');
const shown = (page: Page) =>
  states(page).evaluate(({ shadowRoot }) =>
    [...shadowRoot!.querySelectorAll('h3, dt, dd > div')].map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim()),
  );

describe('the state before and after a record', () => {
  it('says who had begun what held before, and what holds from then on or that nothing changed', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, faults, close } = await openTimeline(browser, host);
    const head = ['State before and after', 'policy', 'contoso'];
    for (const [index, lines] of [
      ['before: unknown, no earlier record says it', '→ set by ana'],
      ['no change: the attempt failed', 'before: set by ana since 2020-11-02 00:00:01'],
      ['before: set by ana since 2020-11-02 00:00:01', '→ reset by eve'],
      ['no change: nothing says that it succeeded', 'before: reset by eve since 2020-11-02 00:00:03'],
    ].entries()) {
      await host.apply({ kind: 'select', ref: { source: 0, index } });
      await page.getByRole('article', { name: `Record ${index}`, exact: true }).waitFor();
      await expect.poll(() => shown(page)).toEqual([...head, ...lines]);
    }
    await states(page).getByRole('button', { name: 'before: reset by eve', exact: true }).click();
    await page.getByRole('article', { name: 'Record 2', exact: true }).waitFor();
    await host.apply({ kind: 'select', ref: { source: 0, index: 4 } });
    await page.getByRole('article', { name: 'Record 4', exact: true }).waitFor();
    await expect.poll(() => shown(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });
});
