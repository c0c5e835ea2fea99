import { describe, expect, it } from 'vitest';
import { planRedaction } from '../../../src/engine/redaction/redactionPlan.ts';
import { redactSource } from '../../../src/engine/redaction/redactSource.ts';
import { remaining } from '../../../src/engine/redaction/remaining.ts';
import { readIndex } from '../readIndex.ts';

const signal = new AbortController().signal;
const log = JSON.stringify({
  operationName: 'SetCurrentPolicy',
  resultType: 'Success',
  callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: 'ana@contoso.com' }],
  callerDisplayName: 'Ana Smith',
  callerIpAddress: '10.1.2.3',
  requestId: '6f1c2bd0-41a1-4c4b-9c1d-1f0c29d1a001',
  targetResources: [],
  auditEventCategory: [],
  env_time: '2020-11-23T18:23:29Z',
});

describe('the search for what remains', async () => {
  const index = await readIndex(log);
  const plan = await planRedaction(index, 0, signal, () => Promise.resolve());

  it.each([
    ['{"a":"ana@contoso.com"}', 'email'],
    ['{"a":"x ANA SMITH y"}', 'name'],
    ['{"a":"\\u0061na smith"}', 'name'],
    ['{"a":"{\\"b\\":\\"\\\\u0061na smith\\"}"}', 'name'],
    ['broken "10.1.2.3', 'ipv4'],
    ['{"a":"www.contoso.com"}', 'domain'],
    ['{"a":"6F1C2BD0-41A1-4C4B-9C1D-1F0C29D1A001"}', 'guid'],
    ['{"a":"11111111-1111-4111-8111-111111111111"}', 'guid'],
    ['{"ana@contoso.com":1}', 'email'],
    ['{"ana smith":1,"a":"ana@contosocom"}', undefined],
    ['{"a":"diana smithson, 110.1.2.3"}', undefined],
  ])('in %s', (text, kind) => {
    expect(remaining(text, plan)).toBe(kind);
  });

  it('ends a copy in which something remains, and says where', async () => {
    const failing = { ...plan, memory: new Map(), pseudonyms: { of: (_: string, original: string) => original } };
    const pieces: Uint8Array[] = [];
    const made = redactSource(index, 0, failing, signal, (piece) => Promise.resolve(void pieces.push(piece)));
    await expect(made).rejects.toMatchObject({ sentence: { code: 'engine.originalRemains', args: ['email', '0'] } });
    expect(pieces).toEqual([]);
  });
});
