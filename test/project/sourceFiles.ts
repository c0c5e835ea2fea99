import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const root = dirname(dirname(import.meta.dirname));

export interface SourceFile {
  /** Relative to the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

export function readRoot(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** All TypeScript sources of the product: neither tests nor scripts nor generated code. */
export function sourceFiles(): readonly SourceFile[] {
  return globSync('{src,webview}/**/*.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('/generated/'))
    .toSorted()
    .map((path) => ({ path, text: readRoot(path) }));
}

/** All TypeScript files of the tests, without packages that some of them have of their own. */
export function testFiles(): readonly SourceFile[] {
  return globSync('test/**/*.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('/node_modules/'))
    .toSorted()
    .map((path) => ({ path, text: readRoot(path) }));
}

export interface Import {
  /** A package's name, or the imported file's path relative to the repository. */
  readonly target: string;
  /** True when only types are imported: nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

const importPattern =
  /^(?:import|export)\s+(?<clause>[^'";]*?\sfrom\s+)?['"](?<specifier>[^'"]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"]+)['"]/gm;

/** What a file imports or exports from elsewhere. Imports at the top level of a file begin its line: prettier sees to that. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  return [...text.matchAll(importPattern)].map(({ groups }) => {
    const specifier = groups?.['specifier'] ?? groups?.['dynamic'] ?? '';
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
    return { target, typeOnly: isTypeOnly(groups?.['clause']) };
  });
}

/** `type { A }` or `{ type A, type B }`: each name says that it is a type. */
function isTypeOnly(clause: string | undefined): boolean {
  if (clause === undefined) {
    return false;
  }
  if (/^type\s/.test(clause)) {
    return true;
  }
  const names = /^\{(?<names>[^}]*)\}\s+from\s+$/.exec(clause)?.groups?.['names'];
  return names?.split(',').every((name) => /^\s*(?:type\s|$)/.test(name)) ?? false;
}
