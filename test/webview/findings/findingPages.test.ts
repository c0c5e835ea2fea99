import type { ReactiveControllerHost } from 'lit';
import { describe, expect, it } from 'vitest';
import type { Requests } from '../../../src/protocol/requests.ts';
import { FindingPages } from '../../../webview/findings/findingPages.ts';
import type { ViewContext } from '../../../webview/base/viewContext.ts';

type Params = Requests['findingRows']['params'];

/** Pages whose requests a test answers itself, by the messages of the rows. */
function pagesOfTest() {
  const asked: { readonly params: Params; readonly signal: AbortSignal; readonly answer: (words: string) => void }[] = [];
  let updates = 0;
  const host = { addController: () => undefined, requestUpdate: () => updates++ } as unknown as ReactiveControllerHost;
  const request = (_: string, params: Params, signal: AbortSignal) =>
    new Promise((resolve) => {
      const rows = (words: string) => Array.from({ length: params.count }, (__, row) => ({ pointer: `${words} ${params.at + row}` }));
      asked.push({ params, signal, answer: (words) => resolve({ status: 'ok', answer: { rows: rows(words) } }) });
    });
  const context = (snapshot: number) =>
    ({ link: { request }, snapshot: { snapshot }, search: { state: 'done', tick: 0 } }) as unknown as ViewContext;
  return { pages: new FindingPages(host), asked, context, updates: () => updates };
}

const wanted = (code: string, first: number, end: number) => [{ code, first, end }];

describe('the findings in sight', () => {
  it('are asked for by the hundred, once, and shown when they come', async () => {
    const { pages, asked, context, updates } = pagesOfTest();
    pages.want(context(1), 'q', wanted('a', 95, 130));
    pages.want(context(1), 'q', wanted('a', 95, 130));
    expect(asked.map(({ params }) => params)).toEqual([
      { query: 'q', code: 'a', at: 0, count: 100 },
      { query: 'q', code: 'a', at: 100, count: 100 },
    ]);
    expect(pages.row('a', 99)).toBeUndefined();
    asked[1]!.answer('second');
    await expect.poll(updates).toBe(1);
    expect([pages.row('a', 99), pages.row('a', 100)?.pointer]).toEqual([undefined, 'second 100']);
  });

  it('stay until newer ones of a log that grows have come', async () => {
    const { pages, asked, context, updates } = pagesOfTest();
    pages.want(context(1), '', wanted('a', 0, 5));
    asked[0]!.answer('old');
    await expect.poll(updates).toBe(1);
    pages.want(context(2), '', wanted('a', 0, 5));
    expect([asked.length, pages.row('a', 0)?.pointer]).toEqual([2, 'old 0']);
    asked[1]!.answer('new');
    await expect.poll(() => pages.row('a', 0)?.pointer).toBe('new 0');
  });

  it('are forgotten under another filter, and not waited for where they are out of sight', () => {
    const { pages, asked, context } = pagesOfTest();
    pages.want(context(1), '', wanted('a', 0, 5));
    pages.want(context(1), '', wanted('a', 500, 505));
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    pages.want(context(1), 'other', wanted('a', 500, 505));
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
    pages.hostDisconnected();
    expect(asked[2]!.signal.aborted).toBe(true);
  });
});
