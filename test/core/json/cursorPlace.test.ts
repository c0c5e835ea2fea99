import { describe, expect, it } from 'vitest';
import { cursorPlace } from '../../../src/core/json/cursorPlace.ts';

/** `¦` in the text is where the key or value that is typed begins. */
function check(marked: string, expected: readonly [kind: 'key' | 'value', ...path: readonly string[]] | undefined): void {
  const text = marked.replace('¦', '');
  const place = cursorPlace(text);
  expect({ text, place }).toEqual({
    text,
    place: expected && { kind: expected[0], path: expected.slice(1), start: marked.indexOf('¦') },
  });
}

describe('what is typed at the end of the beginning of an object', () => {
  it('is a key', () => {
    check('{¦', ['key']);
    check('{¦"', ['key']);
    check('{¦"ope', ['key']);
    check('{"a":1,¦', ['key']);
    check('{"a":1, ¦"b', ['key']);
    check('{"a":{"b":[{¦"c', ['key', 'a', 'b']);
    check('{"a":{"b":1},¦op', ['key']);
  });

  it('is a value', () => {
    check('{"a":¦', ['value', 'a']);
    check('{"a": ¦"x', ['value', 'a']);
    check('{"a": ¦"x \\" y', ['value', 'a']);
    check('{"a":¦12', ['value', 'a']);
    check('{"a\\u0062":[1,¦', ['value', 'ab']);
    check('{"a":[{"b":1},{"c":¦', ['value', 'a', 'c']);
  });

  it('is neither between them, nor outside', () => {
    for (const text of ['', '"a"', '{"a"', '{"a":"x"', '{"a":1}', '{"a":[1]', '}']) {
      check(text, undefined);
    }
  });
});
