import { describe, expect, it } from 'vitest';
import { isCommonType, refusalAmong, refusalOf } from '../../../src/core/record/joinRule.ts';

/** What an identity shares records with, such as `UPN 2, TokenID 40`. */
function companions(text: string) {
  return text === ''
    ? []
    : text.split(', ').map((part) => {
        const [type = '', distinct] = part.split(' ');
        return { type, distinct: Number(distinct) };
      });
}

describe('an identity joins no others', () => {
  it.each<[string, string, string | undefined]>([
    ['ObjectID', '', undefined],
    ['ObjectID', 'UPN 1, TenantId 1', undefined],
    // A directory keeps its key when a name changes.
    ['ObjectID', 'UPN 3', undefined],
    ['ObjectID', 'UPN 4', 'shared by UPN'],
    ['PUID', 'UPN 4', 'shared by UPN'],
    ['Certificate', 'UPN 1, ObjectID 1', undefined],
    ['Certificate', 'ObjectID 2', 'shared by ObjectID'],
    ['thumbprint', 'Certificate 2', 'shared by Certificate'],
    ['ApplicationID', 'UPN 2', 'shared by UPN'],
    // One application with many certificates is still one; two of its kind with one certificate are not.
    ['ApplicationID', 'Certificate 9', undefined],
    ['Certificate', 'ApplicationID 2', 'shared by ApplicationID'],
    ['Username', 'ARN 2', 'shared by ARN'],
    ['UPN', 'ObjectID 2, TokenID 400', undefined],
    ['UPN', 'Email 2', 'shared by Email'],
    // Who is in several tenants is still one.
    ['UPN', 'TenantId 7', undefined],
    ['Certificate', 'TenantId 7', undefined],
    ['TenantId', 'UPN 1', 'common'],
    ['tenantid', '', 'common'],
    ['SubscriptionID', 'UPN 1', 'common'],
    ['AccountID', 'ARN 1', 'common'],
    ['Group', 'Username 1', 'common'],
  ])('%s, seen with %j: %s', (type, seenWith, expected) => {
    const refusal = refusalOf(type, companions(seenWith));
    expect(refusal && (refusal.reason === 'shared' ? `shared by ${refusal.by}` : refusal.reason)).toBe(expected);
  });

  it.each(['TenantId', 'TENANTID', 'Group'])('%s names many callers', (type) => expect(isCommonType(type)).toBe(true));
});

describe('an identity is not joined with those of a type of which it has too many', () => {
  it.each([
    ['TokenID 3', 'TokenID', false],
    ['TokenID 4', 'tokenid', true],
    ['TokenID 4', 'Certificate', false],
  ])('%s, %s: %s', (seenWith, type, expected) => {
    expect(refusalAmong(companions(seenWith), type) !== undefined).toBe(expected);
  });
});
