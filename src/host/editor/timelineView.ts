import { RequestReceiver } from '../../protocol/channel.ts';
import type * as vscode from 'vscode';
import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import type { ListRows, PageAct, PagePart, ToWebview, Intent, ViewState } from '../../protocol/viewMessages.ts';
import type { ViewSnapshot } from '../base/api.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { type Disposable, Disposables } from '../lifetime/disposables.ts';
import { settings } from '../base/settings.ts';
import type { Excerpts } from '../recordDocuments/excerpts.ts';
import type { RecordDocuments } from '../recordDocuments/recordDocuments.ts';
import { isFromWebview, restoredState } from '../../protocol/viewMessages.ts';
import type { ShownLog } from './openSource.ts';
import { actOutside } from './outsideActs.ts';
import { pageSettings } from './pageSettings.ts';
import { isSamePinned } from './samePinned.ts';
import { FilterUse } from './filterUse.ts';
import type { RecentFilters } from './recentFilters.ts';
import { historyAt, historyTo, initialState, restoredHistory, type Step, take, viewOf } from './viewHistory.ts';
import type { KeptView, ViewMemory } from './viewMemory.ts';
import type { LinkedTimeline, ZoomLink } from './zoomLink.ts';

export interface TimelineViewOptions {
  readonly uri: vscode.Uri;
  readonly session: EngineSession;
  readonly panel: vscode.WebviewPanel;
  readonly recordDocuments: RecordDocuments;
  readonly excerpts: Excerpts;
  readonly memory: ViewMemory;
  readonly zoomLink: ZoomLink;
  /** How another timeline shows the same log: this one begins as a copy of it. */
  readonly like: KeptView | undefined;
  readonly log: vscode.LogOutputChannel;
  readonly recent: RecentFilters;
  /** Called when other filters are pinned than before: they are those of the log, in each of its timelines. */
  readonly onPinned: (pinned: readonly string[]) => void;
  /** Told what the user has done here. */
  readonly onDid: (intent: Intent) => void;
  /** Called when something else is shown, or more is known of the log. */
  readonly onChanged: () => void;
}

/**
 * One timeline: holds what it shows, so that palette, keyboard and mouse all change the same thing, and sends it to the
 * page, which may come and go while the timeline is hidden.
 */
export class TimelineView implements Disposable, LinkedTimeline {
  readonly uri: vscode.Uri;
  readonly session: EngineSession;
  readonly #panel: vscode.WebviewPanel;
  readonly #recordDocuments: RecordDocuments;
  readonly #excerpts: Excerpts;
  readonly #memory: ViewMemory;
  readonly #zoomLink: ZoomLink;
  readonly #like: KeptView | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #recent: RecentFilters;
  readonly #use: FilterUse;
  readonly #onPinned: (pinned: readonly string[]) => void;
  readonly #onDid: (intent: Intent) => void;
  readonly #onChanged: () => void;
  readonly #owned = new Disposables();
  readonly #requests: RequestReceiver;
  readonly #ended = new AbortController();
  #history = historyAt(initialState);
  /** A filter that is shown while the user still chooses; it is no step of the history. */
  #previewed: string | null = null;
  #forCompare: RecordRef | undefined;
  #paired: RecordRef | undefined;
  #chosen: ListRows | undefined;
  /** How the page is arranged, as it says itself. */
  #layout = '';
  #isReady = false;
  #hasOwnState = false;

  constructor({
    uri,
    session,
    panel,
    recordDocuments,
    excerpts,
    memory,
    zoomLink,
    like,
    log,
    recent,
    onPinned,
    onDid,
    onChanged,
  }: TimelineViewOptions) {
    this.uri = uri;
    this.session = session;
    this.#panel = panel;
    this.#recordDocuments = recordDocuments;
    this.#excerpts = excerpts;
    this.#memory = memory;
    this.#zoomLink = zoomLink;
    this.#like = like;
    this.#log = log;
    this.#recent = recent;
    this.#use = this.#owned.add(new FilterUse(recent));
    this.#onPinned = onPinned;
    this.#onDid = onDid;
    this.#onChanged = onChanged;
    this.#requests = new RequestReceiver(
      (name, params, signal) => session.request(name, params, signal),
      (message) => this.#post(message),
    );
    this.#owned.add({ dispose: () => this.#requests.drop() });
    this.#owned.add(panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#owned.add(session.onSnapshot((snapshot) => this.#snapshotCame(snapshot)));
    this.#owned.add(recent.onDidChange(() => this.#sendRecent()));
    this.#owned.add(settings.onDidChange(() => this.#sendSettings()));
    this.#owned.add(panel.onDidChangeViewState(() => this.#panelChanged()));
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get isVisible(): boolean {
    return this.#panel.visible;
  }

  get viewColumn(): vscode.ViewColumn | undefined {
    return this.#panel.viewColumn;
  }

  get state(): ViewState {
    return this.#history.present;
  }

  get viewport(): ViewState['viewport'] {
    return this.state.viewport;
  }

  /** How the log is shown, for another timeline that begins so; undefined before that is known. */
  get kept(): KeptView | undefined {
    return this.#hasOwnState ? { history: this.#history, layout: this.#layout } : undefined;
  }

  /** The record that the next comparison is with, if one was selected for it. */
  get forCompare(): RecordRef | undefined {
    return this.#forCompare;
  }

  set forCompare(record: RecordRef | undefined) {
    this.#forCompare = record;
    this.#sendView();
  }

  /** The record that is selected in the list together with the selected one, where those are just two. */
  get paired(): RecordRef | undefined {
    return this.#paired;
  }

  /** The records that are selected in the list, where those are several. */
  get chosen(): ListRows | undefined {
    return this.#chosen;
  }

  /** Ends questions that commands ask on behalf of this timeline. */
  get signal(): AbortSignal {
    return this.#ended.signal;
  }

  /** Does what the user wants, whether by mouse, key or command. */
  async apply(intent: Intent): Promise<void> {
    this.#onDid(intent);
    switch (intent.kind) {
      case 'filter':
      case 'open':
      case 'joined':
      case 'select':
      case 'range':
      case 'viewport':
      case 'back':
      case 'forward':
        this.#previewed = null;
        // A selection that comes before the page, with a window that is reloaded, is no reason to forget what it had shown.
        this.#hasOwnState ||= this.#isReady || intent.kind !== 'select';
        this.#step(intent);
        this.#zoomLink.moved(this);
        return;
      case 'pair':
        this.#paired = intent.ref ?? undefined;
        return;
      case 'chosen':
        this.#chosen = intent.rows ?? undefined;
        return;
      default:
        await actOutside(intent, this.#shownLog());
    }
  }

  /** Pins the filters that are pinned in another timeline of the log. */
  sharePinned(pinned: readonly string[]): void {
    if (!isSamePinned(this.state.pinned, pinned)) {
      this.#history = take(this.#history, { kind: 'filter', query: this.state.query, pinned });
      this.#remember();
      this.#sendView();
    }
  }

  /** Shows the log as if it had never been shown. */
  reset(): void {
    this.#history = historyAt(initialState);
    this.#layout = '';
    this.#previewed = null;
    this.#forCompare = undefined;
    this.#memory.forget(this.uri.toString());
    this.#post({ kind: 'layout', layout: '' });
    this.#sendView();
  }

  /** Shows a stretch of time that another timeline shows. */
  follow(viewport: NonNullable<ViewState['viewport']>): void {
    this.#history = take(this.#history, { kind: 'viewport', viewport });
    this.#remember();
    this.#sendView();
  }

  /** Has the page say whether zooms are linked. */
  showLink(): void {
    this.#sendView();
  }

  /** Shows another filter for the moment; null ends it. */
  preview(query: string | null): void {
    if (query !== this.#previewed) {
      this.#previewed = query;
      this.#sendView();
    }
  }

  /** Stops the page's search through records, or has it go on. */
  search(act: Extract<ToWebview, { kind: 'search' }>['act']): void {
    this.#post({ kind: 'search', act });
  }

  /** What the axes show while the filter demands nothing of time. */
  showExtent(extent: Extract<ToWebview, { kind: 'extent' }>['extent']): void {
    this.#post({ kind: 'extent', extent });
  }

  /** Zooms or pans the histogram by a step. */
  moveViewport(act: Extract<ToWebview, { kind: 'move' }>['act']): void {
    this.#post({ kind: 'move', act });
  }

  /** Has the page do something that is not kept here. */
  act(act: PageAct): void {
    this.#post({ kind: 'act', act });
  }

  focus(part: PagePart): void {
    this.#post({ kind: 'focus', part });
  }

  snapshot(): ViewSnapshot {
    return {
      uri: this.uri.toString(),
      active: this.#panel.active,
      visible: this.#panel.visible,
      previewed: this.#previewed,
      ready: this.#isReady,
      ...viewOf(this.#history),
      log: this.session.snapshot,
    };
  }

  dispose(): void {
    this.#ended.abort();
    this.#owned.dispose();
  }

  #receive(message: unknown): void {
    if (!isFromWebview(message)) {
      this.#log.warn('The timeline’s page sent a message that is not understood.');
      return;
    }
    switch (message.kind) {
      case 'ready':
        this.#start(restoredState(message));
        return;
      case 'request':
      case 'cancel':
      case 'taken':
        this.#requests.receive(message);
        return;
      case 'shown':
        this.#zoomLink.shown(this, message.span);
        return;
      case 'layout':
        this.#layout = message.layout;
        this.#remember();
        return;
      case 'intent':
        this.apply(message.intent).catch((error: unknown) => this.#log.error(error instanceof Error ? error : String(error)));
        return;
    }
  }

  /** A page has loaded: the first, or a new one because the timeline was hidden, or one of a window that was reloaded. */
  #start(restored: ViewState | undefined): void {
    this.#requests.drop();
    this.#isReady = true;
    this.#paired = undefined;
    this.#chosen = undefined;
    if (!this.#hasOwnState) {
      this.#restore(restored);
    }
    this.#hasOwnState = true;
    this.#sendSettings();
    this.#sendRecent();
    this.#sendView();
    if (this.session.snapshot !== null) {
      this.#post({ kind: 'snapshot', snapshot: this.session.snapshot });
    }
    this.#zoomLink.appeared(this);
  }

  /** Shows what the page has kept itself, else what another timeline of the log shows, or was shown when it was open last. */
  #restore(restored: ViewState | undefined): void {
    const remembered = this.#memory.of(this.uri.toString());
    const kept = restored === undefined ? (this.#like ?? remembered) : remembered;
    const history = restored === undefined ? kept?.history : historyTo(restored, kept?.history);
    if (history !== undefined) {
      this.#history = restoredHistory(history, this.#history);
    }
    if (restored === undefined && kept !== undefined && kept.layout !== '') {
      this.#layout = kept.layout;
      this.#post({ kind: 'layout', layout: kept.layout });
    }
  }

  #step(step: Step): void {
    const { pinned } = this.state;
    this.#history = take(this.#history, step);
    this.#remember();
    this.#sendView();
    if (step.kind === 'filter') {
      this.#use.applied(step);
    }
    if (!isSamePinned(this.state.pinned, pinned)) {
      this.#onPinned(this.state.pinned ?? []);
    }
  }

  #remember(): void {
    this.#memory.keep(this.uri.toString(), { history: this.#history, layout: this.#layout });
  }

  #snapshotCame(snapshot: Snapshot): void {
    this.#post({ kind: 'snapshot', snapshot });
    this.#onChanged();
  }

  #panelChanged(): void {
    this.#onChanged();
    if (!this.#panel.visible) {
      // VS Code has thrown the page away; it says "ready" again when it is back.
      this.#isReady = false;
      this.#requests.drop();
    }
  }

  #sendView(): void {
    this.#onChanged();
    const view = { ...viewOf(this.#history), forCompare: this.#forCompare, isZoomLinked: this.#zoomLink.isOn };
    this.#post({ kind: 'view', view: this.#previewed === null ? view : { ...view, state: { ...view.state, query: this.#previewed } } });
  }

  #sendRecent(): void {
    this.#post({ kind: 'recentFilters', filters: this.#recent.all });
  }

  #sendSettings(): void {
    this.#post({ kind: 'settings', settings: pageSettings(this.uri) });
  }

  /** What is sent before the page is ready would be lost; it is reported everything once it is. */
  #post(message: ToWebview): void {
    if (this.#isReady) {
      void this.#panel.webview.postMessage(message);
    }
  }

  #shownLog(): ShownLog {
    const { uri, session, viewColumn, signal } = this;
    const { selected } = this.state;
    return { uri, session, viewColumn, selected, signal, excerpts: this.#excerpts, recordDocuments: this.#recordDocuments };
  }
}
