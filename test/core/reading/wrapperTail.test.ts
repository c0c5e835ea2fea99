import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { withName } from '../../../src/core/reading/listNames.ts';
import { goesOnAfter, readWrapperTail } from '../../../src/core/reading/wrapperTail.ts';

describe('readWrapperTail', () => {
  it.each<[name: string, tail: string, expected: object]>([
    ['nothing yet', ' ', { kind: 'incomplete' }],
    ['a comma and nothing yet', ' , ', { kind: 'incomplete' }],
    ['the closing brace', ' }', { kind: 'close', comma: -1, end: 2 }],
    ['the closing brace behind a comma', ', }', { kind: 'close', comma: 0, end: 3 }],
    ['an item without a comma', ' {', { kind: 'item', start: 1, end: 1 }],
    ['an item behind a comma', ' ,[', { kind: 'item', start: 1, end: 2 }],
    ['text', 'x', { kind: 'invalid', start: 0, failure: 0 }],
    ['text behind a comma', ',x', { kind: 'invalid', start: 0, failure: 1 }],
    ['a key of a record', ',"operationName":1', { kind: 'invalid', start: 0, failure: 1 }],
    ['a key that is not whole', ',"next', { kind: 'incomplete' }],
    ['a value that is not whole', ',"x":12', { kind: 'incomplete' }],
    ['a broken value', ',"x":[1x]}', { kind: 'invalid', start: 0, failure: 7 }],
    ['a member', ',"x":1}', { kind: 'member', end: 6, nextLink: undefined }],
    ['a link to the next page', ',"nextLink":"a"}', { kind: 'member', end: 15, nextLink: { start: 12, end: 15 } }],
    ['no such link', ',"nextLink":null}', { kind: 'member', end: 16, nextLink: undefined }],
    ['a further list of records', ',"value":[{"operationName":"A"}]', { kind: 'list', member: { key: 'value', value: 9 } }],
  ])('reads %s: %s', (_, tail, expected) => {
    const bytes = encodeText(tail);
    expect(readWrapperTail(bytes, 0, bytes.length, withName(undefined, 'records'), encodeText('"id"'))).toMatchObject(expected);
  });
});

describe('goesOnBehind', () => {
  it.each<[name: string, rest: string, expected: boolean | undefined, more?: boolean]>([
    ['a brace', ' }', true],
    ['a further member', ' , "x"', true],
    ['an object', ',{', false],
    ['a brace behind a comma', ',}', false],
    ['text', 'x', false],
    ['the end', '', false],
    ['more bytes to come', ', ', undefined, true],
  ])('%s: %j', (_, rest, expected, more = false) => {
    const bytes = encodeText(rest);
    expect(goesOnAfter(bytes, 0, bytes.length, !more)).toBe(expected);
  });
});
