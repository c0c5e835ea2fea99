import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { root } from '../../scripts/paths.ts';
import { compactStyles } from '../../scripts/compactStyles.ts';

async function bundled(plugins: readonly (typeof compactStyles)[]): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['webview/page/viewStyles.ts', 'webview/theme/sharedStyles.ts'],
    outdir: '/',
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [...plugins],
  });
  return outputFiles.map(({ text }) => text).join('\n');
}

/** The rules of the style sheets in a script, as far as they are one text. */
const rules = (script: string): string => script.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\s+/g, ' ');

it('keeps every rule of the style sheets, without comments and line breaks', async () => {
  const [whole, compacted] = await Promise.all([bundled([]), bundled([compactStyles])]);
  expect(compacted.length).toBeLessThan(whole.length);
  expect(rules(compacted)).toBe(rules(whole));
});
