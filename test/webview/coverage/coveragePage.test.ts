import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
import { shownViewport } from '../chosenTimes.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { failingEngine } from '../double/troubledEngines.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const open: Intent = { kind: 'open', page: { kind: 'coverage' } };

/** A line of a log; a number is given as it is written, for it may need 64 bits. */
function line(epoch: string, number: number | string, time: string, more = ''): string {
  return `{"operationName":"SetCurrentPolicy","resultType":"Success","env_epoch":"${epoch}","env_seqNum":${number},"env_time":"${time}"${more}}\n`;
}

/**
 * Three writers, of which the first lacks nothing. The second lacks nearly all numbers that there are; the third every even
 * number to 2200, and its records 1 and 3 have no valid time.
 */
const log = [
  ...[1, 2].map((number) => line('whole', number, `2020-11-02T10:00:0${number}Z`)),
  ...['9007199254740993', '9223372036854775807'].map((number) =>
    line('huge', number, '2020-11-02T11:00:00.0000001Z', ',"env_cloud_roleInstance":"AttestationRp_IN_0"'),
  ),
  ...Array.from({ length: 1101 }, (_, index) =>
    line('odd one', 2 * index + 1, index < 2 ? 'yesterday' : `2020-11-02T12:${minute(index)}Z`),
  ),
];

function minute(index: number): string {
  return [Math.floor(index / 60), index % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const coverage = (page: Page) => page.locator('audit-log-coverage');
const wordsOf = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
const notes = async (page: Page) => wordsOf(await coverage(page).locator('p').allTextContents());

describe('the page of coverage', () => {
  it('tells of each writer what is in the file, those first that lack something', async () => {
    const engine = await RealLog.open(log.join(''));
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply(open);
    const { page, faults, close } = await openTimeline(browser, host);
    await coverage(page).getByRole('heading', { name: 'Coverage' }).waitFor();
    const missing = 2n ** 63n - 1n - 9_007_199_254_740_993n - 1n;
    expect((await notes(page))[0]).toBe(
      `0.1 % · 1,105 numbers in this file · ${(missing + 1100n).toLocaleString('en')} numbers not in this file · 3 writers`,
    );
    expect(wordsOf(await coverage(page).locator('h3').allTextContents())).toEqual([
      'huge AttestationRp_IN_0 0.1 %',
      'odd one 50 %',
      'whole 100 %',
    ]);
    expect(wordsOf(await coverage(page).locator('.facts').allTextContents())).toEqual([
      `numbers 9007199254740993 – 9223372036854775807 2020-11-02 11:00:00.0000001 2 in this file ${missing.toLocaleString('en')} numbers not in this file`,
      'numbers 1 – 2201 no valid time – 2020-11-02 12:18:20.0000000 1,101 in this file 1,100 numbers not in this file',
      'numbers 1 – 2 2020-11-02 10:00:01.0000000 – 2020-11-02 10:00:02.0000000 2 in this file',
    ]);
    expect(await coverage(page).locator('table').count()).toBe(2);
    expect(faults).toEqual([]);
    await close();
  });

  it('lists more ranges where asked, and leads to the records of a writer and after a gap', async () => {
    const engine = await RealLog.open(log.join(''));
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'resultGroup:success' });
    await host.apply(open);
    const { page, close } = await openTimeline(browser, host);
    const odd = coverage(page).locator('section', { hasText: 'odd one' });
    const rows = odd.locator('tbody tr');
    for (const [shown, words] of [
      [10, '10 of 1,100 ranges shown Show more'],
      [50, '50 of 1,100 ranges shown Show more'],
      [250, '250 of 1,100 ranges shown Show more'],
    ] as const) {
      await expect.poll(() => rows.count()).toBe(shown);
      expect(wordsOf(await odd.locator('p.muted:last-child').allTextContents())).toEqual([words]);
      await odd.getByRole('button', { name: 'Show more' }).click();
    }
    // As many as the page lists of one writer.
    await expect.poll(() => rows.count()).toBe(1000);
    expect(wordsOf(await odd.locator('p.muted:last-child').allTextContents())).toEqual(['1,000 of 1,100 ranges shown']);
    expect(wordsOf(await rows.first().locator('th, td').allTextContents())).toEqual(['2', '1', 'no valid time']);
    // Without a time to show there is no window to set.
    await rows.first().getByRole('button', { name: '2', exact: true }).click();
    await expect
      .poll(() => host.state)
      .toEqual({ query: 'resultGroup:success', page: { kind: 'records' }, selected: { source: 0, index: 5 } });
    await host.apply(open);
    await rows.nth(2).getByRole('button', { name: '6', exact: true }).click();
    await expect.poll(() => host.state.selected).toEqual({ source: 0, index: 7 });
    expect(host.state.query).toBe('resultGroup:success');
    expect(shownViewport(host)).toMatch(/^time:2020-11-02T12:00:01.*\.\.2020-11-02T12:00:03/);
    await host.apply(open);
    await coverage(page).getByRole('button', { name: 'odd one' }).click();
    await expect.poll(() => host.state.page).toEqual({ kind: 'records' });
    expect(host.state.query).toBe('epoch:"odd one"');
    await close();
  });

  it('says how many writers it leaves out', async () => {
    const engine = await RealLog.open(Array.from({ length: 501 }, (_, index) => line(`E${index}`, 7, '2020-11-02T10:00:00Z')).join(''));
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply(open);
    const { page, close } = await openTimeline(browser, host);
    await coverage(page).getByText('500 of 501 writers shown').waitFor();
    expect((await notes(page))[0]).toBe('100 % · 501 numbers in this file · 0 numbers not in this file · 501 writers');
    expect(await coverage(page).locator('section').count()).toBe(500);
    await close();
  });

  it('says why it has no numbers: while the log is being read, where the engine fails, and where records have none', async () => {
    const { log: unfinished, finish } = await RealLog.openUnfinished(inventedLog(80).map((record) => ({ ...record, env_epoch: null })));
    const host = new HostDouble(unfinished, unfinished.snapshot);
    await host.apply(open);
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => notes(page)).toEqual(['Coverage is known when the log has been read to its end.']);
    host.engine = failingEngine('out of breath');
    await host.report({ kind: 'snapshot', snapshot: await finish() });
    await coverage(page).getByRole('alert').getByText('The engine failed: out of breath').waitFor();
    host.engine = unfinished;
    await host.apply({ kind: 'open', page: { kind: 'records' } });
    await coverage(page).waitFor({ state: 'detached' });
    await host.apply(open);
    await expect.poll(() => notes(page)).toEqual(['No record has both a writer and a sequence number: coverage is unknown.']);
    await close();
  });
});
