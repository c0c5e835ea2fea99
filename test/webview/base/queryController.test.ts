import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { AnyOutcome, ToReceiver } from '../../../src/protocol/channel.ts';
import { HostLink } from '../../../webview/base/hostLink.ts';
import { QueryController, withoutWaiting } from '../../../webview/base/queryController.ts';
import { noSearch, type Search } from '../../../webview/base/searchController.ts';
import type { ViewContext } from '../../../webview/base/viewContext.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A controller, the host that draws it, and the messages that it sends. */
function setUp() {
  const sent: ToReceiver[] = [];
  const link = new HostLink((message) => {
    if (message.kind === 'request' || message.kind === 'cancel') {
      sent.push(message);
    }
  });
  const host = {
    updates: 0,
    addController: (): void => undefined,
    removeController: (): void => undefined,
    requestUpdate: () => void host.updates++,
    updateComplete: Promise.resolve(true),
  };
  const controller = new QueryController(host, 'summary');
  const context = (snapshot: number, search: Search = noSearch): ViewContext =>
    ({ link, snapshot: { snapshot } as Snapshot, search }) as unknown as ViewContext;
  const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
  const end = async (id: number, outcome: AnyOutcome): Promise<void> => {
    link.receive({ kind: 'outcome', id, outcome });
    await settle();
  };
  const answer = (id: number, snapshot: number, more: object = {}): Promise<void> =>
    end(id, { status: 'ok', answer: { snapshot, ...more } as never });
  const requests = (): readonly unknown[] => sent.flatMap((message) => (message.kind === 'request' ? [message.params] : []));
  return { controller, context, sent, requests, answer, end, host };
}

const all = { query: '', top: 1 };
const some = { query: 'a', top: 1 };

describe('the query of a panel', () => {
  it('is sent when what the panel wants changes, and drawn when it is answered', async () => {
    const { controller, context, requests, answer, host } = setUp();
    controller.want(context(1), all);
    controller.want(context(1), all);
    expect(requests()).toEqual([all]);
    expect(controller.isWaiting).toBe(true);
    await answer(1, 1);
    expect([controller.answer?.snapshot, controller.isWaiting, host.updates]).toEqual([1, false, 1]);
  });

  it('is cancelled by a newer one, and the last good answer stays until the newer one is answered', async () => {
    const { controller, context, sent, answer } = setUp();
    controller.want(context(1), all);
    await answer(1, 1);
    controller.want(context(1), some);
    controller.want(context(1), { query: 'ab', top: 1 });
    expect(sent.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['request 1', 'request 2', 'cancel 2', 'request 3']);
    await answer(2, 8);
    expect(controller.answer?.snapshot).toBe(1);
    await answer(3, 9);
    expect(controller.answer?.snapshot).toBe(9);
  });

  it('is renewed after a pause when the log has grown', async () => {
    const { controller, context, requests, answer } = setUp();
    controller.want(context(1), all);
    await answer(1, 1);
    controller.want(context(2), all);
    controller.want(context(3), all);
    expect(requests()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(requests()).toHaveLength(2);
    await answer(2, 3);
    await vi.advanceTimersByTimeAsync(5000);
    expect(requests()).toHaveLength(2);
  });

  it('is sent again when the engine has started again, and says what is wrong otherwise', async () => {
    const { controller, context, requests, end } = setUp();
    controller.want(context(1), all);
    await end(1, { status: 'restarted' });
    expect(controller.problem).toBeUndefined();
    await vi.advanceTimersByTimeAsync(300);
    expect(requests()).toHaveLength(2);
    await end(2, { status: 'error', message: { code: 'engine.noField', args: ['x'] } });
    expect(controller.problem).toContain('x');
    controller.want(context(1), undefined);
    expect([controller.problem, controller.answer]).toEqual([undefined, undefined]);
  });

  it('does not wait for a search that runs, and is sent again at its next tick', async () => {
    const { controller, context, requests, answer } = setUp();
    const running = (tick: number): Search => ({ state: 'running', isPartial: false, tick });
    controller.want(context(1, running(1)), some);
    expect(requests()).toEqual([{ ...some, soFar: true }]);
    await answer(1, 1, { searching: { left: 5, total: 9 } });
    controller.want(context(1, running(1)), some);
    expect(requests()).toHaveLength(1);
    controller.want(context(1, running(2)), some);
    expect(requests()).toHaveLength(2);
  });

  it('is cancelled when the panel goes', () => {
    const { controller, context, sent } = setUp();
    controller.want(context(1), all);
    controller.hostDisconnected();
    expect(sent.map(({ kind }) => kind)).toEqual(['request', 'cancel']);
    controller.want(context(1), all);
    expect(sent.map(({ kind }) => kind)).toEqual(['request', 'cancel', 'request']);
  });

  it('has no wish to be partial where it has no filter', () => {
    const running: Search = { state: 'running', isPartial: true, tick: 1 };
    expect(withoutWaiting({ ref: 1 }, running)).toEqual({ ref: 1 });
    expect(withoutWaiting(all, noSearch)).toEqual(all);
  });
});
