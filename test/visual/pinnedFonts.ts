import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const fileOf = createRequire(import.meta.url).resolve;
const base64 = (path: string): string => readFileSync(fileOf(path)).toString('base64');

const fonts = [
  { family: 'Pinned', weight: '400', data: base64('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2') },
  { family: 'Pinned', weight: '600', data: base64('@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2') },
  { family: 'Pinned Mono', weight: '400', data: base64('@fontsource/noto-sans-mono/files/noto-sans-mono-latin-400-normal.woff2') },
];

/** Has a page use fonts of this project, as those of machines differ. They are made of bytes: the security policy holds. */
export async function pinFonts(page: Page): Promise<void> {
  await page.evaluate(async (all) => {
    for (const { family, weight, data } of all) {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      document.fonts.add(await new FontFace(family, bytes, { weight }).load());
    }
    document.documentElement.style.setProperty('--vscode-font-family', 'Pinned');
    document.documentElement.style.setProperty('--vscode-editor-font-family', '"Pinned Mono"');
  }, fonts);
}
