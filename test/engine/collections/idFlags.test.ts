import { describe, expect, it } from 'vitest';
import { IdFlags } from '../../../src/engine/collections/idFlags.ts';

describe('marks of ids', () => {
  it('are those that were set, however large the ids become', () => {
    const flags = new IdFlags();
    [0, 255, 256, 70_000].forEach((id) => flags.add(id));
    expect([0, 1, 255, 256, 257, 70_000, 70_001, 1_000_000].filter((id) => flags.has(id))).toEqual([0, 255, 256, 70_000]);
  });

  it('are asked for a part of an array', () => {
    const flags = new IdFlags();
    flags.add(3);
    const ids = Uint32Array.of(1, 3, 3, 900);
    expect(flags.hasAll(ids, 1, 3)).toBe(true);
    expect(flags.hasAll(ids, 0, 3)).toBe(false);
    expect(flags.hasAll(ids, 1, 4)).toBe(false);
  });
});
