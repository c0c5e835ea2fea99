import { describe, expect, it } from 'vitest';
import {
  type AnyOutcome,
  RequestReceiver,
  RequestSender,
  type Respond,
  type ToReceiver,
  type ToSender,
} from '../../src/protocol/channel.ts';

const never = new AbortController().signal;
const summary = { query: '', top: 1 };
const ok = (snapshot: number): AnyOutcome => ({ status: 'ok', answer: { snapshot } as never });

/** A sender whose messages are kept. */
function sender(): { readonly requests: RequestSender; readonly sent: ToReceiver[] } {
  const sent: ToReceiver[] = [];
  return { requests: new RequestSender((message) => sent.push(message)), sent };
}

describe('the sender of requests', () => {
  it('settles each request by its number, in whatever order the outcomes come', async () => {
    const { requests, sent } = sender();
    const first = requests.request('summary', summary, never);
    const second = requests.request('summary', summary, never);
    expect(sent).toMatchObject([
      { kind: 'request', id: 1, name: 'summary', params: summary },
      { kind: 'request', id: 2 },
    ]);
    requests.receive({ kind: 'outcome', id: 2, outcome: ok(2) });
    requests.receive({ kind: 'outcome', id: 1, outcome: ok(1) });
    requests.receive({ kind: 'outcome', id: 1, outcome: ok(7) });
    requests.receive({ kind: 'outcome', id: 9, outcome: ok(9) });
    expect(await Promise.all([first, second])).toEqual([ok(1), ok(2)]);
  });

  it('hands over parts in order, and none after the end', async () => {
    const { requests } = sender();
    const parts: unknown[] = [];
    const request = requests.request('summary', summary, never, (part) => parts.push(part));
    requests.receive({ kind: 'part', id: 1, part: 'a' });
    requests.receive({ kind: 'part', id: 1, part: 'b' });
    requests.receive({ kind: 'outcome', id: 1, outcome: ok(1) });
    requests.receive({ kind: 'part', id: 1, part: 'late' });
    expect(await request).toEqual(ok(1));
    expect(parts).toEqual(['a', 'b']);
  });

  it('cancels at once, and says so to the far end only if the request was sent', async () => {
    const { requests, sent } = sender();
    const control = new AbortController();
    const request = requests.request('summary', summary, control.signal);
    control.abort();
    expect(await request).toEqual({ status: 'cancelled' });
    expect(await requests.request('summary', summary, control.signal)).toEqual({ status: 'cancelled' });
    expect(sent.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['request 1', 'cancel 1']);

    const closed = new RequestSender();
    const later = new AbortController();
    const waiting = closed.request('summary', summary, later.signal);
    later.abort();
    expect(await waiting).toEqual({ status: 'cancelled' });
    closed.open((message) => sent.push(message));
    expect(sent).toHaveLength(2);
  });

  it('keeps requests while it is closed, and sends them once it is opened', async () => {
    const { requests, sent } = sender();
    const lost = requests.request('summary', summary, never);
    requests.close({ status: 'restarted' });
    const waiting = requests.request('search', { query: 'text:a' }, never);
    expect(await lost).toEqual({ status: 'restarted' });
    expect(sent).toHaveLength(1);
    requests.open((message) => sent.push(message));
    requests.open((message) => sent.push(message));
    expect(sent.slice(1)).toMatchObject([{ kind: 'request', id: 2, name: 'search' }]);
    requests.receive({ kind: 'outcome', id: 2, outcome: ok(3) });
    expect(await waiting).toEqual(ok(3));
  });

  it('ends all requests, also those that wait', async () => {
    const requests = new RequestSender();
    const waiting = requests.request('summary', summary, never);
    requests.endAll({ status: 'closed' });
    expect(await waiting).toEqual({ status: 'closed' });
  });
});

describe('the receiver of requests', () => {
  function receiver(respond: Respond): { readonly requests: RequestReceiver; readonly sent: ToSender[] } {
    const sent: ToSender[] = [];
    return { requests: new RequestReceiver(respond, (message) => sent.push(message)), sent };
  }

  const untilAborted: Respond = (_, __, signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve({ status: 'cancelled' })));
  it('sends parts and then the outcome', async () => {
    const { requests, sent } = receiver(async (name, params, _, emit) => {
      void emit(name);
      void emit(params);
      return ok(4);
    });
    requests.receive({ kind: 'request', id: 5, name: 'summary', params: summary });
    await settled();
    expect(sent).toEqual([
      { kind: 'part', id: 5, part: 'summary' },
      { kind: 'part', id: 5, part: summary },
      { kind: 'outcome', id: 5, outcome: ok(4) },
    ]);
  });

  it('cancels the request that a message names', async () => {
    const { requests, sent } = receiver(untilAborted);
    requests.receive({ kind: 'request', id: 1, name: 'summary', params: summary });
    requests.receive({ kind: 'request', id: 2, name: 'summary', params: summary });
    requests.receive({ kind: 'cancel', id: 2 });
    requests.receive({ kind: 'cancel', id: 3 });
    await settled();
    expect(sent).toEqual([{ kind: 'outcome', id: 2, outcome: { status: 'cancelled' } }]);
  });

  it('cancels what is dropped, or replaced by a request with the same number, and sends nothing of it', async () => {
    const signals: AbortSignal[] = [];
    const { requests, sent } = receiver(async (_, __, signal, emit) => {
      signals.push(signal);
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      void emit('late');
      return ok(1);
    });
    requests.receive({ kind: 'request', id: 1, name: 'summary', params: summary });
    requests.receive({ kind: 'request', id: 1, name: 'summary', params: summary });
    requests.drop();
    await settled();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    expect(sent).toEqual([]);
  });
});

describe('parts', () => {
  it('are sent one at a time, as they are taken', async () => {
    const sent: ToSender[] = [];
    const steps: string[] = [];
    const far = new RequestReceiver(
      async (_, __, ___, emit) => {
        await emit('a');
        steps.push('a was taken');
        await emit('b');
        steps.push('b was taken');
        return { status: 'closed' };
      },
      (message) => sent.push(message),
    );
    far.receive({ kind: 'request', id: 1, name: 'summary', params: summary });
    await settled();
    expect({ sent: sent.length, steps }).toEqual({ sent: 1, steps: [] });
    far.receive({ kind: 'taken', id: 1 });
    await settled();
    expect({ sent: sent.length, steps }).toEqual({ sent: 2, steps: ['a was taken'] });
    // Whoever cancels takes no more: nothing waits for ever.
    far.receive({ kind: 'cancel', id: 1 });
    await settled();
    expect(steps).toEqual(['a was taken', 'b was taken']);
  });

  it('are asked for when the last was used, and end the request where one cannot be', async () => {
    const sent: ToReceiver[] = [];
    const near = new RequestSender((message) => sent.push(message));
    const { promise, resolve } = deferred();
    const used: unknown[] = [];
    const outcome = near.request('summary', summary, never, async (part) => {
      used.push(part);
      await (part === 'a' ? promise : Promise.reject(new Error('The disk is full.')));
    });
    near.receive({ kind: 'part', id: 1, part: 'a' });
    await settled();
    expect(sent.map(({ kind }) => kind)).toEqual(['request']);
    resolve();
    await settled();
    expect(sent.map(({ kind }) => kind)).toEqual(['request', 'taken']);
    near.receive({ kind: 'part', id: 1, part: 'b' });
    expect(await outcome).toEqual({ status: 'cancelled' });
    expect(sent.map(({ kind }) => kind)).toEqual(['request', 'taken', 'cancel']);
    expect(used).toEqual(['a', 'b']);
  });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await Promise.resolve();
  }
}
