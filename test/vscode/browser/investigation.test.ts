import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';
import { CountedHands } from './countedHands.ts';
import { facts, recordCount, writeInvestigatedLog } from './investigatedLog.ts';
import { copyWorkspace } from './workspace.ts';

const log = 'investigation.audit.ndjson';
const grouped = (count: number): string => count.toLocaleString('en');

/**
 * A whole investigation of 100,000 records as a user does it: the failed operations of one caller and when they began, the policy in
 * force at that time and who had set it, the callers in the order in which they came, one that is noisy left out, two records compared,
 * zoomed to a second and back, 20 records copied as CSV, from a problem to its record and back. It takes 60 acts at most.
 */
describe('a whole investigation', { timeout: 240_000 }, () => {
  const workspace = copyWorkspace();
  let vscode: OpenedVSCode;
  let hands: CountedHands;

  beforeAll(() => writeInvestigatedLog(workspace.file('documented.audit.ndjson'), workspace.file(log)));

  afterAll(() => workspace.delete());

  beforeEach(async () => {
    vscode = await openVSCode({ folder: workspace.folder, size: { width: 1600, height: 1000 } });
    await vscode.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    hands = new CountedHands(vscode.page);
  });

  afterEach(async () => {
    await vscode.close();
  });

  const view = () => vscode.webview();
  const row = (index: number): Locator => view().locator(`#row-${index}`);
  const selectedRow = async (): Promise<number> =>
    Number((await view().locator('[id^=row-][aria-selected=true]').first().getAttribute('id'))!.slice(4));
  const filter = (): Locator => view().locator('audit-log-filter input');
  const detail = (): Locator => view().locator('audit-log-detail');
  const comparison = (): Locator => view().locator('audit-log-comparison');
  const chart = (): Locator => view().getByRole('application').last();
  const count = (): Promise<string | null> => view().locator('audit-log-top-bar .count').textContent();
  const tab = (label: string): Locator => vscode.page.locator('.tabs-container .tab', { hasText: label });
  const quickInput = (): Locator => vscode.page.locator('.quick-input-widget input.input');
  const copied = (): Promise<string> => vscode.page.evaluate(() => navigator.clipboard.readText());

  const isIn = (part: Locator): Promise<boolean> => part.evaluate((element) => element.matches(':focus-within, :focus')).catch(() => false);

  async function finds(matching: number): Promise<void> {
    await expect.poll(async () => (await count())?.replaceAll(/\s+/g, ' ').trim()).toMatch(new RegExp(`^${grouped(matching)} `));
  }

  /** The detail says when the failures began, and what held then. */
  async function readsTheFirstFailure(): Promise<void> {
    await detail()
      .getByText(`record ${grouped(facts.firstFailure.record)}`, { exact: false })
      .first()
      .waitFor();
    await detail().getByText(facts.firstFailure.time).first().waitFor();
    await detail().getByText(`before: set by ${facts.policy.setBy}`).waitFor();
    await detail().getByText(`since ${facts.policy.time}`).waitFor();
  }

  /** The detail is that of the record that had set the policy. */
  async function readsThePolicy(): Promise<void> {
    await detail()
      .getByText(`record ${grouped(facts.policy.record)}`, { exact: false })
      .first()
      .waitFor();
    await detail().getByText(facts.policy.setBy).first().waitFor();
  }

  /** The list has one record of each caller, the first. */
  async function readsTheCallers(): Promise<void> {
    await finds(facts.callers.length);
    for (const [index, caller] of facts.callers.entries()) {
      await expect.poll(async () => (await row(index).textContent())?.replaceAll('…', '')).toContain(caller.slice(0, 4));
    }
  }

  /** The lanes of the callers are in the order in which the log sees them first. */
  async function readsTheLanes(wheel: (lanes: Locator) => Promise<void>): Promise<void> {
    const lanes = view().getByRole('treegrid', { name: 'Lanes' });
    const callers = async (): Promise<readonly string[]> => {
      const texts = await lanes.getByRole('row').allTextContents();
      return texts.flatMap((text) => facts.callers.filter((caller) => text.includes(caller.slice(0, 6))));
    };
    await expect.poll(async () => (await callers()).slice(0, 3)).toEqual(facts.callers.slice(0, 3));
    await wheel(lanes);
    await expect.poll(async () => (await callers()).slice(-3)).toEqual(facts.callers.slice(-3));
  }

  async function readsTheComparison(...records: readonly number[]): Promise<void> {
    for (const record of records) {
      await comparison()
        .getByRole('columnheader', { name: `Record ${grouped(record)}` })
        .waitFor();
    }
  }

  /** The heading of the histogram, which says how long its bars are. */
  const axis = async (): Promise<string> => (await view().getByText('Records per').first().textContent()) ?? '';

  const showsMilliseconds = (): Promise<void> => expect.poll(axis).toMatch(/ \d+ ms/);
  const showsHours = (): Promise<void> => expect.poll(axis).toMatch(/hour/);

  async function readsTheFaultyRecord(): Promise<void> {
    await detail()
      .getByText(`record ${grouped(facts.faulty)}`, { exact: false })
      .first()
      .waitFor();
  }

  async function copiesTwenty(caller: string): Promise<void> {
    await expect.poll(async () => (await copied()).trimEnd().split('\r\n').length).toBe(21);
    const [, first] = (await copied()).split('\r\n');
    expect(first).toContain(caller);
  }

  /** The text of the record opens at its problem, and the timeline has selected the record. */
  async function readsTheProblem(): Promise<void> {
    await tab(`record ${facts.faulty}.json`).waitFor();
    await vscode.page.getByText('(6 selected)').waitFor();
  }

  it('works by the keyboard alone', async () => {
    const palette = async (command: string): Promise<void> => {
      await hands.press('F1');
      await quickInput().waitFor();
      await hands.type(command);
      await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: command }).first().waitFor();
      await hands.press('Enter');
      await quickInput().waitFor({ state: 'hidden' });
    };
    const filterBy = async (query: string): Promise<void> => {
      await hands.press('Control+F');
      await expect.poll(() => isIn(filter())).toBe(true);
      await hands.press('Control+A');
      await hands.type(query);
      await expect.poll(() => filter().inputValue()).toBe(query);
      await hands.press('Enter');
    };
    const toRecords = async (): Promise<void> => {
      await hands.press('Control+ArrowDown');
      await expect.poll(() => isIn(view().locator('audit-log-records .grid'))).toBe(true);
    };

    await hands.press('Control+P');
    await quickInput().waitFor();
    await hands.type(log);
    await vscode.page.locator('.quick-input-list .monaco-list-row', { hasText: log }).first().waitFor();
    await hands.press('Enter');
    await finds(recordCount);

    await filterBy(`resultGroup:failure caller:${facts.suspect}`);
    await finds(facts.failures);
    await toRecords();
    await hands.press('Home');
    await readsTheFirstFailure();
    await hands.press('Enter');
    await expect.poll(() => isIn(detail())).toBe(true);
    const before = detail().getByRole('button', { name: /^before: set by/ });
    for (let tabs = 0; tabs < 9 && !(await isIn(before)); tabs++) {
      await hands.press('Tab');
    }
    await hands.press('Enter');
    await readsThePolicy();

    await filterBy('first(caller)');
    await readsTheCallers();

    await filterBy(`-caller:${facts.noisy}`);
    await finds(recordCount - facts.noisyRecords);

    await toRecords();
    await hands.press('Home');
    await hands.press('Shift+ArrowDown');
    await palette('Audit Log: Compare with Selected Record');
    await readsTheComparison(1, 3);

    await palette('Audit Log: Focus Histogram');
    await expect.poll(() => isIn(chart())).toBe(true);
    for (let zoom = 0; zoom < 3; zoom++) {
      const shown = await axis();
      await hands.press('ArrowRight');
      await hands.press('Enter');
      await expect.poll(axis).not.toBe(shown);
    }
    await showsMilliseconds();
    await hands.press('Escape');
    await finds(recordCount - facts.noisyRecords);
    await hands.press('Escape');
    await showsHours();

    await filterBy('record:70001..70020');
    await finds(20);
    await toRecords();
    await hands.press('Control+A');
    await palette('Audit Log: Copy as CSV');
    await copiesTwenty(facts.suspect);

    await palette('Problems: Focus on Problems View');
    await hands.press('ArrowDown');
    await hands.press('Enter');
    await readsTheProblem();
    await hands.press('Control+PageUp');
    await readsTheFaultyRecord();
    expect(hands.steps).toBeLessThanOrEqual(60);
  });

  it('works by the mouse alone', async () => {
    const button = (name: string | RegExp): Locator => view().getByRole('button', { name });
    const choose = async (label: string): Promise<void> => {
      const item = vscode.page.locator('.context-view .monaco-menu').getByText(label, { exact: true });
      // VS Code takes no click on a menu that has just opened.
      await item.hover();
      await hands.click(item);
    };

    await hands.doubleClick(vscode.page.locator('.explorer-viewlet .monaco-list-row', { hasText: log }));
    await finds(recordCount);

    await hands.click(
      view()
        .locator('audit-log-timeline')
        .getByRole('button', { name: /^failure/ }),
    );
    await finds(facts.failures);
    await hands.click(button('Add field…'));
    await hands.click(
      view()
        .getByRole('checkbox', { name: new RegExp(facts.suspect) })
        .first(),
    );
    await finds(facts.failures);
    await hands.click(row(0));
    await readsTheFirstFailure();
    await hands.click(detail().getByRole('button', { name: /^before: set by/ }));
    await readsThePolicy();
    await hands.click(button('Clear filter'));
    await finds(recordCount);

    await hands.click(view().getByRole('combobox', { name: 'Order of the lanes' }));
    await hands.click(view().getByRole('option', { name: 'first seen' }));
    await readsTheLanes((lanes) => hands.wheel(lanes, 500));
    const noisy = view().locator('audit-log-facets').getByText(facts.noisy).first();
    await noisy.hover();
    await hands.click(button(/^Leave out.*poller/));
    await finds(recordCount - facts.noisyRecords);

    const selected = await selectedRow();
    await hands.click(row(selected + 1), { modifiers: ['Control'] });
    await hands.click(row(selected + 1), { button: 'right' });
    await choose('Compare with Selected Record');
    await readsTheComparison(facts.policy.record, facts.policy.record + 2);

    for (let zoom = 0; zoom < 3; zoom++) {
      const before = await axis();
      await hands.drag(chart(), 0.5, 0.51);
      await expect.poll(axis).not.toBe(before);
    }
    await showsMilliseconds();
    await hands.click(button('Show all times'));
    await finds(recordCount - facts.noisyRecords);
    await hands.click(view().locator('audit-log-timeline').getByRole('button', { name: 'Show the whole log' }));
    await showsHours();

    await hands.click(button(/^Lanes$/));
    await hands.click(row(selected));
    await hands.wheel(row(selected), 600);
    await hands.click(row(selected + 19), { modifiers: ['Shift'] });
    await hands.click(row(selected + 19), { button: 'right' });
    await choose('Copy as CSV');
    await copiesTwenty(facts.policy.setBy);

    await hands.click(vscode.page.locator('.statusbar-item').getByLabel(/Errors: 1/));
    await hands.click(vscode.page.locator('.markers-panel .monaco-list-row', { hasText: 'schema.type' }), { position: { x: 80, y: 10 } });
    await readsTheProblem();
    await hands.click(tab(log).first());
    await readsTheFaultyRecord();
    expect(hands.steps).toBeLessThanOrEqual(60);
  });
});
