import { describe, expect, it } from 'vitest';
import { KnownNames } from '../../../src/core/redaction/knownNames.ts';

function namesOf(...values: readonly string[]): KnownNames {
  const names = new KnownNames(new Set(['system', 'success']));
  values.forEach((value) => names.add(value));
  return names;
}

describe('known names', () => {
  it.each([
    ['Ana Smith', ['ana smith']],
    ['system:serviceaccount:payroll:deployer', ['serviceaccount', 'payroll', 'deployer']],
    ['CN=ops', ['cn', 'ops']],
    ['AIDAEXAMPLE:ana@contoso.com', ['aidaexample']],
    ['arn:aws:iam::111122223333:user/team/eve', ['111122223333', 'team', 'eve']],
    ['arn:aws:s3:::ledgers/2020', ['ledgers']],
    ['arn:aws:iam::aws:policy/AdministratorAccess', []],
    [
      '/subscriptions/6f1c2bd0-41a1-4c4b-9c1d-1f0c29d1a001/resourceGroups/shop/providers/Microsoft.Web/sites/front/slots/blue',
      ['shop', 'front', 'blue'],
    ],
    ['projects/shop-prod/locations/europe-west1/keyRings/main', ['shop-prod', 'main']],
    ['Success', []],
    ['12345', []],
    ['123456', ['123456']],
    ['', []],
  ])('in %s', (value, names) => {
    expect([...namesOf(value).names].toSorted()).toEqual(names.toSorted());
  });

  it('are found as whole words without regard to case, the longest first', () => {
    const names = namesOf('Ana Smith', 'Ana', 'shop-prod');
    const found = (text: string): readonly string[] => names.within(text).map((one) => one.text);
    expect(found('by ANA SMITH, ana and Diana in shop-prod2 or (shop-prod)')).toEqual(['ANA SMITH', 'ana', 'shop-prod']);
    expect(found('Anä')).toEqual([]);
  });

  it('of two characters are found only as all of a text', () => {
    const names = namesOf('hr');
    expect(names.within('hr')).toEqual([{ index: 0, text: 'hr' }]);
    expect(names.within('the hr team')).toEqual([]);
  });

  it('hold domains, but for the one that is reserved', () => {
    const names = namesOf();
    names.addDomain('Contoso.com');
    names.addDomain('example.com');
    expect(names.within('https://www.contoso.com/x, example.com').map(({ text }) => [text, names.kindOf(text)])).toEqual([
      ['contoso.com', 'domain'],
    ]);
  });
});
