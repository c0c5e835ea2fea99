import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const sample = (name: string): string => readFileSync(new URL(`../../../media/samples/${name}`, import.meta.url), 'utf8');

async function open(content: string, width = 1400) {
  const engine = await RealLog.open(content);
  const host = new HostDouble(engine, engine.snapshot);
  const opened = await openTimeline(browser, host, { width });
  await opened.page.getByRole('button', { name: 'Add field…' }).click();
  const fields = () =>
    opened.page.locator('audit-log-facet section').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  return { ...opened, host, fields };
}

describe('the pane of fields', () => {
  it('is open again when the page is loaded again, though no field was added, and leaves the keyboard alone', async () => {
    const { page, host, savedState, close } = await open(sample('cloudtrail.audit.json'));
    const box = page.getByRole('combobox', { name: 'Field or key' });
    await expect.poll(() => box.evaluate((one) => one.matches(':focus'))).toBe(true);
    const saved = await savedState();
    await close();
    const again = await openTimeline(browser, host, { saved });
    await again.page.locator('audit-log-facet').first().waitFor();
    const boxAgain = again.page.getByRole('combobox', { name: 'Field or key' });
    expect(await boxAgain.evaluate((one) => one.matches(':focus'))).toBe(false);
    await again.page.getByRole('button', { name: 'Add field…' }).click();
    await again.page.locator('audit-log-facets').waitFor({ state: 'detached' });
    expect(host.layout).not.toContain('hasFields');
    await again.close();
  });

  it.each([
    ['cloudtrail.audit.json', ['Result', 'Operation', 'Caller', 'Account', 'Region', 'Service']],
    ['kubernetes.audit.ndjson', ['Result', 'Operation', 'Caller', 'Namespace', 'Resource', 'Name']],
    ['m365.audit.json', ['Result', 'Operation', 'Caller', 'Workload', 'Site']],
    ['documented-sample.audit.ndjson', ['Result', 'Operation', 'Caller', 'Instance', 'Region', 'Finding']],
  ])('begins with what suits the records: %s', async (name, expected) => {
    const { page, fields, close } = await open(sample(name));
    await expect.poll(fields).toEqual(expected);
    // Each has values: a heading without any would say nothing.
    const counts = await Promise.all(
      expected
        .filter((field) => field !== 'Finding')
        .map(async (field) => {
          const lines = page.getByRole('region', { name: field, exact: true }).getByRole('listitem');
          await lines.first().waitFor();
          return lines.count();
        }),
    );
    expect(Math.min(...counts)).toBeGreaterThan(0);
    await close();
  });

  it.each([1000, 660])('leaves room for names, and for what adds a field, in a window of %i pixels', async (width) => {
    const { page, close } = await open(sample('cloudtrail.audit.json'), width);
    const pane = (await page.locator('audit-log-facets').boundingBox())!;
    const add = (await page.getByRole('button', { name: 'Add', exact: true }).boundingBox())!;
    expect(add.x + add.width).toBeLessThanOrEqual(pane.x + pane.width);
    const line = page.getByRole('region', { name: 'Operation', exact: true }).locator('.count-line').first();
    const name = (await line.locator('.name').boundingBox())!;
    expect(name.width).toBeGreaterThan((await line.boundingBox())!.width / 2);
    expect(pane.height).toBeLessThanOrEqual((page.viewportSize()!.height * (width < 760 ? 45 : 100)) / 100);
    // What is not seen is heard: how many of each result there are.
    expect(await page.getByRole('region', { name: 'Result', exact: true }).getByText('failure').count()).toBeGreaterThan(1);
    await close();
  });

  it('heads fields by their titles and tells those of one title apart; tooltips have the names of the filter language', async () => {
    const { page, fields, close } = await open(sample('cloudtrail.audit.json'));
    await expect.poll(fields).toContain('Region');
    const heading = page.getByRole('region', { name: 'Region', exact: true }).getByRole('heading');
    expect([await heading.innerText(), await heading.getAttribute('title')]).toEqual(['Region', 'target.Region']);
    for (const added of ['region', 'eventSource']) {
      await page.getByRole('combobox', { name: 'Field or key' }).fill(added);
      await page.keyboard.press('Enter');
    }
    await expect.poll(async () => (await fields()).slice(0, 2)).toEqual(['Called service', 'Region (region)']);
    expect(await fields()).toContain('Region (target.Region)');
    await close();
  });

  it('begins with the format where a log mixes several, and filters by a click', async () => {
    const [kubernetes = ''] = sample('kubernetes.audit.ndjson').split('\n');
    const { page, host, fields, close } = await open(`${sample('documented-sample.audit.ndjson').trim()}\n${kubernetes}\n`);
    await expect.poll(async () => (await fields()).slice(0, 3)).toEqual(['Format', 'Result', 'Operation']);
    await page.getByRole('checkbox', { name: 'kubernetesAudit', exact: true }).click();
    await expect.poll(() => host.state.query).toBe('format:kubernetesAudit');
    await expect.poll(() => page.locator('.count b').innerText()).toBe('1');
    await close();
  });
});
