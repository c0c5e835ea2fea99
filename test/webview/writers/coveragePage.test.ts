import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
import { axeFaults } from '../axeFaults.ts';
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

const rows = (page: Page) => coverage(page).locator('.grid .row');
const names = async (page: Page) => wordsOf(await rows(page).locator('.name').allTextContents());
const gaps = (page: Page) => coverage(page).locator('.gaps tbody tr');

async function opened(text: string, intents: readonly Intent[] = [open]) {
  const engine = await RealLog.open(text);
  const host = new HostDouble(engine, engine.snapshot);
  for (const intent of intents) {
    await host.apply(intent);
  }
  return { host, ...(await openTimeline(browser, host)) };
}

/** Two writers at the same time: the first lacks 2 to 9 for an hour, and 21; the second nothing. */
const placed = [
  line('gaps', 1, '2020-11-02T10:00:00Z'),
  ...Array.from({ length: 11 }, (_, index) => line('gaps', 10 + index, `2020-11-02T11:${minute(index).slice(3)}:00Z`)),
  line('gaps', 22, '2020-11-02T11:30:00Z'),
  ...Array.from({ length: 4 }, (_, index) => line('whole', 1 + index, `2020-11-02T10:${30 + index}:00Z`)),
].join('');

describe('the page of coverage', () => {
  it('tells of each writer what is in the file, those first that lack most, and of one of them all that is known', async () => {
    const { page, faults, close } = await opened(log.join(''));
    await expect.poll(() => rows(page).count()).toBe(3);
    const missing = 2n ** 63n - 1n - 9_007_199_254_740_993n - 1n;
    expect(wordsOf(await coverage(page).locator('.top > p').allTextContents())).toEqual([
      `0.1 % · 1,105 numbers in this file · ${(missing + 1100n).toLocaleString('en')} numbers not in this file · 3 writers`,
    ]);
    expect(await names(page)).toEqual([
      `huge AttestationRp_IN_0 −${missing.toLocaleString('en')} ${missing.toLocaleString('en')} not in this file 0.1 %`,
      'odd one −1,100 1,100 not in this file 50 %',
      'whole 100 %',
    ]);
    expect(wordsOf(await coverage(page).locator('.facts').allTextContents())).toEqual([
      `huge numbers 9007199254740993 – 9223372036854775807 2020-11-02 11:00:00.0000001 2 numbers in this file ${missing.toLocaleString('en')} numbers not in this file`,
    ]);
    await rows(page).nth(1).locator('.share').click();
    await expect
      .poll(async () => wordsOf(await coverage(page).locator('.facts').allTextContents()))
      .toEqual([
        'odd one numbers 1 – 2201 no valid time – 2020-11-02 12:18:20.0000000 1,101 numbers in this file 1,100 numbers not in this file 400 of 1,100 ranges shown',
      ]);
    expect(await gaps(page).count()).toBe(400);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('has gaps at the same place of the axis as the chart, and zooms with it', async () => {
    const { host, page, close } = await opened(placed);
    await expect.poll(() => rows(page).locator('.gapStretch').count()).toBe(2);
    const chart = coverage(page).locator('audit-log-chart');
    const edges = async () => {
      const axis = (await chart.boundingBox())!;
      const track = (await rows(page).locator('.track').first().boundingBox())!;
      const marks = await rows(page)
        .locator('.gapStretch')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
      return { axis, track, marks };
    };
    const { axis, track, marks } = await edges();
    // The line left of the track is outside of the axis, as that of the chart.
    expect([track.x + 1, track.width - 1].map(Math.round)).toEqual([axis.x, axis.width].map(Math.round));
    await chart.locator('.surface').focus();
    await page.keyboard.press('+');
    await expect.poll(() => host.state.viewport).toBeDefined();
    await expect.poll(async () => JSON.stringify((await edges()).marks)).not.toBe(JSON.stringify(marks));
    const zoomed = host.state.viewport;
    await rows(page).locator('.track').first().hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 600);
    await page.keyboard.up('Control');
    await expect.poll(() => JSON.stringify(host.state.viewport)).not.toBe(JSON.stringify(zoomed));
    await close();
  });

  it('leads to the record after a gap, by mouse, by key and from the list, and to the records of a writer', async () => {
    const { host, page, close } = await opened(placed);
    await rows(page).locator('.gapStretch').first().click();
    await expect.poll(() => host.state).toMatchObject({ page: { kind: 'records' }, selected: { source: 0, index: 1 } });
    expect(shownViewport(host)).toMatch(/^time:2020-11-02T09:.*\.\.2020-11-02T11:/);
    await host.apply({ kind: 'viewport', viewport: null });
    await host.apply(open);
    await coverage(page).getByRole('grid', { name: 'Writers' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => rows(page).locator('.gapStretch.current').getAttribute('title')).toContain('21 of writer gaps');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.selected).toEqual({ source: 0, index: 12 });
    await host.apply(open);
    await coverage(page).getByRole('grid', { name: 'Writers' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => coverage(page).locator('.facts b').textContent()).toBe('whole');
    await page.keyboard.press('Home');
    await gaps(page).first().getByRole('button', { name: '2 – 9' }).click();
    await expect.poll(() => host.state.selected).toEqual({ source: 0, index: 1 });
    await host.apply(open);
    await rows(page).nth(1).getByRole('button', { name: 'whole' }).click();
    await expect.poll(() => host.state.page).toEqual({ kind: 'records' });
    expect(host.state.query).toBe('epoch:whole');
    await close();
  });

  it('is sorted by what is missing, name, first and last number, and turned round', async () => {
    const { page, close } = await opened(log.join(''));
    const sorts = coverage(page).getByRole('group', { name: 'Sort writers by' });
    const order = async () => (await names(page)).map((name) => name.split(/[ ](?:AttestationRp|−|\d)/)[0]);
    for (const [button, expected] of [
      ['Name', ['huge', 'odd one', 'whole']],
      ['Name', ['whole', 'odd one', 'huge']],
      ['First seen', ['whole', 'huge', 'odd one']],
      ['Last seen', ['odd one', 'huge', 'whole']],
      ['Not in this file', ['huge', 'odd one', 'whole']],
      ['Not in this file', ['whole', 'odd one', 'huge']],
    ] as const) {
      await sorts.getByRole('button', { name: button }).click();
      await expect.poll(order, { message: button }).toEqual(expected);
    }
    await close();
  });

  it('lists the gaps without a time, which have no place on the axis', async () => {
    const { host, page, close } = await opened(log.join(''), [{ kind: 'filter', query: 'resultGroup:success' }, open]);
    await rows(page).nth(1).locator('.share').click();
    await gaps(page).first().getByRole('button', { name: '2', exact: true }).click();
    // Without a time to show there is no window to set.
    await expect
      .poll(() => host.state)
      .toEqual({ query: 'resultGroup:success', page: { kind: 'records' }, selected: { source: 0, index: 5 } });
    await close();
  });

  it('says how many writers it leaves out, and shows the last one of those that it lists', async () => {
    const { page, close } = await opened(
      Array.from({ length: 1001 }, (_, index) => line(`E${String(index).padStart(4, '0')}`, 7, '2020-11-02T10:00:00Z')).join(''),
    );
    await coverage(page).getByText('1,000 of 1,001 writers shown').waitFor();
    expect(await rows(page).count()).toBeLessThan(60);
    await coverage(page).getByRole('grid', { name: 'Writers' }).focus();
    await page.keyboard.press('End');
    await expect.poll(() => coverage(page).locator('.row[aria-selected=true]').getAttribute('id')).toBe('writer-999');
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
    await coverage(page).getByRole('alert').getByText('The engine failed: out of breath').first().waitFor();
    host.engine = unfinished;
    await host.apply({ kind: 'open', page: { kind: 'records' } });
    await coverage(page).waitFor({ state: 'detached' });
    await host.apply(open);
    await expect.poll(() => notes(page)).toEqual(['No record has both a writer and a sequence number: coverage is unknown.']);
    await close();
  });
});
