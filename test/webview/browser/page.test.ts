import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from '../../../src/protocol/say.ts';
import { RealLog } from '../realLog.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const filter = (page: Page) => page.getByRole('combobox', { name: 'Filter' });

describe('the filter', () => {
  it('is applied by Enter and completed from the log, by keys alone', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await filter(page).focus();
    await page.keyboard.type('operat');
    await page.getByRole('option', { name: /^operation:/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^SetCurrentPolicy/ }).waitFor();
    await page.keyboard.type('SetC');
    await expect.poll(() => page.getByRole('option').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe('operation:SetCurrentPolicy');
    await page.locator('.count b', { hasNotText: '302' }).waitFor();
    await close();
  });

  it('is applied when typing rests, and not while it is wrong', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.clock.install();
    await filter(page).fill('oprtion:x');
    await page.getByRole('button', { name: 'Replace with operation', exact: true }).waitFor();
    expect(await filter(page).getAttribute('aria-invalid')).toBe('true');
    // Timers of the page that a minute of rest would set off.
    await page.clock.runFor(60_000);
    expect(host.intents).toEqual([]);
    await filter(page).fill('operation:x');
    await expect.poll(() => host.intents).toEqual([{ kind: 'filter', query: 'operation:x' }]);
    await close();
  });

  it('is not taken back from under the fingers of the user by what the host echoes', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await filter(page).fill('contoso');
    await expect.poll(() => host.state.query).toBe('contoso');
    await filter(page).pressSequentially(' fab', { delay: 20 });
    await host.tell({ kind: 'snapshot', snapshot: engine.snapshot });
    expect(await filter(page).inputValue()).toBe('contoso fab');
    await close();
  });

  it('offers a way out when nothing matches', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'operation:Nothing' });
    const { page, close } = await openTimeline(browser, host);
    await page.getByText('No record matches.').waitFor();
    await page.locator('.empty').getByRole('button', { name: 'Clear filter' }).click();
    await expect.poll(() => host.state.query).toBe('');
    await close();
  });
});

describe('drill-down', () => {
  it('leads from a record to its caller, from there to a target, and back, by keys alone', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Open caller' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^(ObjectID|UPN|Certificate) / }).waitFor();
    await page
      .getByText(/shared by \d callers, so it identifies none/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'EastUS2', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'ServiceRegion EastUS2' }).waitFor();
    expect(host.state.page).toEqual({
      kind: 'target',
      path: [
        { level: 'Environment', name: 'PublicCloud' },
        { level: 'ServiceRegion', name: 'EastUS2' },
      ],
    });
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('button', { name: 'PublicCloud' }).click();
    await page.getByRole('heading', { name: 'Environment PublicCloud' }).waitFor();
    await page.getByRole('button', { name: 'Back' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'ServiceRegion EastUS2' }).waitFor();
    await close();
  });

  it('filters by a cell, counts agree, and shows it all in the timeline', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } });
    const { page, close } = await openTimeline(browser, host);
    const cell = page.getByRole('region', { name: 'Operation by instance' }).locator('td button').first();
    const count = (await cell.textContent())!.trim();
    await cell.click();
    await page.locator('.count b', { hasText: new RegExp(`^${count}$`) }).waitFor();
    await page.getByRole('button', { name: 'Show in timeline' }).click();
    await expect.poll(() => host.state.page.kind).toBe('records');
    expect(host.state.query).toMatch(/^operation:\w+ instance:\w+ caller\.UPN:svc-deploy@contoso\.com$/);
    await page.locator('.count b', { hasText: new RegExp(`^${count}$`) }).waitFor();
    await close();
  });
});

describe('findings', () => {
  it('lead to the source and to the record', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('button', { name: '1 error' }).click();
    const finding = page.locator('section', { hasText: 'value.time' });
    await finding.getByRole('button', { name: 'Go to source' }).click();
    await expect.poll(() => host.intents.at(-1)).toEqual({ kind: 'openSource', at: { finding: { source: 0, finding: 0 } } });
    await finding.getByRole('button', { name: 'Show record' }).click();
    await page.locator('#row-300[aria-selected=true]').waitFor();
    await close();
  });
});

describe('controls of the page', () => {
  it('count findings of a kind in the badge of the toolkit', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'open', page: { kind: 'findings' } });
    const { page, close } = await openTimeline(browser, host);
    const badge = page.locator('section', { hasText: 'value.time' }).locator('al-badge');
    await expect.poll(() => badge.textContent()).toBe('1');
    expect(await badge.evaluate((element) => element.shadowRoot?.querySelector('.control') !== null)).toBe(true);
    await close();
  });

  it('show the icons of VS Code', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot));
    await page.locator('#row-3').waitFor();
    await filter(page).fill('seq>0');
    const outlineOf = (name: string) => page.getByRole('button', { name, exact: true }).locator('svg.picture path').getAttribute('d');
    for (const [name, file] of Object.entries({
      'Zoom in': 'zoom-in',
      'Zoom out': 'zoom-out',
      Forward: 'arrow-right',
      'Clear filter': 'close',
    })) {
      const source = readFileSync(createRequire(import.meta.url).resolve(`@vscode/codicons/src/icons/${file}.svg`), 'utf8');
      expect(source).toContain(`<path d="${await outlineOf(name)}"/></svg>`);
      expect(source.match(/<path/g)).toHaveLength(1);
    }
    await close();
  });
});

describe('states of a log', () => {
  it('says that it is opening', async () => {
    const { page, close } = await openTimeline(browser, new HostDouble(engine, null));
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Opening the log…');
    await close();
  });

  it('says what is wrong, with a way to the text', async () => {
    const text = await RealLog.open('The quick brown fox\n');
    const { problem } = text.snapshot;
    expect(problem).not.toBeNull();
    const host = new HostDouble(text, text.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.getByRole('alert').getByText(say(problem!)).waitFor();
    await page.getByRole('button', { name: 'Open as text' }).click();
    await expect.poll(() => host.intents).toEqual([{ kind: 'openSource', at: null }]);
    await close();
  });

  it('says that it is empty', async () => {
    const empty = await RealLog.open([]);
    const { page, close } = await openTimeline(browser, new HostDouble(empty, empty.snapshot));
    await expect.poll(() => page.getByRole('status').textContent()).toContain('This log holds no records.');
    await close();
  });
});

describe('the page', () => {
  it('gives the host what it showed before the window was reloaded', async () => {
    const first = new HostDouble(engine, engine.snapshot);
    const opened = await openTimeline(browser, first);
    await opened.page.locator('#row-3').waitFor();
    await first.apply({ kind: 'filter', query: 'resultGroup:failure' });
    await first.apply({ kind: 'select', ref: { source: 0, index: 0 } });
    await opened.page.getByRole('button', { name: /^Time/ }).click();
    await expect.poll(opened.savedState).toEqual({
      state: { query: 'resultGroup:failure', page: { kind: 'records' }, selected: { source: 0, index: 0 } },
      order: 'newest',
    });
    const saved = await opened.savedState();
    await opened.close();
    const second = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, second, { saved });
    await expect
      .poll(() => second.restored)
      .toEqual({ query: 'resultGroup:failure', page: { kind: 'records' }, selected: { source: 0, index: 0 } });
    await expect.poll(() => filter(page).inputValue()).toBe('resultGroup:failure');
    expect(await page.getByRole('columnheader', { name: /^Time/ }).getAttribute('aria-sort')).toBe('descending');
    await close();
  });

  it('works when its script comes after the page was complete, and does not confuse VS Code by what it does then', async () => {
    const { page, setTheme, faults, close } = await openTimeline(browser, new HostDouble(engine, engine.snapshot), { isLate: true });
    await page.locator('#row-3').waitFor();
    expect(await page.evaluate(() => (window as unknown as { targets: readonly boolean[] }).targets)).toEqual([true]);
    // The toolkit's buttons follow the theme only if they have heard of the page being loaded.
    const button = page.locator('al-button', { hasText: 'Open as text' });
    const colour = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
    await expect.poll(colour).toBe('rgba(0, 0, 0, 0)');
    await setTheme('light');
    await expect.poll(colour).toBe('rgb(229, 229, 229)');
    expect(faults).toEqual([]);
    await close();
  });

  it('forgets what another version had saved', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, { saved: { version: 7 } });
    await page.locator('#row-3').waitFor();
    expect(host.restored).toBeUndefined();
    await close();
  });

  it.each([
    ['a window of normal size', { width: 1400, height: 900 }, false],
    ['a small window', { width: 1024, height: 700 }, false],
    ['400 % zoom', { width: 320, height: 256, scale: 4 }, true],
    ['a narrow pane', { width: 380, height: 900 }, true],
  ])('at %s loses nothing and never scrolls sideways', async (_, size, scrolls) => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'select', ref: { source: 0, index: 3 } });
    const { page, close } = await openTimeline(browser, host, size);
    await page.getByRole('article').waitFor();
    const root = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      down: document.documentElement.scrollHeight - document.documentElement.clientHeight,
    }));
    expect(root.sideways).toBe(0);
    expect(root.down > 0).toBe(scrolls);
    for (const part of [
      filter(page),
      page.getByRole('application').last(),
      page.getByRole('grid'),
      page.getByRole('button', { name: 'Copy' }),
    ]) {
      await part.scrollIntoViewIfNeeded();
      const box = (await part.boundingBox())!;
      expect(box.x >= 0 && box.x + box.width <= size.width).toBe(true);
      expect(box.height).toBeGreaterThan(12);
    }
    await close();
  });

  it('moves nothing for those who asked for less motion', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host, { reducedMotion: true });
    await page.locator('#row-3').waitFor();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await close();
  });

  it('moves the keyboard where a command asks for it', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('#row-3').waitFor();
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) {
          element = element.shadowRoot.activeElement;
        }
        return element?.getAttribute('role');
      });
    for (const [part, role] of [
      ['filter', 'combobox'],
      ['records', 'grid'],
      ['timeline', 'application'],
    ] as const) {
      await host.tell({ kind: 'focus', part });
      await expect.poll(focused).toBe(role);
    }
    await close();
  });
});
