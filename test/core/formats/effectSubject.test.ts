import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { effectSubject } from '../../../src/core/formats/effectSubject.ts';

const bucket = { type: 'Bucket', value: 'invoices' };
const user = { type: 'User', value: 'ben@contoso.example' };
const group = { type: 'Group', value: 'Payroll' };

/** The subject in words: levels joined by `>`, targets by `&`. */
function subject(format: string, phrase: string | undefined, ...targets: readonly { type: string | null; value: string | null }[]): string {
  const paths = effectSubject(builtInFormats, format, phrase === undefined ? {} : { phrase }, targets);
  return paths.map((path) => path.map(({ type, name }) => `${type}=${name}`).join('>')).join(' & ');
}

describe('what an event has its effects on', () => {
  it('is the target that its phrase names', () => {
    expect(subject('cloudTrail', 'deleted the bucket {Bucket}', user, bucket)).toBe('Bucket=invoices');
  });

  it('is each of the targets where its phrase names several', () => {
    expect(subject('entraAudit', 'added {User} to the group {Group}', group, user)).toBe('User=ben@contoso.example & Group=Payroll');
  });

  it('is nothing where a record lacks a target that the phrase names', () => {
    expect(subject('entraAudit', 'added {User} to the group {Group}', group)).toBe('');
    expect(subject('cloudTrail', 'deleted the bucket {Bucket}', { type: 'Bucket', value: null })).toBe('');
  });

  it('has the levels above it, as far as its name or the record says them', () => {
    const targets = [
      { type: 'Name', value: 'web-0' },
      { type: 'Resource', value: 'pods' },
      { type: 'Namespace', value: 'shop' },
    ];
    expect(subject('kubernetesAudit', 'deleted the pod {Name}', ...targets)).toBe('Namespace=shop>Resource=pods>Name=web-0');
    const vault = { type: 'ResourceId', value: '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/keys' };
    expect(subject('azureActivityEvent', 'deleted the key vault {ResourceId}', vault)).toBe(
      'subscription=s1>resourceGroup=rg>instance=keys',
    );
  });

  it('is the target whose name has levels where there is no phrase', () => {
    const region = { type: 'ServiceRegion', value: 'EastUS2' };
    const instance = {
      type: 'ResourceId',
      value: '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Attestation/attestationProviders/contoso',
    };
    expect(subject('attestation', undefined, region, instance)).toBe('subscription=s1>resourceGroup=rg>instance=contoso');
    expect(subject('attestation', undefined, region)).toBe('');
  });
});
