/**
 * `npm run build [-- --production | --watch]` writes dist/: everything the extension needs at run time, and the command line.
 *
 * --production minifies and leaves source maps out: what the package holds. --watch builds again on each change.
 */
import { chmodSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildOptions, context, type StdinOptions } from 'esbuild';
import { compactStyles } from './compactStyles.ts';
import { directImports } from './directImports.ts';
import { fieldNamesOnly, formatNamesOnly } from './fieldNamesOnly.ts';
import { formatsAsText, formatsInFiles, writeDocumentation } from './formatText.ts';
import { generateKernel } from './generateKernel.ts';
import { generateValidators } from './generateValidators.ts';
import { mainParts, onDemand, type Part, partContents, rareParts } from './onDemand.ts';
import { root } from './paths.ts';
import { browser, node } from './platforms.ts';
import { vscodeOnce } from './vscodeOnce.ts';
import { wordsAtStart } from './wordsAtStart.ts';

interface Bundle extends BuildOptions {
  /** The one source file, relative to the repository, or what would be in it. */
  readonly entry: string | StdinOptions;
  /** What is written, relative to the repository. */
  readonly output: string;
}

const bundles: readonly Bundle[] = [
  { entry: 'src/host/extension.ts', output: 'dist/extension.js', ...node, plugins: [vscodeOnce, fieldNamesOnly] },
  { entry: 'src/host/extensionWeb.ts', output: 'dist/web/extension.js', ...browser, format: 'cjs', plugins: [vscodeOnce, fieldNamesOnly] },
  { entry: 'src/engine/node/worker.ts', output: 'dist/engine.js', ...node, plugins: [onDemand([mainParts.engine])] },
  partBundle(mainParts.engine, { plugins: [onDemand(rareParts), formatsInFiles] }),
  ...rareParts.map((part) => partBundle(part)),
  // Started by the engine and by the command line, for large files.
  { entry: 'src/engine/node/blockWorker.ts', output: 'dist/blockWorker.js', ...node, plugins: [fieldNamesOnly] },
  // A classic script, because the web host starts it from a blob: it cannot import anything.
  { entry: 'src/engine/web/worker.ts', output: 'dist/web/engine.js', ...browser, format: 'iife', plugins: [formatsAsText] },
  // Loaded by either engine when there is a schema of the user's own: on Node as a file, in the web host from a blob.
  { entry: 'src/engine/schemas/safeAjv.ts', output: 'dist/validator.mjs', ...browser, format: 'esm', outExtension: { '.js': '.mjs' } },
  // Below dist/webview are what is loaded on demand, and what that shares with the start.
  {
    entry: 'webview/main.ts',
    output: 'dist/webview.js',
    ...browser,
    format: 'esm',
    plugins: [compactStyles, directImports, formatNamesOnly, wordsAtStart],
    splitting: true,
  },
  {
    entry: 'src/cli/main.ts',
    output: 'dist/cli.js',
    ...node,
    plugins: [onDemand([mainParts.commandLine])],
    banner: { js: '#!/usr/bin/env node' },
  },
  partBundle(mainParts.commandLine, {
    plugins: [onDemand(rareParts), formatsInFiles],
    // It speaks English and loads no bundle; for Node the package loads modules at the start that nothing else needs.
    alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
  }),
];

function partBundle(part: Part, options: BuildOptions = {}): Bundle {
  return { entry: partContents(part), output: `dist/${part.output}`, ...node, ...options };
}

/** Gives the files that went in, from the repository on. */
async function bundle({ entry, output, define, ...options }: Bundle, production: boolean, watch: boolean): Promise<readonly string[]> {
  const building = await context({
    absWorkingDir: root,
    ...(typeof entry === 'string'
      ? { entryPoints: [{ in: entry, out: output.replace(/^dist\/|\.m?js$/g, '') }], outdir: 'dist' }
      : { stdin: entry, outfile: output }),
    chunkNames: 'webview/[name]',
    bundle: true,
    minify: production,
    sourcemap: !production,
    define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"', ...define },
    loader: { '.svg': 'text' },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    ...options,
  });
  const { metafile } = await building.rebuild();
  console.log(`${output}  ${(statSync(join(root, output)).size / 1024).toFixed(1)} KB`);
  await (watch ? building.watch() : building.dispose());
  return Object.keys(metafile?.inputs ?? {});
}

/** Builds all outputs and gives the files of installed packages that went in; throws when an output does not compile. */
export async function buildAll({ production = false, watch = false } = {}): Promise<readonly string[]> {
  await generateKernel();
  await generateValidators();
  const inputs = new Set<string>();
  for (const folder of ['dist/webview', 'dist/node']) {
    rmSync(join(root, folder), { recursive: true, force: true });
  }
  writeDocumentation();
  for (const item of bundles) {
    for (const input of await bundle(item, production, watch)) {
      inputs.add(input);
    }
  }
  chmodSync(join(root, 'dist/cli.js'), 0o755);
  return [...inputs].filter((path) => path.startsWith('node_modules/')).toSorted();
}

if (import.meta.main) {
  const flags = new Set(process.argv.slice(2));
  const watch = flags.has('--watch');
  await buildAll({ production: flags.has('--production'), watch });
  if (watch) {
    console.log(`Watching ${relative(process.cwd(), root) || '.'} (Ctrl+C ends) …`);
  }
}
