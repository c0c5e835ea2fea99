import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import { BytesSource } from '../../../src/engine/sources/bytesSource.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import { recordText } from '../generate.ts';
import { BytesBlockWorkers } from './bytesBlockWorkers.ts';
import { everyAnswer } from './everyAnswer.ts';
import { runs } from '../../runs.ts';

const encoder = new TextEncoder();

/** So much is read before workers begin: some lines of 65,000 bytes. */
const beginning = Array.from({ length: 6 }, (_, line) =>
  JSON.stringify({ operationName: 'SetCurrentPolicy', env_epoch: 'E1', env_seqNum: line, env_cv: 'x'.repeat(64_900) }),
);

async function read(bytes: Uint8Array, workers?: BytesBlockWorkers): Promise<unknown> {
  let last: Snapshot | undefined;
  const session = new LogSession((snapshot) => (last = snapshot), nodeCompression, workers);
  await session.read([new BytesSource('log.ndjson', bytes)]);
  const answers = await everyAnswer(session);
  await session.close();
  return { last: { ...last, snapshot: 0 }, answers };
}

/** With workers alone, of which it returns what they did, and with as many readers of which one is the caller. */
async function check(
  lines: readonly string[],
  count: number,
  blockSize: number,
  crashAt: readonly number[] = [],
): Promise<BytesBlockWorkers> {
  const bytes = encoder.encode([...beginning, ...lines].join('\n'));
  const expected = await read(bytes);
  const workers = new BytesBlockWorkers(bytes, count, blockSize, false, crashAt);
  const fewer = new BytesBlockWorkers(bytes, count - 1, blockSize, true, crashAt);
  expect(await read(bytes, workers)).toEqual(expected);
  expect(await read(bytes, fewer)).toEqual(expected);
  expect([workers.closed, fewer.closed]).toEqual([workers.started, fewer.started]);
  return workers;
}

describe('reading in blocks', () => {
  const count = fc.integer({ min: 2, max: 3 });
  const blockSize = fc.oneof(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 10, max: 20_000 }));

  it('answers as one reader does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(recordText, { minLength: 1, maxLength: 30 }), count, blockSize, async (lines, workers, size) => {
        const { read: blocks, failed } = await check([...lines, ''], workers, size);
        expect(blocks).toBeGreaterThan(0);
        expect(failed).toBe(0);
      }),
      { numRuns: runs(30) },
    );
  });

  it('answers as one reader does where lines are damaged', async () => {
    const damaged = fc.oneof(
      { weight: 4, arbitrary: recordText },
      { weight: 1, arbitrary: fc.tuple(recordText, fc.nat()).map(([text, at]) => text.slice(0, at % text.length)) },
      { weight: 1, arbitrary: fc.tuple(recordText, recordText).map(([one, other]) => one + other) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('{"id":1,"parts":[{"a":1},{"a":2}]}', '{"foo":[{"time":"2022-03-01","action":"a"}]}'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom('', '\r', '[', ']', ',', '\0\0', '{"records":[', '1', '{"a":\n1}', '\ufeff', '\x1e', '{"a":"'),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 30 }), count, blockSize, async (lines, workers, size) => {
        await check(lines, workers, size);
      }),
      { numRuns: runs(40) },
    );
  });

  it('answers the same when a worker crashes', async () => {
    const lines = Array.from({ length: 40 }, (_, line) =>
      JSON.stringify({ operationName: `o${line % 3}`, env_epoch: 'E1', env_seqNum: line }),
    );
    for (const crashAt of [0, 1, 5]) {
      for (const wanted of [2, 3]) {
        const { crashes, started, failed } = await check(lines, wanted, 200, [crashAt]);
        expect({ crashes, started, failed }).toEqual({ crashes: [true], started: wanted + 1, failed: 0 });
      }
    }
  });

  it('answers the same however often workers crash', async () => {
    const crashAt = fc.array(fc.nat({ max: 30 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(recordText, { minLength: 5, maxLength: 30 }),
        count,
        blockSize,
        crashAt,
        async (lines, workers, size, at) => {
          await check(lines, workers, size, at);
        },
      ),
      { numRuns: runs(30) },
    );
  });

  it('starts a worker again three times, and reads on without those that go on crashing', async () => {
    const lines = Array.from({ length: 400 }, (_, line) => JSON.stringify({ operationName: `o${line % 3}`, env_seqNum: line }));
    const { crashes } = await check(
      lines,
      2,
      200,
      Array.from({ length: 1000 }, (_, at) => at),
    );
    expect(crashes.filter((isStartedAgain) => isStartedAgain)).toHaveLength(6);
    expect(crashes.slice(-1)).toEqual([false]);
    expect(crashes).toHaveLength(8);
  });

  it('ends blocks behind whole records, which tell where those behind them begin', async () => {
    const record = JSON.stringify({ operationName: 'SetCurrentPolicy', env_cv: 'x'.repeat(80) });
    const lines = Array.from({ length: 900 }, (_, line) => (line % 3 === 1 ? record.replace('"', '') : record));
    const { read: blocks, failed } = await check(lines, 2, 500);
    expect({ blocks: blocks > 100, failed }).toEqual({ blocks: true, failed: 0 });
  });

  it('goes on with workers behind a line that they cannot read', async () => {
    const record = JSON.stringify({ operationName: 'SetCurrentPolicy', env_cv: 'x'.repeat(80) });
    const lines = Array.from({ length: 200 }, (_, line) => (line === 50 ? '{"a":"' : record));
    const { read: blocks, failed } = await check(lines, 2, 500);
    expect({ blocks: blocks > 30, failed: failed < 3 }).toEqual({ blocks: true, failed: true });
  });

  it('answers the same of large blocks', async () => {
    const lines = Array.from({ length: 40_000 }, (_, line) =>
      line % 5000 === 4999 ? '{"env_time":"0001-01-01T00:00:00Z","env_epoch":"E","env_seqNum":18446744073709551615}' : '{"a":1}',
    );
    const { failed } = await check(lines, 2, 200_000);
    expect(failed).toBe(0);
  });

  it('gives up where no block can be read', async () => {
    const lines = Array.from({ length: 2000 }, () => '{"operationName":\n"SetCurrentPolicy"}');
    const { read: blocks } = await check(lines, 2, 500);
    expect(blocks).toBeLessThan(20);
  });

  it('ends its workers when nobody wants it any more', async () => {
    const bytes = encoder.encode(
      [...beginning, ...Array.from({ length: 20_000 }, () => '{"operationName":"SetCurrentPolicy"}')].join('\n'),
    );
    const workers = new BytesBlockWorkers(bytes, 2, 100);
    const session = new LogSession(() => undefined, nodeCompression, workers);
    const reading = session.read([new BytesSource('log.ndjson', bytes)]);
    await expect.poll(() => workers.read, { interval: 1 }).toBeGreaterThan(2);
    await session.close();
    await reading;
    expect(workers.closed).toBe(2);
    expect(workers.read).toBeLessThan(6000);
  });
});
