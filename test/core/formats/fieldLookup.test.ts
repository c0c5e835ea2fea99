import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { generic } from '../../../src/core/formats/genericFormat.ts';
import { fieldLookup, type FieldLookup } from '../../../src/core/formats/fieldLookup.ts';
import { stepsOf } from '../../../src/core/formats/definition/paths.ts';

function lookupOf(id: string, envelope = ''): FieldLookup {
  return fieldLookup(builtInFormats.forms.find(({ format, envelope: steps }) => format.id === id && steps.join('.') === envelope)!);
}

const placeOf = (path: string): readonly (string | number)[] => stepsOf(path).map((step) => (step === '[]' ? 0 : step));

describe('the documentation of a place', () => {
  it('is found in every format at every documented path, in each of its envelopes', () => {
    for (const compiled of builtInFormats.forms) {
      for (const field of compiled.format.fields ?? []) {
        const place = [...compiled.envelope, ...stepsOf(field.path).map((step) => (step === '[]' ? 7 : step))];
        expect(fieldLookup(compiled).documentationAt(place)).toEqual({ documentation: field, isItem: false });
      }
    }
  });

  it('begins in the envelope, whatever its case', () => {
    const lookup = lookupOf('m365Audit', 'AuditData');
    expect(lookup.documentationAt(['auditdata', 'UserId'])?.documentation.title).toBe('User id');
    expect(lookup.documentationAt(['UserId'])).toBeUndefined();
    expect(lookup.documentationAt(['AuditData'])).toBeUndefined();
    expect([['AuditData'], ['AuditData', 'Id'], ['Id'], []].map((place) => lookup.isEnvelopeAt(place))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(lookupOf('m365Audit').isEnvelopeAt([])).toBe(false);
  });

  it('is none where nothing is documented', () => {
    expect(fieldLookup(generic).documentationAt(['action'])).toBeUndefined();
    expect(lookupOf('cloudTrail').documentationAt(['constructor'])).toBeUndefined();
  });

  it('is made once', () => {
    expect(lookupOf('cloudTrail')).toBe(lookupOf('cloudTrail'));
  });
});

describe('the group of a place', () => {
  it.each([
    ['cloudTrail', 'userIdentity.arn', 'caller'],
    ['cloudTrail', 'eventVersion', 'schema'],
    ['cloudTrail', 'requestParameters.bucketName', 'target'],
    ['cloudTrail', 'requestParameters.anything.else', 'target'],
    ['cloudTrail', 'resources[].ARN', 'target'],
    ['cloudTrail', 'unheardOf.arn', 'other'],
    ['kubernetesAudit', 'responseStatus.metadata.selfLink', 'other'],
    ['kubernetesAudit', 'responseStatus.reason', 'operation'],
    ['entraAudit', 'targetResources[].userPrincipalName', 'target'],
  ])('of %s at %s is %s', (id, path, group) => {
    expect(lookupOf(id).groupAt(placeOf(path))).toBe(group);
  });

  it('comes from roles where nothing is documented', () => {
    expect(['time', 'user', 'ip', 'target', 'else'].map((key) => fieldLookup(generic).groupAt([key]))).toEqual([
      'operation',
      'caller',
      'caller',
      'target',
      'other',
    ]);
  });

  it('is no role of what is around an envelope', () => {
    expect(lookupOf('cloudTrail', 'CloudTrailEvent').groupAt(['EventName'])).toBe('other');
    expect(lookupOf('cloudTrail', 'CloudTrailEvent').groupAt(['CloudTrailEvent', 'eventName'])).toBe('operation');
  });
});

describe('what a value is meant as', () => {
  it('is a time where the format names one', () => {
    const lookup = lookupOf('kubernetesAudit', 'properties.log');
    expect(lookup.isTimeAt(['properties', 'log', 'stageTimestamp'])).toBe(true);
    expect(lookup.isTimeAt(['properties', 'log', 'stage'])).toBe(false);
    expect(lookupOf('cloudTrail').isTimeAt(placeOf('userIdentity.sessionContext.attributes.creationDate'))).toBe(true);
  });

  it('is an address where it plays that role', () => {
    const lookup = lookupOf('kubernetesAudit');
    expect([lookup.isAddressAt(['sourceIPs', 1]), lookup.isAddressAt(['verb'])]).toEqual([true, false]);
  });
});
