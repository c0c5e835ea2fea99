import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open([
  { ...inventedRecord(3), operationName: 'SetCurrentPolicy', extra: '{"inner":"<b>one</b>"}' },
  { ...inventedRecord(3), operationName: 'GetCurrentPolicy', extra: '{"inner":"<b>two</b>"}', added: true },
  { ...inventedRecord(3), operationName: 'SetCurrentPolicy', extra: '{"inner":"<b>one</b>"}' },
]);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const ref = (index: number) => ({ source: 0, index });
const comparison = (page: Page) => page.getByRole('article', { name: 'Comparison of two records' });

async function open(first: number, second: number, options: Parameters<typeof openTimeline>[2] = {}) {
  const host = new HostDouble(engine, engine.snapshot);
  await host.apply({ kind: 'select', ref: ref(second) });
  const opened = await openTimeline(browser, host, options);
  await opened.page.getByRole('article', { name: `Record ${second}`, exact: true }).waitFor();
  await host.report({ kind: 'act', act: { act: 'compare', first: ref(first), second: ref(second) } });
  await comparison(opened.page).getByRole('heading').waitFor();
  return { ...opened, host };
}

/** The fields that differ, each as its name and both values; what is marked is in brackets. */
function differences(page: Page): Promise<readonly string[]> {
  return comparison(page)
    .locator('.line:not(.head)')
    .evaluateAll((lines) =>
      lines.map((line) => {
        line.querySelectorAll('mark').forEach((mark) => (mark.textContent = `[${mark.textContent}]`));
        return [...line.children].map(({ textContent }) => textContent.trim()).join(' | ');
      }),
    );
}

describe('two records', () => {
  it('are beside each other, field by field, with what differs marked', async () => {
    const { page, faults, close } = await open(0, 1);
    expect(await comparison(page).getByRole('heading').innerText()).toBe('3 fields differ');
    expect(await differences(page)).toEqual([
      'operationName | [S]etCurrentPolicy | [G]etCurrentPolicy',
      'extra.inner | <b>[one]</b> | <b>[two]</b>',
      'added | missing | true',
    ]);
    expect(faults).toEqual([]);
    await close();
  });

  it('change places, also in the diff editor, and show what is equal on demand', async () => {
    const { page, host, close } = await open(0, 1);
    await comparison(page).getByRole('button', { name: 'Swap' }).click();
    await comparison(page).getByRole('columnheader', { name: 'Record 1' }).and(comparison(page).locator('.head > :nth-child(2)')).waitFor();
    expect((await differences(page))[2]).toBe('added | true | missing');
    await comparison(page).getByRole('button', { name: 'Compare as text' }).click();
    await expect.poll(() => host.intents).toContainEqual({ kind: 'compareAsText', first: ref(1), second: ref(0) });
    const more = comparison(page).getByRole('button', { name: 'Show the equal fields' });
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    await more.click();
    const equal = comparison(page).getByRole('table', { name: 'Fields that are equal' });
    await equal.getByText('env_seqNum', { exact: true }).waitFor();
    await comparison(page).getByRole('button', { name: 'Hide the equal fields' }).click();
    await expect.poll(() => equal.count()).toBe(0);
    await close();
  });

  it('may be equal', async () => {
    const { page, close } = await open(0, 2);
    expect(await comparison(page).getByRole('heading').innerText()).toBe('All fields are equal');
    expect(await differences(page)).toEqual([]);
    await close();
  });

  it('take the keyboard, and give it to the record on Escape', async () => {
    const { page, close } = await open(0, 1);
    await expect
      .poll(() =>
        comparison(page)
          .getByRole('heading')
          .evaluate((title) => title.matches(':focus')),
      )
      .toBe(true);
    await page.keyboard.press('Escape');
    const title = page.getByRole('article', { name: 'Record 1', exact: true }).getByRole('heading').first();
    await expect.poll(() => title.evaluate((heading) => heading.matches(':focus'))).toBe(true);
    expect(await comparison(page).count()).toBe(0);
    await close();
  });

  it('are left for one of them, and for any other record that is selected', async () => {
    const { page, host, close } = await open(0, 1);
    await comparison(page).getByRole('button', { name: 'Record 0', exact: true }).click();
    await page.getByRole('article', { name: 'Record 0', exact: true }).waitFor();
    await host.report({ kind: 'act', act: { act: 'compare', first: ref(1), second: ref(0) } });
    await comparison(page).getByRole('heading').waitFor();
    await host.apply({ kind: 'select', ref: ref(2) });
    await page.getByRole('article', { name: 'Record 2', exact: true }).waitFor();
    expect(await comparison(page).count()).toBe(0);
    await close();
  });

  it.each(['dark', 'highContrastLight'] as const)('have no fault that axe finds in the theme %s', async (theme) => {
    const { page, close } = await open(0, 1, { theme });
    await comparison(page).getByRole('button', { name: 'Show the equal fields' }).click();
    await comparison(page).getByRole('table', { name: 'Fields that are equal' }).waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await close();
  });
});
