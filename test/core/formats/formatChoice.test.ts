import { describe, expect, it } from 'vitest';
import { builtInFormats } from '../../../src/core/formats/builtInFormats.ts';
import type { AuditFormat } from '../../../src/core/formats/definition/format.ts';
import { builtInChoice, formatSetOf } from '../../../src/core/formats/formatChoice.ts';
import { parseRecord } from '../../../src/core/formats/parsedRecord.ts';
import { looksLikeAuditLog } from '../../../src/core/formats/sniff.ts';
import { encodeText } from '../../../src/core/json/utf8.ts';
import { inventedRecords } from './inventedRecords.ts';

const door: AuditFormat = {
  id: 'doorLog',
  title: 'Door log',
  documentation: 'https://contoso.example/door-log',
  detection: [
    { path: 'door', weight: 6 },
    { path: 'badge', weight: 6 },
  ],
  ownKeys: ['badge'],
  envelopes: ['event'],
  time: ['at'],
  operation: ['act'],
  fields: [{ path: 'badge.holder', title: 'Holder', description: 'Who the badge belongs to.' }],
};

function formatOf(record: unknown, choice = builtInChoice): string {
  return parseRecord(encodeText(JSON.stringify(record)), formatSetOf(choice)).other?.format.id ?? 'attestation';
}

describe('the formats of a choice', () => {
  const { cloudTrail } = inventedRecords;
  const record = { door: 'north', badge: { holder: 'ana' }, act: 'open', at: '2026-01-01T00:00:00Z' };

  it('are the built-in ones without any', () => {
    expect(formatSetOf(builtInChoice)).toBe(builtInFormats);
  });

  it('hold those of users, in all their forms', () => {
    const choice = { own: [door], without: [] };
    expect(formatOf(record)).toBe('generic');
    expect(formatOf(record, choice)).toBe('doorLog');
    expect(formatOf({ event: record }, choice)).toBe('doorLog');
    expect(formatOf(cloudTrail, choice)).toBe('cloudTrail');
    expect(formatSetOf(choice).ownKeys).toContain('badge');
    expect(formatSetOf(choice).documentedNames.find('BADGE.holder')).toBe('badge.holder');
    expect(builtInFormats.documentedNames.find('badge.holder')).toBeUndefined();
  });

  it('recognise a log by its first bytes as well', () => {
    const text = JSON.stringify(record);
    expect(looksLikeAuditLog(text)).toBe(false);
    expect(looksLikeAuditLog(text, formatSetOf({ own: [door], without: [] }).keyEvidence)).toBe(true);
  });

  it('have one of each id: that of a user replaces the built-in one', () => {
    const set = formatSetOf({ own: [{ ...door, id: 'cloudTrail' }], without: [] });
    expect(set.formats.filter(({ id }) => id === 'cloudTrail').map(({ title }) => title)).toEqual(['Door log']);
    expect(set.formats).toHaveLength(builtInFormats.formats.length);
  });

  it('lack those that are left out', () => {
    expect(formatOf(cloudTrail, { own: [], without: ['cloudTrail'] })).toBe('generic');
  });

  it('prefer one of a user where the evidence is equal', () => {
    const twin = builtInFormats.formats.find(({ id }) => id === 'cloudTrail')!;
    expect(formatOf(cloudTrail, { own: [{ ...twin, id: 'ourTrail' }], without: [] })).toBe('ourTrail');
  });
});
