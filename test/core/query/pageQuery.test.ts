import { describe, expect, it } from 'vitest';
import type { ViewPage } from '../../../src/protocol/viewMessages.ts';
import { pageQuery } from '../../../src/core/query/pageQuery.ts';

function check(page: ViewPage, query: string, expected: string): void {
  expect(pageQuery({ query, page })).toBe(expected);
}

describe('what a page shows', () => {
  it.each<[ViewPage, string]>([
    [{ kind: 'records' }, ''],
    [{ kind: 'findings' }, ''],
    [{ kind: 'caller', type: 'UPN', value: 'dana@contoso.com' }, 'caller.UPN:dana@contoso.com'],
    [{ kind: 'caller', type: 'Certificate', value: 'CN="ops" *' }, 'caller.Certificate:"CN=\\"ops\\" *"'],
    [{ kind: 'caller', type: 'displayName', value: 'Dana' }, 'caller:Dana'],
    [{ kind: 'caller', type: '', value: 'unknown caller' }, 'caller:"unknown caller"'],
    [
      {
        kind: 'caller',
        type: 'ObjectID',
        value: '1',
        identities: [
          { type: 'UPN', value: 'dana@contoso.com' },
          { type: 'ObjectID', value: '1' },
        ],
      },
      'caller.UPN:dana@contoso.com OR caller.ObjectID:1',
    ],
    [{ kind: 'value', field: 'request', value: '9f41 a' }, 'request:"9f41 a"'],
    [{ kind: 'value', field: 'key.context.ticket', value: 'T-1' }, 'key.context.ticket:T-1'],
    [{ kind: 'value', field: 'caller.PUID', value: '1003' }, 'caller.PUID:1003'],
    [{ kind: 'value', field: 'unheardOf', value: 'x' }, 'key.unheardOf:x'],
    [
      {
        kind: 'target',
        path: [
          { level: 'Environment', name: 'PublicCloud' },
          { level: 'ServiceRegion', name: 'EastUS2' },
        ],
      },
      'target.Environment:PublicCloud target.ServiceRegion:EastUS2',
    ],
    [
      {
        kind: 'target',
        path: [
          { level: 'subscription', name: '9f41' },
          { level: 'instance', name: 'null' },
        ],
      },
      'subscription:9f41 instance:"null"',
    ],
  ])('%o', (page, expected) => check(page, '', expected));

  it('is the user’s filter and the page’s own term', () => {
    const identities = [
      { type: 'UPN', value: 'a' },
      { type: 'ObjectID', value: '1' },
    ];
    check(
      { kind: 'caller', type: 'UPN', value: 'a', identities },
      'result:x OR result:y',
      '(result:x OR result:y) (caller.UPN:a OR caller.ObjectID:1)',
    );
    check(
      { kind: 'caller', type: 'UPN', value: 'a@b' },
      'result:Success OR result:Failure',
      '(result:Success OR result:Failure) caller.UPN:a@b',
    );
  });
});

describe('a stretch of time beside the filter', () => {
  const range = ['637417728000000000', '637418592000000000'] as const;

  it.each<[query: string, page: ViewPage, expected: string]>([
    ['', { kind: 'records' }, 'time:2020-11-24'],
    ['a OR b', { kind: 'findings' }, '(a OR b) time:2020-11-24'],
    ['time>2020', { kind: 'caller', type: 'UPN', value: 'a@b' }, 'time>2020 time:2020-11-24 caller.UPN:a@b'],
  ])('limits what is shown under %j', (query, page, expected) => {
    expect(pageQuery({ query, page, range })).toBe(expected);
  });

  it('is left out if it is none', () => expect(pageQuery({ query: 'a', page: { kind: 'records' }, range: ['9', '9'] })).toBe('a'));
});
