import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/core/query/parseQuery.ts';
import { say } from '../../../src/protocol/say.ts';
import { inventedRecords } from '../../core/formats/inventedRecords.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(300));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const filter = (page: Page) => page.getByRole('combobox', { name: 'Filter' });
const grid = (page: Page) => page.getByRole('grid', { name: 'Records' });

/** Whether the element has the focus, wherever it is on the page. */
const isFocused = (element: Locator) => element.evaluate((one) => one.matches(':focus'));

/** Opens the page with a filter that is in force. */
async function open(query: string) {
  const host = new HostDouble(engine, engine.snapshot);
  await host.apply({ kind: 'filter', query });
  const opened = await openTimeline(browser, host);
  await expect.poll(() => filter(opened.page).inputValue()).toBe(query);
  return { ...opened, host };
}

describe('the filter', () => {
  it('is applied by Enter and completed from the log, by keys alone', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await filter(page).focus();
    await page.keyboard.type('operat');
    await page
      .locator('audit-log-filter')
      .getByRole('option', { name: /^operation:/ })
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page
      .locator('audit-log-filter')
      .getByRole('option', { name: /^SetCurrentPolicy/ })
      .waitFor();
    await page.keyboard.type('SetC');
    await expect.poll(() => page.locator('audit-log-filter').getByRole('option').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe('operation:SetCurrentPolicy');
    await page.locator('.count b', { hasNotText: '302' }).waitFor();
    await close();
  });

  it('asks for its first records before the host has reported it, and once only', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await page.locator('.count b', { hasText: '302' }).waitFor();
    const { promise, resolve } = Promise.withResolvers<void>();
    host.beforeStep = () => promise;
    const query = 'operation:SetCurrentPolicy';
    const asked = () =>
      host.asked.flatMap(({ name, params }) =>
        'query' in params && params.query === query ? [name, 'count' in params && params.count > 0] : [],
      );
    await filter(page).fill(query);
    await filter(page).press('Escape');
    await expect.poll(asked).toEqual(['page', true]);
    await expect.poll(() => host.unanswered).toBe(0);
    expect(await page.locator('.count b').textContent(), 'what is shown until then').toBe('302');
    resolve();
    await page.locator('.count b', { hasNotText: '302' }).waitFor();
    await expect.poll(() => host.unanswered).toBe(0);
    const listed = host.asked.filter(
      ({ name, params }) => name === 'page' && 'count' in params && params.count > 0 && params.query === query,
    );
    expect(listed.map(({ params }) => 'from' in params && params.from)).toEqual([{ at: 0 }]);
    const row = page.locator('#row-0');
    await expect.poll(() => row.textContent()).toContain('olicy');
    await close();
  });

  it('is completed with the documented fields of the formats that the log has, and with their values', async () => {
    const { cloudTrail, kubernetesAudit } = inventedRecords;
    const log = await RealLog.open([cloudTrail, { CloudTrailEvent: JSON.stringify(cloudTrail) }, cloudTrail]);
    const host = new HostDouble(log, log.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await filter(page).focus();
    await page.keyboard.type('sessionIssuer.u');
    const offered = page
      .locator('audit-log-filter')
      .getByRole('option', { name: /^userIdentity\.sessionContext\.sessionIssuer\.userName: Issuer name/ });
    await offered.waitFor();
    await offered.click();
    await page
      .locator('audit-log-filter')
      .getByRole('option', { name: /^Deployer/ })
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe('userIdentity.sessionContext.sessionIssuer.userName:Deployer');
    await page.locator('.count b', { hasText: /^2$/ }).waitFor();
    // Of a format that the log does not have nothing is offered.
    await filter(page).fill('');
    await page.keyboard.type('objectRef');
    expect(Object.keys(kubernetesAudit)).toContain('objectRef');
    await expect.poll(() => filter(page).getAttribute('aria-expanded')).toBe('false');
    await close();
  });

  it('is completed with a function and the field that it takes', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await filter(page).focus();
    await page.keyboard.type('firs');
    await page.getByRole('option', { name: /^first\(…\)/ }).click();
    await expect.poll(() => filter(page).inputValue()).toBe('first(');
    await page.keyboard.type('operat');
    await page
      .getByRole('option', { name: /^operation/ })
      .first()
      .click();
    await expect.poll(() => host.state.query).toBe('first(operation)');
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
    await expect.poll(() => host.intents).toEqual([{ kind: 'filter', query: 'operation:x', typing: 'begins' }]);
    await close();
  });

  it('is applied as it is typed, and is one step back until typing rests or Enter is pressed', async () => {
    const { page, host, close } = await open('');
    const shown = (count: number) => page.locator('.count b', { hasText: new RegExp(`^${count}$`) }).waitFor();
    const records = inventedLog(300);
    /** Of these words, which stand in the names of operations alone, each record has none or one. */
    const holding = (text: string) => records.filter(({ operationName }) => String(operationName).toLowerCase().includes(text)).length;
    await filter(page).focus();
    await page.keyboard.press('e');
    await expect.poll(() => host.state.query).toBe('e');
    await page.keyboard.type('pa');
    await shown(holding('epa'));
    await page.keyboard.press('q');
    await shown(0);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.state.query).toBe('epa');
    const applied = host.intents.map((intent) => intent.kind === 'filter' && [intent.query, intent.typing]);
    expect(applied[0]).toEqual(['e', 'begins']);
    expect(new Set(applied.slice(1).map((one) => one && one[1]))).toEqual(new Set(['continues']));
    await page.keyboard.type('r');
    await expect.poll(() => host.state.query).toBe('epar');
    for (const query of ['epa', '']) {
      await page.getByRole('button', { name: 'Back' }).click();
      await expect.poll(() => host.state.query).toBe(query);
    }
    await close();
  });

  it('is not taken back from under the fingers of the user by what the host echoes', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    const { page, close } = await openTimeline(browser, host);
    await filter(page).fill('contoso');
    await expect.poll(() => host.state.query).toBe('contoso');
    await filter(page).pressSequentially(' fab', { delay: 20 });
    await host.report({ kind: 'snapshot', snapshot: engine.snapshot });
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

  it('keeps what was sent while the host has not told it yet, whatever else it tells', async () => {
    const { page, host, close } = await open('');
    const { promise, resolve } = Promise.withResolvers<void>();
    host.beforeStep = () => promise;
    await filter(page).fill('contoso');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.intents.length).toBe(1);
    await filter(page).pressSequentially(' nowhere');
    await host.report({ kind: 'settings', settings: { ...host.settings, title: 'other.audit.json' } });
    await page.getByRole('heading', { name: 'other.audit.json' }).waitFor({ state: 'attached' });
    expect(await filter(page).inputValue()).toBe('contoso nowhere');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.intents.at(-1)).toMatchObject({ query: 'contoso nowhere' });
    await filter(page).pressSequentially(' (');
    resolve();
    await expect.poll(() => host.state.query).toBe('contoso nowhere');
    await page.locator('.count b', { hasText: /^0$/ }).waitFor();
    expect(await filter(page).inputValue()).toBe('contoso nowhere (');
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => filter(page).inputValue()).toBe('contoso');
    await close();
  });
});

describe('the list of completions', () => {
  it('is closed after what a quote has ended and after Enter, until the user types on', async () => {
    const { page, host, close } = await open('');
    const isOpen = () => filter(page).getAttribute('aria-expanded');
    await filter(page).focus();
    await page.keyboard.type('"expected permit"');
    await expect.poll(() => host.state.query).toBe('"expected permit"');
    expect(await isOpen()).toBe('false');
    await page.keyboard.type(' ');
    await expect.poll(isOpen).toBe('true');
    await page.keyboard.press('Enter');
    await expect.poll(isOpen).toBe('false');
    await page.keyboard.type('res');
    await expect.poll(isOpen).toBe('true');
    await close();
  });

  it('replaces a name before its colon, goes round at its ends and closes with Escape or when the keyboard leaves', async () => {
    const { page, host, close } = await open('op:x resultGroup:success');
    const active = () => filter(page).getAttribute('aria-activedescendant');
    await filter(page).focus();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowDown']) {
      await page.keyboard.press(key);
    }
    await expect.poll(() => page.locator('audit-log-filter').getByRole('option').allInnerTexts()).toHaveLength(3);
    expect(await active()).toBeNull();
    for (const [key, choice] of [
      ['ArrowUp', 'choice-2'],
      ['ArrowDown', 'choice-0'],
      ['ArrowDown', 'choice-1'],
      ['ArrowUp', 'choice-0'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(active).toBe(choice);
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => filter(page).inputValue()).toBe('operation:x resultGroup:success');
    // The values of the field are next; no operation contains an x.
    await page.keyboard.press('Delete');
    await page
      .locator('audit-log-filter')
      .getByRole('option', { name: /^SetCurrentPolicy/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('audit-log-filter').getByRole('option').count()).toBe(0);
    expect(await filter(page).getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    await page.locator('audit-log-filter').getByRole('option').first().waitFor();
    await grid(page).focus();
    await expect.poll(() => page.locator('audit-log-filter').getByRole('option').count()).toBe(0);
    await filter(page).focus();
    await page.keyboard.press('ArrowDown');
    await page
      .locator('audit-log-filter')
      .getByRole('option', { name: /^SetCurrentPolicy/ })
      .click();
    await expect
      .poll(() => host.intents)
      .toEqual([{ kind: 'filter', query: 'operation:SetCurrentPolicy resultGroup:success', typing: 'begins' }]);
    expect(await isFocused(filter(page))).toBe(true);
    await close();
  });
});

describe('recent filters', () => {
  const recent = ['caller:ana', 'result:Failure', 'operation:SetCurrentPolicy'];
  const offered = (page: Page) => page.getByRole('listbox', { name: 'Recent filters' }).getByRole('option');

  async function openWithRecent(query = '') {
    const opened = await open(query);
    await opened.host.report({ kind: 'recentFilters', filters: recent });
    await opened.page.getByRole('button', { name: 'Recent filters' }).waitFor();
    await filter(opened.page).focus();
    return opened;
  }

  it('are offered by Alt+Down, newest first, and replace the filter at once', async () => {
    const { page, host, close } = await openWithRecent('seq>5');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => offered(page).allInnerTexts()).toEqual(recent);
    await expect.poll(() => filter(page).getAttribute('aria-activedescendant')).toBe('choice-0');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => filter(page).getAttribute('aria-activedescendant')).toBe('choice-1');
    await page.keyboard.press('Enter');
    await expect.poll(() => host.intents).toEqual([{ kind: 'filter', query: 'result:Failure' }]);
    await expect.poll(async () => [await filter(page).inputValue(), await offered(page).count()]).toEqual(['result:Failure', 0]);
    await close();
  });

  it('are offered by Up in an empty box, while Down and typing complete', async () => {
    const { page, close } = await openWithRecent();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => offered(page).count()).toBe(3);
    await page.keyboard.press('Escape');
    await expect.poll(() => offered(page).count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await page.getByRole('listbox', { name: 'Completions' }).getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => offered(page).count()).toBe(3);
    await page.keyboard.type('oper');
    await page
      .getByRole('listbox', { name: 'Completions' })
      .getByRole('option', { name: /^operation:/ })
      .waitFor();
    await close();
  });

  it('are offered by a button, those with what is typed, and as text', async () => {
    const { page, host, close } = await openWithRecent('caller');
    await page.getByRole('button', { name: 'Recent filters' }).click();
    await expect.poll(() => offered(page).allInnerTexts()).toEqual(['caller:ana']);
    expect(await isFocused(filter(page))).toBe(true);
    await host.report({ kind: 'recentFilters', filters: ['"<i>caller</i>"', ...recent] });
    await expect.poll(() => offered(page).allInnerTexts()).toEqual(['"<i>caller</i>"', 'caller:ana']);
    await page.getByRole('button', { name: 'Recent filters' }).click();
    await expect.poll(() => offered(page).count()).toBe(0);
    await page.keyboard.press('Alt+ArrowDown');
    await offered(page).first().click();
    await expect.poll(() => host.state.query).toBe('"<i>caller</i>"');
    await host.report({ kind: 'recentFilters', filters: [] });
    await expect.poll(() => page.getByRole('button', { name: 'Recent filters' }).count()).toBe(0);
    await close();
  });
});

describe('a wrong filter', () => {
  it('is not applied, says where and why it is wrong, and is put right or cleared by a button', async () => {
    const { page, host, close } = await open('seq>5');
    for (const [text, marked] of [
      ['(a', '('],
      ['a OR', 'OR'],
      ['time:yesterday x', 'yesterday'],
      ['operation:"abc', '"'],
      ['seq>0 -tme:2020 x', 'tme'],
    ] as const) {
      await filter(page).fill(text);
      await page.keyboard.press('Enter');
      const parsed = parseQuery(text);
      const reason = parsed.ok ? '' : say(parsed.error.message);
      await page.locator('#error p', { hasText: `Column ${text.indexOf(marked) + 1}: ${reason}` }).waitFor();
      expect(await page.locator('#error mark').textContent()).toBe(marked);
      expect(await page.locator('#error pre').textContent()).toBe(text);
    }
    expect(await filter(page).getAttribute('aria-invalid')).toBe('true');
    expect(host.intents).toEqual([]);
    await page.getByRole('button', { name: 'Replace with time', exact: true }).click();
    await expect.poll(() => host.intents).toEqual([{ kind: 'filter', query: 'seq>0 -time:2020 x' }]);
    expect(await filter(page).getAttribute('aria-invalid')).toBe('false');
    expect(await isFocused(filter(page))).toBe(true);
    const clear = page.locator('audit-log-filter').getByRole('button', { name: 'Clear filter' });
    await clear.click();
    await expect.poll(() => host.state.query).toBe('');
    expect([await filter(page).inputValue(), await isFocused(filter(page)), await clear.count()]).toEqual(['', true, 0]);
    await close();
  });
});
