import { describe, expect, test } from 'vitest';
import { compileFormat } from '../../../src/core/formats/compiledFormat.ts';
import type { OutcomeRule } from '../../../src/core/formats/definition/format.ts';
import { outcomeOf } from '../../../src/core/formats/roles.ts';
import { TreeSource } from '../../../src/core/formats/treeSource.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { parseValueTree } from '../../../src/core/json/valueTree.ts';

function outcome(rules: readonly OutcomeRule[], record: unknown): string {
  const identity = { id: 'x', title: 'x', documentation: 'https://example.com' };
  const compiled = compileFormat({ ...identity, detection: [], time: ['t'], operation: ['o'], outcome: rules });
  const bytes = encodeText(JSON.stringify(record));
  return outcomeOf(compiled, new TreeSource(compiled.paths, bytes, parseValueTree(bytes, 0, bytes.length)));
}

describe('the outcome', () => {
  test.each<[title: string, rules: readonly OutcomeRule[], record: unknown, group: string]>([
    ['is other where no rule says anything', [{ path: 'a', values: { x: 'success' } }], { a: 'y' }, 'other'],
    ['is other without rules', [], { a: 1 }, 'other'],
    ['follows from a value without regard to case and blanks', [{ path: 'a', values: { notok: 'failure' } }], { a: 'Not OK' }, 'failure'],
    ['follows from numbers and booleans as they are written', [{ path: 'a', values: { true: 'success' } }], { a: true }, 'success'],
    ['follows from what is absent', [{ path: 'a', absent: 'success', other: 'failure' }], {}, 'success'],
    ['takes an empty text for absent', [{ path: 'a', absent: 'success', other: 'failure' }], { a: ' ' }, 'success'],
    ['takes null for absent', [{ path: 'a', absent: 'success', other: 'failure' }], { a: null }, 'success'],
    ['follows from any other value', [{ path: 'a', absent: 'success', other: 'failure' }], { a: 'x' }, 'failure'],
    [
      'is the worst of several',
      [
        { path: 'a', values: { ok: 'success' } },
        { path: 'b', status: 'http' },
      ],
      { a: 'ok', b: 404 },
      'clientError',
    ],
  ])('%s', (_, rules, record, group) => {
    expect(outcome(rules, record)).toBe(group);
  });
});

describe('a pattern', () => {
  const rules: readonly OutcomeRule[] = [
    { path: 'a', values: { 'client.*': 'clientError', '*denied*': 'clientError', 'no*found': 'clientError' }, other: 'failure' },
  ];
  test.each([
    ['Client.Invalid', 'clientError'],
    ['client.', 'clientError'],
    ['Client', 'failure'],
    ['AccessDeniedException', 'clientError'],
    ['denied', 'clientError'],
    ['NoSuchBucketFound', 'clientError'],
    ['nofound', 'clientError'],
    ['noun', 'failure'],
  ])('says of %s: %s', (text, group) => {
    expect(outcome(rules, { a: text })).toBe(group);
  });
});

describe('a status', () => {
  test.each<['http' | 'grpc', unknown, string]>([
    ['http', 101, 'success'],
    ['http', 200, 'success'],
    ['http', '304 Not Modified', 'success'],
    ['http', '404', 'clientError'],
    ['http', 503, 'failure'],
    ['http', 2000, 'other'],
    ['http', 'OK', 'other'],
    ['grpc', 0, 'success'],
    ['grpc', 7, 'clientError'],
    ['grpc', 13, 'failure'],
    ['grpc', 'x', 'other'],
  ])('of %s: %j is %s', (status, value, group) => {
    expect(outcome([{ path: 'a', status }], { a: value })).toBe(group);
  });
});
