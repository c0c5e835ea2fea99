import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonTokens } from '../../../webview/source/jsonTokens.ts';
import { runs } from '../../runs.ts';

const tokensOf = (text: string) => jsonTokens(text).tokens.map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('the tokens of JSON', () => {
  it('are keys, strings, numbers, words and punctuation, without the blanks between them', () => {
    expect(tokensOf(' {"a" : "b\\"c", "n":[-1.5e3, true,\nnull]}\n').filter(([kind]) => kind !== 'punctuation')).toEqual([
      ['key', '"a"'],
      ['string', '"b\\"c"'],
      ['key', '"n"'],
      ['number', '-1.5e3'],
      ['word', 'true'],
      ['word', 'null'],
    ]);
  });

  it('are whole for what JSON.parse reads, and only for that but for a comma at the end', () => {
    const pieces = ['{', '}', '[', ']', ',', ':', '"a"', '1', '-', '0', '.5', 'e2', 'true', 'nul', 'null', ' ', '"', '\\', '\t', 'x'];
    const text = fc.oneof(
      fc.json(),
      fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (source) => {
        const strict = source.replaceAll(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? '');
        const isWhole = jsonTokens(source).outcome === 'whole';
        expect({ source, isWhole }).toEqual({
          source,
          isWhole: isJson(source) || (isJson(strict) && !/[[{,]\s*,/.test(source.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'))),
        });
      }),
      { numRuns: runs(1000) },
    );
  });

  it('of a text that ends early say which of them is cut', () => {
    for (const [text, kind, isCut] of [
      ['{"a', 'key', true],
      ['{"a":"b\\', 'string', true],
      ['[tr', 'word', true],
      ['[1.', 'number', true],
      ['[-', 'number', true],
      ['[12', 'number', undefined],
      ['["\\u00', 'string', true],
    ] as const) {
      const { tokens, outcome } = jsonTokens(text);
      expect([text, outcome, tokens.at(-1)!.kind, tokens.at(-1)!.isCut, tokens.at(-1)!.end]).toEqual([
        text,
        'cut',
        kind,
        isCut,
        text.length,
      ]);
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
