import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin, StdinOptions } from 'esbuild';
import { root } from './paths.ts';

/** Modules that scripts of Node load when an export of one is first used: together, as a script of their own. */
export interface Part {
  /** The script, below `dist/`. */
  readonly output: string;
  /** Packages as they are imported, and files of our own from the repository on. A part shares no state with other scripts. */
  readonly modules: readonly string[];
}

/** What starts when Node has been told where it keeps compiled code. */
export const mainParts = {
  engine: { output: 'engineMain.js', modules: ['src/engine/node/engineThread.ts'] },
  commandLine: { output: 'cliMain.js', modules: ['src/cli/run.ts'] },
} as const satisfies Readonly<Record<string, Part>>;

/** What few logs need, and V8 would have to scan before the first byte of any log is read. */
export const rareParts: readonly Part[] = [
  { output: 'node/regex.js', modules: ['re2js'] },
  { output: 'node/schemas.js', modules: ['ajv', 'ajv/dist/2019.js', 'ajv/dist/2020.js', 'ajv-formats/dist/formats.js'] },
  { output: 'node/parquet.js', modules: ['hyparquet-writer/src/bytewriter.js', 'hyparquet-writer/src/parquet-writer.js'] },
  { output: 'node/textWidth.js', modules: ['src/cli/textWidth.ts'] },
  { output: 'node/formatFiles.js', modules: ['src/core/formats/generated/auditFormat.js'] },
];

const namespace = 'on-demand';

/**
 * Has a script in `dist/` require the modules of parts when one of their exports is first used. The sources import them like all
 * others; what uses one while it is loaded itself, such as a class that extends another, loads the part at once.
 */
export function onDemand(parts: readonly Part[]): Plugin {
  return {
    name: namespace,
    setup(build) {
      for (const part of parts) {
        for (const [at, module] of part.modules.entries()) {
          build.onResolve({ filter: importsOf(module) }, async ({ path, pluginData, ...from }) => {
            if (pluginData === namespace) {
              return undefined;
            }
            const found = await build.resolve(path, { ...from, pluginData: namespace });
            return isOwn(module) && found.path !== join(root, module) ? undefined : { path: module, namespace, pluginData: { part, at } };
          });
        }
      }
      // A part is required by a path that esbuild leaves alone.
      build.onResolve({ filter: /./, namespace }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /./, namespace }, async ({ path, pluginData }) => ({
        contents: await getters(path, pluginData as { readonly part: Part; readonly at: number }),
      }));
    },
  };
}

/** Names that Node gives beside the exports of a CommonJS module. A default export cannot be had on demand: importers take all for it. */
const notExported: ReadonlySet<string> = new Set(['default', '__esModule', 'module.exports']);

/** A module of the same exports, whose values are those of the part. */
async function getters(module: string, { part, at }: { readonly part: Part; readonly at: number }): Promise<string> {
  const exported = Object.keys((await import(isOwn(module) ? pathToFileURL(join(root, module)).href : module)) as object).filter(
    (name) => !notExported.has(name),
  );
  const members = exported.map((name) => `get ${name}() { return part().${name}; }`);
  return `const part = () => require('./${part.output}').module${at};\nmodule.exports = { __esModule: true, ${members.join(', ')} };\n`;
}

/** What the script of a part is built from. */
export function partContents({ modules }: Part): StdinOptions {
  const contents = modules.map((module, at) => `export * as module${at} from ${JSON.stringify(specifierOf(module))};`).join('\n');
  return { contents, resolveDir: root, sourcefile: 'part.js' };
}

function specifierOf(module: string): string {
  return isOwn(module) ? join(root, module) : module;
}

function isOwn(module: string): boolean {
  return module.startsWith('src/');
}

function importsOf(module: string): RegExp {
  const escaped = (isOwn(module) ? basename(module) : module).replaceAll('.', String.raw`\.`);
  return new RegExp(isOwn(module) ? String.raw`^\..*/${escaped}$` : `^${escaped}$`);
}
