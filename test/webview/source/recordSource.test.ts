import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { axeFaultsInAllThemes } from '../axeFaults.ts';
import type { Responder } from '../../../src/protocol/requests.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { computedColour, isReportedFrom } from '../shownColours.ts';
import { themeNames } from '../themeColours.ts';
import { contrast } from '../../../webview/theme/colour.ts';
import { showPanel } from '../detailPanel.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const body = JSON.stringify({ policy: '<b>x</b>', count: 12.5, nested: JSON.stringify({ deep: null }) });
const wrong = { ...inventedRecord(4), resultType: 7, env_time: 'yesterday', requestBody: body };
const records = [
  JSON.stringify(inventedRecord(3)),
  JSON.stringify(wrong),
  `{"operationName":"X",${JSON.stringify(inventedRecord(5)).slice(1)}`,
  JSON.stringify({ ...inventedRecord(6), list: Array.from({ length: 2500 }, (_, number) => number), 'a\u202eb\u200b': 'שלום\u2066' }),
  JSON.stringify({ ...inventedRecord(7), resultDescription: 'x'.repeat(5_000_000), later: 1 }),
  JSON.stringify({ ...inventedRecord(8), requestBody: body }),
];
const log = await RealLog.open(`${records.join('\n')}\n`);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const source = (page: Page) => page.getByRole('group', { name: 'Source of the record' });
/** The texts of the lines, without the buttons in them. */
const lines = (page: Page) =>
  source(page)
    .locator('.line')
    .evaluateAll((all) =>
      all.map((line) => {
        const copy = line.cloneNode(true) as Element;
        copy.querySelectorAll('button').forEach((button) => button.remove());
        return copy.textContent;
      }),
    );
const tip = (page: Page) => page.locator('audit-log-source').getByRole('tooltip');
const focused = (page: Page) => page.locator('audit-log-source').evaluate(({ shadowRoot }) => shadowRoot!.activeElement?.textContent ?? '');

/** Opens the detail of a record. */
async function open(index: number, more: Parameters<typeof openTimeline>[2] = {}) {
  const host = new HostDouble(log, log.snapshot);
  await host.apply({ kind: 'select', ref: { source: 0, index } });
  const timeline = await openTimeline(browser, host, more);
  await showPanel(timeline.page, 'Source');
  await source(timeline.page).locator('.line').first().waitFor();
  return { ...timeline, timeline, host };
}

describe('the source of a record', () => {
  it('is laid out, as JSON.stringify would set it, in the order of the log', async () => {
    const { page, faults, close } = await open(0);
    expect(await lines(page)).toEqual(JSON.stringify(inventedRecord(3), null, 2).split('\n'));
    expect(await source(page).locator('mark').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test.each<[title: string, record: number, code: string, precedes: string, marked: string, severity: string]>([
    ['a wrong type', 1, 'schema.type', '"resultType":', '7', 'error'],
    ['a wrong time', 1, 'value.time', '"env_time":', '"yesterday"', 'error'],
    ['an unknown key', 1, 'value.unknownKey', '"env_osVer": null,', '"requestBody"', 'information'],
    ['the second of two equal keys', 2, 'syntax.duplicateKey', '"operationName": "X",', '"operationName"', 'warning'],
  ])('underlines %s at its exact place, and describes it', async (_, record, code, precedes, marked, severity) => {
    const { page, close } = await open(record);
    const found = page.locator('audit-log-source [id^="finding-"]', { hasText: code });
    const mark = source(page).locator(`mark[aria-describedby="${await found.getAttribute('id')}"]`);
    expect([await mark.textContent(), await mark.getAttribute('class')]).toEqual([marked, severity]);
    const style = await mark.evaluate((one) => {
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(one);
      return [textDecorationLine, textDecorationStyle];
    });
    expect(style).toEqual(['underline', 'wavy']);
    const before = await mark.evaluate((one) => {
      const range = document.createRange();
      range.setStart(one.closest('.source')!, 0);
      range.setEndBefore(one);
      return range.toString();
    });
    expect(before.trim().endsWith(precedes)).toBe(true);
    await close();
  });

  it('leads from finding to finding by F8 and by buttons, with the message as a tip, which Escape closes', async () => {
    const { page, host, close } = await open(1);
    await source(page).focus();
    await page.keyboard.press('F8');
    await tip(page).getByText('schema.type').waitFor();
    expect(await focused(page)).toBe('7');
    await page.keyboard.press('F8');
    await tip(page).getByText('“yesterday” is not a valid time').waitFor();
    // What is known of the field follows, as in the list of fields.
    await tip(page).getByText('/env_time', { exact: true }).waitFor();
    expect(await focused(page)).toBe('"yesterday"');
    await page.keyboard.press('Escape');
    await expect.poll(() => tip(page).count()).toBe(0);
    expect(host.state.selected).not.toBeNull();
    await page.keyboard.press('Shift+F8');
    await expect.poll(() => focused(page)).toBe('7');
    await page.getByText('finding 1 of 3').waitFor();
    await page.getByRole('button', { name: 'Previous finding' }).click();
    await page.getByText('finding 3 of 3').waitFor();
    await expect.poll(() => focused(page)).toBe('"requestBody"');
    await close();
  });

  it('shows characters by name that would not be seen, and is no markup', async () => {
    const { page, close } = await open(3);
    await page.getByRole('button', { name: 'Next lines' }).click();
    await page.getByRole('button', { name: 'Next lines' }).click();
    await expect.poll(async () => (await lines(page)).at(-2)).toBe('  "aU+202EbU+200B": "שלוםU+2066"');
    expect(await source(page).locator('.named').allTextContents()).toEqual(['U+202E', 'U+200B', 'U+2066']);
    await close();
  });

  it('of a record with thousands of lines is shown page by page, and a finding leads to its page', async () => {
    const { page, close } = await open(3);
    await page.getByText(`lines 1 to 1,000 of 2,5`, { exact: false }).waitFor();
    expect((await lines(page)).length).toBe(1000);
    expect(await page.getByRole('button', { name: 'Previous lines' }).isDisabled()).toBe(true);
    await source(page).focus();
    await page.keyboard.press('F8');
    await expect.poll(() => focused(page)).toBe('"list"');
    await page.keyboard.press('F8');
    await expect.poll(() => focused(page)).toBe('"aU+202EbU+200B"');
    await page.getByText('lines 2,001 to 2,5', { exact: false }).waitFor();
    expect(await page.getByRole('button', { name: 'Next lines' }).isDisabled()).toBe(true);
    await close();
  });

  it('of a record of 5 MB is cut, says so, and leads to the whole; copying it is left to what can say how much', async () => {
    const { page, host, close } = await open(4);
    const note = page.locator('audit-log-source .note');
    expect(await note.innerText()).toMatch(/^shown 262,144 characters of a record of 4\.8 MB\s+Go to source$/);
    await note.getByRole('button', { name: 'Go to source' }).click();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect
      .poll(() => host.intents)
      .toEqual([
        { kind: 'openSource', at: { record: { source: 0, index: 4 } } },
        { kind: 'copyRecords', as: 'json', rows: null, fields: [] },
      ]);
    await close();
  });
});

describe('a record that is no JSON', () => {
  it('is shown as it is, with what was found at its place', async () => {
    const text = '{"a": nil,\r\n\t"b": "<i>"}';
    const damaged: Responder = {
      request: async (name, params, signal) => {
        const outcome = await log.request(name, params, signal);
        if (outcome.status === 'ok' && outcome.answer !== null && 'shownUnits' in outcome.answer) {
          const findings = outcome.answer.findings.slice(0, 1).map((finding) => ({ ...finding, stretch: { start: 6, end: 9 } }));
          return { status: 'ok', answer: { ...outcome.answer, text, findings } };
        }
        return outcome;
      },
    };
    const host = new HostDouble(damaged, log.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 1 } });
    const { page, close } = await openTimeline(browser, host);
    await showPanel(page, 'Source');
    await source(page).locator('.line').first().waitFor();
    expect(await lines(page)).toEqual(['{"a": nil,U+000D', '\t"b": "<i>"}']);
    expect(await source(page).locator('mark').allTextContents()).toEqual(['nil']);
    await close();
  });
});

describe('JSON text in a string of the source', () => {
  it('unfolds in place by key and by click, folds again, and stays unfolded in the next record', async () => {
    const { page, host, close } = await open(1);
    const fold = (name: string) => source(page).getByRole('button', { name: `JSON text in ${name}` });
    const folded = await lines(page);
    expect(await fold('requestBody').getAttribute('aria-expanded')).toBe('false');
    await fold('requestBody').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => fold('requestBody').getAttribute('aria-expanded')).toBe('true');
    expect((await lines(page)).slice(-6)).toEqual([
      '  "requestBody": "{',
      '    "policy": "<b>x</b>",',
      '    "count": 12.5,',
      String.raw`    "nested": "{\"deep\":null}"`,
      '  }"',
      '}',
    ]);
    expect(await source(page).locator('.line.embedded').count()).toBe(4);
    await fold('nested').click();
    await expect.poll(async () => (await lines(page)).slice(-5)).toEqual(['    "nested": "{', '      "deep": null', '    }"', '  }"', '}']);
    await host.apply({ kind: 'select', ref: { source: 0, index: 5 } });
    await page.getByRole('article', { name: 'Record 5', exact: true }).waitFor();
    await expect.poll(async () => (await lines(page)).slice(-4)).toEqual(['      "deep": null', '    }"', '  }"', '}']);
    await host.apply({ kind: 'select', ref: { source: 0, index: 1 } });
    await page.getByRole('article', { name: 'Record 1', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Fold all JSON text' }).click();
    await expect.poll(() => lines(page)).toEqual(folded);
    await page.getByRole('button', { name: 'Unfold all JSON text' }).click();
    await expect.poll(async () => (await lines(page)).slice(-5)).toEqual(['    "nested": "{', '      "deep": null', '    }"', '  }"', '}']);
    await close();
  });
});

describe('what is copied of the source', () => {
  /** Selects from the first run with a text to the last with another one, and copies. */
  const copied = (page: Page, from: string, to: string) =>
    source(page).evaluate(
      (box, [first, last]) => {
        const runs = [...box.querySelectorAll('.run')];
        const textIn = (run: Element | undefined) => [...run!.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE)!;
        const [start, end] = [runs.find((run) => run.textContent === first), runs.findLast((run) => run.textContent === last)].map(textIn);
        getSelection()!.setBaseAndExtent(start!, 0, end!, end!.textContent!.length);
        const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true, composed: true });
        end!.parentElement!.dispatchEvent(event);
        return event.clipboardData!.getData('text/plain');
      },
      [from, to] as const,
    );

  it('is the text of the log, without what lays it out', async () => {
    const { page, close } = await open(1);
    const text = records[1]!;
    expect(await copied(page, '{', '}')).toBe(text);
    expect(await copied(page, '"env_time"', '"env_epoch"')).toBe('"env_time":"yesterday","env_epoch"');
    await page.getByRole('button', { name: 'Unfold all JSON text' }).click();
    await source(page).locator('.run', { hasText: 'deep' }).waitFor();
    expect(await copied(page, '{', '}')).toBe(text);
    // Within one JSON text it is that text.
    expect(await copied(page, '"policy"', '12.5')).toBe('"policy":"<b>x</b>","count":12.5');
    expect(await copied(page, '"count"', 'null')).toBe(String.raw`\"count\":12.5,\"nested\":\"{\\\"deep\\\":null`);
    await close();
  });

  it('has the characters that are shown by name', async () => {
    const { page, close } = await open(3);
    await page.getByRole('button', { name: 'Next lines' }).click();
    await page.getByRole('button', { name: 'Next lines' }).click();
    await source(page).locator('.named').first().waitFor();
    expect(await copied(page, '"a', '"')).toBe('"a\u202eb\u200b":"שלום\u2066"');
    await close();
  });
});

describe('the look of the source', () => {
  it('has no fault that axe finds, in any theme, with a tip and unfolded text', async () => {
    const { page, timeline, host, close } = await open(1);
    await page.getByRole('button', { name: 'Unfold all JSON text' }).click();
    await source(page).focus();
    await page.keyboard.press('F8');
    await tip(page).waitFor();
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    await close();
  });

  it('tells tokens apart, each legible, in any theme', async () => {
    const { page, timeline, close } = await open(1);
    for (const theme of themeNames) {
      await timeline.setTheme(theme);
      const ground = await computedColour(page.locator('audit-log-view'), 'background-color');
      const colours = await Promise.all(
        ['key', 'string', 'number', 'word'].map((kind) => computedColour(source(page).locator(`.${kind}`).first(), 'color')),
      );
      for (const colour of colours) {
        expect(contrast(colour, ground), theme).toBeGreaterThanOrEqual(4.5);
      }
      expect(new Set(colours.map((colour) => JSON.stringify(colour))).size, theme).toBe(4);
    }
    await close();
  });

  it.each(['dark', 'light'] as const)('in forced %s colours is read, and its marks are seen', async (colorScheme) => {
    const { page, close } = await open(1, { theme: colorScheme === 'dark' ? 'light' : 'dark' });
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const ground = await computedColour(page.locator('audit-log-view'), 'background-color');
    const mark = source(page).locator('mark').first();
    await expect.poll(async () => isReportedFrom(await computedColour(mark, 'color'), ground)).toBe(true);
    expect(isReportedFrom(await computedColour(source(page).locator('.key').first(), 'color'), ground)).toBe(true);
    expect(await mark.evaluate((one) => getComputedStyle(one).textDecorationStyle)).toBe('wavy');
    await close();
  });
});
