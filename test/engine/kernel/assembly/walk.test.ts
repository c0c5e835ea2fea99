import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { PathSet } from '../../../../src/core/formats/pathSet.ts';
import { TreeSource } from '../../../../src/core/formats/treeSource.ts';
import type { FoundValue } from '../../../../src/core/formats/roleSource.ts';
import { encodeText, sourceText } from '../../../../src/core/json/utf8.ts';
import { parseValueTree } from '../../../../src/core/json/valueTree.ts';
import { valueActions, type PlanNode } from '../../../../src/engine/kernel/plan.ts';
import { headWords, rowHead, valueWords, Walker } from '../../../../src/engine/kernel/walker.ts';
import { WalkedRecord } from '../../../../src/engine/ingest/walk/walkedRecord.ts';
import type { PathNode } from '../../../../src/core/formats/pathSet.ts';
import { runs } from '../../../runs.ts';

function pathSet(...paths: readonly string[]): PathSet {
  const set = new PathSet();
  paths.forEach((path) => set.add(path));
  return set;
}

/** A plan in which all values at the ends of paths are looked up. */
function planOf({ slot, keys, items }: PathNode): PlanNode {
  return {
    slot,
    action: valueActions.lookUp,
    place: Math.max(slot, 0),
    leadsOn: keys.length > 0 || items !== undefined,
    roles: 0,
    items: items && planOf(items),
    keys: keys.map(({ bytes, node }) => ({ bytes, node: planOf(node) })),
  };
}

function textsOf(values: readonly FoundValue[]): readonly string[] {
  return values.map(({ bytes, start, end }) => sourceText(bytes, start, end));
}

/** What the paths lead to in the records of a text that were walked over, record by record. */
function walkOver(paths: PathSet, text: string): readonly (readonly (readonly string[])[])[] {
  const walker = Walker.create(1)!;
  const bytes = encodeText(text);
  const length = walker.take(bytes, 0, bytes.length);
  const rows = walker.walk(walker.load(planOf(paths.root), 0x1000)!, 0, length, 100);
  const record = new WalkedRecord(walker.rows);
  let row = 0;
  return Array.from({ length: rows }, () => {
    record.begin(row, bytes, 0);
    const found = [...paths.steps.keys()].map((slot) => textsOf(record.values(slot)));
    row += headWords + walker.rows[row + rowHead.values]! * valueWords;
    return found;
  });
}

/** The same by the value tree of one record. */
function byTree(paths: PathSet, text: string): readonly (readonly string[])[] {
  const bytes = encodeText(text);
  const tree = new TreeSource(paths, bytes, parseValueTree(bytes, 0, bytes.length));
  return [...paths.steps.keys()].map((slot) => textsOf(tree.values(slot)));
}

const paths = pathSet('a', 'a.b', 'a.c', 'b', 'c[].a', 'c[]', 'a.list[].b');
const keys = fc.constantFrom('a', 'b', 'c', 'list', 'other', 'é');
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -1.5, 12345, '', 'text', 'ü', 'two words', String.raw`back\slash`),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;
const records = fc.dictionary(keys, values, { maxKeys: 5 });

describe('walking over records', () => {
  it('finds what the value tree finds', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(records, { minLength: 1, maxLength: 4 }), fc.constantFrom(0, 1), (list, space) => {
        const texts = list.map((record) => JSON.stringify(record, undefined, space));
        const walked = walkOver(paths, texts.join('\n'));
        found += walked.length;
        expect(walked).toEqual(texts.slice(0, walked.length).map((text) => byTree(paths, text)));
        // It ends only where paths lead into text that may be JSON.
        const next = texts[walked.length];
        expect(next === undefined || /"([éü]|\\|")/.test(next)).toBe(true);
      }),
      { numRuns: runs(2000) },
    );
    expect(found).toBeGreaterThan(runs(1000));
  });

  test.each([
    ['equal keys', '{"x":1,"x":2}'],
    ['equal keys within', '{"x":{"y":1,"z":2,"y":3}}'],
    ['a key that is a path’s but for its case', '{"A":1}'],
    ['an escaped key', String.raw`{"\u0061":1}`],
    ['a number that JavaScript may not hold', '{"x":12345678901234567890}'],
    ['an exponent', '{"x":1e5}'],
    ['a number with a leading zero', '{"x":01}'],
    ['a comma before the end', '{"x":1,}'],
    ['a missing comma', '{"x":1 "y":2}'],
    ['a missing colon', '{"x" 1}'],
    ['a missing end', '{"x":1'],
    ['a wrong closer', '{"x":[1}]'],
    ['a control character', '{"x":"a\tb"}'],
    ['an unknown escape', String.raw`{"x":"\q"}`],
    ['text that may be JSON where paths go on', String.raw`{"a":"{\"b\":1}"}`],
    ['what is no object', '[1]'],
    ['too many levels', `{"x":${'['.repeat(60)}${']'.repeat(60)}}`],
  ])('leaves %s to others', (_, text) => {
    expect(walkOver(paths, text)).toEqual([]);
    expect(walkOver(paths, `{"b":1}\n${text}`)).toHaveLength(1);
  });

  it('reads nothing beyond its input', () => {
    const walker = Walker.create(1)!;
    const plan = walker.load(planOf(paths.root), 0x1000)!;
    const bytes = encodeText('{"b":"a long text that an earlier input held"}');
    walker.take(bytes, 0, bytes.length);
    const length = walker.take(bytes, 0, 8);
    expect(walker.walk(plan, 0, length, 100)).toBe(0);
  });

  it('knows the values that it has learned, in their places', () => {
    const walker = Walker.create(1)!;
    const plan = walker.load(planOf(pathSet('a', 'b').root), 0x1000)!;
    const bytes = encodeText('{"a":"x","b":"x"}');
    const length = walker.take(bytes, 0, bytes.length);
    expect(walker.learn(0, 5, 8, 7)).toBe(7);
    expect(walker.learn(0, 5, 8, 9)).toBe(7);
    walker.walk(plan, 0, length, 1);
    expect([...walker.rows.subarray(headWords, headWords + 2)]).toEqual([0, 7]);
    expect(walker.rows[headWords + valueWords]).not.toBe(1);
  });
});
