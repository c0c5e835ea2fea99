import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LogSession } from '../../../src/engine/session/logSession.ts';
import type { RequestName, Requests } from '../../../src/protocol/requests.ts';
import { openLog } from '../openLog.ts';

type Question = { [Name in RequestName]: readonly [name: Name, params: Requests[Name]['params']] }[RequestName];

/** All that go through more than one record. */
const questions: readonly Question[] = [
  ['timeline', { query: '', width: 100 }],
  ['timeline', { query: 'operation:a*', width: 100, lanesBy: { field: 'caller', limit: 10 } }],
  ['outliers', { query: '' }],
  ['facets', { query: '', field: 'operation', limit: 10 }],
  ['facets', { query: '', field: 'request', limit: 10 }],
  ['facets', { query: '', field: 'finding', limit: 10 }],
  ['page', { query: 'text:nowhere', order: 'file', from: { at: 0 }, count: 1 }],
  ['page', { query: '', order: 'newest', from: { at: 9000 }, count: 100 }],
  ['page', { query: '', order: 'newest', from: { around: { source: 0, index: 100 } }, count: 100 }],
  ['page', { query: '', order: 'newest', from: { at: 0 }, count: 100 }],
  ['findings', { query: 'operation:a*', limit: 10, items: 10 }],
  ['placedFindings', { source: 0, limit: 100 }],
  ['profile', { query: 'operation:a*', limit: 10 }],
  ['coverage', { epochs: 10, gaps: 10 }],
  ['summary', { query: 'operation:a*', top: 10 }],
];

const log = Array.from({ length: 20_000 }, (_, row) =>
  JSON.stringify({
    operationName: row % 2 === 0 ? 'aaa' : 'bbb',
    httpContext: { requestId: `r${row}` },
    callerIdentities: [{ callerIdentityType: 'UPN', callerIdentity: `user${row % 50}` }],
    // In no order.
    env_time: new Date(1_600_000_000_000 + ((row * 7919) % 20_000) * 1000).toISOString(),
    env_epoch: 'E',
    env_seqNum: row * 2,
  }),
).join('\n');

describe('a request under way', () => {
  let session: LogSession;
  beforeAll(async () => {
    ({ session } = await openLog(log));
  });
  afterAll(() => session.close());
  afterEach(() => vi.restoreAllMocks());

  it.each(questions)('for %s %j ends as cancelled in the turn after', async (name, params) => {
    // Each turn is over at once.
    let time = 0;
    vi.spyOn(process, 'hrtime').mockImplementation(() => [0, (time += 20) * 1e6]);
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    expect(await session.request(name, params, controller.signal)).toEqual({ status: 'cancelled' });
  });
});
