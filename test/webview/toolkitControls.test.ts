import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../core/formats/inventedRecords.ts';
import { axeFaultsInAllThemes } from './axeFaults.ts';
import { showPanel } from './detailPanel.ts';
import { HostDouble } from './double/hostDouble.ts';
import { hostileText, inventedRecord } from './double/inventedRecords.ts';
import { RealLog } from './realLog.ts';
import { computedColour, isReportedFrom } from './shownColours.ts';
import { openTimeline, startBrowser, type PageOptions } from './timelinePage.ts';

/** Forty records of Attestation, of which the first has a hostile caller, and one of another format, whose documentation is known. */
const records = [
  { ...inventedRecord(0), callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: hostileText }] },
  ...Array.from({ length: 39 }, (_, index) => inventedRecord(index + 1)),
  inventedRecords.cloudTrail,
];
const documented = records.length - 1;
const log = await RealLog.open(records);
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  readonly host: HostDouble;
}

/** Opens the log with a record selected, its lanes shown and the pane of fields open. */
async function open(index: number, options: PageOptions = {}) {
  const host = new HostDouble(log, log.snapshot);
  host.settings = { ...host.settings, lanes: true };
  await host.apply({ kind: 'select', ref: { source: 0, index } });
  const timeline = await openTimeline(browser, host, { height: 1600, ...options });
  const { page } = timeline;
  await page.getByRole('article', { name: `Record ${index}`, exact: true }).waitFor();
  await page.getByRole('combobox', { name: 'Lanes by' }).waitFor();
  await page.getByRole('combobox', { name: 'Stack bars by' }).waitFor();
  if (options.saved === undefined) {
    await page.getByRole('button', { name: 'Add field…' }).click();
  }
  await page.getByRole('button', { name: 'Search values of Operation' }).waitFor();
  return { ...timeline, timeline, host };
}

const facet = (page: Page): Locator => page.getByRole('region', { name: 'Operation', exact: true });
const isFocused = (one: Locator): Promise<boolean> => one.evaluate((element) => element.matches(':focus'));
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Identities and targets' });
const caller = (page: Page): Locator => grid(page).getByRole('row', { name: /UPN/ });

/** Notes where links lead, as VS Code does, in place of following them. */
async function followedLinks(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const followed: string[] = [];
    Object.assign(window, { followed });
    addEventListener('click', (event) => {
      const anchor = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
      if (anchor !== undefined) {
        event.preventDefault();
        followed.push(anchor.href);
      }
    });
  });
  return () => page.evaluate(() => (window as unknown as { followed: readonly string[] }).followed);
}

interface Control {
  readonly element: string;
  readonly place: string;
  readonly record: number;
  /** The control by its role and name. */
  readonly find: (page: Page) => Locator;
  readonly byMouse: (opened: Opened) => Promise<void>;
  readonly byKeyboard: (opened: Opened) => Promise<void>;
}

const controls: readonly Control[] = [
  {
    element: 'al-button',
    place: 'the bar on top',
    record: 0,
    find: (page) => page.getByRole('button', { name: 'Open as text' }),
    byMouse: async ({ page, host }) => {
      await page.getByRole('button', { name: 'Open as text' }).click();
      await expect.poll(() => host.intents.at(-1)).toEqual({ kind: 'openSource', at: null });
    },
    byKeyboard: async ({ page, host }) => {
      const before = host.intents.length;
      await page.locator('al-button', { hasText: 'Open as text' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => host.intents.slice(before)).toEqual([{ kind: 'openSource', at: null }]);
    },
  },
  {
    element: 'al-panels',
    place: 'the detail of a record',
    record: 1,
    find: (page) => page.getByRole('tab', { name: /^Names, \d names$/ }),
    byMouse: async ({ page }) => {
      await page.getByRole('tab', { name: /^Source/ }).click();
      await page
        .getByRole('tabpanel', { name: /^Source/ })
        .getByRole('group', { name: 'Source of the record' })
        .waitFor();
      expect(await page.getByRole('tabpanel').count()).toBe(1);
    },
    byKeyboard: async ({ page }) => {
      // Round from the last to the first, whose list of fields is shown as it was.
      await page.keyboard.press('ArrowRight');
      await page
        .getByRole('tabpanel', { name: /^Fields/ })
        .getByRole('treegrid', { name: 'Fields' })
        .waitFor();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('tabpanel', { name: /^Names/ }).waitFor();
      expect(await isFocused(page.getByRole('tab', { name: /^Names/ }))).toBe(true);
    },
  },
  {
    element: 'al-badge',
    place: 'a tab of the detail',
    record: 1,
    find: (page) => page.getByRole('tab', { name: /^Fields/ }).locator('al-badge'),
    byMouse: async ({ page }) => {
      await page
        .getByRole('tab', { name: /^Fields/ })
        .locator('al-badge')
        .click();
      await page.getByRole('tabpanel', { name: /^Fields/ }).waitFor();
    },
    byKeyboard: async ({ page }) => {
      const [, count] = /(\d+) fields/.exec((await page.getByRole('tab', { name: /^Fields/ }).getAttribute('aria-label'))!)!;
      expect(
        await page
          .getByRole('tab', { name: /^Fields/ })
          .locator('al-badge')
          .innerText(),
      ).toBe(count);
    },
  },
  {
    element: 'al-data-grid',
    place: 'the names of a record',
    record: 0,
    find: (page) => page.getByRole('grid', { name: 'Identities and targets' }),
    byMouse: async ({ page, host }) => {
      await caller(page).getByRole('button').click();
      await expect.poll(() => host.state.page).toMatchObject({ kind: 'caller', type: 'UPN', value: hostileText });
      await host.apply({ kind: 'back' });
      await caller(page).waitFor();
    },
    byKeyboard: async ({ page, host }) => {
      await page.getByRole('tab', { name: /^Names/ }).focus();
      await page.keyboard.press('Tab');
      // The row that was clicked is where the keyboard was last.
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => isFocused(caller(page).getByRole('gridcell').first())).toBe(true);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => host.state.page.kind).toBe('target');
    },
  },
  {
    element: 'al-checkbox',
    place: 'a value of a field',
    record: 1,
    find: (page) => facet(page).getByRole('checkbox', { name: 'SetCurrentPolicy' }),
    byMouse: async ({ page, host }) => {
      const value = facet(page).getByRole('checkbox', { name: 'SetCurrentPolicy' });
      await value.click();
      await expect.poll(() => host.state.query).toBe('operation:SetCurrentPolicy');
      await expect.poll(() => value.getAttribute('aria-checked')).toBe('true');
      // It says what the filter says, also where that is changed elsewhere.
      await host.apply({ kind: 'filter', query: '' });
      await expect.poll(() => value.getAttribute('aria-checked')).toBe('false');
      expect(host.state.query).toBe('');
    },
    byKeyboard: async ({ page, host }) => {
      const value = facet(page).getByRole('checkbox', { name: 'SetCurrentPolicy' });
      await value.focus();
      await page.keyboard.press('Space');
      await expect.poll(() => host.state.query).toBe('operation:SetCurrentPolicy');
      await expect.poll(() => value.getAttribute('aria-checked')).toBe('true');
      await page.keyboard.press('Space');
      await expect.poll(() => host.state.query).toBe('');
      await expect.poll(() => value.getAttribute('aria-checked')).toBe('false');
      await page.keyboard.press('Shift+F');
      await facet(page).getByRole('checkbox', { name: 'SetCurrentPolicy: left out' }).waitFor();
    },
  },
  {
    element: 'al-text-field',
    place: 'the search for values of a field',
    record: 1,
    find: (page) => page.getByRole('searchbox', { name: 'Values of Operation that contain' }),
    byMouse: async ({ page }) => {
      await page.getByRole('searchbox', { name: 'Values of Operation that contain' }).click();
      await page.keyboard.type('setc');
      await expect.poll(() => facet(page).getByRole('checkbox').count()).toBe(1);
    },
    byKeyboard: async ({ page }) => {
      await page.keyboard.press('Escape');
      await expect.poll(() => facet(page).getByRole('checkbox').count()).toBeGreaterThan(3);
      await expect.poll(() => isFocused(page.getByRole('button', { name: 'Search values of Operation' }))).toBe(true);
    },
  },
  {
    element: 'al-text-field',
    place: 'the search for lanes',
    record: 1,
    find: (page) => page.getByRole('searchbox', { name: 'Search lanes' }),
    byMouse: async ({ page }) => {
      await page.getByRole('searchbox', { name: 'Search lanes' }).click();
      await page.keyboard.type('svc-deploy');
      await expect.poll(() => page.locator('audit-log-lanes .row', { hasText: 'CN=ops' }).count()).toBe(0);
      await page.locator('audit-log-lanes .row', { hasText: 'svc-deploy' }).first().waitFor();
    },
    byKeyboard: async ({ page }) => {
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Delete');
      await page.locator('audit-log-lanes .row', { hasText: 'CN=ops' }).first().waitFor();
    },
  },
  {
    element: 'al-dropdown',
    place: 'the field of the lanes',
    record: 1,
    find: (page) => page.getByRole('combobox', { name: 'Lanes by' }),
    byMouse: async ({ page }) => {
      const list = page.getByRole('combobox', { name: 'Lanes by' });
      await list.click();
      await list.getByRole('option', { name: 'Operation', exact: true }).click();
      await page.locator('audit-log-lanes .row', { hasText: 'SetCurrentPolicy' }).first().waitFor();
      expect(await list.evaluate((one: HTMLSelectElement) => one.value)).toBe('operation');
    },
    byKeyboard: async ({ page }) => {
      const list = page.getByRole('combobox', { name: 'Lanes by' });
      await page.keyboard.press('Enter');
      await expect.poll(() => list.getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      // Closed without a choice.
      await expect.poll(() => list.getAttribute('aria-expanded')).toBe('false');
      expect(await list.evaluate((one: HTMLSelectElement) => one.value)).toBe('operation');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.locator('audit-log-lanes .row', { hasText: 'svc-deploy' }).first().waitFor();
    },
  },
  {
    element: 'al-dropdown',
    place: 'the field that bars are stacked by',
    record: 1,
    find: (page) => page.getByRole('combobox', { name: 'Stack bars by' }),
    byMouse: async ({ page }) => {
      const list = page.getByRole('combobox', { name: 'Stack bars by' });
      await list.click();
      await list.getByRole('option', { name: 'Operation', exact: true }).click();
      await page
        .locator('audit-log-timeline .groups')
        .getByRole('button', { name: /SetCurrentPolicy/ })
        .waitFor();
    },
    byKeyboard: async ({ page }) => {
      await page.getByRole('combobox', { name: 'Stack bars by' }).focus();
      await page.keyboard.press('Home');
      await page
        .locator('audit-log-timeline .groups')
        .getByRole('button', { name: /^success/ })
        .waitFor();
    },
  },
  {
    element: 'al-button',
    place: 'the box that adds a field',
    record: 1,
    find: (page) => page.getByRole('button', { name: 'Add', exact: true }),
    byMouse: async ({ page }) => {
      await page.getByRole('combobox', { name: 'Field or key' }).fill('env_cloud_role');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('region', { name: 'Cloud role', exact: true }).waitFor();
    },
    byKeyboard: async ({ page }) => {
      await page.getByRole('combobox', { name: 'Field or key' }).fill('line');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: 'Line', exact: true }).waitFor();
    },
  },
  {
    element: 'al-link',
    place: 'the format of a record',
    record: documented,
    find: (page) => page.getByRole('link', { name: 'Documentation' }),
    byMouse: async ({ page }) => {
      const followed = await followedLinks(page);
      await page.getByRole('link', { name: 'Documentation' }).click();
      expect(await followed()).toEqual([expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//)]);
    },
    byKeyboard: async ({ page }) => {
      const followed = await followedLinks(page);
      await page.locator('al-link').focus();
      await page.keyboard.press('Enter');
      await expect.poll(followed).toHaveLength(1);
    },
  },
];

describe('the controls of the toolkit', () => {
  it.each(controls)('$element does its job at $place, by mouse and by keyboard', async ({ element, record, find, byMouse, byKeyboard }) => {
    const { page, host, faults, close } = await open(record);
    if (element === 'al-data-grid') {
      await showPanel(page, 'Names');
    } else if (element === 'al-text-field') {
      await page.getByRole('button', { name: 'Search values of Operation' }).click();
    }
    // What has the role is the control, stands in it, or is inside its shadow.
    const elements = await find(page).evaluate((found, name) => {
      const root = found.getRootNode();
      return [found, found.closest(name), root instanceof ShadowRoot ? root.host : null].map((one) => one?.localName);
    }, element);
    expect(elements).toContain(element);
    await byMouse({ page, host });
    await byKeyboard({ page, host });
    expect(faults).toEqual([]);
    await close();
  });

  it('turn a ring while the log is opened', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(log, null));
    await page.getByRole('status').filter({ hasText: 'Opening the log…' }).waitFor();
    const ring = (await page.locator('al-progress-ring svg').boundingBox())!;
    expect(Math.min(ring.width, ring.height)).toBeGreaterThan(16);
    await close();
  });

  it('show the same panel of the next record, and after the window is reloaded', async () => {
    const { page, host, savedState, close } = await open(1);
    await showPanel(page, 'Names');
    await host.apply({ kind: 'select', ref: { source: 0, index: 2 } });
    const shown = (one: Page) => one.getByRole('article', { name: 'Record 2', exact: true }).getByRole('tabpanel', { name: /^Names/ });
    await shown(page).getByRole('grid', { name: 'Identities and targets' }).waitFor();
    const [saved, layout] = [await savedState(), host.layout];
    await close();
    expect(JSON.parse(layout)).toMatchObject({ detailPanel: 'names' });
    const again = await open(2, { saved });
    await shown(again.page).getByRole('grid', { name: 'Identities and targets' }).waitFor();
    await again.close();
  });

  it('take text of a log for text', async () => {
    const { page, host, faults, close } = await open(0);
    await showPanel(page, 'Names');
    expect(await caller(page).innerText()).toContain(hostileText);
    const region = page.getByRole('region', { name: 'Caller', exact: true });
    await region.getByRole('checkbox', { name: hostileText, exact: true }).click();
    await expect.poll(() => page.locator('.count b').innerText()).toBe('1');
    expect(host.state.query).toContain('img src');
    expect(await page.evaluate(() => 'wasHacked' in window)).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  it.each([660, 1000])('are whole at %d pixels', async (width) => {
    const { page, close } = await open(1, { width });
    await showPanel(page, 'Names');
    const inside = await page.locator('al-panel-tab, al-dropdown, al-text-field, al-checkbox').evaluateAll((all) =>
      all.map((one) => {
        const box = one.getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth && one.scrollWidth <= one.clientWidth + 1;
      }),
    );
    expect(inside.every(Boolean)).toBe(true);
    const list = page.getByRole('combobox', { name: 'Lanes by' });
    await list.click();
    const option = list.getByRole('option').last();
    // Over what follows on the page, of which nothing takes the click.
    await option.click();
    await expect.poll(() => list.getAttribute('aria-expanded')).toBe('false');
    await close();
  });

  it('are seen where the system forces its colours', async () => {
    const { page, host, close } = await open(1);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await host.apply({ kind: 'filter', query: 'operation:SetCurrentPolicy' });
    const ground = await computedColour(page.locator('audit-log-view'), 'background-color');
    const selected = page.locator('al-panel-tab[aria-selected="true"]');
    const other = page.locator('al-panel-tab[aria-selected="false"]').first();
    expect(isReportedFrom(await computedColour(selected, 'border-bottom-color'), ground)).toBe(true);
    expect(isReportedFrom(await computedColour(other, 'border-bottom-color'), ground)).toBe(false);
    const checked = facet(page).getByRole('checkbox', { name: 'SetCurrentPolicy' });
    await expect.poll(() => checked.getAttribute('aria-checked')).toBe('true');
    expect(isReportedFrom(await computedColour(checked.locator('.checked-indicator'), 'fill'), ground)).toBe(true);
    const list = page.getByRole('combobox', { name: 'Lanes by' });
    await list.click();
    const option = list.getByRole('option', { selected: true });
    expect(isReportedFrom(await computedColour(option, 'background-color'), ground)).toBe(true);
    await close();
  });

  it.each(['Names', 'Source'] as const)('have no fault that axe finds in any theme, with what is used and the panel %s', async (panel) => {
    const { page, host, timeline, close } = await open(documented);
    await page.getByRole('button', { name: 'Search values of Operation' }).click();
    await host.apply({ kind: 'filter', query: 'operation:GetObject -caller:x' });
    await showPanel(page, panel);
    await (panel === 'Names' ? grid(page).getByRole('gridcell').last() : page.getByRole('combobox', { name: 'Lanes by' })).click();
    expect(await axeFaultsInAllThemes(timeline, host)).toEqual([]);
    expect(timeline.faults).toEqual([]);
    await close();
  });
});
