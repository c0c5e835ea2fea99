import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** What VS Code is told of the place on which a menu was opened last. */
async function menu(page: Page): Promise<unknown> {
  return JSON.parse((await page.locator('audit-log-view').getAttribute('data-vscode-context')) ?? 'null');
}

async function open() {
  const host = new HostDouble(engine, engine.snapshot);
  host.settings = { ...host.settings, lanes: true };
  const opened = await openTimeline(browser, host);
  await opened.page.locator('audit-log-lanes canvas').nth(2).waitFor();
  return { ...opened, host };
}

describe('a context menu', () => {
  it('knows the part of the page that it is opened on', async () => {
    const { page, host, faults, close } = await open();
    await page.locator('audit-log-timeline audit-log-chart').click({ button: 'right' });
    expect(await menu(page)).toEqual({ preventDefaultContextMenuItems: true, auditLogPlace: 'chart' });
    await page.locator('audit-log-lanes .row', { hasText: 'By Caller' }).click({ button: 'right' });
    expect(await menu(page)).toEqual({ preventDefaultContextMenuItems: true, auditLogPlace: 'lanes' });
    await page.locator('#row-3 .index').click({ button: 'right' });
    expect(await menu(page)).toEqual({ preventDefaultContextMenuItems: true, auditLogPlace: 'record' });
    // Its commands are about the selected record.
    await expect.poll(() => host.state.selected).toEqual({ source: 0, index: 3 });
    await page.locator('audit-log-fields .field', { hasText: 'operationName' }).locator('.value').click({ button: 'right' });
    expect(await menu(page)).toEqual({
      preventDefaultContextMenuItems: false,
      auditLogPlace: 'field',
      fieldFilter: 'operation:AddPolicyCertificate',
      field: 'operation',
    });
    await page.getByRole('searchbox', { name: 'Search lanes' }).click({ button: 'right' });
    expect(await menu(page)).toEqual({});
    expect(faults).toEqual([]);
    await close();
  });

  it('on a value of a record knows what finds it, and on several records does not', async () => {
    const { page, close } = await open();
    await page.locator('#row-3 .caller').waitFor();
    for (const [cell, fieldFilter] of [
      ['caller', 'caller:1a2b3c4d-52f0-4c1e-9d11-0e6f3b9a7c55'],
      ['instance', 'instance:contoso'],
      ['result', 'resultGroup:success'],
      ['sentence', 'operation:AddPolicyCertificate'],
    ] as const) {
      await page.locator(`#row-3 .${cell}`).click({ button: 'right' });
      expect(await menu(page), cell).toMatchObject({ preventDefaultContextMenuItems: true, auditLogPlace: 'record', fieldFilter });
    }
    await page.locator('#row-5 .index').click({ modifiers: ['Shift'] });
    await page.locator('#row-4 .caller').click({ button: 'right' });
    expect(await menu(page)).toEqual({ preventDefaultContextMenuItems: true, auditLogPlace: 'records' });
    await close();
  });

  it('on a lane leads to what its commands do, by mouse and by key', async () => {
    const { page, host, close } = await open();
    const lane = page.locator('audit-log-lanes .row', { hasText: '@contoso.com' }).first();
    const name = (await lane.getAttribute('data-menu')) ?? '';
    await lane.click({ button: 'right' });
    const { laneKey } = (await menu(page)) as { readonly laneKey: string };
    expect(JSON.parse(name)).toEqual({ auditLogPlace: 'lane', laneKey });
    const [field, value] = JSON.parse(laneKey) as readonly [string, string];
    await host.report({ kind: 'act', act: { act: 'lane', does: 'exclude', key: laneKey } });
    await expect.poll(() => host.state.query).toBe(`-${field}:${value}`);
    await host.apply({ kind: 'back' });
    await page
      .locator('audit-log-lanes .row', { hasText: value })
      .first()
      .click({ position: { x: 40, y: 8 } });
    await page.keyboard.press('Shift+F10');
    await page.locator('audit-log-lanes .rows').dispatchEvent('contextmenu', { bubbles: true, composed: true });
    expect(await menu(page)).toMatchObject({ auditLogPlace: 'lane', laneKey });
    // Without a key commands mean the lane that the keyboard is on.
    await host.report({ kind: 'act', act: { act: 'lane', does: 'include', key: null } });
    await expect.poll(() => host.state.query).toBe(`${field}:${value}`);
    await close();
  });

  it('has commands for the table twins, other lanes and other bars', async () => {
    const { page, host, close } = await open();
    await host.report({ kind: 'act', act: { act: 'lanesBy', field: 'operation' } });
    await page.locator('audit-log-lanes .row', { hasText: 'By Operation' }).waitFor();
    await host.report({ kind: 'act', act: { act: 'stackBy', field: 'operation' } });
    const stackedBy = page.getByRole('combobox', { name: 'Stack bars by' });
    await expect.poll(() => stackedBy.evaluate((one: HTMLSelectElement) => one.value)).toBe('operation');
    await host.report({ kind: 'act', act: { act: 'toggleTable', of: 'lanes' } });
    await page.getByRole('region', { name: 'Lanes' }).waitFor();
    await host.report({ kind: 'act', act: { act: 'toggleTable', of: 'histogram' } });
    await page.getByRole('region', { name: 'Records over time' }).waitFor();
    await close();
  });
});
