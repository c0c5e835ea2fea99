import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CountedPseudonyms, isMadeGuid, simpleKinds } from '../../../src/core/redaction/pseudonyms.ts';
import { runs } from '../../runs.ts';

const digest = (text: string): string => createHash('sha256').update(`secret ${text}`).digest('hex');
const make = (...originals: readonly string[]): CountedPseudonyms =>
  new CountedPseudonyms((_, folded) => originals.includes(folded), digest);

describe('pseudonyms', () => {
  it.each([
    ['name', 'Ana', 'name1'],
    ['name', 'ANA', 'NAME1'],
    ['number', '111122223333', '100000000001'],
    ['hex', '10037ffe8a1b2c3d', 'a000000000000001'],
    ['domain', 'contoso.com', 'domain1.example.com'],
    ['email', 'ana@contoso.com', 'user1@domain1.example.com'],
    ['ipv4', '10.1.2.3', '192.0.2.1'],
    ['ipv6', 'fe80::1', '2001:db8::1'],
  ] as const)('of a %s has its form: %s', (kind, original, pseudonym) => {
    expect(make().of(kind, original)).toBe(pseudonym);
  });

  it('are the same for the same value, in any spelling, and other ones for others', () => {
    const made = make();
    expect([made.of('email', 'ana@x.org'), made.of('email', 'Ana@X.org'), made.of('email', 'eve@x.org')]).toEqual([
      'user1@domain1.example.com',
      'user1@domain1.example.com',
      'user2@domain1.example.com',
    ]);
    expect(made.of('ipv6', '2001:0db8::5')).toBe(made.of('ipv6', '2001:db8:0::5'));
  });

  it('are never values of the log, and are left as they are', () => {
    const made = make('name1', '192.0.2.1');
    expect([made.of('name', 'ana'), made.of('ipv4', '10.0.0.1')]).toEqual(['name2', '192.0.2.2']);
    expect(made.of('ipv4', '192.0.2.2')).toBe('192.0.2.2');
  });

  it('of more addresses than there are for documentation are private', () => {
    const made = make();
    const all = Array.from({ length: 1000 }, (_, index) => made.of('ipv4', `172.16.${index >> 8}.${index & 255}`));
    expect(new Set(all).size).toBe(1000);
    expect([all[253], all[254], all[761], all[762]]).toEqual(['192.0.2.254', '198.51.100.1', '203.0.113.254', '10.0.2.251']);
  });

  it('of GUIDs prove that they were made with the secret', () => {
    fc.assert(
      fc.property(fc.uuid(), (guid) => {
        const pseudonym = make().of('guid', guid);
        expect(pseudonym).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
        expect([isMadeGuid(pseudonym, digest), isMadeGuid(guid, digest)]).toEqual([true, false]);
        expect(isMadeGuid(pseudonym, (text) => digest(`other ${text}`))).toBe(false);
        expect(make().of('guid', guid)).toBe(pseudonym);
      }),
      { numRuns: runs(50) },
    );
  });

  it('differ for different values of a kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...simpleKinds), fc.uniqueArray(fc.stringMatching(/^[1-9]\d{11}$/), { minLength: 2 }), (kind, values) => {
        const made = make();
        expect(new Set(values.map((value) => made.of(kind, value))).size).toBe(values.length);
      }),
      { numRuns: runs(50) },
    );
  });
});
