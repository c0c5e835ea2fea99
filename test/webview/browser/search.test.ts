import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LogSource } from '../../../src/core/reading/source.ts';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const records = 40_000;
const found = records / 500;
const log = Array.from({ length: records }, (_, row) =>
  JSON.stringify({
    operationName: 'SetCurrentPolicy',
    resultType: row % 3 === 0 ? 'Failure' : 'Success',
    resultDescription: row % 500 === 3 ? 'needle' : 'hay',
    env_time: new Date(1_600_000_000_000 + row * 60_000).toISOString(),
  }),
).join('\n');

/** The real engine over bytes of which the second half can be withheld from searches once the log is open. */
class WithheldLog {
  snapshot: Snapshot | undefined;
  readonly session = new LogSession((snapshot) => (this.snapshot = snapshot), nodeCompression);
  #gate: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  static async open(): Promise<WithheldLog> {
    const opened = new WithheldLog();
    const bytes = new BytesSource('log.ndjson', new TextEncoder().encode(log));
    const source: LogSource = {
      name: bytes.name,
      open: () => bytes.open(),
      close: () => bytes.close(),
      read: async (offset, length) => {
        // Records that are shown are read one by one, a search reads many at once.
        if (offset > log.length / 2 && length > 64 * 1024) {
          await opened.#gate?.promise;
        }
        return bytes.read(offset, length);
      },
    };
    await opened.session.read([source]);
    return opened;
  }

  withhold(): void {
    this.#gate = Promise.withResolvers();
  }

  release(): void {
    this.#gate?.resolve();
    this.#gate = undefined;
  }
}

let browser: Browser;
let opened: WithheldLog;
beforeAll(async () => {
  browser = await startBrowser();
  opened = await WithheldLog.open();
});
afterAll(() => browser.close());
afterEach(() => opened.release());

async function searchFor(query: string): Promise<{ readonly host: HostDouble; readonly page: Page; readonly close: () => Promise<void> }> {
  opened.withhold();
  const host = new HostDouble(opened.session, opened.snapshot!);
  const { page, close } = await openTimeline(browser, host);
  await page.locator('#row-0').waitFor();
  await host.apply({ kind: 'filter', query });
  await page.getByRole('button', { name: 'Stop search' }).waitFor();
  return { host, page, close };
}

const count = (page: Page) => page.locator('audit-log-top-bar .count');
const partial = (page: Page) => page.locator('main.partial');

describe('while a search goes through records', () => {
  it('what was found so far is shown as such, and all of it in the end', async () => {
    const { page, close } = await searchFor('text:needle');
    await expect.poll(() => count(page).innerText()).toMatch(/^[1-9]\d* found so far \d+\s?% searched$/);
    await page.locator('#row-5').waitFor();
    expect(await partial(page).getAttribute('aria-busy')).toBe('true');
    opened.release();
    await expect.poll(() => count(page).innerText()).toBe(`${found} of 40,000 records`);
    await expect.poll(() => partial(page).count()).toBe(0);
    await page.getByRole('grid', { name: 'Records' }).focus();
    await page.keyboard.press('End');
    await page.locator(`#row-${found - 1}[aria-selected=true]`).waitFor();
    await close();
  });

  it('no record found so far is no statement about the log', async () => {
    const { page, close } = await searchFor('text:nowhere');
    const empty = page.locator('audit-log-records .empty p');
    await expect.poll(() => empty.innerText()).toBe('No record found so far.');
    opened.release();
    await expect.poll(() => empty.innerText()).toBe('No record matches.');
    await close();
  });

  it.each<[way: string, stop: (page: Page, host: HostDouble) => Promise<void>, resume: (page: Page, host: HostDouble) => Promise<void>]>([
    [
      'by its buttons',
      (page) => page.getByRole('button', { name: 'Stop search' }).click(),
      (page) => page.getByRole('button', { name: 'Continue search' }).click(),
    ],
    [
      'by Escape and by command',
      async (page) => {
        await page.getByRole('grid', { name: 'Records' }).focus();
        await page.keyboard.press('Escape');
      },
      (_, host) => host.report({ kind: 'search', act: 'resume' }),
    ],
    ['by commands', (_, host) => host.report({ kind: 'search', act: 'stop' }), (_, host) => host.report({ kind: 'search', act: 'resume' })],
  ])('one is stopped and continued %s', async (way, stop, resume) => {
    const { page, host, close } = await searchFor(`text:needle text:e description:"needle" -text:"${way}"`);
    const searches = () => host.asked.filter(({ name }) => name === 'search');
    expect(searches()).toHaveLength(1);
    await stop(page, host);
    await expect.poll(() => count(page).innerText()).toMatch(/^\d+ found so far search stopped at \d+\s?%$/);
    expect(host.cancelled).toContain(searches()[0]!.id);
    expect(await partial(page).count()).toBe(1);
    await resume(page, host);
    await page.getByRole('button', { name: 'Stop search' }).waitFor();
    opened.release();
    await expect.poll(() => count(page).innerText()).toBe(`${found} of 40,000 records`);
    await close();
  });

  it('another filter ends it at once', async () => {
    const { page, host, close } = await searchFor('text:"never asked before"');
    await host.apply({ kind: 'filter', query: 'result:Failure' });
    await expect.poll(() => count(page).innerText()).toMatch(/^13,33\d of 40,000 records$/);
    expect(host.cancelled).toContain(host.asked.find(({ name }) => name === 'search')!.id);
    await close();
  });
});
