import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { root } from './paths.ts';

/** Packages whose entry exports everything, by the folder of their modules. */
const entries: Readonly<Record<string, string>> = {
  '@microsoft/fast-element': 'node_modules/@microsoft/fast-element/dist/esm',
  '@microsoft/fast-foundation': 'node_modules/@microsoft/fast-foundation/dist/esm',
};

const importOfNames = /\bimport\s*\{([^}]*)\}\s*from\s*["'](@microsoft\/fast-(?:element|foundation))["'];?/g;

/**
 * Has the modules of the toolkit, and those on which it is built, import names from the modules that define them. To esbuild
 * whatever is imported by way of a package's entry belongs to every script that imports the entry: the controls of parts that
 * are loaded on demand would be in the script that the page starts with.
 */
export const directImports: Plugin = {
  name: 'direct-imports',
  setup(build) {
    const homes = Object.fromEntries(Object.entries(entries).map(([name, folder]) => [name, homesOfNames(folder)]));
    build.onLoad({ filter: /[\\/](?:webview-ui-toolkit|fast-foundation)[\\/]dist[\\/].*\.js$/ }, ({ path }) => ({
      loader: 'js',
      contents: readFileSync(path, 'utf8').replaceAll(importOfNames, (_, names: string, from: string) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '')
          .map((name) => `import { ${name} } from ${JSON.stringify(homeOf(homes[from]!, name, from))};`)
          .join(' '),
      ),
    }));
  },
};

/** The module that defines a name; the entry for one that is defined nowhere, such as a type. */
function homeOf(homes: ReadonlyMap<string, string>, name: string, entry: string): string {
  return homes.get(name.split(/\s+as\s+/)[0]!) ?? entry;
}

/** The modules of a folder by the names that they define and export. */
function homesOfNames(folder: string): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const path of globSync('**/*.js', { cwd: join(root, folder) })) {
    const module = join(root, folder, path);
    for (const [, name] of readFileSync(module, 'utf8').matchAll(/^export (?:const|let|var|class|function) (\w+)/gm)) {
      homes.set(name!, module);
    }
  }
  return homes;
}
