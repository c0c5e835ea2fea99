import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { vsixPath } from '../../scripts/paths.ts';
import { listVsix, readVsix } from '../../scripts/vscode/unpackVsix.ts';

/** Everything that may be in the package; a file that matches nothing here is there by mistake. */
const allowed: readonly RegExp[] = [
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
  /^package(\.nls)?\.json$/,
  /^(readme|changelog)\.md$/,
  /^(LICENSE|NOTICE)(\.txt)?$/,
  /^dist\/(extension|engine|engineMain|blockWorker|webview)\.js$/,
  /^dist\/node\/(parquet|regex)\.js$/,
  /^dist\/node\/formats\/\w+\.json$/,
  /^dist\/webview\/[\w-]+\.js$/,
  /^dist\/web\/(extension|engine)\.js$/,
  /^dist\/validator\.mjs$/,
  /^media\/(icon\.png|sideBar\.svg)$/,
  /^media\/samples\/[\w.-]+$/,
  /^media\/walkthrough\/[\w.-]+\.md$/,
  /^docs\/findings\/[\w.]+\.md$/,
  /^src\/core\/formats\/auditFormat\.schema\.json$/,
  /^syntaxes\/[\w.-]+\.json$/,
  /^l10n\/bundle\.l10n\.json$/,
];

const fromRoot = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const readRoot = (path: string): string => readFileSync(fromRoot(path), 'utf8');

/** Without one of these the extension does not work. */
const required = [
  'package.json',
  'package.nls.json',
  'dist/extension.js',
  'dist/web/extension.js',
  'dist/engine.js',
  'dist/engineMain.js',
  'dist/node/parquet.js',
  'dist/node/regex.js',
  'dist/node/formats/cloudTrail.json',
  'dist/blockWorker.js',
  'dist/web/engine.js',
  'dist/validator.mjs',
  'dist/webview.js',
  'media/icon.png',
  'media/sideBar.svg',
  'docs/findings/syntax.invalid.md',
  'src/core/formats/auditFormat.schema.json',
  'LICENSE.txt',
  'readme.md',
  'changelog.md',
];

describe('the package', async () => {
  const files = await listVsix(vsixPath);

  it('holds nothing that is not meant to be in it', () => {
    const strangers = [...files.keys()].filter((path) => !allowed.some((pattern) => pattern.test(path)));
    expect(strangers).toEqual([]);
  });

  it('is described by no dead entry, here and in .vscodeignore', () => {
    const paths = [...files.keys()];
    expect(allowed.filter((pattern) => !paths.some((path) => pattern.test(path))).map(String)).toEqual([]);
    // The packager gives three files other names.
    const sources = new Set([...paths, 'README.md', 'CHANGELOG.md', 'LICENSE']);
    const entries = readRoot('.vscodeignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.filter((entry) => ![...sources].some((path) => matchesGlob(path, entry.slice(1))))).toEqual([]);
  });

  it('holds what the extension needs', () => {
    expect(required.filter((path) => !files.has(path))).toEqual([]);
  });

  // Of which some 45 KB are the validator for schemas of users' own: a JSON Schema of any version cannot be checked with less. Reports,
  // redacted copies and the kernel are in each of the engines, for Node and for the web, which share no file.
  it('is smaller than 1.55 MB', () => {
    expect(statSync(vsixPath).size).toBeLessThan(1_550_000);
  });
});

describe('the README in the package', async () => {
  const readme = await readVsix(vsixPath, 'readme.md');
  const { repository } = JSON.parse(readRoot('package.json')) as { readonly repository: { readonly url: string } };
  const project = repository.url.replace(/\.git$/, '');
  const targets = [...readme.matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, mark, target]) => ({
    isPicture: mark === '!',
    target: target!,
  }));
  const inRepository = (target: string): string | undefined =>
    target.startsWith(`${project}/`)
      ? target
          .slice(project.length)
          .replace(/^\/(raw|blob)\/HEAD\//, '')
          .replace(/#.*/, '')
      : undefined;

  it('takes its pictures from the repository, over https, which is all that VS Code shows', () => {
    const pictures = targets.filter(({ isPicture }) => isPicture).map(({ target }) => target);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter((target) => !target.startsWith(`${project}/raw/HEAD/`))).toEqual([]);
    expect(pictures.filter((target) => !existsSync(fromRoot(inRepository(target)!)))).toEqual([]);
  });

  it('has no link that leads nowhere', () => {
    const anchors = new Set(
      [...readme.matchAll(/^#+ (.+)$/gm)].map(
        ([, heading]) =>
          `#${heading!
            .toLowerCase()
            .replaceAll(/[^\w -]/g, '')
            .replaceAll(' ', '-')}`,
      ),
    );
    const dead = targets.filter(({ target }) => {
      const path = inRepository(target);
      return path === undefined ? !(target.startsWith('https://') || anchors.has(target)) : !existsSync(fromRoot(path));
    });
    expect(dead).toEqual([]);
  });
});

describe('the built files', () => {
  const read = (name: string): string => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');

  const scripts = ['webview.js', ...readdirSync(new URL('../../dist/webview', import.meta.url)).map((name) => `webview/${name}`)];

  /** Those that the page starts with: what is imported, and not on demand. */
  const initial = new Set(['webview.js']);
  for (const name of initial) {
    for (const [, imported] of read(name).matchAll(/\b(?:from|import)"(\.[^"]+\.js)"/g)) {
      initial.add(new URL(imported!, `file:///${name}`).pathname.slice(1));
    }
  }

  it('have webview scripts below 105 KB gzipped at the start, of which the icons take 1.7 and the documented names of fields 6.6', () => {
    expect(initial.size).toBeLessThan(scripts.length);
    const sizes = [...initial].map((name) => gzipSync(read(name), { level: 9 }).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(105_000);
  });

  it('are all named by the page that starts with them, so that they are fetched at the same time', () => {
    const page = readFileSync(new URL('../../src/host/editor/webviewHtml.ts', import.meta.url), 'utf8');
    expect(new Set([...page.matchAll(/'dist\/(.*?\.js)'/g)].map(([, name]) => name))).toEqual(new Set(scripts));
  });

  it('make no code from text in the webview and the hosts, which their policies forbid', () => {
    // The toolkit asks in this way for globalThis where a browser has none: it is never reached.
    const dead = /new Function\("return this"\)\(\)/g;
    const makesCode = (name: string): boolean => /\bnew Function\(|\beval\(/.test(read(name).replaceAll(dead, ''));
    const offenders = ['extension.js', 'web/extension.js', ...scripts].filter(makesCode);
    expect(offenders).toEqual([]);
  });

  it('include the command line, which runs by itself', () => {
    const path = new URL('../../dist/cli.js', import.meta.url);
    expect(existsSync(path)).toBe(true);
    expect(read('cli.js').startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(process.platform === 'win32' || (statSync(path).mode & 0o111) === 0o111).toBe(true);
  });
});
