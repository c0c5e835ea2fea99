import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { completedText } from '../../../src/core/json/completedText.ts';
import { runs } from '../../runs.ts';

function completed(text: string): string {
  const { keep, append } = completedText(text) ?? { keep: text.length, append: '' };
  return text.slice(0, keep) + append;
}

describe('a text that is cut', () => {
  test.each([
    ['{"a":"x', '{"a":"x"}'],
    ['{"a":"x\\', '{"a":"x"}'],
    ['{"a":"x\\\\', '{"a":"x\\\\"}'],
    ['{"a":"x\\u00', '{"a":"x"}'],
    ['{"a', '{"a":null}'],
    ['{"a"', '{"a":null}'],
    ['{"a":', '{"a":null}'],
    ['{"a":tru', '{"a":null}'],
    ['{"a":12', '{"a":12}'],
    ['{"a":-', '{"a":null}'],
    ['{"a":1,', '{"a":1}'],
    ['[{"a":[1,2],', '[{"a":[1,2]}]'],
    ['{"records":[{"a":1},\n', '{"records":[{"a":1}]}'],
    ['{', '{}'],
  ])('%s becomes %s', (text, expected) => {
    expect(completed(text)).toBe(expected);
  });

  it('is whole JSON afterwards, wherever it was cut', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), fc.nat(), (value, number) => {
        const text = JSON.stringify(value, null, number % 3);
        const cut = text.slice(0, 1 + (number % text.length));
        expect(() => JSON.parse(completed(cut)) as unknown).not.toThrow();
      }),
      { numRuns: runs(500) },
    );
  });

  it('stays as it is where nothing is open', () => {
    expect(completedText('{"a":[1]}\n')).toBeUndefined();
  });
});
