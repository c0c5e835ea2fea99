import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contrast, overlay, parseColour } from '../../../webview/theme/colour.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { hostileText, inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { themes, type ThemeName } from '../themes.ts';
import { openTimeline, startBrowser, type PageOptions } from '../timelinePage.ts';

const instance = `contosoproductioneastus2attestationprovider${'x'.repeat(20)}0042`;
const person = 'annabelle.longname@production.contoso.example';
const log = await RealLog.open([
  {
    ...inventedRecord(0),
    operationName: 'SetCurrentPolicy',
    resultType: 'Failure',
    resultDescription: `Policy refused: ${hostileText}`,
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: person }],
    targetResources: [
      {
        targetResourceType: 'ResourceId',
        targetResourceName: `/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/${instance}`,
      },
    ],
  },
]);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

async function open(query: string, options: PageOptions = {}) {
  const host = new HostDouble(log, log.snapshot);
  await host.apply({ kind: 'filter', query });
  const opened = await openTimeline(browser, host, options);
  const said = opened.page.locator('#row-0 .sentence');
  await said.locator('b').first().waitFor();
  return { ...opened, host, said };
}

const marks = (within: Locator): Promise<readonly string[]> => within.locator('mark').allTextContents();

describe('names in the sentence of a row of two lines', () => {
  it('show their start and their end where they are long, and are whole in the text', async () => {
    const { said, close } = await open('', { width: 660 });
    const starts = said.locator('.start');
    expect(await starts.count()).toBe(2);
    expect(await said.innerText()).toContain(`${person} tried to set the attestation policy on ${instance}`);
    expect(await said.getAttribute('title')).toContain(instance);
    const last = await starts.last().evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one.parentElement!);
      range.setStartAfter(one);
      const { right } = range.getBoundingClientRect();
      return [one.scrollWidth > one.clientWidth, right <= one.closest('.sentence')!.getBoundingClientRect().right, range.toString()];
    });
    expect(last).toEqual([true, true, 'xx0042']);
    await close();
  });

  it('are as they are where columns are beside them', async () => {
    const { said, close } = await open('', { width: 1400 });
    expect(await said.locator('.start').count()).toBe(0);
    await close();
  });
});

describe('what the filter seeks', () => {
  it('is marked in the sentence and in the fields, as text whatever it holds', async () => {
    const { page, host, said, faults, close } = await open('"policy refused" text:"img src"');
    await expect.poll(() => marks(said)).toEqual(['Policy refused', 'img src']);
    await host.apply({ kind: 'select', ref: { source: 0, index: 0 } });
    const value = page.locator('audit-log-fields .value', { hasText: 'Policy refused' });
    await expect.poll(() => marks(value)).toEqual(['Policy refused', 'img src']);
    expect(await value.textContent()).toContain(hostileText);
    expect(await marks(page.locator('audit-log-detail h2'))).toEqual(['Policy refused', 'img src']);
    await host.apply({ kind: 'filter', query: 'text:"img src"', pinned: ['"policy refused"'] });
    await expect
      .poll(async () => [await marks(said), await marks(value)])
      .toEqual([
        ['Policy refused', 'img src'],
        ['Policy refused', 'img src'],
      ]);
    await host.apply({ kind: 'filter', query: 'text:"img src"', pinned: [] });
    await expect.poll(() => marks(said)).toEqual(['img src']);
    await host.apply({ kind: 'filter', query: 'operation:SetCurrentPolicy -absent' });
    await expect.poll(() => page.locator('mark').count()).toBe(0);
    expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  it('is marked within a long name of a row of two lines, which is not cut then', async () => {
    const { said, close } = await open('text:attestationprovider', { width: 660 });
    await expect.poll(() => marks(said)).toEqual(['attestationprovider']);
    expect(await said.locator('.start').count()).toBe(1);
    await close();
  });

  it.each(Object.keys(themes) as ThemeName[])('can be read on rows and in fields, in the theme %s', async (theme) => {
    const { page, host, said, close } = await open('refused', { theme });
    const ground = parseColour(await page.locator('audit-log-view').evaluate((view) => getComputedStyle(view).backgroundColor))!;
    const contrastIn = async (mark: Locator): Promise<number> => {
      const grounds = await mark.evaluate((one) => {
        const row = one.closest('.row');
        return [...(row === null ? [] : [row]), one].map((each) => getComputedStyle(each).backgroundColor);
      });
      const seen = grounds.reduce((below, text) => overlay(parseAny(text), below), ground);
      return contrast(parseAny(await mark.evaluate((one) => getComputedStyle(one).color)), seen);
    };
    await page.mouse.move(0, 0);
    expect(await contrastIn(said.locator('mark'))).toBeGreaterThanOrEqual(4.5);
    await host.apply({ kind: 'select', ref: { source: 0, index: 0 } });
    await page.getByRole('grid', { name: 'Records' }).focus();
    await page.locator('#row-0[aria-selected=true]').waitFor();
    expect(await contrastIn(said.locator('mark'))).toBeGreaterThanOrEqual(4.5);
    const field = page.locator('audit-log-fields .value mark').first();
    await field.waitFor();
    expect(await contrastIn(field)).toBeGreaterThanOrEqual(4.5);
    await close();
  });

  it('is underlined where the system forces its colours', async () => {
    const { page, said, close } = await open('refused');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    expect(await said.locator('mark').evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe('underline');
    const [colour, ground] = await said
      .locator('mark')
      .evaluate((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]);
    expect(contrast(parseAny(colour), overlay(parseAny(ground), parseAny('rgb(0, 0, 0)')))).toBeGreaterThanOrEqual(4.5);
    await close();
  });
});

/** As browsers write what was mixed too: `color(srgb 0.1 0.2 0.3 / 0.12)`. */
function parseAny(text: string) {
  const [, red, green, blue, alpha = '1'] = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(text) ?? [];
  return red === undefined
    ? parseColour(text)!
    : { red: Number(red) * 255, green: Number(green) * 255, blue: Number(blue) * 255, alpha: Number(alpha) };
}
