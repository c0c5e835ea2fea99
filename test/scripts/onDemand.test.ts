import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mainParts, onDemand, partContents, rareParts, type Part } from '../../scripts/onDemand.ts';
import { root } from '../../scripts/paths.ts';
import { node } from '../../scripts/platforms.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-log-parts-'));
const script = join(folder, 'main.js');
const part: Part = { output: 'node/part.js', modules: ['re2js', 'src/cli/grouped.ts'] };
const partScript = join(folder, part.output);

const contents = `
  import { RE2JS } from 're2js';
  import { compileRegex } from './src/engine/regex/compileRegex.ts';
  import { grouped } from './src/cli/grouped.ts';
  import { message } from './src/core/finding/message.ts';
  export const own = () => message('own');
  export const count = () => grouped(1234567);
  export const finds = (pattern, text) => compileRegex(pattern, '')(text);
  export const library = () => RE2JS;`;

beforeAll(async () => {
  mkdirSync(join(folder, 'node'));
  const options = { ...node, bundle: true } as const;
  await build({ ...options, stdin: { contents, resolveDir: root }, outfile: script, plugins: [onDemand([part])] });
  await build({ ...options, stdin: partContents(part), outfile: partScript });
});
afterAll(() => rmSync(folder, { recursive: true }));

it('loads the modules of a part together when one of them is first used', () => {
  const require = createRequire(script);
  const main = require(script) as {
    readonly own: () => object;
    readonly count: () => string;
    readonly finds: (pattern: string, text: string) => boolean;
    readonly library: () => unknown;
  };
  expect(main.own()).toMatchObject({ code: 'own' });
  expect(require.cache[partScript]).toBeUndefined();
  expect(main.count()).toBe('1,234,567');
  expect(require.cache[partScript]).toBeDefined();
  expect([main.finds('^a+$', 'aaa'), main.finds('^a+$', 'aab')]).toEqual([true, false]);
  const { module0 } = require(partScript) as { readonly module0: { readonly RE2JS: unknown } };
  expect(main.library()).toBe(module0.RE2JS);
});

it('leaves a module of the same name elsewhere where it is', async () => {
  writeFileSync(join(folder, 'run.ts'), `export const run = () => 'another module';`);
  const { outputFiles } = await build({
    ...node,
    bundle: true,
    write: false,
    outdir: folder,
    stdin: { contents: `export { run } from './run.ts';`, resolveDir: folder },
    plugins: [onDemand([mainParts.commandLine])],
  });
  expect(outputFiles[0]!.text).toContain('another module');
});

it('has each module in one part', () => {
  const modules = [...rareParts, ...Object.values(mainParts)].flatMap((one: Part) => one.modules);
  expect(new Set(modules).size).toBe(modules.length);
});
