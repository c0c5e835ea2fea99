import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const { kubernetesAudit } = inventedRecords;
const hostile = '<img src=x onerror=alert(1)>';
const engine = await RealLog.open([
  { ...kubernetesAudit, auditID: 'a', stage: 'RequestReceived', responseStatus: undefined },
  { ...kubernetesAudit, auditID: 'b' },
  { ...kubernetesAudit, auditID: 'a' },
  { ...kubernetesAudit, auditID: 'a', stage: hostile },
]);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe('the records of one request in the detail', () => {
  it('are listed with their stages, can be selected, and are what the filter finds', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 2 } });
    const { page, faults, close } = await openTimeline(browser, host);
    const article = page.getByRole('article', { name: 'Record 2', exact: true });
    const list = article.locator('ul.request');
    await list.waitFor();
    expect(await list.locator('li').allInnerTexts()).toEqual([
      'Record 0 2026-03-01 09:00:00.1234560 RequestReceived dev@example.com: create pods/exec on web-0',
      'Record 2 2026-03-01 09:00:00.1234560 ResponseComplete dev@example.com ran a command in the pod web-0',
      `Record 3 2026-03-01 09:00:00.1234560 ${hostile} dev@example.com ran a command in the pod web-0`,
    ]);
    expect(await list.locator('[aria-current=true]').allInnerTexts()).toEqual(['Record 2']);
    await article.getByRole('button', { name: 'Filter by the 3 records of this request' }).click();
    await expect.poll(() => host.state.query).toBe('request:a');
    await page.locator('.count b', { hasText: /^3$/ }).waitFor();
    await list.getByRole('button', { name: 'Record 0' }).click();
    await page.getByRole('article', { name: 'Record 0', exact: true }).waitFor();
    await host.apply({ kind: 'select', ref: { source: 0, index: 1 } });
    await page.getByRole('article', { name: 'Record 1', exact: true }).waitFor();
    expect(await page.locator('ul.request').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});
