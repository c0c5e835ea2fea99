import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';
import { openTimeline, type PageOptions, startBrowser } from '../timelinePage.ts';

const engine = await RealLog.open(inventedLog(50));
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const filter = (page: Page) => page.getByRole('combobox', { name: 'Filter' });

async function open(options: PageOptions = {}) {
  const host = new HostDouble(engine, engine.snapshot);
  const opened = await openTimeline(browser, host, options);
  await filter(opened.page).focus();
  await opened.page.locator('audit-log-filter .layer').waitFor({ state: 'attached' });
  return { ...opened, host };
}

/** Puts a text into the box without the list that drops down from it. */
async function write(page: Page, text: string): Promise<void> {
  await filter(page).fill(text);
  await filter(page).press('Escape');
  await expect.poll(() => layerText(page)).toMatch(new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')} ?$`, 'u'));
}

const layerText = (page: Page) => page.locator('audit-log-filter .line').textContent();

/** A picture of the box: its text as the layer shows it in one colour, or as the input itself does. */
async function picture(page: Page, shownBy: 'layer' | 'shifted' | 'input', scrolledTo: number): Promise<string> {
  await page.evaluate(
    async ({ by, left }) => {
      const view = document.querySelector('audit-log-view')!.shadowRoot!;
      const box = view.querySelector('audit-log-top-bar')!.shadowRoot!.querySelector('audit-log-filter')!.shadowRoot!;
      const highlights = [...CSS.highlights.keys()].map((name) => `::highlight(${name})`).join(', ');
      const rules =
        by !== 'input'
          ? `.line { color: rgb(255, 255, 255) !important; } ${highlights} { color: rgb(255, 255, 255) !important; text-decoration: none !important; }`
          : '.layer { visibility: hidden; } input.coloured { color: rgb(255, 255, 255) !important; }';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `${rules} .layer { transform: translateX(${by === 'shifted' ? 1 : 0}px); } input { caret-color: transparent !important; }`,
      );
      box.adoptedStyleSheets = [...box.adoptedStyleSheets.filter((one) => !('isOfTest' in one)), Object.assign(sheet, { isOfTest: true })];
      box.querySelector('input')!.scrollLeft = left;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    { by: shownBy, left: scrolledTo },
  );
  const text = page.locator('audit-log-filter .text');
  return (await text.screenshot({ animations: 'disabled' })).toString('base64');
}

/** How much two pictures of text differ, in parts of what the text itself differs from its ground. */
async function difference(page: Page, left: string, right: string): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          canvas.drawImage(bitmap, 0, 0);
          return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      // At the right end of the first row, where no letter is.
      const ground = one!.data[(one!.width - 1) * 4]!;
      let [differs, ink] = [0, 0];
      for (let index = 0; index < one!.data.length; index += 4) {
        differs += Math.abs(one!.data[index]! - other!.data[index]!);
        ink += Math.abs(one!.data[index]! - ground);
      }
      return differs / ink;
    },
    [left, right],
  );
}

const long = `operation:(SetCurrentPolicy, "Create Instance") -resultGroup:success seq>=10 caller~/contoso/i time:2020.. (word OR "quoted text") first(caller) ${'key.some.deep.path:value '.repeat(8)}`;

describe('the layer beneath the filter', () => {
  it.each([
    ['a short filter', 'operation:Set* -seq:5', [0]],
    ['a long filter, at any scroll', long, [0, 1, 137, 700, 100_000]],
    ['text from right to left', 'caller:"\u05d3\u05e0\u05d4 \u05db\u05d4\u05df" -operation:\u0633\u062c\u0644 x', [0]],
    ['wide and combined characters', 'caller:"\u65e5\u672c\u8a9e \u{1f600} e\u0301" \u00e9', [0]],
    ['a ligature of programmers', 'seq>=5 seq<=9 a!=b --> x', [0]],
  ])('shows %s exactly where the input has it', async (_, text, scrolls) => {
    const { page, close } = await open({ width: 1000 });
    await write(page, text);
    for (const left of scrolls) {
      const byInput = await picture(page, 'input', left);
      const differences = [
        await difference(page, byInput, await picture(page, 'layer', left)),
        await difference(page, byInput, await picture(page, 'shifted', left)),
      ] as const;
      expect(differences[0], `scrolled to ${left}`).toBeLessThan(0.01);
      expect(differences[1], 'one pixel beside it').toBeGreaterThan(0.7);
    }
    await close();
  });

  it('follows the caret through a long filter', async () => {
    const { page, close } = await open({ width: 660 });
    await write(page, long);
    const offsets = () =>
      page.evaluate(() => {
        const view = document.querySelector('audit-log-view')!.shadowRoot!;
        const box = view.querySelector('audit-log-top-bar')!.shadowRoot!.querySelector('audit-log-filter')!.shadowRoot!;
        const input = box.querySelector('input')!;
        return [input.scrollLeft, -parseFloat(box.querySelector<HTMLElement>('.line')!.style.translate)] as const;
      });
    for (const key of ['End', 'Home', 'End'] as const) {
      await filter(page).press(key);
      await expect
        .poll(async () => {
          const [input, layer] = await offsets();
          return input === layer && (key === 'Home' ? input === 0 : input > 500);
        })
        .toBe(true);
    }
    await close();
  });

  it('colours what a token is, and underlines where the filter is wrong', async () => {
    const { page, close } = await open();
    await write(page, 'operation:Set* "quoted" oprtion:x');
    const looks = () =>
      page.locator('audit-log-filter .line').evaluate((line) =>
        ['field', 'quoted', 'value', 'wrong'].map((kind) => {
          const name = `audit-log-${kind}`;
          const texts = [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());
          const { color, textDecorationLine } = getComputedStyle(line, `::highlight(${name})`);
          return { texts, color, textDecorationLine };
        }),
      );
    const [field, quoted, value, wrong] = await looks();
    expect([field!.texts, quoted!.texts, value!.texts, wrong!.texts]).toEqual([
      ['operation', 'oprtion'],
      ['"quoted"'],
      ['Set*', 'x'],
      ['oprtion'],
    ]);
    expect(new Set([field!.color, quoted!.color, value!.color]).size).toBe(3);
    expect(wrong!.textDecorationLine).toBe('underline');
    await page.locator('#error p', { hasText: 'Column 25' }).waitFor();
    await write(page, 'operation:Set*');
    await expect.poll(async () => (await looks())[3]!.texts).toEqual([]);
    await close();
  });

  it('leaves the text to the input while an input method composes it', async () => {
    const { page, host, close } = await open();
    const session = await page.context().newCDPSession(page);
    const isShown = () => page.locator('audit-log-filter .layer').count();
    await session.send('Input.imeSetComposition', { text: '\u306b\u307b', selectionStart: 2, selectionEnd: 2 });
    await expect.poll(isShown).toBe(0);
    expect(await filter(page).evaluate((input) => getComputedStyle(input).color)).not.toBe('rgba(0, 0, 0, 0)');
    await session.send('Input.insertText', { text: '\u65e5\u672c' });
    await expect.poll(isShown).toBe(1);
    await expect.poll(() => layerText(page)).toBe('\u65e5\u672c ');
    await expect.poll(() => host.state.query).toBe('\u65e5\u672c');
    await close();
  });

  it('shows selected text in a colour that is seen on the selection', async () => {
    const { page, close } = await open();
    await write(page, 'operation:Set*');
    await filter(page).selectText();
    const [selected, own] = await filter(page).evaluate((input) => [
      getComputedStyle(input, '::selection').color,
      getComputedStyle(input).color,
    ]);
    expect(own).toBe('rgba(0, 0, 0, 0)');
    expect(selected).not.toBe(own);
    await close();
  });

  it('shows the text once where the system forces its colours, and still where it is wrong', async () => {
    const { page, close } = await open();
    await page.emulateMedia({ forcedColors: 'active' });
    await write(page, 'oprtion:x');
    const [text, wrong, field] = await page
      .locator('audit-log-filter .line')
      .evaluate((line) => [
        getComputedStyle(line).color,
        getComputedStyle(line, '::highlight(audit-log-wrong)').textDecorationColor,
        getComputedStyle(line, '::highlight(audit-log-field)').color,
      ]);
    expect([text, field]).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    expect(wrong).not.toBe('rgba(0, 0, 0, 0)');
    expect(await filter(page).evaluate((input) => getComputedStyle(input).color)).not.toBe('rgba(0, 0, 0, 0)');
    await close();
  });

  it('has the input show its text while the parts that are loaded on demand are missing', async () => {
    const host = new HostDouble(engine, engine.snapshot);
    await host.apply({ kind: 'filter', query: 'operation:Set*' });
    const { page, close } = await openTimeline(browser, host, { withoutParts: true });
    await expect.poll(() => filter(page).inputValue()).toBe('operation:Set*');
    expect(await filter(page).evaluate((input) => getComputedStyle(input).color)).not.toBe('rgba(0, 0, 0, 0)');
    expect(await page.locator('audit-log-filter .layer').count()).toBe(0);
    await close();
  });
});
