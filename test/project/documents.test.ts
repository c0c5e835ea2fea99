import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../src/core/query/parseQuery.ts';
import { resolveField } from '../../src/core/query/fields.ts';
import { importsOf, readRoot, sourceFiles } from './sourceFiles.ts';

const readme = readRoot('README.md');
const manifest = JSON.parse(readRoot('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly commands: readonly { readonly title: string }[];
  };
};
const texts = JSON.parse(readRoot('package.nls.json')) as Readonly<Record<string, string>>;

const filterReference = readRoot('docs/filters.md');

/** The text between two headings of a document. */
function section(document: string, heading: string): string {
  return document.split(`\n## ${heading}\n`)[1]?.split(/\n###? /)[0] ?? '';
}

/** Everything that stands as code in the first column of a table. */
function firstColumn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, code]) => code!));
}

describe('the filter reference', () => {
  test('shows filters that can be used as they stand', () => {
    const filters = firstColumn(section(filterReference, 'Terms')).filter((filter) => filter !== '( … )');
    expect(filters.length).toBeGreaterThan(25);
    expect(filters.filter((filter) => !parseQuery(filter.replaceAll('\\|', '|')).ok)).toEqual([]);
  });
  test('names fields that exist', () => {
    const fields = firstColumn(section(filterReference, 'Fields'));
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter((field) => resolveField(field) === undefined)).toEqual([]);
  });
});

describe('the README', () => {
  test('asks by filters that can be used as they stand', () => {
    const filters = [...section(readme, 'What you can ask').matchAll(/\| `([^`]+)` \|$/gm)].map(([, filter]) => filter!);
    expect(filters.length).toBeGreaterThan(5);
    expect(filters.filter((filter) => !parseQuery(filter).ok)).toEqual([]);
  });
  test('lists all settings with their defaults', () => {
    const listed = [...section(readme, 'Settings').matchAll(/^\| `([^`]+)` \| `([^`]+)`/gm)].map(([, name, value]) => [name, value]);
    const settings = Object.entries(manifest.contributes.configuration.properties);
    expect(listed).toEqual(
      settings.map(([name, setting]) => [name, typeof setting.default === 'string' ? setting.default : JSON.stringify(setting.default)]),
    );
  });
  test('shows pictures that exist, each in three themes', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)-dark\.png\)/g)].map(([, path]) => path!);
    expect(pictures).toHaveLength(7);
    const files = pictures.flatMap((path) => ['dark', 'light', 'hc-dark'].map((theme) => `${path}-${theme}.png`));
    expect(files.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
  });
});

test('the page of commands names all of them', () => {
  const titles = manifest.contributes.commands.map(({ title }) => (texts[title.slice(1, -1)] ?? '').replace('…', ''));
  const table = readRoot('docs/commands.md');
  expect(titles.filter((title) => !table.includes(title.replace(/^Filter by /, '')))).toEqual([]);
});

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'docs/architecture.md',
  'docs/commands.md',
  'docs/formats.md',
  'docs/testing.md',
  'docs/decisions/0001-deprecated-toolkit.md',
];

test.each(documents)('%s points to files and scripts that exist', (path) => {
  const text = readRoot(path);
  const links = [...text.matchAll(/[^!]\[[^\]]+\]\(([^)#:]+)\)/g)].map(([, target]) => target!);
  expect(links.filter((link) => !existsSync(new URL(`../../${join(dirname(path), link)}`, import.meta.url)))).toEqual([]);
  const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
  expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test('NOTICE names every package that the product imports', () => {
  const notice = readRoot('NOTICE');
  const imported = sourceFiles().flatMap((file) => importsOf(file).filter(({ typeOnly }) => !typeOnly));
  const packages = imported
    .map(({ target }) => /^(?:@[^/]+\/)?[^/]+/.exec(target)![0])
    .filter((name) => !['src', 'webview', 'vscode'].includes(name) && !name.startsWith('node:'));
  expect(packages).toContain('lit');
  expect([...new Set(packages)].filter((name) => !notice.includes(name))).toEqual([]);
});

test('NOTICE attributes the icons under the licence that asks for it', () => {
  const [, icons] = /\nIcons\n-+\n\n([^]*?)\n\n\n/.exec(readRoot('NOTICE')) ?? [];
  for (const part of ['@vscode/codicons', 'Copyright (c) Microsoft Corporation', 'https://creativecommons.org/licenses/by/4.0/']) {
    expect(icons).toContain(part);
  }
});

test('decision 1 names the controls of the toolkit that the timeline uses, and no other is bundled', () => {
  const webview = sourceFiles().filter(({ path }) => path.startsWith('webview/'));
  const controls = readRoot('webview/base/controls.ts');
  const registered = [...controls.matchAll(/\bvsCode([A-Z]\w+)\(/g)].map(([, name]) =>
    name!.replaceAll(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
  );
  const used = new Set(webview.flatMap(({ text }) => [...text.matchAll(/<al-([a-z-]+)/g)].map(([, name]) => name!)));
  expect(registered.toSorted()).toEqual([...used].toSorted());
  const decision = /## Decision\n+(?<words>[^#]*)/.exec(readRoot('docs/decisions/0001-deprecated-toolkit.md'))!.groups!['words']!;
  expect(registered.filter((name) => !decision.includes(name.replaceAll('-', ' ')))).toEqual([]);
});
