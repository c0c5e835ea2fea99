import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import { type OpenedVSCode, openVSCode } from '../../../scripts/vscode/openVSCode.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly repository: { readonly url: string } };
const repository = manifest.repository.url.replace(/\.git$/, '');

/**
 * The page that VS Code shows of an installed extension is the README in the package. VS Code takes pictures from https alone and
 * removes links that are relative: the repository, which they lead to, is served here from this folder.
 */
describe('the page of the extension', () => {
  let vscode: OpenedVSCode;
  let page: FrameLocator;

  beforeAll(async () => {
    vscode = await openVSCode();
    await vscode.page.route(`${repository}/raw/HEAD/**`, (route) => {
      const path = join(root, new URL(route.request().url()).pathname.replace(/^.*\/raw\/HEAD\//, ''));
      return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    });
    await vscode.runCommand('Extensions: Show Installed Extensions');
    const row = vscode.page.locator('.extension-list-item', { hasText: 'Audit Log Viewer' }).first();
    await row.click();
    page = vscode.webview();
    await page.locator('h1').first().waitFor();
  });

  afterAll(() => vscode.close());

  it('shows all pictures of the README', async () => {
    const pictures = readFileSync(join(root, 'README.md'), 'utf8').match(/!\[[^\]]*\]\(/g) ?? [];
    expect(pictures.length).toBeGreaterThan(0);
    const shown = (): Promise<number> =>
      page.locator('img').evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth > 100).length);
    await expect.poll(shown, { timeout: 30_000 }).toBe(pictures.length);
    expect(await page.locator('img').count()).toBe(pictures.length);
  });

  it('has no link that leads nowhere', async () => {
    const links = await page
      .locator('a:not([role=button])')
      .evaluateAll((anchors) => anchors.map((anchor) => ({ text: anchor.textContent, target: anchor.getAttribute('href') })));
    expect(links.length).toBeGreaterThan(3);
    const ids = new Set(await page.locator('[id]').evaluateAll((elements) => elements.map((element) => `#${element.id}`)));
    const leads = (target: string | null): boolean =>
      target !== null &&
      (target.startsWith(`${repository}/blob/HEAD/`)
        ? existsSync(join(root, target.slice(`${repository}/blob/HEAD/`.length).replace(/#.*/, '')))
        : target.startsWith('https://') || ids.has(target));
    expect(links.filter(({ target }) => !leads(target))).toEqual([]);
  });
});
