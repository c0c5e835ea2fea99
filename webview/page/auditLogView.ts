import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { ticksFromText, type Ticks } from '../../src/core/record/ticks.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import { say } from '../../src/protocol/say.ts';
import type { Coverage } from '../../src/protocol/answers/coverage.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { Snapshot } from '../../src/protocol/answers/snapshot.ts';
import type { ToWebview, View, ViewSettings } from '../../src/protocol/viewMessages.ts';
import { unplacedText } from '../coverage/coverageWords.ts';
import { gapStretchesOf, type GapStretch } from '../coverage/gapMarks.ts';
import { HostLink } from '../base/hostLink.ts';
import type { RecordDetail } from '../detail/recordDetail.ts';
import { QueryController } from '../base/queryController.ts';
import { sharedStyles, themeColours } from '../theme/sharedStyles.ts';
import { applyLegibleColours } from '../theme/legibleColours.ts';
import { watchTheme } from '../theme/themeReader.ts';
import { timeAxis, type Extent, type TimeAxis } from '../chart/timeAxis.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { LogNews } from './logNews.ts';
import { SearchController, together } from '../base/searchController.ts';
import { FieldPane } from './fieldPane.ts';
import { PartsOnDemand } from './partsOnDemand.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import type { TimelinePanel } from '../timeline/timelinePanel.ts';
import { Viewport } from '../timeline/viewport.ts';
import { isSavedState, type SavedState } from './savedState.ts';
import { viewStyles } from './viewStyles.ts';

/** The part of VS Code's API for webviews that the page uses. */
export interface VSCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** All gaps, for the time axes; where there are more, neighbours come as one. The section about coverage lists writers. */
const coverageLimits = { epochs: 0, gaps: 0, stretches: 4000 };

/** The whole page. Holds what the host sent last, and hands it down. */
export class AuditLogView extends LitElement {
  static override properties = {
    snapshot: { state: true },
    view: { state: true },
    settings: { state: true },
    order: { state: true },
    extent: { state: true },
    lanes: { state: true },
    selectedTime: { state: true },
  };
  declare protected snapshot: Snapshot | undefined;
  declare protected view: View | undefined;
  declare protected settings: ViewSettings | undefined;
  declare protected order: Order;
  declare protected extent: Extent;
  /** Whether lanes are shown; undefined until the user opens or closes them. */
  declare protected lanes: boolean | undefined;
  declare protected selectedTime: Ticks | undefined;

  readonly #outliers = new QueryController(this, 'outliers');
  readonly #coverage = new QueryController(this, 'coverage');
  /** The reading of the log that the coverage is known of; what it was before more was added is shown until it is known anew. */
  #coverageOf: number | undefined;
  #gapStretches: { readonly of: Coverage | undefined; readonly all: readonly GapStretch[] } = { of: undefined, all: [] };
  readonly #news = new LogNews();
  readonly #search = new SearchController(this, 'search');
  /** Reads the field that the list is sorted by. */
  readonly #sorting = new SearchController(this, 'readField');
  readonly #parts = new PartsOnDemand(this);
  readonly #fields = new FieldPane(() => {
    this.#save();
    this.requestUpdate();
  });
  readonly #viewport = new Viewport(
    () => this.requestUpdate(),
    (viewport) => this.#link?.intend({ kind: 'viewport', viewport }),
  );
  #api: VSCodeApi | undefined;
  #link: HostLink | undefined;
  #unwatch: () => void = () => undefined;

  constructor() {
    super();
    this.order = 'file';
    this.extent = 'dense';
  }

  static override styles = [sharedStyles, themeColours, viewStyles];

  /** Starts the conversation with the host. */
  start(api: VSCodeApi): void {
    this.#api = api;
    const saved = api.getState();
    const restored = isSavedState(saved) ? saved : undefined;
    this.order = restored?.order ?? 'file';
    this.extent = restored?.extent ?? 'dense';
    this.lanes = restored?.lanes;
    this.#fields.take(restored?.fields ?? []);
    this.#link = new HostLink(
      (message) => api.postMessage(message),
      () => this.#viewport.report(),
    );
    window.addEventListener('message', (event: MessageEvent<ToWebview>) => this.#receive(event.data));
    this.#link.ready(restored?.state);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    applyLegibleColours(this);
    // Before the charts, which watch too and read these colours, draw themselves anew.
    this.#unwatch = watchTheme(() => {
      applyLegibleColours(this);
      this.requestUpdate();
    });
    this.addEventListener('open-detail', this.#openDetail);
    this.addEventListener('keydown', this.#stopByKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
    this.removeEventListener('open-detail', this.#openDetail);
    this.removeEventListener('keydown', this.#stopByKey);
  }

  protected override willUpdate(): void {
    if (this.snapshot?.problem === null && this.view !== undefined && this.#link !== undefined) {
      const query = pageQuery(this.view.state);
      this.#search.want(this.#link, query === '' ? undefined : { query }, this.snapshot);
      this.#sorting.want(this.#link, typeof this.order === 'object' ? { field: this.order.field } : undefined, this.snapshot);
    }
    const context = this.#context();
    if (context !== undefined) {
      // Half a log would seem to lack whatever has not been read yet.
      const isKnown = context.snapshot.complete && context.snapshot.problem === null;
      if (isKnown || this.#coverageOf !== context.snapshot.reading) {
        this.#coverage.want(context, isKnown ? coverageLimits : undefined);
        this.#coverageOf = context.snapshot.reading;
      }
      this.#outliers.want(context, context.snapshot.problem === null ? { query: '' } : undefined);
    }
    const { answer } = this.#coverage;
    if (answer !== this.#gapStretches.of) {
      this.#gapStretches = { of: answer, all: answer === undefined ? [] : gapStretchesOf(answer) };
    }
  }

  #context(): ViewContext | undefined {
    const { snapshot, view, settings } = this;
    return snapshot === undefined || view === undefined || settings === undefined || this.#link === undefined
      ? undefined
      : { link: this.#link, snapshot, view, settings, search: this.#search.search };
  }

  protected override render(): unknown {
    const context = this.#context();
    if (context === undefined) {
      return html`<div class="message" role="status">
        <al-progress-ring></al-progress-ring>
        <p>${l10n.t('Opening the log…')}</p>
      </div>`;
    }
    const { snapshot } = context;
    if (snapshot.problem !== null) {
      return this.#message(context, say(snapshot.problem), 'alert');
    }
    if (snapshot.records === 0 && snapshot.complete && snapshot.findings.error + snapshot.findings.warning === 0) {
      return html`${this.#message(context, l10n.t('This log holds no records.'), 'status')}<audit-log-status
          .context=${context}
        ></audit-log-status>`;
    }
    return html`
      <audit-log-top-bar
        role="banner"
        .context=${context}
        .onStop=${() => this.#search.stop()}
        .onResume=${() => this.#search.resume()}
        .onFields=${() => this.#fields.toggle()}
        .hasFields=${this.#fields.isOpen}
        .onLanes=${() => this.#keepLanes(!this.#hasLanes(context.settings))}
        .hasLanes=${this.#hasLanes(context.settings)}
      ></audit-log-top-bar>
      ${this.#page(context)}
      <audit-log-status
        role="contentinfo"
        .context=${context}
        .coverage=${this.#coverage.answer}
        .change=${this.#news.change}
      ></audit-log-status>
    `;
  }

  #page(context: ViewContext): unknown {
    const { page } = context.view.state;
    switch (page.kind) {
      case 'records':
        return this.#records(context);
      case 'findings':
        return html`<main class="page"><audit-log-findings .context=${context}></audit-log-findings></main>`;
      case 'coverage':
        return html`<main class="page">
          ${this.#parts.has('coverage') ? html`<audit-log-coverage .context=${context}></audit-log-coverage>` : nothing}
        </main>`;
      case 'caller':
      case 'target':
        return html`<main class="page">
          ${
            this.#parts.has('profile')
              ? html`<audit-log-profile
                  .context=${context}
                  .extent=${this.extent}
                  .onExtent=${(extent: Extent) => this.#keepExtent(extent)}
                ></audit-log-profile>`
              : nothing
          }
        </main>`;
    }
  }

  /** Undefined until the engine has said whether records lie far from the others; all times where it cannot say. */
  #axis({ snapshot }: ViewContext): TimeAxis | undefined {
    const { answer, problem } = this.#outliers;
    return answer === undefined && problem === undefined ? undefined : timeAxis(snapshot, answer, this.extent);
  }

  #records(context: ViewContext): unknown {
    const axis = this.#axis(context);
    const onExtent = (extent: Extent) => this.#keepExtent(extent);
    const { isPartial } = context.search;
    const viewport = this.#viewport.span(context.view.state.viewport);
    const onViewport = (span: TimeSpan | null) => this.#viewport.show(span);
    const onOrder = (order: Order) => this.#keepOrder(order);
    const listed = { ...context, search: together(context.search, this.#sorting.search) };
    return html`<main
      class="records ${isPartial ? 'partial' : ''} ${this.#fields.isOpen ? 'with-fields' : ''} ${this.#hasLanes(context.settings) ? 'with-lanes' : ''}"
      aria-busy=${isPartial}
    >
      <audit-log-overview
        .context=${context}
        .axis=${axis}
        .viewport=${viewport}
        .onViewport=${onViewport}
        .onExtent=${onExtent}
        .gapStretches=${this.#gapStretches.all}
        .isNumbered=${(this.#gapStretches.of?.seen ?? 0) > 0}
      ></audit-log-overview>
      ${this.#fields.isOpen && this.#parts.has('facets') ? this.#fields.render(context, this.order, onOrder) : nothing}
      <div class="left">
        <audit-log-timeline
          .context=${context}
          .axis=${axis}
          .viewport=${viewport}
          .onViewport=${onViewport}
          .onExtent=${onExtent}
          .gapStretches=${this.#gapStretches.all}
          .gapsNote=${this.#gapStretches.of && unplacedText(this.#gapStretches.of, context.settings)}
          .selected=${this.selectedTime}
        ></audit-log-timeline>
        ${
          this.#hasLanes(context.settings)
            ? html`<audit-log-lanes
                .context=${context}
                .axis=${axis}
                .viewport=${viewport}
                .onViewport=${onViewport}
                .selected=${this.selectedTime}
              ></audit-log-lanes>`
            : nothing
        }
        <div class="list">
          <audit-log-records
            .context=${listed}
            .query=${pageQuery(context.view.state)}
            .initialOrder=${this.order}
            .onOrder=${onOrder}
          ></audit-log-records>
        </div>
      </div>
      <audit-log-detail
        .context=${context}
        .onTime=${(ticks: string | undefined) => (this.selectedTime = ticks === undefined ? undefined : ticksFromText(ticks))}
        role="region"
        aria-label=${l10n.t('Selected record')}
      ></audit-log-detail>
    </main>`;
  }

  #message(context: ViewContext, text: string, role: 'alert' | 'status'): unknown {
    return html`<div class="message" role=${role}>
      <p>${text}</p>
      <al-button @click=${() => context.link.intend({ kind: 'openSource', at: null })}>${l10n.t('Open as text')}</al-button>
    </div>`;
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
        this.#viewport.adopt();
        this.#save();
        break;
      case 'extent':
        this.#keepExtent(news.extent);
        break;
      case 'focus':
        this.#focusPart(news.part);
        break;
      case 'move':
        this.renderRoot.querySelector<TimelinePanel>('audit-log-timeline')?.move(news.act);
        break;
      case 'search':
        if (news.act === 'stop') {
          this.#search.stop();
        } else {
          this.#search.resume();
        }
        break;
    }
  }

  #keepOrder(order: Order): void {
    this.order = order;
    this.#save();
  }

  #keepExtent(extent: Extent): void {
    this.extent = extent;
    this.#save();
  }

  #hasLanes(settings: ViewSettings): boolean {
    return this.lanes ?? settings.lanes;
  }

  #keepLanes(lanes: boolean): void {
    this.lanes = lanes;
    this.#save();
  }

  #save(): void {
    if (this.view !== undefined) {
      const all = this.extent === 'whole' ? { extent: this.extent } : {};
      const { fields } = this.#fields;
      const added = fields.length === 0 ? {} : { fields };
      const lanes = this.lanes === undefined ? {} : { lanes: this.lanes };
      this.#api?.setState({ state: this.view.state, order: this.order, ...all, ...added, ...lanes } satisfies SavedState);
    }
  }

  #focusPart(part: Extract<ToWebview, { kind: 'focus' }>['part']): void {
    if (part === 'fields') {
      this.#fields.toggle(true);
    } else if (part === 'lanes') {
      this.#keepLanes(true);
    }
    const names = {
      filter: 'audit-log-top-bar',
      records: 'audit-log-records',
      timeline: 'audit-log-timeline',
      fields: 'audit-log-facets',
      lanes: 'audit-log-lanes',
    } as const;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(names[part])?.focus());
  }

  /** Escape belongs to whoever takes it first, such as an open list of completions. */
  readonly #stopByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      this.#search.stop();
    }
  };

  readonly #openDetail = (): void => {
    this.renderRoot.querySelector<RecordDetail>('audit-log-detail')?.focus();
  };
}
