import { describe, expect, it } from 'vitest';
import type { FacetValue } from '../../../src/protocol/answers/facets.ts';
import { choicesAt, valuePlace } from '../../../webview/filter/completions.ts';

const groups = { success: 0, clientError: 0, failure: 0, other: 0 };
const values: readonly FacetValue[] = [
  { value: 'SetCurrentPolicy', count: 7, groups },
  { value: 'needs "quotes"', count: 2, groups },
  { value: null, count: 1, groups },
];

describe('completions', () => {
  it('offer fields with what they mean', () => {
    const choices = choicesAt('oper', 4, [], []);
    expect(choices[0]).toMatchObject({ insert: 'operation:', from: 0, to: 4 });
    expect(choices[0]!.detail).not.toMatch(/query\.field|^$/);
  });

  it('offer the values of the log, quoted where they must be', () => {
    expect(choicesAt('operation:', 10, values, []).map(({ insert, count }) => [insert, count])).toEqual([
      ['SetCurrentPolicy', 7],
      ['"needs \\"quotes\\""', 2],
      ['null', 1],
    ]);
    expect(choicesAt('operation:curr', 14, values, []).map(({ insert }) => insert)).toEqual(['SetCurrentPolicy']);
  });

  it('quote values that their field would take for a number, a time or a range', () => {
    const odd = ['5', '1e5', '1..2', '2021-07-29', 'null', 'done'].map((value) => ({ value, count: 1, groups }));
    expect(choicesAt('key.a.b:', 8, odd, []).map(({ insert }) => insert)).toEqual([
      '5',
      '"1e5"',
      '"1..2"',
      '"2021-07-29"',
      '"null"',
      'done',
    ]);
    expect(choicesAt('operation:', 10, odd, []).map(({ insert }) => insert)).toEqual([
      '5',
      '1e5',
      '"1..2"',
      '2021-07-29',
      '"null"',
      'done',
    ]);
  });

  it('offer the documented fields of the formats that the log has, with their titles', () => {
    const offered = (text: string, formats: readonly string[]): readonly string[] =>
      choicesAt(text, text.length, [], formats).map(({ label, detail }) => `${label} ${detail}`);
    expect(offered('userIdentity.sessionContext.attr', ['cloudTrail']).slice(0, 4)).toEqual([
      'userIdentity.sessionContext.attributes: Session attributes',
      'userIdentity.sessionContext.attributes.creationDate: Session start',
      'userIdentity.sessionContext.attributes.mfaAuthenticated: MFA authenticated',
      'CloudTrailEvent.userIdentity.sessionContext.attributes: Session attributes',
    ]);
    expect(offered('mfaAuth', ['cloudTrail'])[0]).toBe('userIdentity.sessionContext.attributes.mfaAuthenticated: MFA authenticated');
    expect(offered('userIdentity', ['kubernetesAudit', 'attestation'])).toEqual([]);
    expect(offered('oper', ['m365Audit'])[0]).toMatch(/^operation: Operation as written/);
    expect(offered('', ['cloudTrail'])).toEqual(offered('', []));
  });

  it('offer functions by what they find, and within them the fields that they take', () => {
    const [first, ...others] = choicesAt('a fir', 5, [], []);
    expect(first).toMatchObject({ label: 'first(…)', insert: 'first(', from: 2, to: 5 });
    expect(first!.detail).toMatch(/^Records in which/);
    expect(others.map(({ insert }) => insert)).not.toContain('first(');
    const inserted = (text: string): readonly string[] =>
      choicesAt(text, text.length, [], []).map(({ label, insert }) => `${label} ${insert}`);
    expect(inserted('first(oper')[0]).toBe('operation operation)');
    expect(inserted('rare(oper')[0]).toBe('operation operation, ');
    expect(inserted('count(oper')[0]).toBe('operation operation) < ');
    expect(inserted('first(lin')).toEqual([]);
  });

  it('offer times that count back from the end of the log', () => {
    const offered = (text: string): readonly string[] => choicesAt(text, text.length, [], []).map(({ insert }) => insert);
    expect(offered('time:')).toContain('last-24h');
    expect(offered('time:last-7')).toEqual(['last-7d']);
    expect(offered('key.at:last')).toEqual([]);
  });

  it('know of which field values are wanted', () => {
    expect(valuePlace('result:Success caller.UPN:d', 27)?.field).toBe('caller.UPN');
    expect(valuePlace('result:Success cal', 18)).toBeUndefined();
  });
});
