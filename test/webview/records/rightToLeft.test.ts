import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A name that is read from right to left, and one that would pass for `live@x`. */
const names = ['דנה-ממשרד-הביטחון@דוגמה', '\u202eevil\u202c@x'];
const log = await RealLog.open(
  names.map((callerIdentity, index) => ({
    ...inventedRecord(index),
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity }],
  })),
);

it('names read from right to left stay in one piece, and no hidden character reorders a name', async () => {
  const host = new HostDouble(log, log.snapshot);
  host.settings = { ...host.settings, lanes: true };
  await host.apply({ kind: 'select', ref: { source: 0, index: 1 } });
  const { page, close } = await openTimeline(browser, host);
  const shown = '\\u202eevil\\u202c@x';
  await page.getByRole('article').getByText(shown).first().waitFor();
  await page.getByRole('button', { name: 'Add field…' }).click();
  await page.locator('audit-log-facet').getByText(shown).first().waitFor();
  await page.getByRole('treegrid', { name: 'Lanes' }).getByText(shown).first().waitFor();
  const texts = await page.evaluate(() => {
    const roots = (part: ParentNode): readonly ParentNode[] =>
      [...part.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : [shadowRoot, ...roots(shadowRoot)]));
    return roots(document).map(({ textContent }) => textContent ?? '');
  });
  // The source shows them by name instead.
  expect(texts.filter((text) => text.includes('\u202e'))).toEqual([]);
  const [first, last] = [page.locator('#row-0 .caller .name-text > :first-child'), page.locator('#row-0 .caller .name-text > :last-child')];
  expect([await first.textContent(), await last.textContent()]).toEqual([names[0], '']);
  await close();
});
