import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
import { axeFaults } from '../axeFaults.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { failingEngine } from '../double/troubledEngines.ts';
import { ndjson, RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const open: Intent = { kind: 'open', page: { kind: 'findings' } };

/** 150 records with an unknown result, one that is broken, so that its number is missing, one with a number as result, a sound one. */
const engine = await RealLog.open(
  [
    ndjson(Array.from({ length: 150 }, (_, index) => ({ ...inventedRecord(index), resultType: 'Odd' }))),
    '{"operationName":"x",}\n',
    ndjson([{ ...inventedRecord(151), resultType: 7 }, inventedRecord(152)]),
  ].join(''),
);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const findings = (page: Page) => page.locator('audit-log-findings');
const grid = (page: Page) => findings(page).getByRole('treegrid', { name: 'Findings' });
const row = (page: Page, text: string) => findings(page).locator('.row', { hasText: text });
const active = (page: Page) => findings(page).locator('.row[aria-selected=true]');
const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const rows = async (page: Page) => (await findings(page).locator('.row .what').allTextContents()).map(words);

const heads = [
  '▾ error: Trailing commas 1 syntax.trailingComma',
  '▾ error: Values of the wrong type 1 schema.type',
  '▸ warning: Unknown results 150 value.unknownResult',
  '▾ information: Gaps in sequence numbers 1 sequence.gap',
];

async function opened(intents: readonly Intent[] = [open], log = engine) {
  const host = new HostDouble(log, log.snapshot);
  for (const intent of intents) {
    await host.apply(intent);
  }
  return { host, ...(await openTimeline(browser, host)) };
}

describe('the page of findings', () => {
  it('says of each finding what is wrong, which record it is, its line, time and sentence, and where a broken stretch is', async () => {
    const { page, faults, close } = await opened();
    await row(page, 'broken stretch').waitFor();
    await expect.poll(async () => (await rows(page)).length).toBe(7);
    await expect.poll(async () => (await rows(page)).includes('…')).toBe(false);
    const [comma, stretch, type, number, result, gap, missing] = await rows(page);
    expect([comma, type, result, gap]).toEqual(heads);
    expect(stretch).toMatch(/^Trailing comma: JSON does not allow .* broken stretch · line 151 · byte [\d,]+ · \{"operationName":"x",\}$/);
    expect(number).toMatch(
      /^“resultType” must be a string.* \/resultType Record 150 · line 152 · 2020-11-\d\d [\d:.]+ · svc-deploy@contoso\.com tried to /,
    );
    expect(missing).toMatch(/^One sequence number before this record \(1150\).* Record 150 · line 152 · /);
    expect(await findings(page).locator('mark').textContent()).toBe(',');
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('shows those of one severity, which is a step of the history', async () => {
    const { host, page, close } = await opened();
    const severities = findings(page).getByRole('group', { name: 'Severity' }).getByRole('button');
    await expect.poll(async () => (await severities.allTextContents()).map(words)).toEqual(['2 errors', '150 warnings', '1 note']);
    for (const [index, severity, shown] of [
      [0, 'error', heads.slice(0, 2)],
      [1, 'warning', heads.slice(2, 3)],
      [2, 'information', heads.slice(3)],
    ] as const) {
      await severities.nth(index).click();
      await expect.poll(() => host.state.page).toEqual({ kind: 'findings', severity });
      await expect.poll(async () => (await findings(page).locator('.row.code .what').allTextContents()).map(words)).toEqual(shown);
      expect(await severities.evaluateAll((all) => all.map((one) => one.ariaPressed))).toEqual(
        [0, 1, 2].map((each) => String(each === index)),
      );
    }
    await host.apply({ kind: 'back' });
    await expect.poll(() => findings(page).locator('.row.code').count()).toBe(1);
    await severities.nth(1).click();
    await expect.poll(() => host.state.page).toEqual(open.page);
    await close();
  });

  it('is done by keys: opens and closes codes, goes from finding to finding, shows the record, and comes back to it', async () => {
    const { host, page, faults, close } = await opened();
    await row(page, 'broken stretch').waitFor();
    await grid(page).focus();
    const press = (key: string) => page.keyboard.press(key);
    await press('ArrowDown');
    await expect.poll(() => active(page).getAttribute('id')).toBe('finding-0');
    await press('ArrowLeft');
    await expect.poll(() => active(page).getAttribute('aria-expanded')).toBe('false');
    await press('F8');
    await expect.poll(async () => words(await active(page).textContent().then(String))).toContain('Trailing comma: JSON');
    // There is no record: its text is shown.
    await press('Enter');
    await expect.poll(() => host.intents.at(-1)).toEqual({ kind: 'openSource', at: { finding: { source: 0, finding: 150 } } });
    for (const code of ['resultType” must', '“Odd” is not']) {
      await press('F8');
      await expect.poll(() => active(page).textContent()).toContain(code);
    }
    await press('Shift+F8');
    await expect.poll(() => active(page).textContent()).toContain('resultType” must');
    await press('Enter');
    await expect.poll(() => host.state).toMatchObject({ page: { kind: 'records' }, selected: { source: 0, index: 150 } });
    // The keyboard is in its detail.
    await expect
      .poll(() => page.evaluate(() => document.querySelector('audit-log-view')?.shadowRoot?.activeElement?.localName))
      .toBe('audit-log-detail');
    await host.apply({ kind: 'back' });
    await expect.poll(() => active(page).textContent()).toContain('resultType” must');
    expect(faults).toEqual([]);
    await close();
  });

  it('goes to the next and the previous finding by command', async () => {
    const { host, page, close } = await opened();
    await row(page, 'broken stretch').waitFor();
    for (const [direction, text] of [
      ['next', 'Trailing comma: JSON'],
      ['next', 'resultType” must'],
      ['previous', 'Trailing comma: JSON'],
    ] as const) {
      await host.report({ kind: 'act', act: { act: 'finding', direction } });
      await expect.poll(() => active(page).textContent()).toContain(text);
    }
    await close();
  });

  it('leads to the text, to what the code means, and to all records with one', async () => {
    const { host, page, close } = await opened([{ kind: 'filter', query: 'seq>=1010' }, open]);
    const number = row(page, 'resultType” must');
    await number.getByRole('button', { name: 'Go to source' }).click();
    await expect.poll(() => host.intents.at(-1)).toMatchObject({ kind: 'openSource' });
    await row(page, 'value.unknownResult').getByRole('button', { name: 'Documentation' }).click();
    await expect.poll(() => host.intents.at(-1)).toEqual({ kind: 'documentation', code: 'value.unknownResult' });
    await row(page, 'value.unknownResult').getByRole('button', { name: 'Show records' }).click();
    await expect.poll(() => host.state.page).toEqual({ kind: 'records' });
    expect(host.state.query).toBe('seq>=1010 finding:value.unknownResult');
    await host.apply({ kind: 'filter', query: 'result:Success' });
    await host.apply(open);
    await findings(page).getByText('Nothing to report in these records.').waitFor();
    expect(await grid(page).count()).toBe(0);
    await close();
  });

  it('says that it is looking, and that it failed', async () => {
    const host = new HostDouble(failingEngine('out of breath'), engine.snapshot);
    const { promise, resolve } = Promise.withResolvers<void>();
    host.beforeAnswer = ({ name }) => (name === 'findingCodes' ? promise : Promise.resolve());
    await host.apply(open);
    const { page, close } = await openTimeline(browser, host);
    await expect.poll(() => findings(page).locator('.note').allTextContents()).toEqual(['Looking for findings…']);
    resolve();
    await expect.poll(() => findings(page).getByRole('alert').allTextContents()).toEqual(['The engine failed: out of breath']);
    await close();
  });

  it('holds 100,000 findings of which those in sight are there, the last one too, also under a filter', async () => {
    const many = await RealLog.open(
      ndjson(Array.from({ length: 100_000 }, (_, index) => ({ ...inventedRecord(index), targetResources: [], resultType: 'Odd' }))),
    );
    const { host, page, close } = await opened([{ kind: 'open', page: { kind: 'findings', severity: 'warning' } }], many);
    const head = row(page, 'value.unknownResult');
    await head.waitFor();
    await grid(page).focus();
    await head.click();
    await page.keyboard.press('ArrowRight');
    for (const [query, count] of [
      ['', 100_000],
      ['record>=98049', 1951],
    ] as const) {
      await host.apply({ kind: 'filter', query });
      await expect.poll(() => head.textContent()).toContain(count.toLocaleString('en'));
      await page.keyboard.press('End');
      await expect.poll(() => active(page).textContent()).toContain('Record 99,999');
      expect(await findings(page).locator('.row').count()).toBeLessThan(60);
      await expect
        .poll(async () => {
          const [list, last] = [await grid(page).boundingBox(), await active(page).boundingBox()];
          return Math.abs(list!.y + list!.height - last!.y - last!.height) <= 2;
        })
        .toBe(true);
      await page.keyboard.press('Home');
      await expect.poll(() => active(page).getAttribute('id')).toBe('finding-0');
    }
    await close();
  });
});
