import { describe, expect, it } from 'vitest';
import { skipBlanks } from '../../../src/core/json/jsonScanner.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import type { KnownRecord } from '../../../src/core/recovery/brokenRecord.ts';
import {
  commaFollows,
  type ItemEnd,
  recordEndRules,
  listCloses,
  nothingFollows,
  objectFollows,
  partFollows,
  separatorFollows,
  textFollows,
  isRecordEnd,
} from '../../../src/core/recovery/recordEndRules.ts';
import type { Rule, Ruling } from '../../../src/core/recovery/ruling.ts';
import { knownRecord } from './knownRecord.ts';

type Row = [name: string, after: string, expected: Ruling, broken?: Partial<KnownRecord>, more?: boolean];

const record = '{"x":1}';
const list: Partial<KnownRecord> = { inArray: true };
const wrapper: Partial<KnownRecord> = { inArray: true, wrapping: 'wrapper' };

function placeAfter(after: string, broken: Partial<KnownRecord> = {}, more = false): ItemEnd {
  const bytes = encodeText(record + after);
  const { length } = bytes;
  const next = skipBlanks(bytes, record.length, length);
  const item = bytes[next] === 0x2c ? skipBlanks(bytes, next + 1, length) : next;
  return { bytes, length, broken: knownRecord(broken), final: !more, from: record.length, next, item };
}

describe.each<[rule: Rule<ItemEnd>, rows: readonly Row[]]>([
  [
    nothingFollows,
    [
      ['the log ends', '', true],
      ['the log ends behind blanks', ' \n', true],
      ['more bytes may come', ' ', undefined, {}, true],
      ['something follows', ' x', 'silent'],
    ],
  ],
  [
    separatorFollows,
    [
      ['a record separator', '\n\u001e', true],
      ['a NUL', '\0', true],
      ['a brace', '{', 'silent'],
    ],
  ],
  [
    partFollows,
    [
      ['a caller', ',{"callerIdentityType":"UPN"}', false],
      ['a target on another line, without a comma', '\n{"targetResourceType":1}', false],
      ['another object', ',{"id":1}', 'silent'],
      ['an object whose key is not whole', ',{"caller', undefined, {}, true],
      ['an object whose key will never be whole', ',{"caller', 'silent'],
      ['a member', ',"callerIdentityType":1', 'silent'],
      ['a comma at the end', ',', 'silent'],
    ],
  ],
  [
    objectFollows,
    [
      ['on another line', '\n{"any":1}', true],
      ['on the same line, alike', ' {"id":1}', true],
      ['on the same line, not alike', '{"any":1}', false],
      ['where records begin differently', '{"any":1}', true, { beginnings: 'different' }],
      ['where nothing is known, behind an undocumented key', '{"any":1}', true, { beginnings: 'unknown' }],
      ['without a key', '{1', false],
      ['without a key, in an array', '{1', true, list],
      ['with more to come', '{', undefined, {}, true],
      ['with a part of a key', '{"i', undefined, {}, true],
      ['none', ',{"id":1}', 'silent'],
    ],
  ],
  [
    listCloses,
    [
      ['at the end of the log', ']', true, list],
      ['with more to come', ']', undefined, list, true],
      ['outside of an array', ']', 'silent'],
      ['before a record’s brace', ']}', false, list],
      ['before a wrapper’s brace', ']}', true, wrapper],
      ['before a member', '],"x":1', false, list],
      ['before a member of a wrapper', '],"nextLink":1', true, wrapper],
      ['before a member of a record in a wrapper', '],"resultType":1', false, wrapper],
      ['before something else', ']x', true, list],
      ['none', '}', 'silent', list],
    ],
  ],
  [
    commaFollows,
    [
      ['before a member', ',"x":1', false],
      ['before a record on its line', ',{"id":1}', true],
      ['before another object on its line', ',{"x":1}', false],
      ['before an object on another line', ',\n{"x":1}', true],
      ['before something else', ', x', true],
      ['at the end of the log', ',', true],
      ['with more to come', ', ', undefined, {}, true],
      ['none', '{"id":1}', 'silent'],
    ],
  ],
  [
    textFollows,
    [
      ['on another line', '\nx', true],
      ['on another line, with carriage returns', '\rx', true],
      ['on the same line', ' x', false],
      ['a member', '\n"x"', false],
      ['a brace that closes', '\n}', false],
      ['a bracket that closes', '\n]', false],
    ],
  ],
])('$name', (rule, rows) => {
  it.each<Row>(rows)('%s: %j', (_, after, expected, broken, more) => {
    expect(rule(placeAfter(after, broken, more))).toBe(expected);
  });
});

describe('recordEndRules', () => {
  it.each<Row>([
    ['a part on another line is none of the objects that end a record', '\n{"callerIdentityType":1}', false],
    ['a separator counts before the comma', '\u001e,"x":1', true],
    ['the log may end with a comma', ',', true],
    ['text on another line', '\nx', true],
  ])('%s: %j', (_, after, expected, broken, more) => {
    const place = placeAfter(after, broken, more);
    expect(isRecordEnd(place.bytes, place.from, place.length, place.broken, place.final)).toBe(expected);
  });

  it('begin with what can be said without a look at what follows', () => {
    expect(recordEndRules[0]).toBe(nothingFollows);
  });
});
