import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { builtInFormats, generic } from '../../../src/core/formats/builtInFormats.ts';
import type { Path } from '../../../src/core/formats/format.ts';
import { PathSet } from '../../../src/core/formats/pathSet.ts';
import { PathWalker } from '../../../src/core/formats/pathWalker.ts';
import type { FoundValue } from '../../../src/core/formats/roleSource.ts';
import { TreeSource } from '../../../src/core/formats/treeSource.ts';
import { encodeText, sourceText } from '../../../src/core/json/utf8.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';
import { runs } from '../../runs.ts';

function textsOf(values: readonly FoundValue[]): readonly string[] {
  return values.map(({ bytes, start, end, isOwn }) => `${isOwn ? '' : 'inner '}${sourceText(bytes, start, end)}`);
}

/** What the paths of a set lead to, found by the walker and by the tree. */
function found(paths: PathSet, record: string): readonly [walked: readonly (readonly string[])[], tree: readonly (readonly string[])[]] {
  const bytes = encodeText(record);
  const walker = new PathWalker(paths);
  walker.walk(bytes, 0, bytes.length);
  const tree = new TreeSource(paths, bytes, parseValueTree(bytes, 0, bytes.length));
  const slots = [...paths.steps.keys()];
  return [slots.map((slot) => textsOf(walker.values(slot))), slots.map((slot) => textsOf(tree.values(slot)))];
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
    ['prefers the exact key behind another', 'a', '{"A":2,"a":1}', ['1']],
    ['prefers the exact key though it is null', 'a', '{"A":2,"a":null}', []],
    ['finds keys that are written with escapes', 'ab', String.raw`{"\u0061b":1}`, ['1']],
    ['tells keys apart that differ by more than case', 'a{', '{"a[":1}', []],
    ['leaves out null', 'a[]', '{"a":[null,1]}', ['1']],
    ['looks into JSON text', 'a.b', String.raw`{"a":"{\"b\":\"x\"}"}`, ['inner "x"']],
    ['looks into arrays in JSON text', 'a[].b', String.raw`{"a":" [{\"b\":1},{\"b\":2}] "}`, ['inner 1', 'inner 2']],
    ['does not look into text that only begins like JSON', 'a.b', String.raw`{"a":"{\"b\":1"}`, []],
    ['passes over blanks', 'a.b', ' { "x" : [ ] , "a" : { "b" : 1 } } '.trim(), ['1']],
  ])('%s', (_, path, record, values) => {
    const paths = new PathSet();
    paths.add(path);
    expect(found(paths, record)).toEqual([[values], [values]]);
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

describe('the walker', () => {
  it('finds what the tree says, whatever paths and records are', () => {
    fc.assert(
      fc.property(pathLists, fc.array(fc.tuple(key, value), { maxLength: 5 }), (lists, members) => {
        const paths = new PathSet();
        lists.forEach((path) => paths.add(path));
        const [walked, tree] = found(paths, `{${members.map(([name, one]) => `${JSON.stringify(name)}:${one}`).join(',')}}`);
        expect(walked).toEqual(tree);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('finds only what the last record holds', () => {
    const paths = new PathSet();
    const slot = paths.add('a');
    const walker = new PathWalker(paths);
    for (const [record, wanted] of [
      ['{"a":1}', ['1']],
      ['{"b":1}', []],
    ] as const) {
      const bytes = encodeText(record);
      walker.walk(bytes, 0, bytes.length);
      expect(textsOf(walker.values(slot))).toEqual(wanted);
    }
  });

  test.each([...builtInFormats, generic].map((one) => [one.format.id, one.paths] as const))(
    'knows the paths of %s by their numbers',
    (_, paths) => {
      expect(paths.root.slots).toEqual([...paths.steps.keys()]);
    },
  );
});
