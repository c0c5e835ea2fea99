import { describe, expect, it, vi } from 'vitest';
import type { Responder } from '../../../src/protocol/requests.ts';
import type { FromWebview, ViewState } from '../../../src/protocol/viewMessages.ts';
import type { ViewContext } from '../../../webview/base/viewContext.ts';
import { HostLink } from '../../../webview/base/hostLink.ts';
import { noSearch } from '../../../webview/base/searchController.ts';
import { FollowedSelection } from '../../../webview/records/followedSelection.ts';
import { inventedLog } from '../double/inventedRecords.ts';
import { RealLog } from '../realLog.ts';

/** A list over a real log whose host selects what it is told to, and agrees to what the list selects. */
class FollowingList {
  readonly selection: FollowedSelection;
  readonly #log: RealLog;
  readonly #link: HostLink;
  #selected: ViewState['selected'] = null;
  #asked = 0;
  #answered = 0;

  constructor(log: RealLog) {
    this.#log = log;
    const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined };
    this.selection = new FollowedSelection({ ...host, updateComplete: Promise.resolve(true) });
    this.#link = new HostLink((message) => void this.#receive(message));
  }

  /** Selects a record elsewhere; gives the place that the list brings into view once its place was asked for, if any. */
  async select(index: number): Promise<number | undefined> {
    this.#selected = { source: 0, index };
    return this.update();
  }

  /** The user moves to a row. */
  move(index: number): void {
    this.selection.moveTo(index, { source: 0, index }, this.#context());
    this.#follow();
  }

  /** The log was read again; the place of the selected record is not looked up again yet. */
  async readAgain(count: number): Promise<void> {
    const { snapshot } = await this.#log.replace(inventedLog(count));
    this.selection.outdate(snapshot);
    this.#follow();
  }

  /** Waits until so many places were looked up; gives the place that the list brings into view, if any. */
  async lookedUp(times: number): Promise<number | undefined> {
    await vi.waitUntil(() => this.#answered === times);
    return this.#follow();
  }

  async update(): Promise<number | undefined> {
    const before = this.#follow();
    if (before !== undefined || this.#asked === this.#answered) {
      return before;
    }
    await vi.waitUntil(() => this.#answered === this.#asked);
    return this.#follow();
  }

  #follow(): number | undefined {
    return this.selection.follow(this.#context(), '', 'file');
  }

  async #receive(message: FromWebview): Promise<void> {
    if (message.kind === 'intent' && message.intent.kind === 'select') {
      this.#selected = message.intent.ref;
    } else if (message.kind === 'request') {
      this.#asked++;
      const responder: Responder = this.#log;
      const outcome = await responder.request(message.name, message.params, new AbortController().signal);
      this.#link.receive({ kind: 'outcome', id: message.id, outcome });
      this.#answered++;
    }
  }

  #context(): ViewContext {
    const { snapshot } = this.#log;
    // Only what is read here of view and settings.
    const view = { state: { selected: this.#selected } } as ViewContext['view'];
    return {
      link: this.#link,
      snapshot,
      view,
      settings: {} as ViewContext['settings'],
      recentFilters: [],
      search: noSearch,
      formats: undefined,
    };
  }
}

async function openList(count: number): Promise<FollowingList> {
  return new FollowingList(await RealLog.open(inventedLog(count)));
}

describe('the followed selection', () => {
  it('brings a record into view that was selected elsewhere, and not what the list selected itself', async () => {
    const list = await openList(300);
    expect(await list.select(128)).toBe(128);
    list.move(129);
    expect(await list.update()).toBeUndefined();
    expect(list.selection.position).toBe(129);
    expect(await list.select(128)).toBe(128);
  });

  it('does not move a list because its log was read again', async () => {
    const list = await openList(300);
    await list.select(128);
    await list.readAgain(200);
    expect(await list.lookedUp(2)).toBeUndefined();
    expect(list.selection.position).toBe(128);
  });

  it('brings a record into view again that was selected when the log was read again, after the user has moved on', async () => {
    const list = await openList(300);
    await list.select(128);
    await list.readAgain(301);
    list.move(0);
    expect(await list.select(128)).toBe(128);
  });
});
