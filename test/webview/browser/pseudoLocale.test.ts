import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/protocol/viewMessages.ts';
import { plainWords, pseudoBundle, wordsOf } from '../../pseudoLocale.ts';
import { findingCodes } from '../../../src/core/finding/codes.ts';
import { auditEvents } from '../../../src/core/formats/attestation/events.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog, inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { drawnInFull } from '../drawnInFull.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

/** With a gap in the numbering, two records far from the others, and several kinds of findings. */
const records = [
  { ...inventedRecord(0), env_time: '0001-01-01T00:00:00Z' },
  ...inventedLog(150).filter((_, index) => index < 60 || index >= 90),
  { ...inventedRecord(151), env_time: '9999-12-31T23:59:59.9999999Z', resultType: 7, extraKey: { inner: true } },
];
const engine = await RealLog.open(records);
const title = 'log.ndjson';
/** Terms of filters that the page offers, and levels of a target that are no type of a target in the log. */
const filterFields = 'operation result category caller tenant target instance seq region finding';
const levels = 'subscription resourceGroup instance';
/** What stays as it is in every language: the log's own words, units, encodings, codes of findings and words of filters. */
const data = wordsOf(
  [JSON.stringify(records), title, 'UTC NDJSON UTF', 'resultGroup clientError failure success', ...findingCodes, filterFields, levels].join(
    ' ',
  ),
);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const pages: Readonly<Record<string, readonly Intent[]>> = {
  'the records, with the detail of one': [{ kind: 'select', ref: { source: 0, index: 100 } }],
  'a part of the time': [{ kind: 'filter', query: 'time:2020-11-02 resultGroup:success' }],
  'a chosen stretch of time': [{ kind: 'range', range: ['637398720000000000', '637400448000000000'] }],
  'a caller': [{ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } }],
  'a target': [{ kind: 'open', page: { kind: 'target', path: [{ level: 'Environment', name: 'PublicCloud' }] } }],
  coverage: [{ kind: 'open', page: { kind: 'coverage' } }],
  findings: [{ kind: 'open', page: { kind: 'findings' } }],
  'nothing that matches': [{ kind: 'filter', query: 'caller:SetCurrentPolicy' }],
};

/** Everything that the page says: its texts, and names and hints that only tooltips and screen readers tell. */
function saidBy(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said: string[] = [];
    const collect = (root: Node): void => {
      if (root instanceof Text) {
        said.push(root.data);
      }
      if (root instanceof Element) {
        if (root.matches('style, script')) {
          return;
        }
        said.push(
          ...['title', 'aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'alt'].flatMap(
            (name) => root.getAttribute(name) ?? [],
          ),
        );
        // A name of the log in two parts.
        if (root.matches('.cut-middle')) {
          said.push(root.textContent);
          return;
        }
        root.shadowRoot?.childNodes.forEach(collect);
      }
      root.childNodes.forEach(collect);
    };
    collect(document.body);
    return said;
  });
}

describe('the page in a pseudo-locale', () => {
  it.each(Object.entries(pages))('leaves no word untranslated on %s', async (_, intents) => {
    const host = new HostDouble(engine, engine.snapshot);
    // Days and months are named by the browser, in the language that VS Code names.
    host.settings = { ...host.settings, title, bundle: pseudoBundle() };
    for (const intent of intents) {
      await host.apply(intent);
    }
    const { page, faults, close } = await openTimeline(browser, host);
    await page.locator('.count b').waitFor();
    await drawnInFull(page, host);
    const said = await saidBy(page);
    expect(said.length).toBeGreaterThan(40);
    expect(said.join(' ')).toMatch(/\p{Letter}*ḗḗ\p{Letter}*/u);
    expect([...new Set(said.flatMap((text) => plainWords(text, data)))]).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('leaves no word untranslated where it explains a field', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    host.settings = { ...host.settings, title, bundle: pseudoBundle() };
    await host.apply({ kind: 'select', ref: { source: 0, index: 100 } });
    const { page, close } = await openTimeline(browser, host);
    const names = page.locator('audit-log-fields .field button.name');
    await names.first().waitFor();
    // Types are those of JSON, flags those of the format, and an event is called as the documentation of Azure Attestation calls it.
    const known = new Set([...data, ...wordsOf('string integer array objects null number boolean or of Normal')]);
    const titles = wordsOf(auditEvents.map((event) => event.title).join(' '));
    for (const name of await names.all()) {
      await name.focus();
      const tip = await page.locator('[role=tooltip].doc').innerText();
      expect(plainWords(tip, new Set([...known, ...titles])), tip).toEqual([]);
    }
    await close();
  });
});
