import { expect, it } from 'vitest';
import { aboutFormat } from '../../../src/core/formats/aboutFormat.ts';
import { attestationFormat } from '../../../src/core/formats/attestation/attestationFormat.ts';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import { formatData } from '../../../src/core/formats/formatData.ts';
import { suitedFacets } from '../../../src/core/formats/suitedFacets.ts';
import { resolveField } from '../../../src/core/query/fields.ts';

it.each([
  ['cloudTrail', ['resultGroup', 'operation', 'caller', 'target.Account', 'target.Region', 'target.Service']],
  ['kubernetesAudit', ['resultGroup', 'operation', 'caller', 'target.Namespace', 'target.Resource', 'target.Name']],
  ['azureActivityEvent', ['resultGroup', 'operation', 'caller', 'instance', 'resourceGroup', 'subscription']],
  ['gcpAudit', ['resultGroup', 'operation', 'caller', 'target.Project', 'target.Location', 'target.Zone', 'target.Service']],
  ['entraSignIn', ['resultGroup', 'operation', 'caller', 'target.Resource', 'target.Application']],
  ['attestation', attestationFormat.facets],
])('of %s are its own or follow from its targets', (id, facets) => {
  expect(aboutFormat(builtInFormats, id).facets).toEqual(facets);
});

it.each([attestationFormat, ...formatData].map((format) => [format.id] as const))('of %s are fields that filters know', (id) => {
  const { facets } = aboutFormat(builtInFormats, id);
  expect(facets.filter((field) => resolveField(field) === undefined)).toEqual([]);
  expect(new Set(facets).size).toBe(facets.length);
});

it('of a format without targets say what was done, by whom and with which result', () => {
  expect(suitedFacets({})).toEqual(['resultGroup', 'operation', 'caller']);
});
