import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../../src/protocol/answers/snapshot.ts';
import type { AnyOutcome, ToReceiver } from '../../../src/protocol/channel.ts';
import { HostLink } from '../../../webview/base/hostLink.ts';
import { SearchController, together, type Search } from '../../../webview/base/searchController.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A controller and the messages that it sends. */
function setUp() {
  const sent: ToReceiver[] = [];
  const link = new HostLink((message) => {
    if (message.kind === 'request' || message.kind === 'cancel') {
      sent.push(message);
    }
  });
  const host = {
    addController: (): void => undefined,
    removeController: (): void => undefined,
    requestUpdate: (): void => undefined,
    updateComplete: Promise.resolve(true),
  };
  const controller = new SearchController(host, 'readField');
  const want = (field: string | undefined, snapshot = 1): void =>
    controller.want(link, field === undefined ? undefined : { field }, { snapshot } as Snapshot);
  const end = async (id: number, status: 'ok' | 'restarted'): Promise<void> => {
    link.receive({ kind: 'outcome', id, outcome: { status, answer: { snapshot: 1 } } as AnyOutcome });
    await vi.advanceTimersByTimeAsync(0);
  };
  const messages = (): readonly string[] => sent.map(({ kind, id }) => `${kind} ${id}`);
  return { controller, want, end, messages };
}

describe('a search of the page', () => {
  it('begins when something is sought, ticks while it runs, and ends', async () => {
    const { controller, want, end, messages } = setUp();
    want(undefined);
    expect([controller.search.state, messages()]).toEqual(['done', []]);
    want('key.a');
    want('key.a');
    const { tick } = controller.search;
    expect([controller.search.state, controller.search.isPartial, messages()]).toEqual(['running', false, ['request 1']]);
    await vi.advanceTimersByTimeAsync(600);
    expect([controller.search.isPartial, controller.search.tick]).toEqual([true, tick + 2]);
    await end(1, 'ok');
    expect(controller.search).toEqual({ state: 'done', isPartial: false, tick: tick + 3 });
    want('key.a');
    expect(messages()).toHaveLength(1);
  });

  it('is made again for a newer snapshot, and another for something else', async () => {
    const { want, end, messages } = setUp();
    want('key.a');
    await end(1, 'ok');
    want('key.a', 2);
    want('key.b', 2);
    want(undefined, 2);
    expect(messages()).toEqual(['request 1', 'request 2', 'cancel 2', 'request 3', 'cancel 3']);
  });

  it('stops and resumes when the user says so', async () => {
    const { controller, want, end, messages } = setUp();
    want('key.a');
    controller.stop();
    want('key.a', 2);
    expect([controller.search.state, controller.search.isPartial, messages()]).toEqual(['stopped', true, ['request 1', 'cancel 1']]);
    controller.resume();
    controller.resume();
    expect([controller.search.state, messages()]).toEqual(['running', ['request 1', 'cancel 1', 'request 2']]);
    await end(2, 'ok');
    expect(controller.search.state).toBe('done');
  });

  it('is sent again after a pause where the engine has started again', async () => {
    const { controller, want, end, messages } = setUp();
    want('key.a');
    await end(1, 'restarted');
    await vi.advanceTimersByTimeAsync(300);
    expect(controller.search.state).toBe('running');
    want('key.a');
    expect(messages()).toEqual(['request 1', 'request 2']);
  });
});

it.each<[one: Search['state'], other: Search['state'], both: Search['state']]>([
  ['done', 'done', 'done'],
  ['done', 'running', 'running'],
  ['stopped', 'running', 'running'],
  ['stopped', 'done', 'stopped'],
])('two searches that are %s and %s are %s together', (one, other, both) => {
  const search = (state: Search['state'], tick: number): Search => ({ state, isPartial: state !== 'done', tick });
  expect(together(search(one, 3), search(other, 4))).toEqual({ state: both, isPartial: both !== 'done', tick: 7 });
});
