import { describe, expect, it } from 'vitest';
import { groupWithSignature, signatureGroupOf } from '../../../src/core/record/results.ts';

describe('the status in resultSignature', () => {
  it.each([
    ['400', 'clientError'],
    ['404', 'clientError'],
    ['499 Client Closed Request', 'clientError'],
    [' 500', 'failure'],
    ['503', 'failure'],
    ['400.0', 'clientError'],
    ['200', undefined],
    ['302', undefined],
    ['4000', undefined],
    ['40', undefined],
    ['', undefined],
    ['None', undefined],
    ['["400"]', undefined],
    ['-400', undefined],
  ])('%s counts as %s', (signature, group) => expect(signatureGroupOf(signature)).toBe(group));

  it.each([
    ['success', 'clientError', 'clientError'],
    ['success', undefined, 'success'],
    ['other', 'failure', 'failure'],
    ['clientError', 'failure', 'failure'],
    ['failure', 'clientError', 'failure'],
  ] as const)('makes of %s and %s the worse, %s', (group, signature, expected) => {
    expect(groupWithSignature(group, signature)).toBe(expected);
  });
});
