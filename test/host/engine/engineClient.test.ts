import { describe, expect, it } from 'vitest';
import { EngineClient } from '../../../src/host/engine/engineClient.ts';
import type { WorkerEvents } from '../../../src/host/engine/workerPort.ts';
import type { ToReceiver } from '../../../src/protocol/channel.ts';
import type { SourceDescription, ToEngine } from '../../../src/protocol/engineMessages.ts';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';

const source: SourceDescription = { kind: 'text', text: '{}', name: 'a.json', version: 1 };
const never = new AbortController().signal;

/** A worker that keeps what it is reported and says what the test wants. */
class WorkerDouble {
  readonly received: ToEngine[] = [];
  readonly events: WorkerEvents;
  isTerminated = false;

  constructor(events: WorkerEvents) {
    this.events = events;
  }

  /** The last message of a kind. */
  last<Kind extends ToEngine['kind']>(kind: Kind): ToEngine & { readonly kind: Kind } {
    const found = this.received.findLast((message) => message.kind === kind);
    if (found === undefined) {
      throw new Error(`No ${kind} was sent`);
    }
    return found as ToEngine & { readonly kind: Kind };
  }

  /** The last message of a kind on the session's channel. */
  lastOf(kind: ToReceiver['kind']): ToReceiver {
    return this.received
      .flatMap((message) => (message.kind === 'channel' ? [message.message] : []))
      .findLast((sent) => sent.kind === kind)!;
  }

  snapshot(number: number, reading = 1): void {
    const session = this.last('open').session;
    this.events.message({ kind: 'snapshot', session, snapshot: { snapshot: number, reading } as Snapshot });
  }

  answer(snapshot: number): void {
    const answer = { ref: { source: 0, index: 0 }, snapshot };
    const { id } = this.lastOf('request');
    const message = { kind: 'outcome', id, outcome: { status: 'ok', answer: answer as never } } as const;
    this.events.message({ kind: 'channel', session: this.last('channel').session, message });
  }
}

function setUp({ failingStarts = 0 } = {}) {
  const workers: WorkerDouble[] = [];
  const givenUp: string[] = [];
  const lines: string[] = [];
  const clock = { time: 0 };
  let starts = 0;
  const client = new EngineClient({
    startWorker: async (events) => {
      starts += 1;
      if (starts <= failingStarts) {
        throw new Error('no threads left');
      }
      const worker = new WorkerDouble(events);
      workers.push(worker);
      return { post: (message) => worker.received.push(structuredClone(message)), terminate: () => (worker.isTerminated = true) };
    },
    log: { info: () => undefined, warn: (line) => lines.push(line), error: (line) => lines.push(line) },
    now: () => clock.time,
    onGivenUp: (reason) => givenUp.push(reason),
  });
  const worker = (): WorkerDouble => {
    const newest = workers.at(-1);
    if (newest === undefined) {
      throw new Error('No worker was started');
    }
    return newest;
  };
  return { client, worker, workers, givenUp, lines, clock };
}

/** Lets everything run that waits only for promises. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const read = async (): Promise<readonly SourceDescription[]> => [source];

describe('EngineClient', () => {
  it('starts no worker before a log is opened', async () => {
    const { client, workers } = setUp();
    await settle();
    expect(client.wasStarted).toBe(false);
    expect(workers).toHaveLength(0);
  });

  it('serves all logs by one worker', async () => {
    const { client, worker, workers } = setUp();
    client.open(read);
    client.open(read);
    await settle();
    expect(workers).toHaveLength(1);
    const opened = worker().received.filter(({ kind }) => kind === 'open');
    expect(new Set(opened.map((message) => message.kind === 'open' && message.session)).size).toBe(2);
  });

  it('asks what was asked before the log was opened', async () => {
    const { client, worker } = setUp();
    const session = client.open(read);
    const asked = session.request('record', { ref: { source: 0, index: 0 } }, never);
    await settle();
    expect(worker().received.map(({ kind }) => kind)).toEqual(['open', 'channel']);
    worker().answer(7);
    expect(await asked).toMatchObject({ status: 'ok', answer: { snapshot: 7 } });
  });

  it('ends requests as cancelled, and tells the engine', async () => {
    const { client, worker } = setUp();
    const session = client.open(read);
    const early = new AbortController();
    const late = new AbortController();
    const waiting = session.request('summary', { query: '', top: 1 }, early.signal);
    early.abort();
    expect(await waiting).toEqual({ status: 'cancelled' });
    await settle();
    expect(worker().received.map(({ kind }) => kind)).toEqual(['open']);
    const sent = session.request('summary', { query: '', top: 1 }, late.signal);
    late.abort();
    expect(await sent).toEqual({ status: 'cancelled' });
    expect(worker().lastOf('cancel').id).toBe(worker().lastOf('request').id);
    expect(await session.request('summary', { query: '', top: 1 }, late.signal)).toEqual({ status: 'cancelled' });
  });

  it('ends requests as closed with their session', async () => {
    const { client, worker } = setUp();
    const session = client.open(read);
    await settle();
    const asked = session.request('summary', { query: '', top: 1 }, never);
    client.close(session);
    expect(await asked).toEqual({ status: 'closed' });
    expect(await session.request('summary', { query: '', top: 1 }, never)).toEqual({ status: 'closed' });
    expect(worker().last('close').session).toBe(worker().last('open').session);
    expect(client.sessionCount).toBe(0);
  });

  it('reads again after a crash, and snapshot numbers go on rising', async () => {
    const { client, worker, workers } = setUp();
    const session = client.open(read);
    const numbers: number[] = [];
    session.onSnapshot(({ snapshot }) => numbers.push(snapshot));
    await settle();
    worker().snapshot(1);
    worker().snapshot(2);
    const asked = session.request('summary', { query: '', top: 1 }, never);
    const first = worker();
    first.events.crash('out of memory');
    expect(await asked).toEqual({ status: 'restarted' });
    await settle();
    expect(workers).toHaveLength(2);
    worker().snapshot(1);
    first.snapshot(9);
    expect(numbers).toEqual([1, 2, 3]);
    const again = session.request('record', { ref: { source: 0, index: 0 } }, never);
    worker().answer(1);
    expect(await again).toMatchObject({ answer: { snapshot: 3 } });
  });

  it('gives up after three crashes within a minute', async () => {
    const { client, worker, givenUp } = setUp();
    const session = client.open(read);
    for (let crash = 0; crash < 3; crash += 1) {
      await settle();
      worker().events.crash('bad luck');
    }
    await settle();
    expect(givenUp).toEqual(['bad luck']);
    expect(session.snapshot?.problem).toEqual({ code: 'host.engineFailed', args: ['bad luck'] });
    expect(await session.request('summary', { query: '', top: 1 }, never)).toEqual({
      status: 'error',
      message: { code: 'host.engineFailed', args: ['bad luck'] },
    });
    const later = client.open(read);
    expect(await later.request('summary', { query: '', top: 1 }, never)).toEqual({
      status: 'error',
      message: { code: 'host.engineFailed', args: ['bad luck'] },
    });
  });

  it('forgives crashes that are far apart', async () => {
    const { client, worker, workers, givenUp, clock } = setUp();
    client.open(read);
    for (let crash = 0; crash < 5; crash += 1) {
      await settle();
      worker().events.crash('bad luck');
      clock.time += 61_000;
    }
    await settle();
    expect(givenUp).toEqual([]);
    expect(workers).toHaveLength(6);
  });

  it('starts the worker while the sources are still being found', async () => {
    const { client, workers } = setUp();
    client.open(() => new Promise(() => undefined));
    await settle();
    expect(workers.map(({ received }) => received)).toEqual([[]]);
  });

  it.each([
    [true, 'is started again'],
    [false, 'reads on without it'],
  ])('tells in the log of a thread that crashed, and goes on: started again %s', async (isStartedAgain, reported) => {
    const { client, worker, lines, workers } = setUp();
    client.open(read);
    await settle();
    worker().events.message({ kind: 'threadCrashed', reason: 'out of memory', isStartedAgain });
    expect(lines).toEqual([expect.stringMatching(`${reported}: out of memory`)]);
    expect(workers).toHaveLength(1);
    expect(worker().isTerminated).toBe(false);
  });

  it('tries again when the worker does not start', async () => {
    const { client, worker, lines } = setUp({ failingStarts: 2 });
    client.open(read);
    await settle();
    expect(lines).toHaveLength(2);
    expect(worker().received.map(({ kind }) => kind)).toEqual(['open']);
  });

  it('replaces the content, newest wins', async () => {
    const { client, worker } = setUp();
    const found: (() => void)[] = [];
    let isLate = true;
    const session = client.open(async () => {
      const text = String(found.length + 1);
      await new Promise<void>((resolve) => {
        found.push(resolve);
        if (!isLate) {
          resolve();
        }
      });
      return [{ kind: 'text', text, name: 'a', version: 1 }];
    });
    void session.read();
    const newest = session.read();
    // The sources of the newest reading are found first.
    found.toReversed().forEach((resolve) => resolve());
    isLate = false;
    await newest;
    await settle();
    expect(worker().received).toEqual([
      expect.objectContaining({ kind: 'open', sources: [{ kind: 'text', text: '3', name: 'a', version: 1 }] }),
    ]);
    await session.read();
    expect(worker().last('replace')).toMatchObject({ sources: [{ text: '4' }] });
  });

  it('hands the whole text over again where the engine has lost it', async () => {
    const { client, worker } = setUp();
    client.open(read);
    await settle();
    worker().events.message({ kind: 'textLost', session: worker().last('open').session });
    await settle();
    expect(worker().received.map(({ kind }) => kind)).toEqual(['open', 'replace']);
  });

  it('looks again at a log that has changed, and reads anew what must be', async () => {
    const { client, worker } = setUp();
    const session = client.open(read);
    await settle();
    await session.follow();
    expect(worker().received.map(({ kind }) => kind)).toEqual(['open', 'follow']);
    // A look does not take the place of a reading that was asked for.
    await Promise.all([session.read(), session.follow()]);
    expect(worker().received.map(({ kind }) => kind)).toEqual(['open', 'follow', 'replace']);
    await session.follow();
    expect(worker().received.at(-1)).toMatchObject({ kind: 'follow', sources: [source] });
  });

  it('takes a log that a new worker reads for the same one', async () => {
    const { client, worker } = setUp();
    const session = client.open(read);
    await settle();
    worker().snapshot(1, 3);
    worker().events.crash('out of memory');
    await settle();
    worker().snapshot(1, 1);
    expect(session.snapshot).toMatchObject({ snapshot: 2, reading: 3 });
    worker().snapshot(2, 2);
    expect(session.snapshot).toMatchObject({ snapshot: 3, reading: 4 });
  });

  it('says what is wrong with a source, and reads it when it is right again', async () => {
    const { client, worker } = setUp();
    let isReadable = false;
    const session = client.open(async () => {
      if (!isReadable) {
        throw new Error('gone');
      }
      return [source];
    });
    const asked = session.request('summary', { query: '', top: 1 }, never);
    expect(await asked).toEqual({ status: 'error', message: { code: 'host.unreadable', args: ['Error: gone'] } });
    expect(session.snapshot).toMatchObject({ snapshot: 1, complete: true, problem: { code: 'host.unreadable' } });
    isReadable = true;
    await session.read();
    await settle();
    worker().snapshot(1);
    expect(session.snapshot?.snapshot).toBe(2);
  });

  it('ends the worker and everything under way when it is disposed', async () => {
    const { client, worker } = setUp();
    const session = client.open(read);
    await settle();
    const asked = session.request('summary', { query: '', top: 1 }, never);
    client.dispose();
    expect(await asked).toEqual({ status: 'closed' });
    expect(worker().isTerminated).toBe(true);
  });
});
