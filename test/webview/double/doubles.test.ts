import { describe, expect, it } from 'vitest';
import { LogSession } from '../../../src/engine/session/logSession.ts';
import { nodeCompression } from '../../../src/engine/node/nodeCompression.ts';
import type { Order } from '../../../src/protocol/answers/page.ts';
import type { Responder, Outcome, RequestName, Requests } from '../../../src/protocol/requests.ts';
import { ChangingFile } from '../../engine/session/changingFile.ts';
import { ndjson, RealLog } from '../realLog.ts';
import { HeldAnswers } from './heldAnswers.ts';
import { inventedLog } from './inventedRecords.ts';
import { failingEngine, fullPagesEngine, restartingEngine } from './troubledEngines.ts';
import { VastEngine, vastRecord } from './vastEngine.ts';

type Question = { readonly [Name in RequestName]: readonly [name: Name, params: Requests[Name]['params']] }[RequestName];

const never = new AbortController().signal;
const orders: readonly Order[] = ['file', 'oldest', 'newest'];
const second = 10_000_000n;

function pages(query: string, count: number): readonly Question[] {
  const positions = [0, 1, 127, 128, Math.floor(count / 2), count - 1, count, count + 1000].filter((at) => at >= 0);
  return orders.flatMap((order) =>
    [0, 1, 50, 128, 1000].flatMap((size): readonly Question[] => [
      ...positions.map((at): Question => ['page', { query, order, from: { at }, count: size }]),
      ...positions
        .filter((index) => index < count)
        .map((index): Question => ['page', { query, order, from: { around: { source: 0, index } }, count: size }]),
    ]),
  );
}

/** Asks an engine; numbers of snapshots say how an answer came about, not what it says. */
async function asked(engine: Responder, [name, params]: Question): Promise<Outcome<unknown>> {
  const outcome = await engine.request(name, params, never);
  return outcome.status === 'ok' ? { status: 'ok', answer: { ...outcome.answer, snapshot: 0 } } : outcome;
}

async function expectSame(double: Responder, real: Responder, questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    expect({ question, ...(await asked(double, question)) }).toEqual({ question, ...(await asked(real, question)) });
  }
}

describe('the engine of a vast log', () => {
  const start = 637_398_936_000_000_000n;

  it.each([1, 2, 127, 128, 129, 300, 1000])('answers as the real engine does of %d records', async (count) => {
    const vast = await VastEngine.of(count);
    const real = await RealLog.open(Array.from({ length: count }, (_, index) => vastRecord(index)));
    expect({ ...vast.snapshot, snapshot: 0 }).toEqual({ ...real.snapshot, snapshot: 0 });
    const ranges = [
      [start - 7n * second, start + 9n * second],
      [start + 1n, start + 2n * second],
      [start + 2n * second, start + 2n * second + 1n],
      [start, start + 5000n * second],
      [start - 1000n * second, start - second],
    ] as const;
    await expectSame(vast, real, [
      ...pages('', count),
      ...[0, Math.floor(count / 2), count - 1].map((index): Question => ['record', { ref: { source: 0, index } }]),
      ...[1, 2, 3, 10, 600, 4096].flatMap((width): readonly Question[] => [
        ['timeline', { query: '', width }],
        ...ranges.map(([from, to]): Question => ['timeline', { query: '', width, range: [String(from), String(to)] }]),
      ]),
      ['outliers', { query: '' }],
      ['findings', { query: '', limit: 50, items: 5 }],
      ['facets', { query: '', field: 'resultGroup', limit: 4 }],
      ['coverage', { epochs: 10, gaps: 10 }],
      ['formats', {}],
    ]);
  });

  it('refuses what it does not know', async () => {
    const vast = await VastEngine.of(10);
    const questions: readonly Question[] = [
      ['page', { query: 'operation:SetCurrentPolicy', order: 'file', from: { at: 0 }, count: 5 }],
      ['facets', { query: '', field: 'seq', limit: 5 }],
      ['timeline', { query: '', width: 10, lanesBy: { field: 'caller', limit: 3 } }],
      ['profile', { query: '', limit: 5 }],
      ['summary', { query: '', top: 5 }],
    ];
    for (const question of questions) {
      expect(await asked(vast, question)).toMatchObject({ status: 'error' });
    }
  });
});

describe('answers that are held back', () => {
  it('are those of the real engine', async () => {
    const real = await RealLog.open(inventedLog(300));
    await expectSame(new HeldAnswers(real), real, pages('resultGroup:success', 200));
  });
});

describe('an engine that fails', () => {
  it('fails as the real one does when the bytes of its log cannot be read', async () => {
    const file = new ChangingFile(ndjson(inventedLog(10)));
    const source = file.source();
    let isBroken = false;
    const session = new LogSession(() => undefined, nodeCompression);
    await session.read([
      { ...source, read: (...range) => (isBroken ? Promise.reject(new Error('out of breath')) : source.read(...range)) },
    ]);
    isBroken = true;
    const question: Question = ['record', { ref: { source: 0, index: 3 } }];
    expect(await asked(session, question)).toEqual(await asked(failingEngine('Error: out of breath'), question));
  });
});

describe('an engine that starts again', () => {
  it('says so as the real one does when its log is read anew, and answers then', async () => {
    const real = await RealLog.open(inventedLog(10));
    const question: Question = ['page', { query: 'text:contoso', order: 'newest', from: { at: 0 }, count: 5 }];
    const [restarted] = await Promise.all([asked(real, question), real.replace(inventedLog(20))]);
    const restarting = restartingEngine(real, 1);
    expect(await asked(restarting, question)).toEqual(restarted);
    await expectSame(restarting, real, [question]);
  });
});

describe('an engine of full pages', () => {
  it('has the rows of the real one where it says that they stand', async () => {
    const real = await RealLog.open(inventedLog(300));
    const full = fullPagesEngine(real);
    for (const order of orders) {
      const all = await real.request('page', { query: '', order, from: { at: 0 }, count: 1000 }, never);
      for (const at of [0, 128, 200, 256, 301, 302]) {
        const page = await full.request('page', { query: '', order, from: { at }, count: 128 }, never);
        if (all.status !== 'ok' || page.status !== 'ok') {
          throw new Error('the engine always answers');
        }
        expect(page.answer.at).toBe(Math.min(at, 302 - 128));
        expect(page.answer.rows).toEqual(all.answer.rows.slice(page.answer.at, page.answer.at + 128));
      }
    }
  });
});
