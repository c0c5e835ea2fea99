import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseColour } from '../../../webview/theme/colour.ts';
import { legibleColours } from '../../../webview/theme/legibleColours.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedRecord } from '../double/inventedRecords.ts';
import { failingEngine } from '../double/troubledEngines.ts';
import { RealLog } from '../realLog.ts';
import { computedColour, isReportedFrom } from '../shownColours.ts';
import { readerOf, themeNames } from '../themeColours.ts';
import type { ThemeName } from '../themes.ts';
import { openTimeline, startBrowser, type TimelinePage } from '../timelinePage.ts';

const severities = ['error', 'warning', 'information'];

let browser: Browser;
let timeline: TimelinePage;
/** One page for all: a log with a finding of each severity, over an engine that fails, so that the page says what is wrong. */
beforeAll(async () => {
  browser = await startBrowser();
  const log = await RealLog.open([
    { ...inventedRecord(0), resultType: 'Odd' },
    { ...inventedRecord(3), resultType: 7 },
  ]);
  timeline = await openTimeline(browser, new HostDouble(failingEngine('out of breath'), log.snapshot));
  await problem().waitFor();
});
afterAll(() => browser.close());

const problem = () => timeline.page.locator('audit-log-timeline').getByRole('alert');
const iconButton = () => timeline.page.getByRole('button', { name: 'Zoom in' });
const symbol = (severity: string) => timeline.page.locator(`audit-log-status svg.symbol.${severity}`);
const linkButton = () => timeline.page.locator('audit-log-status button.link').first();
const styleOf = (element: Locator, ...names: readonly string[]) =>
  element.evaluate((one, all) => all.map((name) => getComputedStyle(one).getPropertyValue(name)), names);

/** The first of these colours that a theme names. */
function themeColour(theme: ThemeName, ...names: readonly string[]) {
  return parseColour(names.map(readerOf(theme)).find((text) => text !== '') ?? '');
}

/** Focuses an element as the keyboard does, so that its ring is shown. */
async function focusByKey(element: Locator): Promise<void> {
  await timeline.page.keyboard.press('Tab');
  await element.focus();
}

describe.each(themeNames)('in the theme %s', (theme) => {
  beforeEach(() => timeline.setTheme(theme));

  it('headings, links, symbols of severities and problems have their colours', async () => {
    const legible = legibleColours(readerOf(theme));
    for (const severity of severities) {
      const colour = parseColour(legible.get(`--severity-${severity}`)!);
      await expect.poll(() => computedColour(symbol(severity), 'color'), { message: severity }).toEqual(colour);
    }
    expect(await computedColour(linkButton(), 'color')).toEqual(themeColour(theme, 'textLink-foreground'));
    const heading = timeline.page.getByRole('heading', { name: 'Records over time' });
    expect(await computedColour(heading, 'color')).toEqual(themeColour(theme, 'descriptionForeground'));
    expect(await computedColour(problem(), 'background-color')).toEqual(themeColour(theme, 'inputValidation-errorBackground'));
    expect(await computedColour(problem(), 'border-top-color')).toEqual(themeColour(theme, 'inputValidation-errorBorder'));
    expect(await computedColour(problem(), 'color')).toEqual(themeColour(theme, 'inputValidation-errorForeground', 'foreground'));
  });

  it('buttons show that they have the focus, and those of icons that the pointer is over them', async () => {
    for (const button of [iconButton(), linkButton()]) {
      await focusByKey(button);
      expect(await styleOf(button, 'outline-style', 'outline-width')).toEqual(['solid', '1px']);
      expect(await computedColour(button, 'outline-color')).toEqual(themeColour(theme, 'focusBorder'));
    }
    await iconButton().hover();
    expect(await styleOf(iconButton(), 'outline-style', 'outline-width')).toEqual(['dashed', '1px']);
    const none = { red: 0, green: 0, blue: 0, alpha: 0 };
    expect(await computedColour(iconButton(), 'outline-color')).toEqual(themeColour(theme, 'contrastActiveBorder') ?? none);
    expect(await computedColour(iconButton(), 'background-color')).toEqual(themeColour(theme, 'toolbar-hoverBackground') ?? none);
    await timeline.page.mouse.move(0, 0);
  });
});

describe('a theme that leaves colours out', () => {
  beforeEach(() => timeline.setTheme('highContrast'));

  it('has the border of problems from the next one that it names', async () => {
    const borders = {
      'inputValidation-errorBorder': '#111111',
      contrastBorder: '#222222',
      'panel-border': '#333333',
      'widget-border': '#444444',
    };
    const setVariable = (variable: string, colour: string) =>
      timeline.page.evaluate(([one, value]) => document.documentElement.style.setProperty(one, value), [
        `--vscode-${variable}`,
        colour,
      ] as const);
    for (const [name, colour] of Object.entries(borders)) {
      await setVariable(name, colour);
    }
    for (const [name, colour] of Object.entries(borders)) {
      expect(await computedColour(problem(), 'border-top-color'), name).toEqual(parseColour(colour));
      // An empty value takes a variable away.
      await setVariable(name, '');
    }
  });
});

describe('what the system asks for', () => {
  afterEach(() => timeline.page.emulateMedia({ forcedColors: 'none', colorScheme: null, reducedMotion: null }));

  it.each(['dark', 'light'] as const)('in forced colours, %s: the focus and severities are told from the ground', async (colorScheme) => {
    await timeline.setTheme(colorScheme === 'dark' ? 'light' : 'dark');
    await timeline.page.emulateMedia({ forcedColors: 'active', colorScheme });
    const ground = await computedColour(timeline.page.locator('audit-log-view'), 'background-color');
    for (const severity of severities) {
      await expect
        .poll(async () => isReportedFrom(await computedColour(symbol(severity), 'color'), ground), { message: severity })
        .toBe(true);
    }
    await focusByKey(linkButton());
    expect(await styleOf(linkButton(), 'outline-style', 'outline-width')).toEqual(['solid', '1px']);
    expect(isReportedFrom(await computedColour(linkButton(), 'outline-color'), ground)).toBe(true);
  });

  it('less motion leaves no transition, whatever asks for one', async () => {
    await iconButton().evaluate((button) => (button.style.transition = 'opacity 3s'));
    expect(await styleOf(iconButton(), 'transition-duration')).toEqual(['3s']);
    await timeline.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await styleOf(iconButton(), 'transition-duration')).toEqual(['0s']);
    await iconButton().evaluate((button) => (button.style.transition = ''));
  });
});

describe('parts of the page', () => {
  it('keep to their sizes, and take no room where they are hidden, however they are laid out', async () => {
    expect(await iconButton().boundingBox()).toMatchObject({ width: 24, height: 24 });
    const title = timeline.page.getByRole('heading', { level: 1 });
    expect(await title.boundingBox()).toMatchObject({ width: 1, height: 1 });
    expect(await styleOf(title, 'clip-path')).toEqual(['inset(50%)']);
    const completions = timeline.page.locator('audit-log-filter #choices');
    await completions.evaluate((list) => (list.style.display = 'grid'));
    expect(await styleOf(completions, 'display')).toEqual(['none']);
    const back = timeline.page.getByRole('button', { name: 'Back' });
    expect(await back.isDisabled()).toBe(true);
    expect(await styleOf(back, 'opacity', 'cursor')).toEqual(['0.5', 'default']);
    expect(timeline.faults).toEqual([]);
  });
});
