import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const statusLine = (page: Page) => page.locator('audit-log-status');

describe('the status line', () => {
  it('names the formats of a mixed log, each a way to its records', async () => {
    const { cloudTrail, kubernetesAudit } = inventedRecords;
    const engine = await RealLog.open([...inventedLog(5), cloudTrail, cloudTrail, kubernetesAudit]);
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await statusLine(page).getByRole('button', { name: 'Kubernetes audit' }).waitFor();
    const format = statusLine(page).getByRole('button', { name: 'AWS CloudTrail' });
    expect(await format.getAttribute('title')).toBe(
      'AWS CloudTrail: Calls of AWS APIs, console sign-ins and events of AWS services in an account.\nShow the 2 records of this format',
    );
    expect(await format.locator('svg').count()).toBe(1);
    await format.click();
    await expect.poll(() => host.state.query).toBe('format:cloudTrail');
    await page.locator('.count b', { hasText: /^2$/ }).waitFor();
    await close();
  });

  it('tells file, size, container, encoding, records, findings and zone, and no format where all are of Attestation', async () => {
    const engine = await RealLog.open(inventedLog(20));
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    // The page asks once for all of its parts.
    await expect.poll(() => host.asked.filter(({ name }) => name === 'formats').length).toBe(1);
    await drawnInFull(page, host);
    const text = (await statusLine(page).evaluate(({ shadowRoot }) => shadowRoot!.textContent)).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/ · [\d.]+ KB · NDJSON · UTF-8 [\d,]+ records/);
    expect(text).toContain('UTC');
    expect(text).not.toMatch(/attestation/i);
    await close();
  });
});
