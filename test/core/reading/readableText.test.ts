import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readableText } from '../../../src/core/reading/readableText.ts';

const read = (text: string): string => readableText(new TextEncoder().encode(text));

it.each([
  [String.raw`{"a":"Gr\u00f6\u00dfe"}`, '{"a":"Größe"}'],
  [String.raw`{"a":"x\/y"}`, '{"a":"x/y"}'],
  [String.raw`{"a":"DOM\\user"}`, String.raw`{"a":"DOM\user"}`],
  [String.raw`{"a":"say \"hi\""}`, '{"a":"say "hi""}'],
  [String.raw`{"a":"\ud83d\ude00\n\t"}`, '{"a":"😀\n\t"}'],
  [String.raw`{"a":"\\u0041"}`, String.raw`{"a":"\u0041"}`],
  [String.raw`{"\u0061": 1, "b":[ ]}`, '{"a": 1, "b":[ ]}'],
])('%s reads %s', (source, text) => expect(read(source)).toBe(text));

it('holds the value of every string, however it is escaped', () => {
  const escaped = (value: string, all: boolean): string =>
    [...(all ? value : '')].length === 0
      ? JSON.stringify(value)
      : `"${Array.from({ length: value.length }, (_, index) => `\\u${value.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')}"`;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (value, all) => {
      fc.pre(!/[\ud800-\udfff]/.test(value) || value.isWellFormed());
      expect(read(`{"a":${escaped(value, all)}}`)).toBe(`{"a":"${value}"}`);
    }),
  );
});
