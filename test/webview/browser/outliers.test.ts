import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RealLog } from '../realLog.ts';
import { shownViewport } from '../chosenTimes.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord, type Json } from '../double/inventedRecords.ts';
import { openTimeline, startBrowser, type PageOptions, type TimelinePage } from '../timelinePage.ts';

const at = (time: string): Json => ({ ...inventedRecord(0), env_time: time });
const far = [at('0001-01-01T00:00:00Z'), at('9999-12-31T23:59:59.9999998Z'), at('9999-12-31T23:59:59.9999999Z')];
const engine = await RealLog.open([...far, ...inventedLog(100)]);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const chart = (page: Page) => page.getByRole('application', { name: /^Records over time/ });
const overview = (page: Page) => page.getByRole('application', { name: /^Whole log/ });
const note = (page: Page) => page.getByRole('group', { name: 'Records far from the others in time' });
const button = (page: Page, name: string) => note(page).getByRole('button', { name });
const name = (part: ReturnType<typeof chart>) => part.getAttribute('aria-label');

interface Opened extends TimelinePage {
  readonly host: HostDouble;
}

async function open(options?: PageOptions, log = engine): Promise<Opened> {
  const host = new HostDouble(log, log.snapshot);
  const timeline = await openTimeline(browser, host, options);
  await note(timeline.page).waitFor();
  return { ...timeline, host };
}

describe('a log of which few records lie far from the others', () => {
  it('opens on the others and says what lies outside', async () => {
    const { page, close } = await open();
    await expect.poll(() => name(chart(page))).toMatch(/: 101 records, 2020-11-02 06:00 – 23:55 /);
    expect(await name(overview(page))).toMatch(/^Whole log but for 3 of its records: 101 records/);
    expect(await note(page).getByRole('status').textContent()).toBe('3 records are outside this time range: 1 before, 2 after');
    expect(await page.locator('.count[role=status]').textContent()).toMatch(/^105/);
    await close();
  });

  it('shows all times and the others again by keys alone', async () => {
    const { page, host, savedState, close } = await open();
    await button(page, 'Show all times').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => name(chart(page))).toMatch(/: 104 records, 0001-/);
    await expect.poll(() => name(overview(page))).toMatch(/^Whole log: 104 records/);
    expect(await note(page).getByRole('status').textContent()).toBe('3 records are far from all others in time: 1 before, 2 after');
    expect(await savedState()).toMatchObject({ extent: 'whole' });
    await page.keyboard.press('Enter');
    await expect.poll(() => name(chart(page))).toMatch(/: 101 records/);
    expect(await savedState()).not.toHaveProperty('extent');
    expect(host.state.query).toBe('');
    await close();
  });

  it.each([
    ['Show what is before', 'time:0001-01-01', /: 1 record,/],
    ['Show what is after', 'time:9999-12-31', / 2 records/],
  ])('leads there: %s', async (words, query, counted) => {
    const { page, host, close } = await open();
    await button(page, words).click();
    await expect.poll(() => shownViewport(host)).toBe(query);
    await expect.poll(() => name(chart(page))).toMatch(counted);
    await expect.poll(() => name(overview(page))).toMatch(/^Whole log: 104 records/);
    await button(page, 'Show the time of the others').click();
    await expect.poll(() => shownViewport(host)).toBe('');
    await expect.poll(() => name(chart(page))).toMatch(/: 101 records/);
    await close();
  });

  it('leads there and back by keys of the histogram, and by what commands tell', async () => {
    const { page, host, close } = await open();
    await expect.poll(() => name(chart(page))).toMatch(/: 101 records/);
    await chart(page).focus();
    await page.keyboard.press('<');
    await expect.poll(() => shownViewport(host)).toBe('time:0001-01-01');
    await page.keyboard.press('>');
    await expect.poll(() => shownViewport(host)).toBe('time:9999-12-31');
    await expect.poll(() => name(chart(page))).toMatch(/: 2 records/);
    await page.keyboard.press('0');
    await expect.poll(() => name(chart(page))).toMatch(/: 101 records/);
    await page.keyboard.press('0');
    await expect.poll(() => name(chart(page))).toMatch(/: 104 records/);
    await overview(page).focus();
    await page.keyboard.press('0');
    await expect.poll(() => name(overview(page))).toMatch(/: 101 records/);
    await host.report({ kind: 'extent', extent: 'whole' });
    await expect.poll(() => name(chart(page))).toMatch(/: 104 records/);
    await close();
  });

  it('opens the page of a caller on the others too', async () => {
    const { page, host, close } = await open();
    // The caller of the far records too.
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } });
    await note(page).waitFor();
    await expect.poll(() => name(chart(page))).toMatch(/2020-11-0/);
    const status = note(page).getByRole('status');
    expect(await status.textContent()).toBe('3 records are outside this time range: 1 before, 2 after');
    await button(page, 'Show all times').click();
    await expect.poll(() => name(chart(page))).toMatch(/, 0001-/);
    await button(page, 'Show what is before').click();
    await expect.poll(() => shownViewport(host)).toBe('time:0001-01-01');
    await expect.poll(() => name(chart(page))).toMatch(/: 1 record, 0001-01-01/);
    await button(page, 'Show the time of the others').click();
    await expect.poll(() => shownViewport(host)).toBe('');
    await expect.poll(() => name(chart(page))).toMatch(/2020-11-0/);
    await close();
  });

  it('keeps what the user chose when the page is loaded again', async () => {
    const state = { query: '', page: { kind: 'records' }, selected: null };
    const { page, close } = await open({ saved: { state, order: 'file', extent: 'whole' } });
    await expect.poll(() => name(chart(page))).toMatch(/: 104 records/);
    await close();
  });

  it('zooms out from a part past the others, step by step, to all times', async () => {
    const { page, host, close } = await open();
    await host.apply({ kind: 'filter', query: 'time:2020-11-02T07..2020-11-02T20' });
    await expect.poll(() => name(chart(page))).toMatch(/07:00 – /);
    const zoomOut = page.getByRole('button', { name: 'Zoom out' });
    await zoomOut.click();
    await expect.poll(() => shownViewport(host)).toMatch(/^time:2020-11-02\.\./);
    await zoomOut.click();
    await expect.poll(() => shownViewport(host)).toMatch(/^time:2020-11-01/);
    expect(host.state.query).toBe('time:2020-11-02T07..2020-11-02T20');
    await host.apply({ kind: 'filter', query: '' });
    await page.getByRole('button', { name: 'Show the whole log' }).click();
    await expect.poll(() => shownViewport(host)).toBe('');
    await expect.poll(() => name(chart(page))).toMatch(/: 104 records/);
    await close();
  });

  it('keeps the user’s window and choice while more of the log is read', async () => {
    const log = await RealLog.open([...far, ...inventedLog(100)]);
    const { page, host, close } = await open({}, log);
    const more = (from: number) => log.append(Array.from({ length: 40 }, (_, index) => inventedRecord(from + index)));
    await host.apply({ kind: 'filter', query: 'time:2020-11-02T07' });
    await expect.poll(() => name(chart(page))).toMatch(/07:00:00 – 08:00|07:00 – 08:00/);
    await host.report({ kind: 'snapshot', snapshot: await more(102) });
    await expect.poll(() => name(overview(page))).toMatch(/: 141 records/);
    expect(await name(chart(page))).toMatch(/07:00/);
    expect(host.state.query).toBe('time:2020-11-02T07');
    await button(page, 'Show all times').click();
    await expect.poll(() => name(chart(page))).toMatch(/: 144 records/);
    await host.report({ kind: 'snapshot', snapshot: await more(142) });
    await expect.poll(() => name(chart(page))).toMatch(/: 184 records, 0001-/);
    await close();
  });
});
