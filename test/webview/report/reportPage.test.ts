import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { madeReport } from '../../report/madeReport.ts';
import { axeFaults } from '../axeFaults.ts';
import { hostileText, inventedRecord } from '../double/inventedRecords.ts';
import { ndjson } from '../realLog.ts';
import { startBrowser } from '../timelinePage.ts';

const evil = `</title></style></table><script>window.wasHacked = true</script>${hostileText}`;

/** Records of all formats, of which many say what could be taken for markup wherever a report shows it. */
const log = ndjson([
  ...Object.values(inventedRecords),
  ...Array.from({ length: 40 }, (_, index) => ({
    ...inventedRecord(index),
    env_epoch: evil,
    env_seqNum: index * 3,
    operationName: index % 2 === 0 ? 'SetCurrentPolicy' : evil,
    resultType: index % 5 === 0 ? evil : 'Success',
    resultDescription: evil,
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: evil }],
    targetResources: [
      {
        targetResourceType: 'ResourceId',
        targetResourceName: `/subscriptions/${evil.replaceAll('/', '')}/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/p`,
      },
    ],
  })),
]);

describe('a report in a browser', () => {
  let browser: Browser;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    browser = await startBrowser();
    folder = mkdtempSync(join(tmpdir(), 'audit-log-report-'));
    file = join(folder, 'report.html');
    writeFileSync(file, (await madeReport([log], { question: evil, query: 'result:* OR -result:*' })).html);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(colorScheme: 'light' | 'dark', use: (page: Page, requests: readonly string[]) => Promise<void>): Promise<void> {
    const page = await browser.newPage({ colorScheme, viewport: { width: 900, height: 700 } });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await use(page, requests);
    await page.close();
  }

  it('holds nothing of the log but text, runs nothing and loads nothing', async () => {
    await open('light', async (page, requests) => {
      expect(requests).toEqual([pathToFileURL(file).href]);
      expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
      expect(await page.locator('script, img, link, iframe, object, a, form').count()).toBe(0);
      expect(await page.locator('h1').innerText()).toBe(evil);
      expect(await page.locator('svg title').allTextContents()).toContainEqual(expect.stringContaining(evil));
      expect(await page.locator('td', { hasText: evil }).count()).toBeGreaterThan(40);
      expect(await page.title()).toBe(evil);
    });
  });

  it('forbids scripts by a policy of its own', async () => {
    await open('light', async (page) => {
      await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.wasHacked = true">'));
      const blocked = page.waitForEvent('console', (one) => one.text().includes('Content Security Policy'));
      await page.evaluate(() =>
        document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.wasHacked = true' })),
      );
      await blocked;
      expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
    });
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds: %s', async (colorScheme) => {
    await open(colorScheme, async (page) => {
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      expect(await axeFaults(page)).toEqual([]);
    });
  });

  it('follows the colours of the system, and is dark on white on paper', async () => {
    const ground = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await open('dark', async (page) => {
      const dark = await ground(page);
      await page.emulateMedia({ media: 'print' });
      expect([dark, await ground(page)]).toEqual(['rgb(24, 26, 31)', 'rgb(255, 255, 255)']);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  it.each([1400, 660, 360])('is no wider than a window of %i pixels', async (width) => {
    await open('light', async (page) => {
      await page.setViewportSize({ width, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });
});
