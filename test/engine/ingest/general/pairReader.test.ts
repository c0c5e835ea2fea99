import { describe, expect, it, test } from 'vitest';
import { compileFormat } from '../../../../src/core/formats/compiledFormat.ts';
import type { AuditFormat, PairSource } from '../../../../src/core/formats/definition/format.ts';
import { pairsOf } from '../../../../src/core/formats/roles.ts';
import { TreeSource } from '../../../../src/core/formats/treeSource.ts';
import { encodeText } from '../../../../src/core/json/utf8.ts';
import { parseValueTree } from '../../../../src/core/json/valueTree.ts';
import { ByteDictionary } from '../../../../src/engine/columns/byteDictionary.ts';
import { TupleDictionary } from '../../../../src/engine/columns/tupleDictionary.ts';
import { PairReader, type TakeApart } from '../../../../src/engine/ingest/general/pairReader.ts';
import { PathScanner } from '../../../../src/engine/ingest/paths/pathScanner.ts';

const format: AuditFormat = {
  id: 'invented',
  title: 'Invented',
  documentation: 'https://example.com',
  detection: [],
  time: ['time'],
  operation: ['what'],
};

/** The pairs that are read out of a record, by its tree and by a scan, as text; both must be what `pairsOf` says, unless some are taken apart. */
function read(sources: readonly PairSource[], record: unknown, takeApart?: TakeApart): readonly string[] {
  const compiled = compileFormat({ ...format, callers: sources });
  const bytes = encodeText(JSON.stringify(record));
  const tree = new TreeSource(compiled.paths, bytes, parseValueTree(bytes, 0, bytes.length));
  const scanner = new PathScanner(compiled.paths, 1);
  expect(scanner.read(bytes, 0, bytes.length)).toBe(bytes.length);
  const [byTree, byScan] = [tree, scanner].map((source) => {
    const types = new ByteDictionary(1);
    const values = new ByteDictionary(1);
    const lists = new TupleDictionary(1);
    const reader = new PairReader(types, values, lists, 1);
    const list = lists.list(reader.read(source, compiled.callers, takeApart));
    return Array.from({ length: list.length / 2 }, (_, index) => `${types.text(list[index * 2]!)} ${values.text(list[index * 2 + 1]!)}`);
  });
  expect(byScan).toEqual(byTree);
  if (takeApart === undefined) {
    expect(byTree).toEqual(pairsOf(tree, compiled.callers).map(({ type, value }) => `${type} ${value}`));
  }
  return byTree!;
}

describe('pairs', () => {
  test.each<[title: string, sources: readonly PairSource[], record: unknown, pairs: readonly string[]]>([
    ['are a type with each value of a path', [{ type: 'User', path: 'who[]' }], { who: ['a', 7, 'b'] }, ['User a', 'User 7', 'User b']],
    [
      'are each there once',
      [
        { type: 'User', path: 'who' },
        { type: 'User', path: 'by' },
        { type: 'Name', path: 'by' },
      ],
      { who: 'a', by: 'a' },
      ['User a', 'Name a'],
    ],
    [
      'leave out what is empty, an object or JSON text',
      [{ type: 'User', path: 'who[]' }],
      { who: ['', {}, [], '{"a":1}', '{a', null] },
      ['User {a'],
    ],
    [
      'take type and value out of items',
      [{ each: 'on', value: ['name', 'id'], type: { path: 'kind', otherwise: 'Thing' } }],
      { on: [{ kind: 'Disk', id: 'd1' }, { name: 'x', id: 'y' }, { kind: 'Empty' }, 'text'] },
      ['Disk d1', 'Thing x'],
    ],
    [
      'have the name that a rule makes, where there is one',
      [{ type: 'User', path: 'arn[]', rule: 'arnName' }],
      { arn: ['arn:aws:iam::111122223333:user/mia', 'service.example', 'arn:aws:iam::111122223333:user/team/mia'] },
      ['User mia'],
    ],
    ['resolve escapes', [{ type: 'User', path: 'who' }], { who: 'a"\\\u00e9' }, ['User a"\\é']],
  ])('%s', (_, sources, record, pairs) => {
    expect(read(sources, record)).toEqual(pairs);
  });

  it('may be taken apart, and are not kept then', () => {
    const record = { who: ['a', 'b', 'c'] };
    const takeSecond: TakeApart = (_, { bytes, start }) => bytes[start + 1] === 'b'.codePointAt(0);
    expect(read([{ type: 'User', path: 'who[]' }], record, takeSecond)).toEqual(['User a', 'User c']);
  });

  it('of more values than are remembered are all there', () => {
    const who = Array.from({ length: 100 }, (_, index) => `user${index}`);
    expect(read([{ type: 'User', path: 'who[]' }], { who })).toEqual(who.map((name) => `User ${name}`));
  });
});
