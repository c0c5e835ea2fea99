import { expect, test } from 'vitest';
import { resolveField } from '../../../src/core/query/fields.ts';
import { typedField } from '../../../src/core/query/typedField.ts';

test.each([
  ['operation', 'operation'],
  [' Operation ', 'operation'],
  ['operationName', 'operation'],
  ['userIdentity.arn', 'userIdentity.arn'],
  ['key.userIdentity.arn', 'userIdentity.arn'],
  ['detail.a', 'key.detail.a'],
  ['key.detail.a', 'key.detail.a'],
  ['Strange key', 'key.Strange key'],
  ['caller.upn', 'caller.UPN'],
  ['', undefined],
  [' ', undefined],
  ['key.', undefined],
])('who types %j means the field %s', (typed, field) => {
  expect(typedField(typed)).toBe(field);
  if (field !== undefined) {
    expect(resolveField(field)).toBeDefined();
  }
});
