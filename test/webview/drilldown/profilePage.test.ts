import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedLog } from '../../engine/openLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { failingEngine } from '../double/troubledEngines.ts';
import { RealLog } from '../realLog.ts';
import { resultLog } from '../resultLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
let log: OpenedLog;
beforeAll(async () => {
  browser = await startBrowser();
  log = await resultLog();
});
afterAll(() => browser.close());

describe('the page of a caller', () => {
  it('tells when the caller was seen in the whole log, and what of it a filter leaves', async () => {
    const host = new HostDouble(log.session, log.last);
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } });
    const { page, faults, close } = await openTimeline(browser, host);
    const head = page.locator('audit-log-profile header');
    const seen = 'first seen 2020-11-02 00:00:00.0000000 · last seen 2020-11-09 00:00:02.0000000 UTC';
    await head.getByText(seen).waitFor();
    expect(await head.innerText()).not.toMatch(/whole log|filter/i);
    await expect.poll(() => scopes(page)).toEqual(allScopes('in the whole log'));
    await host.apply({ kind: 'filter', query: 'resultGroup:failure' });
    await head.getByText(`in the whole log: ${seen}`).waitFor();
    await head
      .getByText('The filter leaves 6 of 24 records: the first 2020-11-04 00:00:00.0000000 · the last 2020-11-08 00:00:02.0000000 UTC')
      .waitFor();
    await expect.poll(() => scopes(page)).toEqual(allScopes('under the filter'));
    // A facet counts without what the filter says of its own field.
    await host.apply({ kind: 'filter', query: 'operation:SetCurrentPolicy' });
    await expect.poll(() => scopes(page)).toMatchObject({ Operation: 'in the whole log', Address: 'under the filter' });
    await host.apply({ kind: 'filter', query: 'resultGroup:failure operation:Nothing' });
    await head.getByText('The filter leaves none of 24 records.').waitFor();
    await head.getByText(seen).waitFor();
    await head.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => head.innerText()).not.toMatch(/whole log|filter/i);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('drill-down', () => {
  it('leads from a record to its caller, from there to a target, and back, by keys alone', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Open caller' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^(ObjectID|UPN|Certificate) / }).waitFor();
    await page
      .getByText(/shared by \d callers, so it identifies none/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'EastUS2', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'ServiceRegion EastUS2' }).waitFor();
    expect(host.state.page).toEqual({
      kind: 'target',
      path: [
        { level: 'Environment', name: 'PublicCloud' },
        { level: 'ServiceRegion', name: 'EastUS2' },
      ],
    });
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('button', { name: 'PublicCloud' }).click();
    await page.getByRole('heading', { name: 'Environment PublicCloud' }).waitFor();
    await page.getByRole('button', { name: 'Back' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'ServiceRegion EastUS2' }).waitFor();
    await close();
  });

  it('filters by a cell, counts agree, and shows it all in the timeline', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } });
    const { page, close } = await openTimeline(browser, host);
    const matrix = page.getByRole('grid', { name: 'Operation × Instance' });
    const cell = matrix.getByRole('row').nth(1).getByRole('gridcell').nth(1).getByRole('button');
    const count = (await cell.locator('.count').textContent())!.trim();
    await cell.click();
    await page.locator('.count b', { hasText: new RegExp(`^${count}$`) }).waitFor();
    await page.getByRole('button', { name: 'Show in timeline' }).click();
    await expect.poll(() => host.state.page.kind).toBe('records');
    expect(host.state.query).toMatch(/^operation:\w+ instance:\w+ caller\.UPN:svc-deploy@contoso\.com$/);
    await page.locator('.count b', { hasText: new RegExp(`^${count}$`) }).waitFor();
    await close();
  });
});

const subscription = '9f41aa00-0000-4000-8000-0000000000c2';
const mia = { kind: 'caller', type: 'UPN', value: 'mia@contoso.com' } as const;
const group = {
  kind: 'target',
  path: [
    { level: 'subscription', name: subscription },
    { level: 'resourceGroup', name: 'rg' },
  ],
} as const;

/** Mia's three records, and one each of Leo and of an unknown caller; both have to do with an instance of Mia's. */
const meetings = [
  ['SetCurrentPolicy', 'Success', 'one', 'mia@contoso.com', '10.0.0.1', 'Mia'],
  ['SetCurrentPolicy', 'Failure', 'one', 'mia@contoso.com', '10.0.0.2', 'Mia'],
  ['AddPolicyCertificate', 'ClientError', 'two', 'mia@contoso.com', '10.0.0.1', null],
  ['SetCurrentPolicy', 'Success', 'one', 'leo@contoso.com', '10.0.0.3', null],
  ['SetCurrentPolicy', 'Success', 'two', null, '10.0.0.3', null],
].map(([operationName, resultType, instance, caller, callerIpAddress, callerDisplayName], index) => ({
  ...inventedRecord(index),
  operationName,
  resultType,
  callerIpAddress,
  callerDisplayName,
  env_time: `2020-11-02T0${index}:00:00Z`,
  callerIdentities:
    caller === null
      ? []
      : [
          { callerIdentityType: 'UPN', callerIdentity: caller },
          { callerIdentityType: 'TenantId', callerIdentity: 'tenant' },
        ],
  targetResources: [
    {
      targetResourceType: 'ResourceId',
      targetResourceName: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Attestation/attestationProviders/${instance}`,
    },
  ],
}));

/** What stands under each heading beside the matrix and the records: its lines, blanks folded. */
function sections(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.locator('audit-log-profile').evaluate((profile) => {
    const text = (part: HTMLElement): string => part.innerText.replaceAll(/\s+/g, ' ').trim();
    const roots = (part: ParentNode): readonly ParentNode[] =>
      [...part.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : [shadowRoot, ...roots(shadowRoot)]));
    const all = [...(profile.shadowRoot?.querySelectorAll<HTMLElement>(':is(.who, .what) > *') ?? [])];
    return Object.fromEntries(
      all.map((section) => {
        const parts = [section, ...(section.shadowRoot === null ? [] : [section.shadowRoot]), ...roots(section.shadowRoot ?? section)];
        const find = (selector: string): readonly HTMLElement[] =>
          parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>(selector)]);
        const [head] = find('h2, h3');
        // Marks of what is new or rare are of the facets themselves.
        find('.mark').forEach((mark) => (mark.style.display = 'none'));
        return [head === undefined ? '' : text(head), find('.count-line, dd, p, li:not(:has(.count-line))').map(text)];
      }),
    );
  });
}

const scopeWords = / · (in the whole log|under the filter)/;

/** Which records each section says its figures are of. */
async function scopes(page: Page): Promise<Readonly<Record<string, string>>> {
  const heads = await page.locator('audit-log-profile').locator(':is(h2, h3):has(.scope)').allInnerTexts();
  return Object.fromEntries(heads.map((head) => [head.replace(/ · .*/s, ''), scopeWords.exec(head)?.[1] ?? '']));
}

/** Those of a caller's page: `scope` of what a filter limits. */
function allScopes(scope: string): Readonly<Record<string, string>> {
  return {
    'Identities, seen together in the same records': scope,
    Address: scope,
    'New with this caller': 'in the whole log',
    'Operation × Instance': scope,
    Records: scope,
    'Targets touched': scope,
    'In the same requests': 'in the whole log',
    Operation: scope,
  };
}

describe('whom and what a page tells of', () => {
  it('a caller has its identities, addresses, targets and neighbours, of which each leads on', async () => {
    const meetingLog = await RealLog.open(meetings);
    const host = new HostDouble(meetingLog, meetingLog.snapshot);
    await host.apply({ kind: 'open', page: mia });
    const { page, faults, close } = await openTimeline(browser, host);
    const reported = {
      'Identities, seen together in the same records · in the whole log': [
        'mia@contoso.com in 3',
        'tenant in 3 · shared by 2 callers, so it identifies none',
      ],
      'Not joined, and why · in the whole log': [''],
      'Display names · in the whole log': ['Mia 2 failure 1'],
      'Address · in the whole log': ['10.0.0.1 2 client error 1', '10.0.0.2 1 failure 1'],
      'New with this caller · in the whole log': [
        '★ Operation AddPolicyCertificate 2020-11-02 02:00:00 · new in the log',
        '★ Instance two 2020-11-02 02:00:00 · new in the log',
        '★ Address 10.0.0.2 2020-11-02 01:00:00 · new in the log',
        '★ Operation SetCurrentPolicy 2020-11-02 00:00:00 · new in the log',
        '★ Instance one 2020-11-02 00:00:00 · new in the log',
        '★ Address 10.0.0.1 2020-11-02 00:00:00 · new in the log',
      ],
      'Targets touched · in the whole log': [
        `▾ ${subscription} 3 client error 1 failure 1`,
        '▾ rg 3 client error 1 failure 1',
        'one 2 failure 1',
        'two 1 client error 1',
      ],
      'Also acting on the same instances · in the whole log': ['leo@contoso.com 1', 'unknown caller 1'],
      'In the same requests · in the whole log': ['no further records'],
      'Operation · in the whole log': ['SetCurrentPolicy 2 failure 1', 'AddPolicyCertificate 1 client error 1'],
    };
    await expect.poll(() => sections(page)).toEqual(reported);
    const numbers = () => page.locator('audit-log-profile audit-log-records [id^=row-] .index').allInnerTexts();
    await expect.poll(numbers).toEqual(['2', '1', '0']);
    await page.getByRole('checkbox', { name: '10.0.0.1', exact: true }).click();
    await expect.poll(() => host.state.query).toBe('ip:10.0.0.1');
    await expect.poll(numbers).toEqual(['2', '0']);
    // Who shares and who else acts is counted in the whole log.
    await expect
      .poll(() => sections(page))
      .toMatchObject({
        'Identities, seen together in the same records · under the filter': [
          'mia@contoso.com in 2',
          'tenant in 2 · shared by 2 callers in the whole log, so it identifies none',
        ],
        'Also acting on the same instances · in the whole log': ['leo@contoso.com 1', 'unknown caller 1'],
      });
    await page.locator('audit-log-profile .what section').getByRole('button', { name: 'leo@contoso.com', exact: true }).click();
    await expect.poll(() => host.state).toMatchObject({ query: 'ip:10.0.0.1', page: { ...mia, value: 'leo@contoso.com' } });
    await expect.poll(() => sections(page)).toMatchObject({ 'Targets touched · under the filter': ['none'] });
    await page.locator('audit-log-matrix p', { hasText: 'No record matches.' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('a target has its callers, also one that nothing names, long lists say how much they show, and failures are told', async () => {
    const more = Array.from({ length: 60 }, (_, index) => ({
      ...meetings[4],
      callerIpAddress: `10.0.1.${index}`,
      env_seqNum: 2000 + index,
    }));
    const meetingLog = await RealLog.open([...meetings, ...more]);
    const host = new HostDouble(meetingLog, meetingLog.snapshot);
    await host.apply({ kind: 'open', page: group });
    const { page, close } = await openTimeline(browser, host);
    await expect
      .poll(() => sections(page))
      .toMatchObject({
        'Identities · in the whole log': [
          'tenant in 4 · shared by 2 callers, so it identifies none',
          'mia@contoso.com in 3',
          'leo@contoso.com in 1',
        ],
        'Callers · in the whole log': ['unknown caller 61', 'mia@contoso.com 3 client error 1 failure 1', 'leo@contoso.com 1'],
        'Targets in the same records · in the whole log': [
          `▾ ${subscription} 65 client error 1 failure 1`,
          '▾ rg 65 client error 1 failure 1',
          'two 62 client error 1',
          'one 3 failure 1',
        ],
      });
    const found = await sections(page);
    // 60 addresses of its own, and three of the other records.
    expect(found['Address · in the whole log']?.at(-1)).toBe('10 of 63 values Show more');
    expect(found['New with this target · in the whole log']?.at(-1)).toMatch(/^8 of \d+ shown Show more$/);
    // Others act on the same instances as Leo, but this page is about no caller.
    await host.apply({ kind: 'filter', query: 'caller:leo@contoso.com' });
    await expect.poll(() => sections(page)).toMatchObject({ 'Callers · under the filter': ['leo@contoso.com 1'] });
    expect(Object.keys(await sections(page)).filter((title) => title.startsWith('Also'))).toEqual([]);
    await host.apply({ kind: 'filter', query: '' });
    await page.locator('audit-log-profile .who section').getByRole('button', { name: 'unknown caller', exact: true }).first().click();
    await expect.poll(() => host.state.page).toMatchObject({ kind: 'caller', type: '', value: 'unknown caller' });
    await page.getByRole('heading', { name: 'unknown caller', exact: true }).waitFor();
    await expect.poll(() => sections(page)).toMatchObject({ 'Identities, seen together in the same records · in the whole log': ['none'] });
    host.engine = failingEngine('the disk is gone');
    await host.apply({ kind: 'open', page: mia });
    // Nothing stays that is known of another caller.
    await expect.poll(() => page.locator('audit-log-profile :is(.who, .what) > *').count()).toBe(0);
    await page.locator('audit-log-profile').getByRole('alert').getByText('The engine failed: the disk is gone').first().waitFor();
    await close();
  });
});
