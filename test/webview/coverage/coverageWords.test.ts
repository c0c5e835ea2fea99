import { describe, expect, it } from 'vitest';
import type { ViewSettings } from '../../../src/protocol/viewMessages.ts';
import { missingText, rangeText, shareText } from '../../../webview/coverage/coverageWords.ts';

const settings: ViewSettings = { timeZone: 'utc', locale: 'en', bundle: null, lanes: false, title: '' };

describe('coverage in words', () => {
  it.each([
    [10, 0n, '100 %'],
    [991, 9n, '99.1 %'],
    [1_000_000, 1n, '99.9 %'],
    [1, 18_446_744_073_709_551_614n, '0.1 %'],
    [1, 1n, '50 %'],
  ])('%d there and %d missing are %s', (seen, missing, expected) => expect(shareText(seen, missing, settings)).toBe(expected));

  it.each([
    [1n, '1 number not in this file'],
    [17n, '17 numbers not in this file'],
    [18_446_744_073_709_551_614n, '18,446,744,073,709,551,614 numbers not in this file'],
  ])('%d missing', (missing, expected) => expect(missingText(missing, settings)).toBe(expected));

  it('one number is no range', () => {
    expect([rangeText({ from: '5', to: '5' }), rangeText({ from: '5', to: '9' })]).toEqual(['5', '5 – 9']);
  });
});
