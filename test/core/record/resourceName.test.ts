import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseResourceName, type ResourceName } from '../../../src/core/record/resourceName.ts';

const empty: ResourceName = { service: null, organization: null, folder: null, project: null, location: null, resource: null };

/** The grammar: https://cloud.google.com/iam/docs/full-resource-names and https://google.aip.dev/122 */
describe('a resource name of Google Cloud', () => {
  test.each<[name: string, parts: Partial<ResourceName>]>([
    ['projects/shop', { project: 'shop' }],
    ['projects/_/buckets/invoices', { resource: 'buckets/invoices' }],
    ['projects/_/buckets/invoices/objects/2026//a.txt', { resource: 'buckets/invoices/objects/2026//a.txt' }],
    ['projects/shop/zones/europe-west1-b/instances/web', { project: 'shop', location: 'europe-west1-b', resource: 'instances/web' }],
    ['projects/shop/regions/europe-west1/subnetworks/a', { project: 'shop', location: 'europe-west1', resource: 'subnetworks/a' }],
    ['projects/shop/global/firewalls/f', { project: 'shop', location: 'global', resource: 'firewalls/f' }],
    [
      'projects/shop/locations/europe/keyRings/r/cryptoKeys/k',
      { project: 'shop', location: 'europe', resource: 'keyRings/r/cryptoKeys/k' },
    ],
    ['projects/shop/locations/-/clusters/c', { project: 'shop', resource: 'clusters/c' }],
    ['organizations/7/policies/p', { organization: '7', resource: 'policies/p' }],
    ['folders/8', { folder: '8' }],
    [
      '//compute.googleapis.com/projects/shop/zones/europe-west1-b/instances/web',
      { service: 'compute.googleapis.com', project: 'shop', location: 'europe-west1-b', resource: 'instances/web' },
    ],
    ['//storage.googleapis.com/invoices', { service: 'storage.googleapis.com', resource: 'invoices' }],
    ['projects/shop/projects/other', { project: 'shop', resource: 'projects/other' }],
  ])('%s', (name, parts) => {
    expect(parseResourceName(name)).toEqual({ ...empty, ...parts });
  });

  it.each(['', 'invoices', 'buckets/invoices', 'projects', 'projects/', 'global/x', '/projects/shop', '//', '///projects/shop'])(
    'is not %j',
    (name) => {
      expect(parseResourceName(name)).toBeUndefined();
    },
  );

  it('is taken apart into what it was made of', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}[a-z0-9]$/).filter((text) => text !== 'global');
    const some = fc.option(id, { nil: null });
    const scope = fc.constantFrom('locations', 'regions', 'zones');
    fc.assert(
      fc.property(some, id, some, scope, some, (service, project, location, collection, resource) => {
        const name = [
          ...(service === null ? [] : [`//${service}`]),
          `projects/${project}`,
          ...(location === null ? [] : [`${collection}/${location}`]),
          ...(resource === null ? [] : [`things/${resource}`]),
        ].join('/');
        expect(parseResourceName(name)).toEqual({
          ...empty,
          service,
          project,
          location,
          resource: resource === null ? null : `things/${resource}`,
        });
      }),
    );
  });
});
