import { expect, test } from 'vitest';
import { eventPhrase } from '../../../src/core/formats/eventPhrase.ts';

test.each<[phrase: string, words: string, types: readonly string[]]>([
  ['signed in', 'signed in', []],
  ['deleted the bucket {Bucket}', 'deleted the bucket {0}', ['Bucket']],
  ['added {User} to the group {Group}', 'added {0} to the group {1}', ['User', 'Group']],
  ['an odd { brace', 'an odd { brace', []],
])('%s', (phrase, words, types) => {
  expect(eventPhrase(phrase)).toEqual({ words, types });
});
