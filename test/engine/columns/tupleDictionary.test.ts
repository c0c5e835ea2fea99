import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TupleDictionary } from '../../../src/engine/columns/tupleDictionary.ts';

const ids = fc.integer({ min: 0, max: 0xffff_ffff });

describe('a dictionary of lists', () => {
  it('gives each distinct list one id, and its ids as they were pushed, whole or one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.array(ids, { maxLength: 40 }), { maxLength: 60 }), (lists) => {
        const dictionary = new TupleDictionary(11);
        const known = new Map<string, number>([['', 0]]);
        for (const list of lists) {
          dictionary.begin();
          list.forEach((id) => dictionary.push(id));
          const number = known.get(list.join()) ?? known.size;
          known.set(list.join(), number);
          expect(dictionary.intern()).toBe(number);
        }
        expect(dictionary.size).toBe(known.size - 1);
        for (const list of lists) {
          const number = known.get(list.join())!;
          expect([...dictionary.list(number)]).toEqual(list);
          expect(Array.from({ length: dictionary.lengthOf(number) }, (_, index) => dictionary.at(number, index))).toEqual(list);
        }
      }),
    );
  });
});
