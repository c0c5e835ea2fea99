import fc from 'fast-check';
import { expect, it } from 'vitest';
import { starPattern } from '../../../src/core/formats/starPattern.ts';

it('fits the texts that a regular expression fits', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b', '*', '.'), maxLength: 8 });
  fc.assert(
    fc.property(short, short, (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^]*')}$`);
      expect(starPattern(pattern)(text)).toBe(expression.test(text));
    }),
  );
});
