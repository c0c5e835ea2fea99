import { describe, expect, it } from 'vitest';
import { fieldName } from '../../../src/core/query/fields.ts';
import { parseFieldList } from '../../../src/core/query/parseFieldList.ts';

function check(text: string): unknown {
  const parsed = parseFieldList(text);
  return parsed.ok ? parsed.fields.map(fieldName) : [parsed.error.message.code, parsed.error.span.start, parsed.error.span.end];
}

describe('a list of fields', () => {
  it.each<[text: string, expected: readonly (string | number)[]]>([
    ['time', ['time']],
    [' time , caller.upn,operationName ', ['time', 'caller.UPN', 'operation']],
    ['key."a,b".c,caller."My Type"', ['key.a,b.c', 'caller.My Type']],
    ['userIdentity.arn,time', ['userIdentity.arn', 'time']],
    ['time,time', ['time', 'time']],
    ['', ['query.expectedField', 0, 0]],
    ['time,', ['query.expectedField', 5, 5]],
    ['time, ,ip', ['query.expectedField', 6, 6]],
    ['time ip', ['query.fieldSeparator', 5, 6]],
    ['time,resutl', ['query.unknownFieldNear', 5, 11]],
    ['caller.', ['query.unknownFieldNear', 0, 7]],
    ['key."a', ['query.openQuote', 4, 5]],
  ])('%j', (text, expected) => {
    expect(check(text)).toEqual(expected);
  });
});
