import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { textOfSpan } from '../../src/core/timeline/spanText.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { say } from '../../src/protocol/say.ts';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import type { PageAct, PagePart, ToWebview, View, ViewPage, ViewSettings } from '../../src/protocol/viewMessages.ts';
import { followContextMenus } from '../base/contextMenu.ts';
import { returnFocus } from '../base/returningFocus.ts';
import { HostLink } from '../base/hostLink.ts';
import { type ComparedRecords, stillCompared } from '../base/comparedRecords.ts';
import { sharedStyles, themeColours } from '../theme/sharedStyles.ts';
import { applyLegibleColours } from '../theme/legibleColours.ts';
import { watchTheme } from '../theme/themeReader.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { AxisFacts } from './axisFacts.ts';
import { LogNews } from './logNews.ts';
import { changedColumns } from './chosenColumns.ts';
import { otherSide, wantedSide } from '../detail/detailSide.ts';
import { FieldPane } from './fieldPane.ts';
import { withField } from '../lanes/laneActions.ts';
import { logMessage, openingMessage } from './logMessages.ts';
import { otherPage, type OtherPage } from './otherPages.ts';
import { PageElements } from './pageElements.ts';
import { keepSelectAll } from '../base/ownSelectAll.ts';
import { KeptLayout } from './keptLayout.ts';
import { PageKeyboard } from './pageKeyboard.ts';
import { hasRecords } from './pageLayout.ts';
import { PartsOnDemand } from './partsOnDemand.ts';
import { Viewport } from '../timeline/viewport.ts';
import { recordsPage } from './recordsPage.ts';
import { recordsPageStyles } from './recordsPageStyles.ts';
import { isSavedState, type Layout, layoutOf, layoutOfText, savedState } from './savedState.ts';
import { type SentContext, ViewContexts } from './viewContexts.ts';
import { viewStyles } from './viewStyles.ts';

/** The part of VS Code's API for webviews that the page uses. */
export interface VSCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** The whole page. Holds what the host sent last, and hands it down. */
export class AuditLogView extends LitElement {
  static override properties = {
    snapshot: { state: true },
    view: { state: true },
    settings: { state: true },
    selectedTime: { state: true },
    scrollbar: { state: true },
    several: { state: true },
    compared: { state: true },
    recentFilters: { state: true },
  };
  declare protected snapshot: Snapshot | undefined;
  declare protected view: View | undefined;
  declare protected settings: ViewSettings | undefined;
  declare protected selectedTime: Ticks | undefined;
  /** The width of the scroll bar beside the lanes, in CSS pixels. */
  declare protected scrollbar: number;
  /** How many records are selected together in the list. */
  declare protected several: number;
  /** The filters that were used last in this workspace, the newest first. */
  declare protected recentFilters: readonly string[];
  declare protected compared: ComparedRecords | undefined;

  readonly #facts = new AxisFacts(this);
  readonly #news = new LogNews();
  readonly #contexts = new ViewContexts(this);
  readonly #parts = new PartsOnDemand(this);
  readonly #elements = new PageElements(() => this.renderRoot);
  readonly #layout = new KeptLayout({
    kind: () => this.#kind,
    changed: () => this.#layoutChanged(),
    report: (text) => this.#link?.keep(text),
  });
  readonly #fields = new FieldPane((kept) => this.#layout.keep(kept));
  readonly #keyboard = new PageKeyboard(this, this.#elements, {
    show: (part) => this.#show(part),
    stopSearch: () => this.#contexts.search('stop'),
  });
  readonly #viewport = new Viewport(
    () => this.requestUpdate(),
    (viewport) => this.#link?.intend({ kind: 'viewport', viewport }),
  );
  #api: VSCodeApi | undefined;
  #link: HostLink | undefined;
  #unwatch: () => void = () => undefined;
  #endReturning: () => void = () => undefined;

  constructor() {
    super();
    this.scrollbar = 0;
    this.several = 0;
    this.recentFilters = [];
    followContextMenus(this);
    keepSelectAll(this);
  }

  static override styles = [sharedStyles, themeColours, viewStyles, recordsPageStyles];

  /** Starts the conversation with the host. */
  start(api: VSCodeApi): void {
    this.#api = api;
    const saved = api.getState();
    const restored = isSavedState(saved) ? saved : undefined;
    this.#adopt(layoutOf(restored));
    this.#link = new HostLink(
      (message) => api.postMessage(message),
      (intent) => {
        this.#viewport.report();
        if (intent.kind === 'select' && intent.ref !== null) {
          this.#keyboard.noteOrigin();
        }
        this.#elements.foresee(intent, this.view?.state);
      },
    );
    window.addEventListener('message', (event: MessageEvent<ToWebview>) => this.#receive(event.data));
    this.#link.ready(restored?.state);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#endReturning = returnFocus(window);
    applyLegibleColours(this);
    // Before the charts, which watch too and read these colours, draw themselves anew.
    this.#unwatch = watchTheme(() => {
      applyLegibleColours(this);
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endReturning();
    this.#unwatch();
  }

  protected override willUpdate(): void {
    const sent = this.#sent();
    if (sent !== undefined) {
      this.#contexts.follow(sent, this.#layout.shown.order);
      this.#facts.want(this.#contexts.of(sent));
    }
  }

  #sent(): SentContext | undefined {
    const { snapshot, view, settings, recentFilters } = this;
    return snapshot === undefined || view === undefined || settings === undefined || this.#link === undefined
      ? undefined
      : { link: this.#link, snapshot, view, settings, recentFilters };
  }

  protected override render(): unknown {
    const sent = this.#sent();
    if (sent === undefined) {
      return openingMessage();
    }
    const context = this.#contexts.of(sent);
    const { snapshot } = context;
    if (snapshot.problem !== null) {
      this.#parts.load();
      return logMessage(context, say(snapshot.problem), 'alert');
    }
    if (snapshot.records === 0 && snapshot.complete && snapshot.findings.error + snapshot.findings.warning === 0) {
      this.#parts.load();
      return html`${logMessage(context, l10n.t('This log holds no records.'), 'status')}<audit-log-status
          .context=${context}
        ></audit-log-status>`;
    }
    return html`
      <audit-log-top-bar
        role="banner"
        .context=${context}
        @focusin=${() => this.#parts.load()}
        @keydown=${this.#keyboard.leaveTopBar}
        .onStop=${() => this.#contexts.search('stop')}
        .onResume=${() => this.#contexts.search('resume')}
        .onFields=${() => this.#fields.toggle()}
        .hasFields=${this.#fields.isOpen}
        .onLanes=${() => this.#layout.keep({ lanes: !this.#hasLanes(context.settings) })}
        .hasLanes=${this.#hasLanes(context.settings)}
      ></audit-log-top-bar>
      ${this.#page(context)}
      <audit-log-status
        role="contentinfo"
        .context=${context}
        .coverage=${this.#facts.coverage}
        .change=${this.#news.change}
        .several=${hasRecords(this.#kind) ? this.several : 0}
      ></audit-log-status>
    `;
  }

  #page(context: ViewContext): unknown {
    const { kind } = context.view.state.page;
    const isOther = kind === 'findings' || kind === 'coverage';
    return kind === 'records' || (!isOther && this.#parts.load())
      ? this.#records(context)
      : html`<main class="page">${isOther && this.#parts.load() ? this.#other(kind, context) : nothing}</main>`;
  }

  #other(kind: OtherPage['kind'], context: ViewContext): unknown {
    return otherPage({
      kind,
      context,
      onExtent: (extent) => this.#layout.keep({ extent }),
      axis: this.#facts.axis(context, this.#layout.all.extent),
      viewport: this.#viewport.span(context.view.state.viewport),
      onViewport: (span) => this.#viewport.show(span),
      gapStretches: this.#facts.gapStretches,
    });
  }

  #records(context: ViewContext): unknown {
    const layout = this.#layout.shown;
    return recordsPage({
      context,
      axis: this.#facts.axis(context, layout.extent),
      viewport: this.#viewport.span(context.view.state.viewport),
      gapStretches: this.#facts.gapStretches,
      coverage: this.#facts.coverage,
      listContext: this.#contexts.ofList(context),
      layout,
      selectedTime: this.selectedTime,
      fields: this.#fields.isOpen && this.#parts.load() ? this.#fields : undefined,
      hasLanes: this.#hasLanes(context.settings),
      hasDetail: context.view.state.selected !== null && this.#parts.load(),
      hasFurtherParts: this.#parts.areLoaded,
      onListShown: () => this.#parts.load(),
      compared: this.compared,
      onLeaveComparison: () => this.#leaveComparison(),
      onDetailPanel: (detailPanel) => this.#layout.keep({ detailPanel }),
      onDetailSide: (detailSide) => this.#layout.keep({ detailSide }),
      onStackBy: (stackBy) => this.#layout.keep({ stackBy }),
      onListScroll: (scroll) => this.#layout.keep({ scroll }),
      onColumns: (changed) => this.#layout.keep(changed),
      onLaneChoice: (laneChoice) => this.#layout.keep({ laneChoice }),
      scrollbar: this.scrollbar,
      onLeaveDetail: (isClosed) => this.#leaveDetail(isClosed),
      onScrollbar: (width) => (this.scrollbar = width),
      onViewport: (span) => this.#viewport.show(span),
      onShown: context.view.isZoomLinked === true ? this.#tellShown : undefined,
      onExtent: (extent) => this.#layout.keep({ extent }),
      onOrder: (order) => this.#layout.keep({ order }),
      onSeveral: (count) => (this.several = count),
      onSelectedTime: (ticks) => (this.selectedTime = ticks),
      onSize: (pane, size) => this.#layout.keep({ panes: { ...layout.panes, [pane]: size } }),
    });
  }

  #receive(message: ToWebview): void {
    const news = this.#link?.receive(message);
    if (news === undefined) {
      return;
    }
    switch (news.kind) {
      case 'snapshot':
        this.snapshot = news.snapshot;
        this.#news.note(news.snapshot);
        break;
      case 'settings':
        l10n.config({ contents: { ...news.settings.bundle } });
        this.settings = news.settings;
        break;
      case 'view':
        this.view = news.view;
        this.compared = stillCompared(this.compared, news.view.state.selected);
        this.#viewport.adopt();
        this.#save();
        break;
      case 'recentFilters':
        this.recentFilters = news.filters;
        break;
      case 'layout':
        this.#adopt(layoutOfText(news.layout));
        break;
      case 'extent':
        this.#layout.keep({ extent: news.extent });
        break;
      case 'focus':
        this.#keyboard.goTo(news.part);
        break;
      case 'move':
        this.#elements.timeline?.move(news.act);
        break;
      case 'act':
        this.#act(news.act);
        break;
      case 'search':
        this.#contexts.search(news.act);
        break;
    }
  }

  readonly #tellShown = (span: TimeSpan): void => this.#api?.postMessage({ kind: 'shown', span: textOfSpan(span) });

  #act(act: PageAct): void {
    switch (act.act) {
      case 'stackBy':
        this.#layout.keep({ stackBy: act.field });
        return;
      case 'columns':
        this.#layout.keep(changedColumns(this.#layout.all.columns, act.change, this.#elements.list));
        return;
      case 'lanesBy':
        this.#layout.keep({ lanes: true, laneChoice: withField(this.#layout.shown.laneChoice, act.field) });
        return;
      case 'detailSide':
        this.#layout.keep({ detailSide: act.side ?? otherSide(wantedSide(this.#layout.all.detailSide, window)) });
        return;
      case 'compare':
        this.compared = { first: act.first, second: act.second };
        return;
      case 'copy':
      case 'openExcerpt':
      case 'toggleTable':
      case 'finding':
      case 'lane':
        this.#elements.act(act);
        return;
    }
  }

  #hasLanes(settings: ViewSettings): boolean {
    return this.#layout.shown.lanes ?? settings.lanes;
  }

  get #kind(): ViewPage['kind'] {
    return this.view?.state.page.kind ?? 'records';
  }

  #adopt(layout: Layout): void {
    this.#layout.adopt(layout);
    this.#fields.restore(layout);
  }

  #layoutChanged(): void {
    this.requestUpdate();
    this.#save();
  }

  #save(): void {
    if (this.view !== undefined) {
      this.#api?.setState(savedState(this.view.state, this.#layout.all));
    }
  }

  #show(part: PagePart): void {
    if (part === 'fields') {
      this.#fields.toggle(true);
    } else if (part === 'lanes') {
      this.#layout.keep({ lanes: true });
    }
  }

  /** The keyboard stays in the detail. */
  #leaveComparison(): void {
    this.compared = undefined;
    this.#keyboard.openDetail();
  }

  #leaveDetail(isClosed: boolean): void {
    this.#keyboard.leaveDetail();
    if (isClosed) {
      this.#link?.intend({ kind: 'select', ref: null });
    }
  }
}
