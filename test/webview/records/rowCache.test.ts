import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/protocol/answers/page.ts';
import type { Answering } from '../../../src/protocol/requests.ts';
import { RowCache } from '../../../webview/records/rowCache.ts';

interface Asked {
  readonly at: number;
  readonly signal: AbortSignal;
  readonly answer: (page: Pick<Page, 'snapshot' | 'matching'>) => void;
}

/** An engine that answers when the test says so. */
function heldEngine(): { readonly asked: Asked[]; readonly answering: Answering } {
  const asked: Asked[] = [];
  const answering = {
    ask: (_name: string, params: { readonly from: { readonly at: number } }, signal: AbortSignal) =>
      new Promise((resolve) => {
        const { at } = params.from;
        asked.push({
          at,
          signal,
          answer: (page) => resolve({ status: 'ok', answer: { at, rows: [], total: page.matching, found: null, ...page } }),
        });
      }),
  };
  return { asked, answering: answering as unknown as Answering };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('rows in view', () => {
  it('are asked for in chunks, each once', () => {
    const { asked, answering } = heldEngine();
    const cache = new RowCache(answering, '', 'file', () => undefined);
    cache.want(120, 140, 1);
    cache.want(121, 141, 1);
    expect(asked.map(({ at }) => at)).toEqual([0, 128]);
  });

  it('are no longer asked for once they have left the view', () => {
    const { asked, answering } = heldEngine();
    const cache = new RowCache(answering, '', 'file', () => undefined);
    cache.want(0, 20, 1);
    cache.want(1_000_000, 1_000_020, 1);
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  it('are asked for anew when the log has grown, and only then', async () => {
    const { asked, answering } = heldEngine();
    const cache = new RowCache(answering, '', 'file', () => undefined);
    cache.want(0, 20, 1);
    asked[0]!.answer({ snapshot: 1, matching: 50 });
    await settled();
    expect(cache.matching).toBe(50);
    cache.want(0, 20, 1);
    expect(asked.length).toBe(1);
    cache.want(0, 20, 2);
    expect(asked.length).toBe(2);
  });

  it('are not kept when they arrive after the list is gone', async () => {
    const { asked, answering } = heldEngine();
    let changes = 0;
    const cache = new RowCache(answering, '', 'file', () => changes++);
    cache.want(0, 20, 1);
    cache.dispose();
    asked[0]!.answer({ snapshot: 1, matching: 50 });
    await settled();
    expect([changes, cache.matching]).toEqual([0, undefined]);
  });
});
