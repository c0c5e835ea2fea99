import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLog } from '../openLog.ts';
import { quote } from '../../../src/core/query/quote.ts';
import { runs } from '../../runs.ts';

/** Pieces that strings are made of, as their values and in two ways of writing them. */
const pieces = fc.constantFrom(
  ...[
    ['ö', 'ö', '\\u00f6'],
    ['Ö', 'Ö', '\\u00D6'],
    ['/', '/', '\\/'],
    ['\\', '\\\\', '\\u005c'],
    ['"', '\\"', '\\u0022'],
    ['\n', '\\n', '\\u000a'],
    ['n', 'n', '\\u006e'],
    ['u00f6', 'u00f6', 'u00f6'],
    ['Kelvin', 'Kelvin', '\\u004Belvin'],
    ['\u212a', '\u212a', '\\u212A'],
    ['\u0130', '\u0130', '\\u0130'],
    ['e4', 'e4', 'e\\u0034'],
    ['😀', '😀', '\\ud83d\\ude00'],
    ['abc', 'abc', 'a\\u0062c'],
  ].map((forms) => ({ value: forms[0]!, forms: forms.slice(1) })),
);

interface Written {
  readonly value: string;
  readonly source: string;
}

const written = fc.array(fc.tuple(pieces, fc.nat(1)), { minLength: 1, maxLength: 6 }).map((parts): Written => ({
  value: parts.map(([{ value }]) => value).join(''),
  source: parts.map(([{ forms }, form]) => forms[form]!).join(''),
}));

const texts = fc.array(written, { minLength: 1, maxLength: 12 });

describe('text: finds what a record says, not how it is escaped', () => {
  it.each([
    ['text:Größe', [0, 1]],
    ['text:GRÖSSE', []],
    ['text=Größe', [0, 1]],
    ['text=größe', []],
    ['text:"a/b"', [2, 3]],
    ['text:"DOM\\\\user"', [4]],
    ['text:00f6', []],
    ['text:nuser', []],
    ['text:"\\"operationName\\":"', [0, 1, 2, 3, 4, 5]],
    ['text:"text in payload: ü"', [5]],
  ])('%s', async (query, expected) => {
    const log = await openLog(
      [
        String.raw`{"operationName":"x","resultDescription":"Gr\u00f6\u00dfe"}`,
        '{"operationName":"x","resultDescription":"Größe"}',
        String.raw`{"operationName":"x","resultDescription":"a\/b"}`,
        '{"operationName":"x","resultDescription":"a/b"}',
        String.raw`{"operationName":"x","resultDescription":"DOM\\user\nuser"}`,
        JSON.stringify({ payload: String.raw`{"operationName":"x","callerIdentities":[],"resultDescription":"text in payload: \u00fc"}` }),
      ].join('\n'),
    );
    const { rows } = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 10 });
    expect(rows.map(({ ref }) => ref.index)).toEqual(expected);
  });

  it('as searching the values themselves does', async () => {
    let found = 0;
    let missed = 0;
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5 }), fc.boolean(), async (all, which, from, length, exact) => {
        const { value } = all[which % all.length]!;
        const cut = [...value]
          .slice(from % [...value].length)
          .slice(0, length)
          .join('');
        const log = await openLog(all.map(({ source }) => `{"operationName":"${source}"}`).join('\n'));
        const query = `text${exact ? '=' : ':'}${quote(cut)}`;
        const { rows } = await log.request('page', { query, order: 'file', from: { at: 0 }, count: 100 });
        const fold = (text: string): string => (exact ? text : text.toLowerCase());
        const expected = all.flatMap((text, index) => (fold(`{"operationName":"${text.value}"}`).includes(fold(cut)) ? [index] : []));
        expect(
          rows.map(({ ref }) => ref.index),
          query,
        ).toEqual(expected);
        found += expected.length;
        missed += all.length - expected.length;
      }),
      { numRuns: runs(400) },
    );
    expect(Math.min(found, missed)).toBeGreaterThan(100);
  });
});
