import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ViewPage } from '../../../src/protocol/viewMessages.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const records = ['ann@x', 'ann@x', 'bob@x', 'bob@x'].map((caller, index) => ({
  ...inventedRecord(index),
  env_time: `2020-11-02T0${index}:00:00Z`,
  operationName: index < 3 ? 'SetCurrentPolicy' : 'AddPolicyCertificate',
  resultType: index === 1 ? 'Failure' : 'Success',
  requestId: index < 2 ? '<i>r1</i>' : 'r2',
  callerIpAddress: index < 3 ? '10.0.0.1' : '10.0.0.2',
  ticket: index % 2 === 0 ? 'T-1' : 'T-2',
  callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: caller }],
}));

describe('the page of a value', () => {
  it.each<[title: string, page: ViewPage, query: string, count: string, callers: readonly string[]]>([
    ['request <i>r1</i>', { kind: 'value', field: 'request', value: '<i>r1</i>' }, 'request:"<i>r1</i>"', '2', ['ann@x 2']],
    ['ip 10.0.0.1', { kind: 'value', field: 'ip', value: '10.0.0.1' }, 'ip:10.0.0.1', '3', ['ann@x 2', 'bob@x 1']],
    [
      'operation SetCurrentPolicy',
      { kind: 'value', field: 'operation', value: 'SetCurrentPolicy' },
      'operation:SetCurrentPolicy',
      '3',
      ['ann@x 2', 'bob@x 1'],
    ],
    // Of a key that has no column, for which records are searched.
    ['key.ticket T-2', { kind: 'value', field: 'key.ticket', value: 'T-2' }, 'key.ticket:T-2', '2', ['ann@x 1', 'bob@x 1']],
  ])('%s', async (title, shown, query, count, callers) => {
    const engine = await RealLog.open(records);
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'open', page: shown });
    const { page, faults, close } = await openTimeline(browser, host);
    const profile = page.locator('audit-log-profile');
    await profile.getByRole('heading', { name: title, exact: true }).waitFor();
    await expect.poll(() => page.locator('.count b').innerText()).toBe(count);
    await expect.poll(() => profile.locator('header').innerText()).toContain('first seen 2020-11-02');
    const listed = profile.locator('section', { has: page.getByRole('heading', { name: /^Callers/ }) }).locator('.count-line');
    await expect
      .poll(async () =>
        (await listed.allInnerTexts()).map((text) =>
          text
            .replaceAll(/\s+/g, ' ')
            .replace(/ failure 1$/, '')
            .trim(),
        ),
      )
      .toEqual(callers);
    expect(await page.getByRole('navigation', { name: 'Breadcrumb' }).innerText()).toContain(title);
    await page.getByRole('button', { name: 'Show in timeline' }).click();
    await expect.poll(() => host.state).toMatchObject({ page: { kind: 'records' }, query });
    expect(faults).toEqual([]);
    await close();
  });
});
