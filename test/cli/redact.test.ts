import { describe, expect, it } from 'vitest';
import { commandLine } from './commandLine.ts';

const record = (caller: string): string =>
  `${JSON.stringify({
    operationName: 'SetCurrentPolicy',
    resultType: 'Success',
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: caller }],
    targetResources: [],
    auditEventCategory: [],
    env_time: '2020-11-23T18:23:29Z',
  })}\n`;

describe('redact', () => {
  it('says what it would replace, and writes nothing', async () => {
    const log = record('ana\u001b[31m@contoso.com') + record('eve@fabrikam.com');
    const { code, output } = await commandLine(['redact', '{a.ndjson}', '--preview'], { 'a.ndjson': log });
    expect(code).toBe(0);
    expect(output).toContain('email  2\n');
    expect(output).toContain('  eve@fabrikam.com -> user2@domain2.example.com\n');
    expect(output).not.toContain('\u001b');
  });

  it.each([
    [['{a.ndjson}'], '“redact” takes “--out FILE” for the copy, or “--preview”.'],
    [['{a.ndjson}', '{a.ndjson}', '--preview'], '“redact” makes a copy of one file.'],
    [['{a.ndjson}', '--out', '{a.ndjson}'], '“a.ndjson” is read and cannot be written at the same time.'],
    [['{a.ndjson}', '--where', 'x', '--preview'], '“redact” has no option “--where”.'],
  ])('refuses %j', async (words, sentence) => {
    const { code, output, errors } = await commandLine(['redact', ...words], { 'a.ndjson': record('ana@contoso.com') });
    expect([code, output, errors]).toEqual([2, '', `audit-log: ${sentence}\n`]);
  });
});
