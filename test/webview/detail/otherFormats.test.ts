import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

/** More rows than come in one piece. */
const count = 300;
const { cloudTrail } = inventedRecords;
const records = Array.from({ length: count }, (_, index) => ({
  ...cloudTrail,
  eventTime: new Date(Date.UTC(2026, 2, 1) + index * 60_000).toISOString(),
  requestID: `R${index}`,
  resources: [{ type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::bucket${index}` }],
}));
const engine = await RealLog.open(records);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe('a record whose format is data', () => {
  it('is in the list up to the last row, with its targets and fields by role in the detail', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await page.getByRole('grid', { name: 'Records' }).focus();
    await page.keyboard.press('End');
    const last = page.locator(`#row-${count - 1}[aria-selected=true]`);
    await last.waitFor();
    await expect.poll(() => last.textContent()).toContain(`arn:aws:s3:::bucket${count - 1}`);
    const article = page.getByRole('article', { name: `Record ${count - 1}`, exact: true });
    await article.waitFor();
    expect((await article.locator('.format').innerText()).replaceAll(/\s+/g, ' ')).toBe(
      'AWS CloudTrail: Calls of AWS APIs, console sign-ins and events of AWS services in an account. Documentation',
    );
    expect(await article.locator('.format a').getAttribute('href')).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(await article.locator('.format svg').count()).toBe(1);
    expect(await article.locator('.path').allInnerTexts()).toEqual([
      '111122223333 › eu-west-1 › s3.amazonaws.com',
      `s3 › bucket${count - 1}`,
      `arn:aws:s3:::bucket${count - 1}`,
      'invoices',
      's3.amazonaws.com',
      'eu-west-1',
      '111122223333',
    ]);
    expect(await article.locator('.aspect .name').allInnerTexts()).toEqual([
      'Operation',
      'Result',
      'Caller',
      'Target',
      'Target',
      'ARN',
      'Bucket',
      'Service',
      'Region',
      'Account',
      'Request',
    ]);
    const fields = (await article.locator('audit-log-fields').evaluate(({ shadowRoot }) => shadowRoot!.textContent)).replaceAll(
      /\s+/g,
      ' ',
    );
    expect(fields.indexOf('eventName')).toBeLessThan(fields.indexOf('userIdentity.arn'));
    expect(fields.indexOf('userIdentity.arn')).toBeLessThan(fields.indexOf('requestParameters.bucketName'));
    await close();
  });

  it('explains a documented field, its value and its moment, beside the name', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 7 } });
    const { page, close } = await openTimeline(browser, host);
    const list = page.locator('audit-log-fields');
    const tipOf = async (name: string): Promise<string> => {
      const button = list.getByRole('button', { name, exact: true });
      await button.hover();
      const tip = list.getByRole('tooltip');
      await tip.waitFor();
      expect(await button.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
      return (await tip.innerText()).replaceAll(/\s+/g, ' ');
    };
    expect(await tipOf('userIdentity.type')).toBe(
      'Identity type string Kind of identity that made the request. ' +
        'Meaning: Temporary credentials of a role, from AssumeRole or one of its variants. /userIdentity/type',
    );
    expect(await tipOf('eventTime')).toMatch(/^Event time string When the request was completed.* UTC: .*2026.*\/eventTime$/);
    await close();
  });

  it('explains the fields in its JSON text, one at a time', async () => {
    const log = await RealLog.open([{ AuditData: JSON.stringify(inventedRecords.m365Audit) }]);
    const host = new HostDouble(log, log.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 0 } });
    const { page, close } = await openTimeline(browser, host);
    const list = page.locator('audit-log-fields');
    await list.getByRole('button', { name: 'AuditData.UserId', exact: true }).hover();
    const tip = list.getByRole('tooltip');
    await tip.waitFor();
    expect(await tip.count()).toBe(1);
    expect((await tip.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^User id string User principal name .* \/AuditData$/);
    await close();
  });

  it('leads from a level of its target to what is within', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 7 } });
    const { page, faults, close } = await openTimeline(browser, host);
    await page.getByRole('button', { name: '111122223333', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Account 111122223333', exact: true }).waitFor();
    const tree = page.locator('audit-log-target-tree').first();
    await tree.getByRole('button', { name: 'bucket10', exact: true }).click();
    await page.getByRole('heading', { name: 'Resource bucket10', exact: true }).waitFor();
    await page.locator('.count b', { hasText: /^1$/ }).waitFor();
    expect(host.state.page).toEqual({
      kind: 'target',
      path: [
        { level: 'Service', name: 's3' },
        { level: 'Resource', name: 'bucket10' },
      ],
    });
    expect(faults).toEqual([]);
    await close();
  });

  it('leads to a page about its target, of whatever type', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 7 } });
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('button', { name: 'Open target' }).click();
    await page.getByRole('heading', { name: 'ARN arn:aws:s3:::bucket7', exact: true }).waitFor();
    await page.locator('.count b', { hasText: /^1$/ }).waitFor();
    expect(host.state.page).toEqual({ kind: 'target', path: [{ level: 'ARN', name: 'arn:aws:s3:::bucket7' }] });
    await close();
  });
});
