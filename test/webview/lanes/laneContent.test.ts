import type { ReactiveControllerHost } from 'lit';
import { expect, it } from 'vitest';
import { initialState } from '../../../src/host/editor/viewHistory.ts';
import { ticksFromText } from '../../../src/core/record/ticks.ts';
import type { TimeSpan } from '../../../src/core/timeline/timeSpan.ts';
import type { Responder } from '../../../src/protocol/requests.ts';
import { HostLink } from '../../../webview/base/hostLink.ts';
import { noSearch } from '../../../webview/base/searchController.ts';
import type { ViewContext } from '../../../webview/base/viewContext.ts';
import { firstChoice } from '../../../webview/lanes/laneChoice.ts';
import { LaneContent, type LaneView } from '../../../webview/lanes/laneContent.ts';
import { HostDouble } from '../double/hostDouble.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';

const engine = await RealLog.open(inventedLog(150));
const { from, to } = await engine.request('timeline', { query: '', width: 100 }, new AbortController().signal).then((outcome) => {
  if (outcome.status !== 'ok') {
    throw new Error(outcome.status);
  }
  return { from: ticksFromText(outcome.answer.from)!, to: ticksFromText(outcome.answer.to)! };
});

/** Lanes over the real engine, with what they have asked, and a wait until they are to be updated. */
function lanes() {
  const asked: string[] = [];
  let updated = Promise.withResolvers<void>();
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => updated.resolve(),
    updateComplete: Promise.resolve(true),
  };
  class Link extends HostLink {
    override readonly request: Responder['request'] = (name, params, signal) => {
      asked.push(name);
      return engine.request(name, params, signal);
    };
  }
  const { settings } = new HostDouble(engine, engine.snapshot);
  const context: ViewContext = {
    link: new Link(() => undefined),
    snapshot: engine.snapshot,
    view: { state: initialState, canGoBack: false, canGoForward: false },
    settings,
    recentFilters: [],
    search: noSearch,
    formats: undefined,
  };
  const viewOf = (span: TimeSpan): LaneView => ({
    context,
    choice: firstChoice,
    isTable: false,
    top: 0,
    size: { width: 800, height: 400 },
    span,
  });
  const nextUpdate = async (): Promise<void> => {
    await updated.promise;
    updated = Promise.withResolvers();
  };
  return { content: new LaneContent(host), asked, viewOf, nextUpdate };
}

it('asks once while nothing changes, and draws what is known at its new place while the axis moves', async () => {
  const { content, asked, viewOf, nextUpdate } = lanes();
  const whole = { from, to };
  let view = viewOf(whole);
  content.follow(view);
  while (!content.rows.some((row) => row.kind === 'value' && row.buckets !== undefined)) {
    await nextUpdate();
    content.follow(view);
  }
  expect([...new Set(asked)].toSorted()).toEqual(['facets', 'states', 'timeline']);
  const before = asked.length;
  content.follow(view);
  content.follow(view);
  expect(asked).toHaveLength(before);

  const row = content.rows.find((one) => one.kind === 'value' && one.buckets !== undefined)!;
  const [first] = content.itemsOf(row);
  const half = (to - from) / 2n;
  // One that is asked for at once, and one right after it.
  for (const shift of [1n, 2n]) {
    view = viewOf({ from: ticksFromText(String(from - shift * half))!, to });
    content.follow(view);
  }
  expect(asked.length).toBeGreaterThanOrEqual(before);
  const during = asked.length;
  const [moved] = content.itemsOf(row);
  expect(moved!.left).toBeGreaterThan(first!.left + 300);
  expect(content.labelOf(row)).not.toBe('');
  content.follow(view);
  expect(asked).toHaveLength(during);
  // Once the axis rests, the lanes ask for what it shows.
  while (asked.length === during) {
    await nextUpdate();
    content.follow(view);
  }
  expect(asked.length).toBeGreaterThan(during);
});

it('holds nothing where nothing can be in view', () => {
  const { content, asked } = lanes();
  content.follow(undefined);
  expect([content.rows, content.inView, asked]).toEqual([[], { first: 0, rows: [] }, []]);
});
