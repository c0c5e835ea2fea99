import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { findClosingBrace } from '../../../src/core/recovery/findClosingBrace.ts';
import { needsMore, nothingYet } from '../../../src/core/recovery/embeddedRecord.ts';

describe('findClosingBrace', () => {
  it.each<[name: string, rest: string, expected: number, depth?: number, more?: boolean]>([
    ['the brace behind the text', '\nb"}', 3],
    ['the outer brace', '\nb"}}', 4, 2],
    ['the brace behind an object', '\nb","c":{}}', 10],
    ['the brace behind further lines of the text', '\nb\r\nc"}', 6],
    ['no brace in the text', '\n}', nothingYet],
    ['no brace behind an escaped quotation mark', '\nb\\"}', nothingYet],
    ['no line that begins like a record', '\n{"x":1}', nothingYet],
    ['no line that begins like a list', '\nb\n["}', nothingYet],
    ['no line that begins with NULs', '\nb\n\0"}', nothingYet],
    ['no line outside of a text', '\nb",\n"c":1}', nothingYet],
    ['more bytes to come', '\nb', needsMore, 1, true],
  ])('finds %s: %j', (_, rest, expected, depth = 1, more = false) => {
    const bytes = encodeText(rest);
    expect(findClosingBrace(bytes, 0, bytes.length, depth, !more)).toBe(expected);
  });
});
