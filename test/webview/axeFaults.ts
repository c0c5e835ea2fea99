import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { HostDouble } from './double/hostDouble.ts';
import { drawnInFull } from './drawnInFull.ts';
import { themes, type ThemeName } from './themes.ts';
import type { TimelinePage } from './timelinePage.ts';

/** A theme changes colours, and one of high contrast what is drawn as well: other rules hold in all themes if they hold in these. */
const wholeIn: ReadonlySet<ThemeName> = new Set(['dark', 'highContrast']);
const ofColours: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** What axe finds on a page as it is, with the elements: none where all is well. */
export async function axeFaults(page: Page, options: RunOptions = {}): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) {
    await page.evaluate(axe.source);
  }
  return page.evaluate(faultsOf, { resultTypes: ['violations'], preload: false, ...options } satisfies RunOptions);
}

/** Runs in the page: what axe has to say of all that is well would take long on its way. */
async function faultsOf(options: RunOptions): Promise<readonly string[]> {
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`);
}

/** What axe finds on a page that is shown in one theme after another; each fault begins with its theme. */
export async function axeFaultsInAllThemes({ page, setTheme }: TimelinePage, host: HostDouble): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const theme of Object.keys(themes) as ThemeName[]) {
    await setTheme(theme);
    await drawnInFull(page, host);
    const found = await axeFaults(page, wholeIn.has(theme) ? {} : ofColours);
    faults.push(...found.map((fault) => `${theme}: ${fault}`));
  }
  return faults;
}
