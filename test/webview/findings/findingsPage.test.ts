import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
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
const [comma, type, result, gap] = [
  'error Trailing comma: JSON does not allow a comma before the end of an object or array. syntax.trailingComma 1',
  'error “resultType” must be a string, but is a number. schema.type 1',
  'warning “Odd” is not a known result. The list of known results may be incomplete. value.unknownResult 150',
  'information One sequence number before this record (1150) is not in this file. sequence.gap 1',
];

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const findings = (page: Page) => page.locator('audit-log-findings');
const section = (page: Page, code: string) => findings(page).locator('section', { hasText: code });
const wordsOf = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\s+/g, ' ').trim());
const heads = async (page: Page) => wordsOf(await findings(page).locator('h3').allTextContents());

describe('the page of findings', () => {
  it('tells equal findings once, those of one severity where asked, and leads to the text of each', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply(open);
    const { page, faults, close } = await openTimeline(browser, host);
    await expect.poll(() => heads(page)).toEqual([comma, type, result, gap]);
    const severities = findings(page).getByRole('group', { name: 'Severity' }).getByRole('button');
    expect(wordsOf(await severities.allTextContents())).toEqual(['2 errors', '150 warnings', '1 note']);
    for (const [index, shown] of [[comma, type], [result], [gap]].entries()) {
      await severities.nth(index).click();
      await expect.poll(() => heads(page)).toEqual(shown);
      expect(await severities.evaluateAll((all) => all.map((one) => one.ariaPressed))).toEqual(
        [0, 1, 2].map((each) => String(each === index)),
      );
    }
    await severities.nth(2).click();
    await expect.poll(() => heads(page)).toEqual([comma, type, result, gap]);
    // What is broken is no record that could be shown.
    const items = async (code: string) => wordsOf(await section(page, code).locator('li').allTextContents());
    expect(await items('syntax.trailingComma')).toEqual(['broken stretch Go to source']);
    expect(await items('schema.type')).toEqual(['Record 150 /resultType Go to source Show record']);
    await section(page, 'syntax.trailingComma').getByRole('button', { name: 'Go to source' }).click();
    await expect.poll(() => host.intents).toEqual([{ kind: 'openSource', at: { finding: { source: 0, finding: 150 } } }]);
    expect(faults).toEqual([]);
    await close();
  });

  it('are those of the records that match, more of them where asked, and lead to all records with one', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'seq>=1010' });
    await host.apply(open);
    const { page, close } = await openTimeline(browser, host);
    const odd = section(page, 'value.unknownResult');
    for (const [shown, words] of [
      [5, '5 of 140 shown Show more'],
      [40, '40 of 140 shown Show more'],
    ] as const) {
      await expect.poll(() => odd.locator('li').count()).toBe(shown);
      expect(wordsOf(await odd.locator('p').allTextContents())).toEqual([words]);
      await odd.getByRole('button', { name: 'Show more' }).click();
    }
    await expect.poll(() => odd.locator('li').count()).toBe(140);
    expect(await odd.locator('p').count()).toBe(0);
    await odd.getByRole('button', { name: 'value.unknownResult' }).click();
    await expect.poll(() => host.state.page).toEqual({ kind: 'records' });
    expect(host.state.query).toBe('seq>=1010 finding:value.unknownResult');
    await host.apply({ kind: 'filter', query: 'result:Success' });
    await host.apply(open);
    await findings(page).getByText('Nothing to report in these records.').waitFor();
    expect(await findings(page).locator('section').count()).toBe(0);
    await close();
  });

  it('says that it is looking, that it failed, and how many kinds it leaves out', async () => {
    const many = await RealLog.open(Array.from({ length: 201 }, (_, index) => ({ ...inventedRecord(index), resultType: `Odd ${index}` })));
    const host = new HostDouble(failingEngine('out of breath'), many.snapshot);
    const { promise, resolve } = Promise.withResolvers<void>();
    host.beforeAnswer = ({ name }) => (name === 'findings' ? promise : Promise.resolve());
    await host.apply(open);
    const { page, close } = await openTimeline(browser, host);
    await findings(page).getByText('Looking for findings…').waitFor();
    resolve();
    await findings(page).getByRole('alert').getByText('The engine failed: out of breath').waitFor();
    host.engine = many;
    // Another filter is another question.
    await host.apply({ kind: 'filter', query: 'seq>0' });
    await findings(page).getByText('200 of 201 kinds shown').waitFor();
    expect(await findings(page).locator('section').count()).toBe(200);
    await close();
  });
});
