import { expect, test } from 'vitest';
import { isUnseenKey } from '../../../src/core/query/unseenField.ts';

const seen = ['ip', 'key.context.ticket.owner', 'userIdentity.arn'];

test.each<[field: string, expected: boolean]>([
  ['key.context.ticket.owner', false],
  ['key.context.ticket', false],
  ['key.context.tick', true],
  ['key.nonsense', true],
  ['userIdentity', false],
  ['userIdentity.arn', false],
  ['userIdentity.type', true],
  // These are no keys: what is seen says nothing of them.
  ['operation', false],
  ['caller.UPN', false],
])('%s is a key that was not seen: %s', (field, expected) => {
  expect(isUnseenKey(field, seen)).toBe(expected);
});
