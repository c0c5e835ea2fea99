import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../runs.ts';
import { openLog } from '../openLog.ts';

interface Event {
  readonly who: string;
  readonly operation: string;
  readonly request: string | null;
}

function logOf(events: readonly Event[]): string {
  return events
    .map(({ who, operation, request }) =>
      JSON.stringify({
        operationName: operation,
        requestId: request,
        callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: who }],
      }),
    )
    .join('\n');
}

const event = fc.record({
  who: fc.constantFrom('ann@x', 'bob@x', 'eve@x'),
  operation: fc.constantFrom('A', 'B', 'C'),
  request: fc.constantFrom(null, 'r1', 'R1', 'r2', 'r3', 'ü', 'with "quotes"'),
});

describe('what else happened in the same requests', () => {
  it('is what the other records of these say, looked at one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 15 }), async (events) => {
        const { request } = await openLog(logOf(events));
        const found = await request('sameRequests', { query: 'caller:ann@x', fields: ['operation'], limit: 10 });
        const own = new Set(events.filter(({ who }) => who === 'ann@x').map((one) => one.request?.toLowerCase()));
        const others = events.filter((one) => one.who !== 'ann@x' && one.request !== null && own.has(one.request.toLowerCase()));
        const counts: Record<string, number> = {};
        others.forEach(({ operation }) => (counts[operation] = (counts[operation] ?? 0) + 1));
        expect(found).toMatchObject({
          records: others.length,
          requests: new Set(others.map((one) => one.request!.toLowerCase())).size,
          isWhole: true,
        });
        expect(Object.fromEntries(found.fields[0]!.values.map(({ value, count }) => [value, count]))).toEqual(counts);
        expect(found.fields[0]!.total).toBe(Object.keys(counts).length);
      }),
      { numRuns: runs(60) },
    );
  });

  it('says so where not all records were looked at', async () => {
    const many = Array.from({ length: 5001 }, (): Event => ({ who: 'bob@x', operation: 'B', request: 'r' }));
    const { request } = await openLog(logOf([{ who: 'ann@x', operation: 'A', request: 'r' }, ...many]));
    const found = await request('sameRequests', { query: 'caller:ann@x', fields: ['operation'], limit: 10 });
    expect(found).toMatchObject({ records: 5000, requests: 1, isWhole: false });
  });
});
