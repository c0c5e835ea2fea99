import { describe, expect, it } from 'vitest';
import { CompanionCounts } from '../../../src/core/record/companionCounts.ts';

describe('what shares records with an identity', () => {
  it('is counted by type and value, whatever their case, an identity once for each record', () => {
    const texts = ['a@x', 'A@X', 'b@x'];
    const counts = new CompanionCounts('ObjectID', (id) => texts[id] ?? '');
    counts.add(
      [
        { type: 'UPN', value: 0 },
        { type: 'upn', value: 1 },
      ],
      5,
    );
    counts.add([{ type: 'UPN', value: 2 }], 2);
    expect(counts.companions).toEqual([
      {
        type: 'UPN',
        distinct: 2,
        records: 7,
        values: [
          { value: 'a@x', records: 5 },
          { value: 'b@x', records: 2 },
        ],
      },
    ]);
  });

  it('is not kept where it is too many, and its texts are not even read', () => {
    const read: number[] = [];
    const counts = new CompanionCounts('UPN', (id) => `token ${read.push(id)}`);
    for (let value = 0; value < 100; value++) {
      counts.add([{ type: 'TokenID', value }], 1);
    }
    expect(counts.companions).toEqual([{ type: 'TokenID', distinct: 4, records: 100, values: [] }]);
    expect(read).toHaveLength(4);
  });

  it('says when the identity joins no others', () => {
    const counts = new CompanionCounts('ApplicationID', (id) => `user${id}`);
    counts.add([{ type: 'Certificate', value: 1 }], 1);
    counts.add([{ type: 'Certificate', value: 2 }], 1);
    counts.add([{ type: 'UPN', value: 1 }], 1);
    expect(counts.isRefused).toBe(false);
    counts.add([{ type: 'UPN', value: 2 }], 1);
    expect(counts.isRefused).toBe(true);
  });
});
