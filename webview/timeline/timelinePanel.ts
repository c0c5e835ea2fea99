import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import { clampTicks, type Ticks } from '../../src/core/record/ticks.ts';
import { bucketsWithin } from '../../src/core/timeline/buckets.ts';
import { spanOfText, textOfSpan } from '../../src/core/timeline/spanText.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { timeWindow } from '../../src/core/timeline/timeWindow.ts';
import { moveToEnd, panBy, zoomBy } from '../../src/core/timeline/viewport.ts';
import type { GapMark, GapStretch } from '../../src/scene/gapMarks.ts';
import { showGapMark } from '../coverage/showGap.ts';
import type { Lane } from '../../src/protocol/answers/timeline.ts';
import { durationText, numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { icon } from '../base/icons.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { OpenedBucket } from './openedBucket.ts';
import { chartBuckets, wishedBuckets } from '../chart/chartBuckets.ts';
import { legendStyles } from './legendStyles.ts';
import { listedSpan } from './listedSpan.ts';
import { failureStripLabel, legendQuestion, resultLegend } from './resultLegend.ts';
import { byResult, seriesLegend, seriesQuestion } from './seriesLegend.ts';
import { uncoveredHint } from './uncoveredHint.ts';
import { settledSpan, showExtent, shownSpan } from './shownSpan.ts';
import { TimelineTiles } from '../chart/timelineTiles.ts';
import { timelinePanelStyles } from './timelinePanelStyles.ts';
import type { Extent, TimeAxis } from '../chart/timeAxis.ts';
import type { TimeChart } from '../chart/timeChart.ts';
import { actOnTimeKey, type TimeKey } from '../chart/timeKeys.ts';
import { keyPan } from '../chart/chartInteraction.ts';
import type { ViewportAct } from '../../src/protocol/viewMessages.ts';

/** Of a table, which has no width to fill. */
const minBuckets = 16;

/** The main histogram with its legend, zoom and table. */
export class TimelinePanel extends LitElement {
  static override properties = {
    context: { attribute: false },
    axis: { attribute: false },
    viewport: { attribute: false },
    selected: { attribute: false },
    gapStretches: { attribute: false },
    gapsNote: { attribute: false },
    stackBy: {},
    hasChoice: { attribute: false },
    wished: { state: true },
    isTable: { state: true },
  };
  declare context: ViewContext;
  /** Undefined before it is known. */
  declare axis: TimeAxis | undefined;
  /** The time of the selected record. */
  declare selected: Ticks | undefined;
  declare gapStretches: readonly GapStretch[];
  /** Says which gaps have no place on the chart. */
  declare gapsNote: string | undefined;
  /** The field whose values bars are stacked of. */
  declare stackBy: string;
  /** Whether the control that chooses the field is loaded. */
  declare hasChoice: boolean;
  /** What is shown, where that is not what the log opens on. */
  declare viewport: TimeSpan | undefined;
  /** Called when the user wants to see all times. */
  onStackBy: (field: string) => void = () => undefined;
  onExtent: (extent: Extent) => void = () => undefined;
  /** Called when the user zooms or pans; null for what the log opens on. */
  onViewport: (span: TimeSpan | null) => void = () => undefined;
  /** Buckets that the chart has room for; 0 before it was measured. */
  declare protected wished: number;
  declare protected isTable: boolean;

  /** Called with what is shown, first and whenever it changes; undefined where nobody wants to know. */
  onShown: ((span: TimeSpan) => void) | undefined = undefined;
  #reported = '';

  readonly #timeline = new TimelineTiles(this);
  readonly #opened = new OpenedBucket();
  readonly #legend = new QueryController(this, 'facets');

  constructor() {
    super();
    this.gapStretches = [];
    this.wished = 0;
    this.stackBy = byResult;
    this.hasChoice = false;
    this.isTable = false;
  }

  static override styles = [sharedStyles, timelinePanelStyles, legendStyles];

  protected override willUpdate(): void {
    const { state } = this.context.view;
    const span = this.#span();
    const isByResult = this.stackBy === byResult;
    const lanesBy = isByResult ? undefined : seriesQuestion(this.stackBy);
    const asks = span !== undefined && (this.wished > 0 || this.isTable);
    this.#timeline.want(
      this.context,
      pageQuery({ query: state.query, page: state.page, pinned: state.pinned ?? [] }),
      asks ? { span, wished: this.#wished, lanesBy } : undefined,
    );
    this.#legend.want(this.context, isByResult ? legendQuestion(pageQuery(state)) : undefined);
  }

  protected override updated(): void {
    const span = this.#span();
    // The host hears of it again once it knows of the movement: before that, it may take another timeline for the one that leads.
    const kept = this.context.view.state.viewport;
    const key = this.onShown === undefined || span === undefined ? '' : `${textOfSpan(span).join()} ${kept?.join()}`;
    if (key !== this.#reported) {
      this.#reported = key;
      if (span !== undefined) {
        this.onShown?.(span);
      }
    }
  }

  protected override render(): unknown {
    const span = this.#span();
    const counted = chartBuckets(this.#timeline.answer);
    const buckets = span && counted && bucketsWithin(counted, span);
    const { settings } = this.context;
    const series = this.#series?.map(({ value }) => value);
    const problem = this.#timeline.problem ?? this.#legend.problem;
    return html`
      <div class="legend">
        <h2 class="cut">
          ${buckets === undefined ? l10n.t('Records over time') : l10n.t('Records per {0}', durationText(buckets.width, settings))}
        </h2>
        <div class="tools">
          ${this.#stackChoice()}
          <div class="bar">
            ${this.#tool(l10n.t('Zoom in'), 'zoomIn', () => this.#zoom(0.5))}
            ${this.#tool(l10n.t('Zoom out'), 'zoomOut', () => this.#zoom(2))}
            ${this.#tool(l10n.t('Show the whole log'), 'whole', () => this.#show('whole'))}
            <button
              class="icon"
              title=${l10n.t('Show as table')}
              aria-label=${l10n.t('Show as table')}
              aria-pressed=${this.isTable}
              @click=${() => this.toggleTable()}
            >
              ${icon('table')}
            </button>
          </div>
        </div>
        <div class="groups">${this.#groups()}</div>
        <div class="notes">${this.#untimed()} ${note(this.gapsNote)}${uncoveredHint(this.axis, span, settings)}</div>
        ${this.isTable ? nothing : failureStripLabel()}
      </div>
      <div
        class="chart"
        data-menu=${menuPlace({ auditLogPlace: 'chart' })}
        tabindex=${this.isTable ? 0 : nothing}
        role=${this.isTable ? 'region' : nothing}
        aria-label=${this.isTable ? l10n.t('Records over time') : nothing}
      >
        ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
        ${
          this.isTable && buckets !== undefined
            ? html`<audit-log-time-table
                .context=${this.context}
                .stack=${{ buckets, series }}
                .span=${span}
                .gapStretches=${this.gapStretches}
                .onBrush=${(chosen: TimeSpan) => this.#brush(chosen)}
              ></audit-log-time-table>`
            : html`<audit-log-chart
                aria-busy=${this.#timeline.isWaiting}
                .label=${l10n.t('Records over time')}
                .settings=${settings}
                .buckets=${buckets}
                .series=${series}
                .span=${span}
                .selected=${this.selected}
                .gapStretches=${this.gapStretches}
                .onTimeKey=${(key: TimeKey) => this.#timeKey(key)}
                .onGap=${(gapStretch: GapMark) => showGapMark(this.context, gapStretch)}
                .onWidth=${(width: number) => (this.wished = wishedBuckets(width))}
                .onBrush=${(chosen: TimeSpan) => this.#brush(chosen)}
                .window=${this.#range() ?? listedSpan(this.context.view.state.query, buckets)}
                .onClear=${() => this.#clear()}
                .onZoom=${(factor: number, around: Ticks) => this.#zoom(factor, around)}
                .onPan=${(share: number) => this.#move((shown, { whole }) => panBy(shown, share, whole))}
                .onEnd=${(end: 'first' | 'last') => this.#move((shown, { whole }) => moveToEnd(shown, end, whole))}
                .onOpen=${(bucket: TimeSpan) => void this.#opened.select(this.context, bucket)}
              ></audit-log-chart>`
        }
      </div>
    `;
  }

  /** Zooms or pans by a step, for a command. */
  move(act: ViewportAct): void {
    switch (act) {
      case 'zoomIn':
      case 'zoomOut':
        this.#zoom(act === 'zoomIn' ? 0.5 : 2);
        break;
      case 'panEarlier':
      case 'panLater':
        this.#move((shown, { whole }) => panBy(shown, act === 'panEarlier' ? -keyPan : keyPan, whole));
    }
  }

  /** Shows the numbers as a table, or again as a chart. */
  toggleTable(): void {
    this.isTable = !this.isTable;
  }

  /** Moves the keyboard to the chart. */
  override focus(): void {
    this.renderRoot.querySelector<TimeChart>('audit-log-chart')?.renderRoot.querySelector<HTMLElement>('.surface')?.focus();
  }

  /** The values that bars are stacked of, once they have been counted. */
  get #series(): readonly Lane[] | undefined {
    return this.stackBy === byResult ? undefined : this.#timeline.answer?.lanes?.lanes;
  }

  /** Room is kept for it until it is loaded. */
  #stackChoice(): unknown {
    return this.hasChoice
      ? html`<audit-log-stack-choice
          class="stack"
          .context=${this.context}
          .field=${this.stackBy}
          .onField=${(field: string) => this.onStackBy(field)}
        ></audit-log-stack-choice>`
      : html`<div class="stack"></div>`;
  }

  #groups(): unknown {
    const filter = (changed: string): void => this.#filter(changed);
    const { answer } = this.#timeline;
    return answer === undefined || this.#series === undefined
      ? resultLegend(this.context, this.#legend.answer, filter)
      : seriesLegend(this.context, answer, filter);
  }

  /** Where a stretch is chosen, the list has no records without a time either: the chart counts without regard to the stretch. */
  #untimed(): unknown {
    const untimed = this.#range() === undefined ? (this.#timeline.answer?.untimed ?? 0) : 0;
    return untimed === 0 ? nothing : note(l10n.t('{0} without a valid time: only in the list', numberText(untimed, this.context.settings)));
  }

  #tool(name: string, picture: 'zoomIn' | 'zoomOut' | 'whole', act: () => void): unknown {
    return html`<button class="icon" title=${name} aria-label=${name} @click=${act}>${icon(picture)}</button>`;
  }

  /** What the axis shows: where the user has gone, else the stretch that the filter sets, else what the log opens on. */
  #span(): TimeSpan | undefined {
    return this.axis && shownSpan(this.axis, this.viewport, this.context.view.state, this.#wished);
  }

  get #wished(): number {
    return Math.max(minBuckets, this.wished);
  }

  /** The stretch beside the filter. */
  #range(): TimeSpan | undefined {
    const { range } = this.context.view.state;
    return range && spanOfText(range);
  }

  #zoom(factor: number, around?: Ticks): void {
    this.#move((shown, { whole }) => {
      const isWithin = this.selected !== undefined && this.selected >= shown.from && this.selected < shown.to;
      return zoomBy(shown, factor, around ?? (isWithin ? this.selected! : clampTicks((shown.from + shown.to) / 2n)), whole);
    });
  }

  #move(next: (shown: TimeSpan, axis: TimeAxis) => TimeSpan): void {
    const shown = this.#span();
    if (shown !== undefined) {
      this.onViewport(settledSpan(next(shown, this.axis!), this.axis!));
    }
  }

  #timeKey(key: TimeKey): void {
    if (this.axis !== undefined) {
      const shown = this.viewport ?? timeWindow(this.context.view.state.query, this.axis.whole) ?? this.axis.home;
      actOnTimeKey(key, this.axis, shown, { go: (span) => this.onViewport(span), show: (extent) => this.#show(extent) });
    }
  }

  #show(extent: Extent): void {
    showExtent(this.context, extent, this);
  }

  /** Leaves the chosen stretch, else the zoom. */
  #clear(): void {
    if (this.context.view.state.range === undefined) {
      this.onViewport(null);
    } else {
      this.context.link.intend({ kind: 'range', range: null });
    }
  }

  #brush(span: TimeSpan): void {
    this.context.link.intend({ kind: 'range', range: textOfSpan(span) });
  }

  #filter(query: string): void {
    this.context.link.intend({ kind: 'filter', query });
  }
}

/** A sentence that is cut where there is no room for it; its title says all. */
function note(text: string | undefined): unknown {
  return text === undefined ? nothing : html`<p class="muted" title=${text}>${text}</p>`;
}
