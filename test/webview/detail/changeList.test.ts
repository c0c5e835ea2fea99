import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const hostile = '<img src=x onerror=alert(1)>';
const properties = [
  { Name: 'Role', OldValue: '', NewValue: 'Owner' },
  { Name: hostile, OldValue: hostile, NewValue: 'x'.repeat(5000) },
  ...Array.from({ length: 300 }, (_, index) => ({ Name: `P${index}`, NewValue: 'v' })),
];
const engine = await RealLog.open([{ ...inventedRecords.m365Audit, ModifiedProperties: properties }, inventedRecords.cloudTrail]);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe('the changes in the detail of a record', () => {
  it('stand with their values before and after, as text', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 0 } });
    const { page, faults, close } = await openTimeline(browser, host);
    const article = page.getByRole('article', { name: 'Record 0', exact: true });
    await article.getByRole('heading', { name: 'Changes' }).waitFor();
    const names = await article.locator('.changes dt').allInnerTexts();
    expect(names.slice(0, 3)).toEqual(['Role', hostile, 'P0']);
    expect(names).toHaveLength(200);
    const values = article.locator('.changes dd');
    expect((await values.nth(0).innerText()).trim()).toBe('→ Owner');
    expect(await values.nth(1).locator('bdi').first().innerText()).toBe(hostile);
    expect((await values.nth(1).locator('bdi').last().innerText()).endsWith('x…')).toBe(true);
    expect(await values.nth(1).locator('bdi').last().getAttribute('tabindex')).toBe('0');
    expect(await values.nth(2).innerText()).toBe('not given → v');
    expect(await article.locator('img').count()).toBe(0);
    await article.getByText('200 of 302 shown').waitFor();
    await host.apply({ kind: 'select', ref: { source: 0, index: 1 } });
    await page.getByRole('article', { name: 'Record 1', exact: true }).waitFor();
    expect(await page.getByRole('heading', { name: 'Changes' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});
