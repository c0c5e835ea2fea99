import { describe, expect, it } from 'vitest';
import { firstRuling, type Ruling } from '../../../src/core/recovery/ruling.ts';

describe('firstRuling', () => {
  it.each<[name: string, rulings: readonly Ruling[], expected: boolean | undefined]>([
    ['the first that says yes decides', ['silent', true, false], true],
    ['the first that says no decides', [false, true], false],
    ['one that needs more bytes decides', ['silent', undefined, true], undefined],
    ['no rule says no', [], false],
    ['silent rules say no', ['silent', 'silent'], false],
  ])('%s', (_, rulings, expected) => {
    const asked: number[] = [];
    const rules = rulings.map((ruling, index) => (place: string): Ruling => {
      expect(place).toBe('here');
      asked.push(index);
      return ruling;
    });
    expect(firstRuling(rules, 'here')).toBe(expected);
    const decisive = rulings.findIndex((ruling) => ruling !== 'silent');
    expect(asked).toHaveLength(decisive === -1 ? rulings.length : decisive + 1);
  });
});
