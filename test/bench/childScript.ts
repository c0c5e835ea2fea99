import { join } from 'node:path';
import { build } from 'esbuild';
import { cacheFolder, root } from '../../scripts/paths.ts';

/** What is measured in a process of its own: a file of the folder `children`. */
export type ChildName =
  | 'readPlain'
  | 'countNewlines'
  | 'parseLines'
  | 'parseFiles'
  | 'loadDuckdb'
  | 'openLog'
  | 'openSmall'
  | 'growLog'
  | 'askQueries'
  | 'askUnordered'
  | 'askTypical'
  | 'askDuckdb'
  | 'searchLog'
  | 'typeInText'
  | 'activateExtension';

const scripts = new Map<ChildName, Promise<string>>();

/** The script of a child, bundled once in a run, so that no child is slowed down by having its types stripped first. */
export function childScript(name: ChildName): Promise<string> {
  const known = scripts.get(name);
  if (known !== undefined) {
    return known;
  }
  const bundled = bundle(name);
  scripts.set(name, bundled);
  return bundled;
}

async function bundle(name: ChildName): Promise<string> {
  const outfile = join(cacheFolder, 'bench/children', `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`test/bench/children/${name}.ts`],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    // The UMD form of VS Code's JSON language service cannot be bundled.
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['@duckdb/node-api'],
    // ajv's compiled validators are CommonJS.
    banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
    logLevel: 'silent',
  });
  return outfile;
}
