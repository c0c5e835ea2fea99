import { expect, test } from 'vitest';
import { eventPhrase, withoutTarget } from '../../../src/core/formats/eventPhrase.ts';

test.each<[phrase: string, words: string, types: readonly string[]]>([
  ['signed in', 'signed in', []],
  ['deleted the bucket {Bucket}', 'deleted the bucket {0}', ['Bucket']],
  ['added {User} to the group {Group}', 'added {0} to the group {1}', ['User', 'Group']],
  ['an odd { brace', 'an odd { brace', []],
])('%s', (phrase, words, types) => {
  expect(eventPhrase(phrase)).toEqual({ words, types });
});

test.each([
  ['deleted the bucket {0}', 0, 'deleted the bucket'],
  ['opened the security group {0} for inbound traffic', 0, 'opened the security group for inbound traffic'],
  ['added {0} to the group {1}', 0, 'added to the group {1}'],
  ['added {0} to the group {1}', 1, 'added {0} to the group'],
  ['reset the password of {0}', 0, 'reset the password'],
  ['signed in to {0}', 0, 'signed in'],
  ['opened “{0}”', 0, 'opened “{0}”'],
  ['{0}', 0, '{0}'],
])('%j without the target %i is %j', (words, place, expected) => {
  expect(withoutTarget(words, place)).toBe(expected);
});
