import { describe, expect, it } from 'vitest';
import { houses, type Rooms, roomViolations } from './rooms.ts';
import { type Import, type SourceFile, importsOf, sourceFiles } from './sourceFiles.ts';

interface Layer {
  /** The folder that this rule is for. */
  readonly folder: string;
  /** Folders that its files may import from. */
  readonly folders: readonly string[];
  /** Folders of which its files may import types only. */
  readonly typeFolders?: readonly string[];
  /** Packages that its files may import; `node:` stands for all of Node's own modules. */
  readonly packages: readonly string[];
}

/**
 * Who may import whom, the architecture in one table: the rule with the longest matching folder holds. It knows no
 * exceptions; a file that breaks it is in the wrong folder.
 */
const layers: readonly Layer[] = [
  { folder: 'src/core/', folders: ['src/core/'], packages: [] },
  { folder: 'src/core/formats/attestation/', folders: ['src/core/'], packages: ['ajv'] },
  { folder: 'src/protocol/', folders: ['src/protocol/'], typeFolders: ['src/core/'], packages: ['@vscode/l10n'] },
  { folder: 'src/scene/', folders: ['src/scene/', 'src/protocol/', 'src/core/'], packages: ['@vscode/l10n'] },
  { folder: 'src/report/', folders: ['src/report/', 'src/scene/', 'src/protocol/', 'src/core/'], packages: ['@vscode/l10n'] },
  {
    folder: 'src/engine/',
    folders: ['src/engine/', 'src/protocol/', 'src/core/'],
    packages: ['re2js', 'fflate', 'fzstd', 'hyparquet-writer', 'ajv', 'ajv-formats', '@noble/hashes'],
  },
  { folder: 'src/engine/node/', folders: ['src/engine/', 'src/protocol/', 'src/core/'], packages: ['node:'] },
  { folder: 'src/host/', folders: ['src/host/', 'src/report/', 'src/protocol/', 'src/core/'], packages: ['vscode', '@vscode/l10n'] },
  { folder: 'src/host/node/', folders: ['src/host/', 'src/protocol/', 'src/core/'], packages: ['vscode', 'node:'] },
  {
    folder: 'src/cli/',
    folders: ['src/cli/', 'src/engine/', 'src/report/', 'src/protocol/', 'src/core/'],
    packages: ['node:', '@vscode/l10n', 'string-width', 'sarif'],
  },
  {
    folder: 'webview/',
    folders: ['webview/', 'src/scene/', 'src/protocol/', 'src/core/query/', 'src/core/timeline/', 'src/core/record/'],
    packages: ['lit', '@vscode/webview-ui-toolkit', '@microsoft/fast-element', '@vscode/codicons', '@vscode/l10n'],
  },
];

function layerOf(path: string): Layer | undefined {
  return layers.filter(({ folder }) => path.startsWith(folder)).toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function isAllowed(layer: Layer, { target, typeOnly }: Import): boolean {
  const isFile = target.startsWith('src/') || target.startsWith('webview/');
  if (isFile) {
    const folders = typeOnly ? [...layer.folders, ...(layer.typeFolders ?? [])] : layer.folders;
    return folders.some((folder) => target.startsWith(folder));
  }
  return layer.packages.some((name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`));
}

/** Files that import each other at run time, directly or around corners, as `a -> b -> a`. */
function findCycle(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) {
      return [...trail.slice(trail.indexOf(path)), path];
    }
    if (done.has(path)) {
      return undefined;
    }
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle !== undefined) {
        return cycle;
      }
    }
    done.add(path);
    return undefined;
  };
  for (const path of imports.keys()) {
    const cycle = visit(path, []);
    if (cycle !== undefined) {
      return cycle;
    }
  }
  return undefined;
}

describe('imports', () => {
  const files = sourceFiles();
  const graph = (keeps: (item: Import) => boolean): ReadonlyMap<string, readonly string[]> =>
    new Map(
      files.map((file) => [
        file.path,
        importsOf(file)
          .filter(keeps)
          .map(({ target }) => target),
      ]),
    );

  it('stay within the layers', () => {
    const violations = files.flatMap((file) => {
      const layer = layerOf(file.path);
      return importsOf(file)
        .filter((item) => layer === undefined || !isAllowed(layer, item))
        .map(({ target }) => `${file.path} -> ${target}`);
    });
    expect(files.length).toBeGreaterThan(10);
    expect(violations).toEqual([]);
  });

  it('lead from a room to the rooms below it', () => {
    const imports = graph(() => true);
    const violations = houses.flatMap((house) => roomViolations([...imports.keys()], (path) => imports.get(path) ?? [], house));
    expect(violations).toEqual([]);
  });

  it.each(houses)('in $folder: each room of the table has files', ({ folder, rooms }) => {
    expect(rooms.filter((room) => !files.some(({ path }) => path.startsWith(`${folder}${room}/`)))).toEqual([]);
  });

  it('name files with their extension', () => {
    const nameless = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => /^(src|webview)\//.test(target) && !/\.(ts|js|css|json|wasm)$/.test(target))
        .map(({ target }) => `${file.path} -> ${target}`),
    );
    expect(nameless).toEqual([]);
  });

  it('form no cycle', () => {
    expect(findCycle(graph(() => true))).toBeUndefined();
  });

  it('are not passed on: no file only exports what others hold', () => {
    const barrels = files.filter(({ path, text }) => !path.endsWith('.d.ts') && isBarrel(text)).map(({ path }) => path);
    expect(barrels).toEqual([]);
  });
});

function isBarrel(text: string): boolean {
  const statements = text
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  return statements.length > 0 && statements.every((statement) => /^export\s[^=]*\sfrom\s/.test(statement));
}

describe('the reader of imports', () => {
  const check = (text: string, expected: readonly Import[]): void => {
    const file: SourceFile = { path: 'src/core/query/parse.ts', text };
    expect(importsOf(file)).toEqual(expected);
  };

  it('sees every form of import', () => {
    check(`import { a } from './a.ts';`, [{ target: 'src/core/query/a.ts', typeOnly: false }]);
    check(`import {\n  a,\n  type B,\n} from '../b.ts';`, [{ target: 'src/core/b.ts', typeOnly: false }]);
    check(`import type { A } from './a.ts';`, [{ target: 'src/core/query/a.ts', typeOnly: true }]);
    check(`import { type A, type B } from './a.ts';`, [{ target: 'src/core/query/a.ts', typeOnly: true }]);
    check(`import * as vscode from 'vscode';`, [{ target: 'vscode', typeOnly: false }]);
    check(`import './style.css';`, [{ target: 'src/core/query/style.css', typeOnly: false }]);
    check(`export { a } from './a.ts';\nconst b = await import('node:fs');`, [
      { target: 'src/core/query/a.ts', typeOnly: false },
      { target: 'node:fs', typeOnly: false },
    ]);
    check(`// an import from 'x'\nconst text = "import from 'y'";`, []);
  });

  it('finds imports from a room above, and files without a room', () => {
    const house: Rooms = { folder: 'src/core/', rooms: ['low', 'high/inner', 'high'] };
    const imports: Readonly<Record<string, readonly string[]>> = {
      'src/core/low/a.ts': ['src/core/low/b.ts', 'src/core/high/inner/c.ts'],
      'src/core/high/inner/c.ts': ['src/core/low/a.ts', 'src/core/high/d.ts'],
      'src/core/high/d.ts': ['src/core/high/inner/c.ts', 'src/core/main.ts', 'src/engine/e.ts'],
      'src/core/main.ts': ['src/core/high/d.ts'],
      'src/core/other/f.ts': [],
      'src/engine/e.ts': ['src/core/high/d.ts'],
    };
    expect(roomViolations(Object.keys(imports), (path) => imports[path] ?? [], house)).toEqual([
      'src/core/low/a.ts -> src/core/high/inner/c.ts',
      'src/core/high/inner/c.ts -> src/core/high/d.ts',
      'src/core/high/d.ts -> src/core/main.ts',
      'src/core/other/f.ts has no room',
    ]);
  });

  it('finds cycles around corners', () => {
    const cycle = findCycle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    );
    expect(cycle).toEqual(['b', 'c', 'b']);
  });
});
