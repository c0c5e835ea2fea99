import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { axeFaultsInAllThemes } from '../axeFaults.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { hostileText, inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const { cloudTrail, kubernetesAudit } = inventedRecords;
/** More than are asked for at once. */
const count = 300;
const regionOf = (index: number): string => `region-${String((index * 7) % count).padStart(3, '0')}`;
const trail = await RealLog.open(Array.from({ length: count }, (_, index) => ({ ...cloudTrail, awsRegion: regionOf(index) })));
const cluster = await RealLog.open(
  Array.from({ length: count }, (_, index) => ({
    ...kubernetesAudit,
    auditID: `id-${index}`,
    objectRef: { resource: 'pods', namespace: `space-${index}`, name: 'web-0' },
  })),
);
const attestation = await RealLog.open(inventedLog(count));

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** So wide that the list has room for two further columns. */
const width = 1700;
const own = ['Result', 'Caller', 'Target', 'What happened'];
const grid = (page: Page) => page.getByRole('grid', { name: 'Records' });
const heads = (page: Page) => page.getByRole('columnheader').allInnerTexts();
/** What the further cells of a row show, and say when pointed at. */
const cells = (page: Page, row: number) =>
  page.locator(`#row-${row} .suited`).evaluateAll((all) => all.map((cell) => [cell.textContent, cell.getAttribute('title')]));

describe('the columns of the list', () => {
  it.each([
    ['CloudTrail', trail, ['Called service', 'Region'], (row: number) => ['s3.amazonaws.com', regionOf(row)]],
    ['Kubernetes', cluster, ['Namespace', 'Resource'], (row: number) => [`space-${row}`, 'pods']],
  ] as const)('of %s show what suits it, up to the last record', async (_, engine, titles, textsOf) => {
    const { page, faults, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), { width });
    const expected = (row: number) => textsOf(row).map((text, place) => [text, `${titles[place]}: ${text}`]);
    await expect.poll(() => cells(page, 3)).toEqual(expected(3));
    expect((await heads(page)).slice(2)).toEqual([...own, ...titles, 'Findings']);
    expect(await grid(page).getAttribute('aria-colcount')).toBe('9');
    await grid(page).press('End');
    await expect.poll(() => cells(page, count - 1)).toEqual(expected(count - 1));
    expect(
      await page
        .locator(`#row-${count - 1}`)
        .getByRole('gridcell')
        .count(),
    ).toBe(9);
    expect(faults).toEqual([]);
    await close();
  });

  it('of Attestation are those of any log, and nothing more is asked for', async () => {
    const host = new HostDouble(attestation, attestation.snapshot);
    const { page, close } = await openTimeline(browser, host, { width });
    await grid(page).press('End');
    await page.locator(`#row-${count + 1}`).waitFor();
    await expect.poll(() => host.unanswered).toBe(0);
    expect(host.asked.some(({ name }) => name === 'formats')).toBe(true);
    expect((await heads(page)).slice(2)).toEqual([...own, 'Findings']);
    expect(await page.locator('.suited').count()).toBe(0);
    expect(await grid(page).getAttribute('aria-colcount')).toBe('7');
    expect(host.asked.filter(({ params }) => 'fields' in params)).toEqual([]);
    await close();
  });

  it('sort upwards, downwards and not any more, by key, where the head says so', async () => {
    const host = new HostDouble(trail, trail.snapshot);
    const { page, savedState, close } = await openTimeline(browser, host, { width });
    const head = page.getByRole('columnheader', { name: /^Region/ });
    const button = head.getByRole('button');
    const first = () => page.locator('#row-0 .suited').last().textContent();
    for (const [order, text, title, sorted] of [
      ['ascending', 'region-000', 'Sort records by Region', { field: 'target.Region', descending: false }],
      ['descending', 'region-299', 'Sort records by Region', { field: 'target.Region', descending: true }],
      ['none', regionOf(0), 'Order of the file', 'file'],
    ] as const) {
      await expect.poll(() => button.getAttribute('title')).toBe(title);
      await button.press('Enter');
      await expect.poll(first).toBe(text);
      expect(await head.getAttribute('aria-sort')).toBe(order);
      expect(await savedState()).toMatchObject({ order: sorted });
    }
    await page.getByRole('columnheader', { name: 'Called service' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: 'Called service ▴' }).waitFor();
    await close();
  });

  it('are given up first where the list becomes narrow, and lie beside each other where there is room', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(trail, trail.snapshot), { width });
    await page.locator('#row-3 .suited').first().waitFor();
    for (const [pageWidth, further] of [
      [1600, ['Called service', 'Region']],
      [1100, ['Called service']],
      [980, []],
      [660, []],
      [1700, ['Called service', 'Region']],
    ] as const) {
      await page.setViewportSize({ width: pageWidth, height: 900 });
      const shown = () => page.locator('.head .suited').allInnerTexts();
      await expect.poll(shown, { message: `${pageWidth} pixels` }).toEqual(further);
      expect(await grid(page).getAttribute('aria-colcount')).toBe(String(7 + further.length));
      const { boxes, right } = await grid(page).evaluate((element) => ({
        right: element.getBoundingClientRect().right,
        boxes: ['.head .row', '#row-3'].map((row) =>
          [...element.querySelector(row)!.children]
            .map((cell) => cell.getBoundingClientRect())
            .filter((box) => box.width > 0)
            .map((box) => [Math.round(box.left), Math.round(box.right)] as const),
        ),
      }));
      expect(boxes[0]!.every((box) => box[1] <= right)).toBe(true);
      // Where the sentence has a line of its own, it has no head.
      if (pageWidth > 900) {
        expect(boxes[1]).toEqual(boxes[0]);
      }
    }
    await close();
  });

  it('show rows before their values have come, and then these', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const host = new HostDouble(trail, trail.snapshot);
    host.beforeAnswer = ({ params }) => ('fields' in params ? promise : Promise.resolve());
    const { page, close } = await openTimeline(browser, host, { width });
    await page.getByRole('columnheader', { name: 'Region' }).waitFor();
    await page.locator('#row-3 .caller', { hasText: 'Deployer' }).waitFor();
    expect(await cells(page, 3)).toEqual([
      ['', ''],
      ['', ''],
    ]);
    resolve();
    await expect
      .poll(() => cells(page, 3))
      .toEqual([
        ['s3.amazonaws.com', 'Called service: s3.amazonaws.com'],
        [regionOf(3), `Region: ${regionOf(3)}`],
      ]);
    await close();
  });

  it('are those that suit most records of a mixed log, and leave the others empty', async () => {
    const engine = await RealLog.open([kubernetesAudit, cloudTrail, { ...cloudTrail, awsRegion: 'eu-north-1' }, { ts: 1 }, cloudTrail]);
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), { width });
    await expect
      .poll(() => cells(page, 2))
      .toEqual([
        ['s3.amazonaws.com', 'Called service: s3.amazonaws.com'],
        ['eu-north-1', 'Region: eu-north-1'],
      ]);
    for (const row of [0, 3]) {
      expect(await cells(page, row)).toEqual([
        ['', ''],
        ['', ''],
      ]);
    }
    await close();
  });

  it('appear when a log that was empty of them grows, and say how many further values there are', async () => {
    const engine = await RealLog.open([kubernetesAudit]);
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, { width });
    await page.getByRole('columnheader', { name: 'Namespace' }).waitFor();
    const arn = 'arn:aws:s3:eu-central-1:111122223333:accesspoint/a';
    const snapshot = await engine.append([cloudTrail, { ...cloudTrail, eventID: '2', resources: [{ ARN: arn }] }]);
    await host.report({ kind: 'snapshot', snapshot });
    await page.getByRole('columnheader', { name: 'Region' }).waitFor();
    await expect.poll(() => cells(page, 2)).toContainEqual(['eu-central-1 +1', 'Region: eu-central-1 +1']);
    await close();
  });

  it('let hostile text do nothing but be read, cut where it is long', async () => {
    const engine = await RealLog.open([{ ...cloudTrail, awsRegion: `${hostileText} ${'long '.repeat(100)}` }]);
    const { page, faults, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), { width });
    const cell = page.locator('#row-0 .suited').last();
    await expect.poll(() => cell.textContent()).toContain(hostileText);
    const style = await cell.evaluate((element) => ({
      overflow: getComputedStyle(element).textOverflow,
      isCut: element.scrollWidth > element.clientWidth,
      height: element.parentElement!.offsetHeight,
    }));
    expect(style).toEqual({ overflow: 'ellipsis', isCut: true, height: 22 });
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  it('have no fault that axe finds in any theme', async () => {
    const host = new HostDouble(trail, trail.snapshot);
    const timeline = await openTimeline(browser, host, { width });
    await timeline.page.locator('#row-3').click();
    await timeline.page.getByRole('columnheader', { name: 'Region' }).getByRole('button').click();
    await timeline.page.getByRole('columnheader', { name: 'Region ▴' }).waitFor();
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    await timeline.close();
  });
});
