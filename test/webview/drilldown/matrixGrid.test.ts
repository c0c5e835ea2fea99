import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ViewPage } from '../../../src/protocol/viewMessages.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord, type Json } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, type PageOptions, startBrowser, type TimelinePage } from '../timelinePage.ts';

const id = (instance: string): string =>
  `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Attestation/attestationProviders/${instance}`;

function record(number: number, operationName: string, resultType: string, instance: string, caller = 'ann@x'): Json {
  return {
    ...inventedRecord(number),
    operationName,
    resultType,
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: caller }],
    targetResources: [{ targetResourceType: 'ResourceId', targetResourceName: id(instance) }],
  };
}

const longName = 'an-instance-with-a-name-that-no-column-is-wide-enough-for';
const small = await RealLog.open([
  record(0, 'SetCurrentPolicy', 'Success', 'one'),
  record(1, 'SetCurrentPolicy', 'Failure', 'one'),
  record(2, 'SetCurrentPolicy', 'ClientError', 'one'),
  record(3, 'AddPolicyCertificate', 'Success', longName),
  record(4, 'AddPolicyCertificate', 'Success', longName),
  record(5, 'Whatever', 'Success', 'one'),
  record(6, 'SetCurrentPolicy', 'Success', 'one', 'bob@x'),
]);
/** Forty operations on forty instances. */
const large = await RealLog.open(
  Array.from({ length: 1600 }, (_, number) => record(number, `Operation${number % 40}`, 'Success', `instance${Math.floor(number / 40)}`)),
);
const ann: ViewPage = { kind: 'caller', type: 'UPN', value: 'ann@x' };
const group: ViewPage = { kind: 'target', path: [{ level: 'resourceGroup', name: 'rg' }] };

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Opened extends TimelinePage {
  readonly host: HostDouble;
}

async function open(log: RealLog, subject: ViewPage, options?: PageOptions): Promise<Opened> {
  const host = new HostDouble(log, log.snapshot);
  await host.apply({ kind: 'open', page: subject });
  const opened = await openTimeline(browser, host, options);
  await grid(opened.page).waitFor({ timeout: 30_000 });
  return { ...opened, host };
}

const grid = (page: Page): Locator => page.locator('audit-log-matrix').getByRole('grid');

/** The texts of the rows without the head, blanks folded. */
async function rowsOf(page: Page): Promise<readonly (readonly string[])[]> {
  const rows = await grid(page)
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim())),
    );
  return rows;
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) {
      at = at.shadowRoot.activeElement;
    }
    return (at as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim();
  });

describe('the matrix of a caller', () => {
  it('counts operations by instance, with failures and client errors apart, and all of a row and of a column', async () => {
    const { page, close } = await open(small, ann);
    await expect
      .poll(() => rowsOf(page))
      .toEqual([
        ['SetCurrentPolicy', '3 client error 1 failure 1', '3 client error 1 failure 1', '–'],
        ['AddPolicyCertificate', '2', '–', '2'],
        ['Whatever', '1', '1', '–'],
        ['all', '6', '4 client error 1 failure 1', '2'],
      ]);
    const cell = grid(page).getByRole('row').nth(1).getByRole('gridcell').nth(1);
    expect(await cell.locator('svg').evaluateAll((all) => all.map((one) => one.classList[1]))).toEqual(['clientError', 'failure']);
    await close();
  });

  it('is sorted by a click on a head, which says so', async () => {
    const { page, close } = await open(small, ann);
    const head = (name: string): Locator => grid(page).getByRole('columnheader', { name, exact: true });
    const names = async (): Promise<readonly (string | undefined)[]> => (await rowsOf(page)).map(([name]) => name);
    expect(await head('all').getAttribute('aria-sort')).toBe('descending');
    await head('Operation').getByRole('button').click();
    await expect.poll(names).toEqual(['AddPolicyCertificate', 'SetCurrentPolicy', 'Whatever', 'all']);
    expect(await head('Operation').getAttribute('aria-sort')).toBe('ascending');
    expect(await head('all').getAttribute('aria-sort')).toBe('none');
    await head('Operation').getByRole('button').click();
    await expect.poll(names).toEqual(['Whatever', 'SetCurrentPolicy', 'AddPolicyCertificate', 'all']);
    await head(longName).getByRole('button').click();
    await expect.poll(names).toEqual(['AddPolicyCertificate', 'SetCurrentPolicy', 'Whatever', 'all']);
    expect(await head(longName).getAttribute('aria-sort')).toBe('descending');
    await close();
  });

  it('is one stop of the Tab key, in which arrow keys move and Enter filters', async () => {
    const { page, host, close } = await open(small, ann);
    expect(await grid(page).locator('[tabindex="0"]').count()).toBe(1);
    await grid(page).getByRole('button', { name: 'Operation', exact: true }).focus();
    for (const [key, text] of [
      ['ArrowDown', 'SetCurrentPolicy'],
      ['ArrowRight', '3 client error 1 failure 1'],
      ['ArrowRight', '3 client error 1 failure 1'],
      ['ArrowRight', '–'],
      ['ArrowDown', '2'],
      ['Home', 'AddPolicyCertificate'],
      ['ArrowDown', 'Whatever'],
      ['Control+Home', 'Operation'],
      ['End', /^an-instance-with/],
      ['ArrowDown', '–'],
      ['ArrowDown', '2'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => focused(page)).toMatch(text);
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe(`operation:AddPolicyCertificate instance:${longName}`);
    await expect
      .poll(() => rowsOf(page))
      .toEqual([
        ['AddPolicyCertificate', '2', '2'],
        ['all', '2', '2'],
      ]);
    expect(host.state.page).toMatchObject(ann);
    await close();
  });

  it('filters by the name of a row, and by all of a column', async () => {
    const { page, host, close } = await open(small, ann);
    await grid(page).getByRole('rowheader', { name: 'Whatever' }).getByRole('button').click();
    await expect.poll(() => host.state.query).toBe('operation:Whatever');
    await host.apply({ kind: 'filter', query: '' });
    await grid(page).locator('.all').getByRole('button').nth(1).click();
    await expect.poll(() => host.state.query).toBe(`instance:${longName}`);
    await close();
  });

  it('has names that are cut in the middle, and whole in their titles', async () => {
    const { page, close } = await open(small, ann);
    const button = grid(page).getByRole('columnheader').last().getByRole('button');
    expect(await button.getAttribute('title')).toBe(`${longName}: sort by it`);
    expect((await button.boundingBox())!.width).toBeLessThan(200);
    expect(await button.locator('.name-text > :last-child').textContent()).toBe(longName.slice(-6));
    await close();
  });
});

describe('a large matrix', () => {
  it('says how much it shows, and shows more', async () => {
    const { page, close } = await open(large, ann);
    const matrix = page.locator('audit-log-matrix');
    await matrix.getByText('rows: 30 of 40, columns: 30 of 40').waitFor();
    await matrix.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => grid(page).getByRole('row').count()).toBe(42);
    await expect.poll(() => matrix.getByText(/^rows: /).count()).toBe(0);
    await close();
  });

  it.each([1400, 1000, 660])('scrolls in both directions below and beside its heads, at %i px', async (width) => {
    const { page, close } = await open(large, ann, { width });
    const scroller = page.locator('audit-log-matrix .scroller');
    await scroller.evaluate((element) => element.scrollTo(500, 300));
    await expect.poll(() => scroller.evaluate((element) => [element.scrollLeft, element.scrollTop])).toEqual([500, 300]);
    const [box, corner, head, name] = await Promise.all([
      scroller.boundingBox(),
      grid(page).getByRole('columnheader').first().boundingBox(),
      grid(page).getByRole('columnheader').nth(12).boundingBox(),
      grid(page).getByRole('rowheader').nth(14).boundingBox(),
    ]);
    expect(Math.abs(corner!.x - box!.x)).toBeLessThan(2);
    expect(Math.abs(corner!.y - box!.y)).toBeLessThan(2);
    expect(Math.abs(head!.y - box!.y)).toBeLessThan(2);
    expect(Math.abs(name!.x - box!.x)).toBeLessThan(2);
    await close();
  });

  it('brings the cell with the focus out from under its heads', async () => {
    const { page, close } = await open(large, ann, { width: 1000 });
    await grid(page).getByRole('gridcell').nth(20).getByRole('button').focus();
    for (const key of [
      'Control+End',
      'ArrowUp',
      'ArrowLeft',
      'Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'PageUp',
      'PageUp',
      'PageUp',
    ]) {
      await page.keyboard.press(key);
      const isSeen = (): Promise<boolean> =>
        page.locator('audit-log-matrix').evaluate((matrix) => {
          const cell = matrix.shadowRoot!.activeElement!;
          const { left, top, width, height } = cell.getBoundingClientRect();
          const found = matrix.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
          return found !== null && (cell === found || cell.contains(found));
        });
      await expect.poll(isSeen, { message: key }).toBe(true);
    }
    await close();
  });
});

describe('the matrix of a target', () => {
  it('is of callers by operation, of callers by target, or of operations by target at any level', async () => {
    const { page, host, close } = await open(small, group);
    await expect.poll(() => grid(page).getAttribute('aria-label')).toBe('Caller × operation');
    await expect.poll(() => rowsOf(page)).toContainEqual(['bob@x', '1', '1', '–', '–']);
    const choose = async (list: string, option: string): Promise<void> => {
      const dropdown = page.locator('audit-log-matrix').getByRole('combobox', { name: list, exact: true });
      await dropdown.click();
      await dropdown.getByRole('option', { name: option, exact: true }).click();
    };
    await choose('Matrix', 'Caller × target');
    await expect.poll(() => rowsOf(page)).toContainEqual(['bob@x', '1', '1', '–']);
    await choose('Level of the targets', 'Resource group');
    await expect.poll(() => rowsOf(page)).toContainEqual(['bob@x', '1', '1']);
    await choose('Matrix', 'Operation × target');
    await expect.poll(() => rowsOf(page)).toContainEqual(['Whatever', '1', '1']);
    await host.apply({ kind: 'filter', query: 'caller:bob@x' });
    await expect
      .poll(() => rowsOf(page))
      .toEqual([
        ['SetCurrentPolicy', '1', '1'],
        ['all', '1', '1'],
      ]);
    await close();
  });
});
