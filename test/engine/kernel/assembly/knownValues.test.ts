import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../runs.ts';
import { kernelMemory } from './kernelMemory.ts';

const encoder = new TextEncoder();

describe('known values', () => {
  it('are found by their text and their place, as a map finds them', () => {
    const { kernel, put } = kernelMemory();
    kernel.seedValues(7);
    const known = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40, unit: fc.constantFrom('a', 'b', '"', '\\', 'é') }),
        fc.nat(3),
        fc.boolean(),
        (text, place, learns) => {
          const bytes = encoder.encode(text);
          const from = put(bytes);
          const key = `${place} ${text}`;
          if (learns) {
            const id = known.get(key) ?? known.size;
            known.set(key, id);
            kernel.learn(place, from, from + bytes.length, id);
          }
          expect(kernel.find(place, from, from + bytes.length)).toBe(known.get(key) ?? -1);
        },
      ),
      { numRuns: runs(5000) },
    );
  });

  it('stay what they are when there is no room for more', () => {
    const { kernel, put } = kernelMemory();
    kernel.seedValues(1);
    const find = (text: string): number => {
      const bytes = encoder.encode(text);
      const from = put(bytes);
      return kernel.find(1, from, from + bytes.length);
    };
    for (let id = 0; id < 70_000; id++) {
      const bytes = encoder.encode(`value ${id}`);
      const from = put(bytes);
      kernel.learn(1, from, from + bytes.length, id);
    }
    expect([0, 1, 32_000, 65_000].map((id) => find(`value ${id}`))).toEqual([0, 1, 32_000, 65_000]);
    expect(find('value 69999')).toBe(-1);
    expect(find('value')).toBe(-1);
  });

  it('are not kept where they are long', () => {
    const { kernel, put } = kernelMemory();
    const from = put(new Uint8Array(70_000).fill(0x61));
    kernel.learn(1, from, from + 70_000, 5);
    kernel.learn(1, from, from + 60_000, 6);
    expect(kernel.find(1, from, from + 70_000)).toBe(-1);
    expect(kernel.find(1, from, from + 60_000)).toBe(6);
  });
});
