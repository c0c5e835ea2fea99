import { describe, expect, it } from 'vitest';
import { needsRecords } from '../../../src/core/query/needsRecords.ts';
import { parsed } from './shape.ts';

describe('a filter', () => {
  it.each([
    '',
    'dana',
    'operation:Set*',
    'caller.UPN:dana*',
    'target.ResourceId:null',
    '-result:(a, b) OR ip:10.1.2.3',
    'time:2020',
    'time>2020 time:null',
    'time:2020..2021',
    'time:last-24h',
    'seq:10..20',
    'request:(a, "b", null)',
    'finding:error line>3',
  ])('that columns decide needs no records: %s', (text) => {
    expect(needsRecords(parsed(text))).toBe(false);
  });

  it.each([
    'text:dana',
    'key.more:3',
    'request:r*',
    'request:(a, r*)',
    'time="never"',
    'operation~/a/',
    'caller.UPN~/a/',
    'first(caller)',
    'operation:a (result:b OR NOT text:c)',
  ])('may need them: %s', (text) => {
    expect(needsRecords(parsed(text))).toBe(true);
  });
});
