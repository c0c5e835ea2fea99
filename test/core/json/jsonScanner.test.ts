import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomplete, invalid, Scan, scanValue, skipBlanks } from '../../../src/core/json/jsonScanner.ts';
import { runs } from '../../runs.ts';

const encoder = new TextEncoder();

function scan(text: string, scanner = new Scan()): number {
  const bytes = encoder.encode(text);
  return scanValue(bytes, 0, bytes.length, scanner);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const json = fc.json({ maxDepth: 4 });

describe('the scanner of JSON values', () => {
  it('takes whole values, as JSON.parse does, and ends after them', () => {
    fc.assert(
      fc.property(json, fc.constantFrom('', ' ', '\n', ',', ']', '}'), (text, after) => {
        const length = encoder.encode(text).length;
        // Only what follows shows where a number ends.
        const isNumber = /^-?\d/.test(text) && after === '';
        expect(scan(text + after)).toBe(isNumber ? incomplete : length);
      }),
      { numRuns: runs(500) },
    );
  });

  it('asks for more at every cut, and never takes a part for the whole', () => {
    fc.assert(
      fc.property(json, fc.nat(), (text, at) => {
        const bytes = encoder.encode(`[${text}]`);
        const cut = 1 + (at % (bytes.length - 1));
        expect(scanValue(bytes, 0, cut, new Scan())).toBe(incomplete);
      }),
      { numRuns: runs(500) },
    );
  });

  it('refuses exactly what JSON.parse refuses', () => {
    const piece = fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', '0', '.', 'e', '-', 'n', 'true', ' ', '\t', '\u0001', '\\u12');
    fc.assert(
      fc.property(json, fc.nat(), fc.nat({ max: 3 }), piece, (text, at, drop, insert) => {
        const from = at % (text.length + 1);
        const mutated = `[${text.slice(0, from)}${insert}${text.slice(from + drop)}]`;
        const end = scan(mutated);
        if (isJson(mutated)) {
          expect(end).toBe(encoder.encode(mutated).length);
        } else {
          // A value may end early, with more text after it.
          expect(end < 0 || end < encoder.encode(mutated).length).toBe(true);
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it.each([
    ['{"a":1,}', 6, true],
    ['[1,]', 2, true],
    ['{"a" 1}', 5, false],
    ['{a:1}', 1, false],
    ['["\u0001"]', 2, false],
    ['["\\x"]', 3, false],
    ['["\\u12g4"]', 6, false],
    ['[01]', 2, false],
    ['[1 2]', 3, false],
    ['{"a":1 "b":2}', 7, false],
  ])('says where %j fails', (text, failure, trailingComma) => {
    const scanner = new Scan();
    scanner.reset();
    expect(scan(text, scanner)).toBe(invalid);
    expect({ failure: scanner.failure, trailingComma: scanner.trailingComma }).toEqual({ failure, trailingComma });
  });

  it('notes escapes and bytes beyond ASCII', () => {
    const noted = (text: string): readonly boolean[] => {
      const scanner = new Scan();
      scan(text, scanner);
      return [scanner.escaped, scanner.beyondAscii];
    };
    expect(noted('["a"]')).toEqual([false, false]);
    expect(noted('["\\n"]')).toEqual([true, false]);
    expect(noted('{"é":1}')).toEqual([false, true]);
  });

  it('follows any depth without recursion', () => {
    const depth = 200_000;
    const text = '['.repeat(depth) + ']'.repeat(depth);
    expect(scan(text)).toBe(text.length);
    expect(scan(text.slice(0, -1))).toBe(incomplete);
  });

  it('skips the blanks of JSON and no others', () => {
    const bytes = encoder.encode(' \t\r\n\u00a0x');
    expect(skipBlanks(bytes, 0, bytes.length)).toBe(4);
    expect(skipBlanks(bytes, 0, 2)).toBe(2);
  });
});
