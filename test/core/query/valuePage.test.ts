import { describe, expect, it } from 'vitest';
import { literalTerm } from '../../../src/core/query/editQuery.ts';
import { pageQuery } from '../../../src/core/query/pageQuery.ts';
import { pageOfTerm, pageOfValue, type ValuePage } from '../../../src/core/query/valuePage.ts';

const target = (level: string, name: string): ValuePage => ({ kind: 'target', path: [{ level, name }] });

describe('the page of a value', () => {
  const cases: readonly (readonly [field: string, value: string, page: ValuePage])[] = [
    ['caller', 'ann@x', { kind: 'caller', type: '', value: 'ann@x' }],
    ['caller.upn', 'ann@x', { kind: 'caller', type: 'UPN', value: 'ann@x' }],
    ['caller.AccessKeyID', 'AKIA 1', { kind: 'caller', type: 'AccessKeyID', value: 'AKIA 1' }],
    ['instance', 'contoso', target('instance', 'contoso')],
    ['subscription', '9f41', target('subscription', '9f41')],
    ['target.Environment', 'PublicCloud', target('Environment', 'PublicCloud')],
    ['target', 'contoso', { kind: 'value', field: 'target', value: 'contoso' }],
    ['request', '9f41-a', { kind: 'value', field: 'request', value: '9f41-a' }],
    ['ip', '10.0.0.1', { kind: 'value', field: 'ip', value: '10.0.0.1' }],
    ['operation', 'Set "it"', { kind: 'value', field: 'operation', value: 'Set "it"' }],
    ['seq', '9007199254740993', { kind: 'value', field: 'seq', value: '9007199254740993' }],
    ['env_cv', '##1', { kind: 'value', field: 'env_cv', value: '##1' }],
    ['key.context.ticket', '7', { kind: 'value', field: 'key.context.ticket', value: '7' }],
  ];

  it.each(cases)('%s, %s', (field, value, page) => {
    expect(pageOfValue(field, value)).toEqual(page);
    // A context menu says it as a term, which the page has in turn.
    expect(pageOfTerm(literalTerm(field, value))).toEqual(page);
    expect(pageQuery({ query: '', page })).toBe(literalTerm(field, value));
  });

  it.each([
    '',
    'word',
    'request:null',
    'request:(a, b)',
    'request:a ip:10.0.0.1',
    'request:a*',
    '-request:a',
    'request:a OR request:b',
    '(',
  ])('is none of %j', (term) => expect(pageOfTerm(term)).toBeUndefined());

  it('is none of a field that nobody knows', () => expect(pageOfValue('nonsense', 'x')).toBeUndefined());
});
