import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseResourceId } from '../../../src/core/record/resourceId.ts';

/**
 * The grammar is that of the functions resourceId, subscriptionResourceId, tenantResourceId and extensionResourceId:
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource
 */
describe('an Azure resource id', () => {
  test.each<[id: string, parts: readonly (string | null)[]]>([
    ['/subscriptions/s', ['s', null, null, null, null]],
    ['/subscriptions/s/resourceGroups/g', ['s', 'g', null, null, null]],
    [
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Attestation/attestationProviders/contoso',
      ['s', 'g', 'Microsoft.Attestation', 'attestationProviders', 'contoso'],
    ],
    ['/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.KEYVAULT/VAULTS/V', ['S', 'G', 'MICROSOFT.KEYVAULT', 'VAULTS', 'V']],
    [
      '/subscriptions/s/resourcegroups/g/providers/Microsoft.Sql/servers/x/databases/y',
      ['s', 'g', 'Microsoft.Sql', 'servers/databases', 'y'],
    ],
    [
      '/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/r',
      ['s', null, 'Microsoft.Authorization', 'roleAssignments', 'r'],
    ],
    [
      '/providers/Microsoft.Management/managementGroups/m/providers/Microsoft.Authorization/policyAssignments/p',
      [null, null, 'Microsoft.Authorization', 'policyAssignments', 'p'],
    ],
    [
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a/providers/Microsoft.Insights/diagnosticSettings/d',
      ['s', 'g', 'Microsoft.Insights', 'diagnosticSettings', 'd'],
    ],
    ['/subscriptions/s/resourceGroups/g/providers/Microsoft.Sql/servers', ['s', 'g', 'Microsoft.Sql', 'servers', null]],
    ['/subscriptions/s/providers/Microsoft.Sql', ['s', null, 'Microsoft.Sql', null, null]],
  ])('%s', (id, parts) => {
    const { subscription, resourceGroup, provider, type, instance } = parseResourceId(id)!;
    expect([subscription, resourceGroup, provider, type, instance]).toEqual(parts);
  });

  it.each([
    '',
    'contoso',
    '/',
    '/contoso',
    '/subscriptions',
    '/subscriptions/',
    'subscriptions/s/resourceGroups/g',
    '/subscriptions/s/resourceGroups',
    '/subscriptions/s/contoso/x',
    '/subscriptions//resourceGroups/g',
    '/providers/Microsoft.Sql',
    '/providers/Microsoft.Sql/servers',
    '/subscriptions/s/resourceGroups/g/providers',
    '/subscriptions/s/providers/Microsoft.Sql/servers/x/providers',
  ])('is not %j', (id) => {
    expect(parseResourceId(id)).toBeUndefined();
  });

  const name = fc
    .stringMatching(/^[A-Za-z0-9._()-]{1,12}$/)
    .filter((text) => !['providers', 'resourcegroups', 'subscriptions'].includes(text.toLowerCase()));

  const resource = fc.tuple(name, fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 3 }));

  it('is taken apart into what it was made of, in any case of its words', () => {
    fc.assert(
      fc.property(
        fc.option(name, { nil: null }),
        fc.option(name, { nil: null }),
        fc.array(resource, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (subscription, group, resources, isUpper) => {
          const word = (text: string): string => (isUpper ? text.toUpperCase() : text);
          const id = [
            ...(subscription === null ? [] : [`/${word('subscriptions')}/${subscription}`]),
            ...(group === null ? [] : [`/${word('resourceGroups')}/${group}`]),
            ...resources.map(
              ([provider, typed]) => `/${word('providers')}/${provider}${typed.map(([type, one]) => `/${type}/${one}`).join('')}`,
            ),
          ].join('');
          const [provider, typed] = resources.at(-1)!;
          expect(parseResourceId(id)).toEqual({
            subscription,
            resourceGroup: group,
            provider,
            type: typed.map(([type]) => type).join('/'),
            instance: typed.at(-1)![1],
          });
        },
      ),
    );
  });

  it('has no part that is not in the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(name, fc.constantFrom('subscriptions', 'resourceGroups', 'providers', '')), { maxLength: 10 }),
        (parts) => {
          const { type, ...others } = parseResourceId(`/${parts.join('/')}`) ?? { type: null };
          expect([...Object.values(others), ...(type?.split('/') ?? [])].every((part) => part === null || parts.includes(part))).toBe(true);
        },
      ),
    );
  });
});
