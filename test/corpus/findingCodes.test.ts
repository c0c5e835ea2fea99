import { expect, it } from 'vitest';
import { findingSeverities } from '../../src/core/finding/codes.ts';
import { ownSchemaCases } from './cases/ownSchema.ts';
import { corpus } from './corpus.ts';
import { documentedCodes } from './documentedCodes.ts';

const documented = Object.entries(documentedCodes).flatMap(([severity, codes]) => codes.map((code) => [code, severity]));

it('every documented code is there, with its level, and no other', () => {
  expect(Object.fromEntries(documented)).toEqual(findingSeverities);
});

it('every code occurs in the corpus', () => {
  // It says something of the settings, whatever the log holds: test/engine/schemas/schemaChecks.test.ts.
  const ofSettings = 'schema.unusable';
  const occurring = new Set(
    [...corpus, ...ownSchemaCases].flatMap(({ findings = [] }) => findings).map((finding) => finding.split(' ')[0]),
  );
  expect(documented.map(([code]) => code).filter((code) => !occurring.has(code))).toEqual([ofSettings]);
});
