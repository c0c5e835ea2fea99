import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberOf, nodeString, nodeText, parseValueTree, stringAt, type ValueNode } from '../../../src/core/json/valueTree.ts';
import { runs } from '../../runs.ts';

const encoder = new TextEncoder();

function parse(text: string): { readonly bytes: Uint8Array; readonly root: ValueNode } {
  const bytes = encoder.encode(text);
  return { bytes, root: parseValueTree(bytes, 0, bytes.length) };
}

/** The value that a tree stands for, as JSON.parse would have made it. */
function valueOf(bytes: Uint8Array, node: ValueNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, valueOf(bytes, value)]));
    case 'array':
      return node.items.map((item) => valueOf(bytes, item));
    default:
      return JSON.parse(nodeText(bytes, node)) as unknown;
  }
}

function everyNode(node: ValueNode): readonly ValueNode[] {
  return [node, ...[...node.items, ...node.members.map(({ value }) => value)].flatMap(everyNode)];
}

describe('a value tree', () => {
  it('says what JSON.parse says, with the places of each value', () => {
    const blank = fc.constantFrom('', ' ', '\n\t');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), blank, fc.constantFrom(undefined, 1, '\t'), (value, around, indent) => {
        const text = around + JSON.stringify(value, undefined, indent) + around;
        const { bytes, root } = parse(text);
        expect(valueOf(bytes, root)).toEqual(JSON.parse(text));
        for (const node of everyNode(root)) {
          expect(JSON.stringify(valueOf(bytes, node))).toBe(JSON.stringify(JSON.parse(nodeText(bytes, node))));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('keeps members in the order of the text, equal keys included, and takes the last of them', () => {
    const { bytes, root } = parse('{"a":1,"b":2,"a":"x"}');
    expect(root.members.map(({ key }) => key)).toEqual(['a', 'b', 'a']);
    expect(nodeString(bytes, memberOf(root, 'a')!)).toBe('x');
    expect(memberOf(root, 'c')).toBeUndefined();
  });

  it('decodes keys, and knows where they are written', () => {
    const { bytes, root } = parse('{ "\\u0061\\n" : [ ] }');
    const [member] = root.members;
    expect(member!.key).toBe('a\n');
    expect(new TextDecoder().decode(bytes.subarray(member!.keyStart, member!.keyEnd))).toBe('"\\u0061\\n"');
  });

  it.each(['"a"', '"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\u00e9\\ud83d\\ude00"', '"é😀"', '""'])('decodes %s', (text) => {
    const bytes = encoder.encode(text);
    expect(stringAt(bytes, 0, bytes.length)).toBe(JSON.parse(text));
  });

  it('leaves what is nested deeper than 64 levels a leaf of its kind', () => {
    const depth = 100;
    const { root } = parse('{"a":'.repeat(depth) + '[1]' + '}'.repeat(depth));
    let node = root;
    let levels = 0;
    while (node.members.length > 0) {
      node = node.members[0]!.value;
      levels++;
    }
    expect({ levels, kind: node.kind, items: node.items.length }).toEqual({ levels: 64, kind: 'object', items: 0 });
  });

  it.each(['', ' ', '[1', '{"a":'])('throws for %j, which is no whole value, and does not hang', (text) => {
    expect(() => parse(text)).toThrow('not a whole JSON value');
  });
});
