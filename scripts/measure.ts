/**
 * `npm run measure [-- --write]` measures how the code is built: sizes, complexity, tests, imports. It judges nothing; what must
 * hold is a test. `--write` puts the table into the last section of docs/architecture.md as well.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasOwnTest, longFile } from '../test/project/ownTests.ts';
import { houses, roomViolations } from '../test/project/rooms.ts';
import { importsOf, type SourceFile, sourceFiles, testFiles } from '../test/project/sourceFiles.ts';
import { lintCounts } from './measure/lintCounts.ts';
import { root } from './paths.ts';

interface Measure {
  readonly name: string;
  readonly value: string;
}

const pagePath = join(root, 'docs/architecture.md');
const marks = ['<!-- measures -->', '<!-- /measures -->'] as const;

function linesOf({ text }: SourceFile): number {
  return text.split('\n').length - 1;
}

/** The value below which this share of the numbers lies. */
function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * share)] ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** How many files each file is imported by. */
function importCounts(files: readonly SourceFile[]): ReadonlyMap<string, number> {
  const counts = new Map(files.map(({ path }) => [path, 0]));
  for (const file of files) {
    for (const target of new Set(importsOf(file).map((one) => one.target))) {
      counts.set(target, (counts.get(target) ?? 0) + 1);
    }
  }
  return counts;
}

async function measure(): Promise<readonly Measure[]> {
  const sources = sourceFiles();
  const tests = testFiles();
  const lengths = sources.map(linesOf);
  const counts = importCounts(sources);
  const importedOnce = sources.filter(({ path }) => counts.get(path) === 1).length;
  const imports = new Map(sources.map((file) => [file.path, importsOf(file).map(({ target }) => target)]));
  const violations = houses.flatMap((house) => roomViolations([...imports.keys()], (path) => imports.get(path) ?? [], house));
  const large = sources.filter((file) => linesOf(file) > longFile);
  const testPaths = new Set(tests.map(({ path }) => path));
  const tested = large.filter(({ path }) => hasOwnTest(path, testPaths));
  const assertions = sum(tests.map(({ text }) => text.match(/\b(?:expect|assert)(?:\.\w+)?\(/g)?.length ?? 0));
  const lint = await lintCounts();
  const share = (part: number, whole: number): string => `${Math.round((part / whole) * 100)} %`;
  const rows: readonly (readonly [string, string | number])[] = [
    ['files', sources.length],
    ['lines', sum(lengths)],
    ['lines a file, median', quantile(lengths, 0.5)],
    ['lines a file, 90th percentile', quantile(lengths, 0.9)],
    ['files above 250 lines', lengths.filter((length) => length > 250).length],
    ['functions above 60 lines', lint.longFunctions],
    ['functions with a complexity above 15', lint.complexFunctions],
    ['non-null assertions', lint.nonNullAssertions],
    ['files that one other file imports', share(importedOnce, sources.length)],
    ['imports from a room above', violations.length],
    ['lines of tests for each line of code', (sum(tests.map(linesOf)) / sum(lengths)).toFixed(2)],
    ['files above 120 lines that have a test of their own', `${tested.length} of ${large.length}`],
    ['`expect` and `assert` calls in tests', assertions],
  ];
  return rows.map(([name, value]) => ({ name, value: typeof value === 'number' ? value.toLocaleString('en-US') : value }));
}

function table(measures: readonly Measure[]): string {
  return ['| measure | value |', '|---|---|', ...measures.map(({ name, value }) => `| ${name} | ${value} |`)].join('\n');
}

const measures = await measure();
const width = Math.max(...measures.map(({ name }) => name.length));
for (const { name, value } of measures) {
  console.log(`${name.padEnd(width)}  ${value}`);
}
if (process.argv.includes('--write')) {
  const page = readFileSync(pagePath, 'utf8');
  const [from, to] = [page.indexOf(marks[0]), page.indexOf(marks[1])];
  if (from === -1 || to < from) {
    throw new Error(`${pagePath} lacks the marks ${marks.join(' and ')}`);
  }
  writeFileSync(pagePath, `${page.slice(0, from + marks[0].length)}\n${table(measures)}\n${page.slice(to)}`);
}
