import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../src/core/json/utf8.ts';
import type { KnownRecord } from '../../../src/core/recovery/brokenRecord.ts';
import { EmbeddedRecord, needsMore, nothingYet } from '../../../src/core/recovery/embeddedRecord.ts';
import {
  endAfterCutText,
  endOfList,
  endOfListAround,
  endOfObject,
  endOfWrapperList,
  itemAfterComma,
  recordInside,
  recordOnNewLine,
  type ResyncPlace,
  type ResyncRule,
  resyncRules,
} from '../../../src/core/recovery/resyncRules.ts';
import { knownRecord } from './knownRecord.ts';

interface Seen extends Partial<Pick<ResyncPlace, 'inString' | 'depth' | 'lists'>> {
  readonly broken?: Partial<KnownRecord>;
  readonly more?: boolean;
}

/** The first `^` is before the byte that is looked at, the second before where reading goes on. */
type Row = [name: string, log: string, expected: 'inside' | 'here' | 'nothing' | 'more', seen?: Seen];

const list: Partial<KnownRecord> = { inArray: true };
const wrapper: Partial<KnownRecord> = { inArray: true, wrapping: 'wrapper' };

function placeIn(log: string, { broken, more = false, inString = false, depth = 0, lists = 0 }: Seen = {}): ResyncPlace {
  const bytes = encodeText(log.replaceAll('^', ''));
  const { length } = bytes;
  const position = log.indexOf('^');
  const known = knownRecord({ failure: position, ...broken });
  const embedded = new EmbeddedRecord(bytes, length, known, !more);
  const isList = bytes[0] === 0x5b;
  return { bytes, length, final: !more, broken: known, embedded, isList, position, inString, depth, lists };
}

describe.each<[rule: ResyncRule, rows: readonly Row[]]>([
  [
    recordInside,
    [
      ['at a documented first key', '{"x":^^{"operationName":1}', 'inside'],
      ['at a first key of the log behind a comma', '{"x":x,^^{"id":1}', 'inside'],
      ['not as the value of a member', '{"x":^{"id":1}', 'nothing'],
      ['not at the first byte', '^{"id":1}', 'nothing'],
      ['with more to come', '{"x":^{', 'more', { more: true }],
    ],
  ],
  [
    endAfterCutText,
    [
      ['at the end of a text of two lines', '{"x":"a^\nb"}^', 'here', { inString: true, depth: 1 }],
      ['before another record', '{"x":"a^\nb"}^\n{"id":1}', 'here', { inString: true, depth: 1 }],
      ['at a record before it', '{"x":"a^\nb","y":^{"operationName":1}}', 'inside', { inString: true, depth: 1 }],
      ['not outside of a text', '{"x":1^\n}', 'nothing', { depth: 1 }],
      ['not behind the failure', '{"x":"a^\nb"}', 'nothing', { inString: true, depth: 1, broken: { failure: 1 } }],
      ['not in a list', '["a^\nb"]', 'nothing', { inString: true, depth: 1 }],
      ['not where a line begins like a record', '{"x":"a^\n{"b"}', 'nothing', { inString: true, depth: 1 }],
      ['not where the record goes on', '{"x":"a^\nb"},"c":1}', 'nothing', { inString: true, depth: 1 }],
      ['with more to come within the text', '{"x":"a^\nb', 'more', { inString: true, depth: 1, more: true }],
      ['with more to come behind the brace', '{"x":"a^\nb"}', 'more', { inString: true, depth: 1, more: true }],
    ],
  ],
  [
    recordOnNewLine,
    [
      ['behind blanks', '{"x":^\n\n^{"id":1}', 'here'],
      ['not at a member', '{"x":^\n"id":1}', 'nothing'],
      ['with more to come', '{"x":^\n', 'more', { more: true }],
    ],
  ],
  [
    endOfWrapperList,
    [
      ['before the wrapper’s brace', '{"x":1^^]}', 'here', { lists: -1, broken: wrapper }],
      ['before a member of the wrapper', '{"x":1^^],"nextLink":1}', 'here', { lists: -1, broken: wrapper }],
      ['not before another member', '{"x":1^],"y":1}', 'nothing', { lists: -1, broken: wrapper }],
      ['not of a list of the record', '{"x":[1^]}', 'nothing', { broken: wrapper }],
      ['not without a wrapper', '{"x":1^]}', 'nothing', { lists: -1, broken: list }],
      ['not in a text', '{"x":"^]}', 'nothing', { lists: -1, broken: wrapper, inString: true }],
      ['not before the failure', '{"x":1^]}', 'nothing', { lists: -1, broken: { ...wrapper, failure: 20 } }],
      ['not of a broken list', '[1^]}', 'nothing', { lists: -1, broken: wrapper }],
      ['with more to come', '{"x":1^]', 'more', { lists: -1, broken: wrapper, more: true }],
    ],
  ],
  [
    endOfObject,
    [
      ['behind its brace', '{"x":x^}^', 'here'],
      ['behind a brace too many', '{"x":x}^}^', 'here', { depth: -1 }],
      ['not behind one of an object inside', '{"x":{x^}', 'nothing', { depth: 1 }],
      ['not where a member follows', '{"x":x^},"y":1}', 'nothing'],
      ['not in a text', '{"x":"^}', 'nothing', { inString: true }],
      ['not before the failure', '{"x":^}', 'nothing', { broken: { failure: 20 } }],
      ['not of a list', '[x^}', 'nothing'],
      ['with more to come', '{"x":x^}', 'more', { more: true }],
    ],
  ],
  [
    endOfList,
    [
      ['behind its bracket', '[x^]^', 'here', { lists: 0 }],
      ['not behind one of a list inside', '[[x^]', 'nothing', { depth: 1, lists: 1 }],
      ['not of an object', '{x^]', 'nothing', { lists: -1 }],
      ['with more to come', '[x^]', 'more', { more: true }],
    ],
  ],
  [
    endOfListAround,
    [
      ['behind an item that is neither object nor list', 'x^^]', 'here', { depth: 1, lists: -1, broken: list }],
      ['not where a member follows', 'x^],"y":1', 'nothing', { depth: 1, lists: -1, broken: list }],
      ['not of a list of the item', 'x[^]', 'nothing', { depth: 1, broken: list }],
      ['not within a brace', 'x{^]', 'nothing', { depth: 2, lists: -1, broken: list }],
      ['not of an object', '{x^]', 'nothing', { depth: 1, lists: -1, broken: list }],
      ['not without an array', 'x^]', 'nothing', { depth: 1, lists: -1 }],
      ['with more to come', 'x^]', 'more', { depth: 1, lists: -1, broken: list, more: true }],
    ],
  ],
  [
    itemAfterComma,
    [
      ['before an object', 'x^,^ {"y":1}', 'here', { depth: 1, broken: list }],
      ['not before another item', 'x^,y', 'nothing', { depth: 1, broken: list }],
      ['not in a list of the item', 'x[1^,{', 'nothing', { depth: 1, lists: 1, broken: list }],
      ['not without an array', 'x^,{', 'nothing', { depth: 1 }],
      ['not in an object', '{x^,{', 'nothing', { depth: 1, broken: list }],
      ['with more to come', 'x^,', 'more', { depth: 1, broken: list, more: true }],
    ],
  ],
])('$name', (rule, rows) => {
  it.each<Row>(rows)('%s: %j', (_, log, expected, seen) => {
    const index = log.lastIndexOf('^') - 1;
    const outcomes = { inside: { index, isInside: true }, here: { index, isInside: false }, nothing: nothingYet, more: needsMore };
    expect(rule(placeIn(log, seen))).toEqual(outcomes[expected]);
  });
});

describe('resyncRules', () => {
  it.each<[byte: string, rules: readonly ResyncRule[]]>([
    ['\n', [endAfterCutText, recordOnNewLine]],
    ['\r', [endAfterCutText, recordOnNewLine]],
    ['"', [recordInside]],
    ['{', [recordInside]],
    ['}', [endOfObject]],
    [']', [endOfWrapperList, endOfList, endOfListAround]],
    [',', [itemAfterComma]],
  ])('of %j in order', (byte, rules) => {
    expect(resyncRules.get(byte.charCodeAt(0))).toEqual(rules);
  });
});
