import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedLog } from '../../engine/openLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { resultLog } from '../resultLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

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
    await host.apply({ kind: 'filter', query: 'resultGroup:failure' });
    await head.getByText(`in the whole log: ${seen}`).waitFor();
    await head
      .getByText(
        'The filter leaves 6 of 24 records, and all figures below are of these: the first 2020-11-04 00:00:00.0000000 · the last 2020-11-08 00:00:02.0000000 UTC',
      )
      .waitFor();
    await host.apply({ kind: 'filter', query: 'resultGroup:failure operation:Nothing' });
    await head.getByText('The filter leaves none of 24 records.').waitFor();
    await head.getByText(seen).waitFor();
    await head.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => head.innerText()).not.toMatch(/whole log|filter/i);
    expect(faults).toEqual([]);
    await close();
  });
});
