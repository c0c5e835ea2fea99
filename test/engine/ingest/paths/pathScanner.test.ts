import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { builtInFormats } from '../../../../src/core/formats/builtInFormats.ts';
import { generic } from '../../../../src/core/formats/genericFormat.ts';
import type { Path } from '../../../../src/core/formats/definition/paths.ts';
import { PathSet } from '../../../../src/core/formats/pathSet.ts';
import type { FoundValue } from '../../../../src/core/formats/roleSource.ts';
import { TreeSource } from '../../../../src/core/formats/treeSource.ts';
import { encodeText, sourceText } from '../../../../src/core/json/utf8.ts';
import { Scan, scanValue } from '../../../../src/core/json/jsonScanner.ts';
import { parseValueTree } from '../../../../src/core/json/valueTree.ts';
import { findLossyParts } from '../../../../src/core/rules/lossyParts.ts';
import { PathScanner } from '../../../../src/engine/ingest/paths/pathScanner.ts';
import { runs } from '../../../runs.ts';

function textsOf(values: readonly FoundValue[]): readonly string[] {
  return values.map(({ bytes, start, end, isOwn }) => `${isOwn ? '' : 'inner '}${sourceText(bytes, start, end)}`);
}

/** What the paths of a set lead to by the tree. */
function byTree(paths: PathSet, bytes: Uint8Array): readonly (readonly string[])[] {
  const tree = new TreeSource(paths, bytes, parseValueTree(bytes, 0, bytes.length));
  return [...paths.steps.keys()].map((slot) => textsOf(tree.values(slot)));
}

/** What they lead to by a scanner that may have scanned other records before; undefined where it leaves the record to others. */
function byScanner(scanner: PathScanner, paths: PathSet, bytes: Uint8Array): readonly (readonly string[])[] | undefined {
  const next = scanner.read(bytes, 0, bytes.length);
  if (next === -1) {
    return undefined;
  }
  expect(next).toBe(bytes.length);
  return [...paths.steps.keys()].map((slot) => textsOf(scanner.values(slot)));
}

function pathSet(...paths: readonly Path[]): PathSet {
  const set = new PathSet();
  paths.forEach((path) => set.add(path));
  return set;
}

describe('a path', () => {
  test.each<[title: string, path: Path, record: string, values: readonly string[]]>([
    ['leads through objects', 'a.b', '{"a":{"b":1}}', ['1']],
    ['leads to nothing where a step lacks', 'a.b', '{"a":1}', []],
    ['leads to objects and arrays too', 'a', '{"a":{"b":[1]}}', ['{"b":[1]}']],
    ['leads to each item of an array', 'a[].b', '{"a":[{"b":1},{"c":2},{"b":3}]}', ['1', '3']],
    ['takes what PowerShell left of an array of one', 'a[].b', '{"a":{"b":1}}', ['1']],
    ['takes keys with dots as a list', ['a', 'b.c'], '{"a":{"b.c":1,"b":{"c":2}}}', ['1']],
    ['takes the last of equal keys', 'a', '{"a":1,"a":2}', ['2']],
    ['takes the last of equal keys in each item', 'a[].b', '{"a":[{"b":1},{"b":2,"b":3}]}', ['1', '3']],
    ['takes nothing where the last of equal keys is null', 'a', '{"a":1,"a":null}', []],
    ['takes nothing of what an equal key has replaced', 'a.b', '{"a":{"b":1},"a":{"c":2}}', []],
    ['finds keys without regard to case', 'eventTime', '{"EventTime":"x"}', ['"x"']],
    ['prefers the exact key before another', 'a', '{"a":1,"A":2}', ['1']],
    ['prefers the exact key after another', 'a', '{"A":2,"a":1}', ['1']],
    ['prefers the exact key though it is null', 'a', '{"A":2,"a":null}', []],
    ['finds keys that are written with escapes', 'ab', String.raw`{"\u0061b":1}`, ['1']],
    ['distinguishes keys that differ by more than case', 'a{', '{"a[":1}', []],
    ['leaves out null', 'a[]', '{"a":[null,1]}', ['1']],
    ['looks into JSON text', 'a.b', String.raw`{"a":"{\"b\":\"x\"}"}`, ['inner "x"']],
    ['looks into arrays in JSON text', 'a[].b', String.raw`{"a":" [{\"b\":1},{\"b\":2}] "}`, ['inner 1', 'inner 2']],
    ['does not look into text that only begins like JSON', 'a.b', String.raw`{"a":"{\"b\":1"}`, []],
    ['reads JSON text with a comma after the last member or item', 'a.b[]', String.raw`{"a":"{\"b\":[1,2,],}"}`, ['inner 1', 'inner 2']],
    ['passes over blanks', 'a.b', ' { "x" : [ ] , "a" : { "b" : 1 } } '.trim(), ['1']],
  ])('%s', (title, path, record, values) => {
    const paths = pathSet(path);
    const bytes = encodeText(record);
    expect(byTree(paths, bytes)).toEqual([values]);
    const scanner = new PathScanner(paths, 1);
    const scanned = byScanner(scanner, paths, bytes);
    expect(scanned ?? [values]).toEqual([values]);
    // Which of several keys counts is left to the tree, and so are keys with escapes.
    expect(scanned === undefined).toBe(/last of equal|has replaced|the exact key|keys that are written/.test(title));
  });
});

const keys = ['a', 'A', 'b', 'ab', 'aB', 'x.y', 'é'];
const key = fc.constantFrom(...keys);
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      'null',
      '1',
      '"s"',
      '""',
      '{}',
      '[]',
      'true',
      String.raw`"\u00e9"`,
      String.raw`"{\"a\":{\"b\":1}}"`,
      '"\u00a0[1]\ufeff"',
      String.raw`"{\"a\":{\"b\":[1,\"c,]\" , ],},}"`,
      String.raw`"{,}"`,
      String.raw`"[1,,]"`,
      String.raw`"{\"a\":1,,}"`,
      String.raw`"[1]\u3000"`,
      '"\u00e9{}"',
      String.raw`"[{\"b\":[2]}]"`,
      '"{"',
    ),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 4 })
      .map((members) => `{${members.map(([name, one]) => `${JSON.stringify(name)}: ${one}`).join(',')}}`),
  ),
}));
const step = fc.oneof(key, fc.constant('[]'));
const pathLists = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

function objectText(members: readonly (readonly [string, string])[], blank = ''): string {
  return `{${members.map(([name, one]) => `${blank}${JSON.stringify(name)}:${blank}${one}`).join(',')}${blank}}`;
}

const records = fc.array(fc.tuple(fc.array(fc.tuple(key, value), { maxLength: 5 }), fc.constantFrom('', '', ' ', '\n  ')), {
  minLength: 1,
  maxLength: 6,
});

describe('the scanner', () => {
  it('finds what the tree says, whatever paths and records are', () => {
    fc.assert(
      fc.property(pathLists, records, (lists, texts) => {
        const paths = pathSet(...lists);
        const scanner = new PathScanner(paths, 1);
        for (const [members, blank] of texts) {
          const record = objectText(members, blank);
          const bytes = encodeText(record);
          const scanned = byScanner(scanner, paths, bytes);
          if (scanned === undefined) {
            expect([record, scanner.marks.isAmbiguous]).toEqual([record, true]);
          } else {
            expect([record, scanned]).toEqual([record, byTree(paths, bytes)]);
            expect(scanner.marks.isLossless).toBe(findLossyParts(bytes, parseValueTree(bytes, 0, bytes.length)).length === 0);
            expect(scanner.marks.mayHoldBreaks || !record.includes('\n')).toBe(true);
          }
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it('takes nothing but JSON, and no more of it than one value', () => {
    const cut = fc.record({
      at: fc.nat({ max: 200 }),
      count: fc.nat({ max: 3 }),
      text: fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '\n', 'x', '1', ' '),
    });
    fc.assert(
      fc.property(pathLists, records, cut, (lists, texts, { at, count, text }) => {
        const paths = pathSet(...lists);
        const scanner = new PathScanner(paths, 1);
        for (const [members, blank] of texts) {
          const record = objectText(members, blank);
          const place = at % (record.length + 1);
          const bytes = encodeText(`${record.slice(0, place)}${text}${record.slice(place + count)}`);
          const next = scanner.read(bytes, 0, bytes.length);
          expect(next === -1 || next === scanValue(bytes, 0, bytes.length, new Scan())).toBe(true);
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  test.each<[title: string, record: string, isLossless: boolean, isWellFormed: boolean]>([
    ['numbers that JavaScript holds', '{"a":1,"b":-1.5e3,"c":9007199254740991}', true, true],
    ['a number that it does not hold', '{"a":9007199254740993}', false, true],
    ['such a number where no path leads', '{"x":{"y":[1,9007199254740993]}}', false, true],
    ['such a number in JSON text, of which nothing is reported', String.raw`{"a":"{\"b\":9007199254740993}"}`, true, true],
    ['text beyond ASCII', '{"a":"é","x":"ü"}', true, true],
  ])('says of %s what is to be reported', (_, record, isLossless, isWell) => {
    const scanner = new PathScanner(pathSet('a.b'), 1);
    const bytes = encodeText(record);
    expect(scanner.read(bytes, 0, bytes.length)).toBe(bytes.length);
    expect([scanner.marks.isLossless, scanner.marks.isWellFormed]).toEqual([isLossless, isWell]);
  });

  it('says that bytes are no UTF-8', () => {
    const scanner = new PathScanner(pathSet('a'), 1);
    const bytes = Uint8Array.from([...encodeText('{"a":"'), 0xff, ...encodeText('"}')]);
    expect(scanner.read(bytes, 0, bytes.length)).toBe(bytes.length);
    expect(scanner.marks.isWellFormed).toBe(false);
  });

  it('reads objects with more keys than it remembers, and leaves equal ones of them to the tree', () => {
    const members = Array.from({ length: 500 }, (_, index) => [`key${index}`, '{"z":1}'] as const);
    const paths = pathSet('x.a');
    const scanner = new PathScanner(paths, 1);
    const wide = encodeText(`{"x":${objectText([...members, ['a', '1']])}}`);
    expect(byScanner(scanner, paths, wide)).toEqual([['1']]);
    expect(byScanner(scanner, paths, wide)).toEqual([['1']]);
    const twice = encodeText(`{"x":${objectText([...members, ['a', '1'], ['key499', '2']])}}`);
    expect(byScanner(scanner, paths, twice)).toBeUndefined();
    expect(scanner.marks.isAmbiguous).toBe(true);
  });

  it('leaves what is nested deeply to others', () => {
    const scanner = new PathScanner(pathSet('a'), 1);
    const bytes = encodeText(`{"a":${'['.repeat(60)}${']'.repeat(60)}}`);
    expect(scanner.read(bytes, 0, bytes.length)).toBe(-1);
    expect(scanner.marks.isAmbiguous).toBe(true);
  });

  it('finds only what the last record holds', () => {
    const paths = pathSet('a');
    const scanner = new PathScanner(paths, 1);
    expect(byScanner(scanner, paths, encodeText('{"a":1}'))).toEqual([['1']]);
    expect(byScanner(scanner, paths, encodeText('{"b":1}'))).toEqual([[]]);
  });

  test.each([...builtInFormats.forms, generic].map((one) => [one.format.id, one.paths] as const))(
    'knows the paths of %s by their numbers',
    (_, paths) => {
      expect(paths.root.slots).toEqual([...paths.steps.keys()]);
    },
  );
});
