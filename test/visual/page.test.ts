import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { HostDouble } from '../webview/double/hostDouble.ts';
import { drawnInFull } from '../webview/drawnInFull.ts';
import { RealLog } from '../webview/realLog.ts';
import type { ThemeName } from '../webview/themes.ts';
import { openTimeline, startBrowser } from '../webview/timelinePage.ts';
import { comparePicture } from './comparePictures.ts';
import { pinFonts } from './pinnedFonts.ts';

const themes = ['dark2026', 'light2026', 'highContrast', 'highContrastLight'] as const satisfies readonly ThemeName[];

interface Scene {
  readonly width: number;
  readonly show: (page: Page, host: HostDouble) => Promise<void>;
}

const scenes: Readonly<Record<string, Scene>> = {
  record: { width: 1200, show: (_, host) => host.apply({ kind: 'select', ref: { source: 0, index: 1200 } }) },
  narrow: { width: 660, show: () => Promise.resolve() },
  stacked: {
    width: 1000,
    show: async (page, host) => {
      await page.getByRole('combobox', { name: 'Stack bars by' }).click();
      await page.getByRole('option', { name: 'Operation', exact: true }).click();
      await host.apply({ kind: 'range', range: ['637413408000000000', '637417728000000000'] });
      await page.getByRole('button', { name: 'Add field…' }).click();
      await page.locator('audit-log-facet').first().waitFor();
    },
  },
  caller: {
    width: 1000,
    show: (_, host) => host.apply({ kind: 'open', page: { kind: 'caller', type: 'UPN', value: 'svc-deploy@contoso.com' } }),
  },
};

let log: RealLog;
let browser: Browser;
beforeAll(async () => {
  log = await RealLog.open(readFileSync(join(root, 'media/samples/attestation-month.audit.ndjson'), 'utf8'));
  browser = await startBrowser();
});
afterAll(() => browser.close());

describe.each(themes)('in the theme %s', (theme) => {
  it.each(Object.keys(scenes))('%s is as approved', async (name) => {
    const { width, show } = scenes[name]!;
    const host = new HostDouble(log, log.snapshot);
    host.settings = { ...host.settings, lanes: true };
    const { page, close } = await openTimeline(browser, host, { theme, width, height: 720, reducedMotion: true });
    await pinFonts(page);
    await page.locator('#row-3').waitFor();
    await show(page, host);
    await drawnInFull(page, host);
    // Where the pointer is, something is highlighted; and a caret blinks.
    await page.mouse.move(0, 0);
    const picture = await page.screenshot({ caret: 'hide', animations: 'disabled' });
    expect(comparePicture(`${name}-${theme}`, picture)).toBeUndefined();
    await close();
  });
});
