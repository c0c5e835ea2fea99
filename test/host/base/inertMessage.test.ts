import { describe, expect, it } from 'vitest';
import { inertMessage } from '../../../src/host/base/inertMessage.ts';

describe('text in a notification', () => {
  it('is no link, and hides nothing', () => {
    expect(inertMessage('[a](command:x) \u202etxt')).toBe('[a] (command:x) \\u202etxt');
  });

  it('is left alone where it is harmless', () => {
    expect(inertMessage('a [b] (c).csv')).toBe('a [b] (c).csv');
  });
});
