import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { withoutTimeRange } from '../../src/core/query/editTimeRange.ts';
import { clampTicks, type Ticks } from '../../src/core/record/ticks.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { timeWindow, withTimeWindow } from '../../src/core/timeline/timeWindow.ts';
import { gapTable } from '../coverage/gapTable.ts';
import type { GapMark, GapStretch } from '../coverage/gapMarks.ts';
import { showGapMark } from '../coverage/showGap.ts';
import { durationText, numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { icon } from '../base/icons.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { bucketTable } from './bucketTable.ts';
import { bucketsFor, chartBuckets, wishedBuckets } from '../chart/chartBuckets.ts';
import { legendQuestion, resultLegend } from './resultLegend.ts';
import { timelinePanelStyles } from './timelinePanelStyles.ts';
import { axisName, type Extent, type TimeAxis } from '../chart/timeAxis.ts';
import type { TimeChart } from '../chart/timeChart.ts';
import { actOnTimeKey, type TimeKey } from '../chart/timeKeys.ts';
import { zoomWindow } from '../chart/zoomWindow.ts';

/** The main histogram with its legend, zoom and table. */
export class TimelinePanel extends LitElement {
  static override properties = {
    context: { attribute: false },
    axis: { attribute: false },
    selected: { attribute: false },
    gapStretches: { attribute: false },
    gapsNote: { attribute: false },
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
  /** Called when the user wants to see all times. */
  onExtent: (extent: Extent) => void = () => undefined;
  /** Buckets that the chart has room for; 0 before it was measured. */
  declare protected wished: number;
  declare protected isTable: boolean;

  readonly #timeline = new QueryController(this, 'timeline');
  readonly #legend = new QueryController(this, 'facets');

  constructor() {
    super();
    this.gapStretches = [];
    this.wished = 0;
    this.isTable = false;
  }

  static override styles = [sharedStyles, timelinePanelStyles];

  protected override willUpdate(): void {
    const { query } = this.context.view.state;
    const span = this.#span();
    const asks = span !== undefined && (this.wished > 0 || this.isTable);
    this.#timeline.want(
      this.context,
      asks ? bucketsFor(query, span, this.wished) : undefined,
      `${this.wished} ${span && axisName(this.axis!, span)} ${query}`,
    );
    this.#legend.want(this.context, legendQuestion(query));
  }

  protected override render(): unknown {
    const buckets = chartBuckets(this.#timeline.answer);
    const { settings } = this.context;
    const problem = this.#timeline.problem ?? this.#legend.problem;
    const span = buckets && { from: buckets.from, to: buckets.to };
    return html`
      <div class="legend">
        <h2>${buckets === undefined ? l10n.t('Records over time') : l10n.t('Records per {0}', durationText(buckets.width, settings))}</h2>
        ${resultLegend(this.context, this.#legend.answer, (changed) => this.#filter(changed))} ${this.#untimed()}
        ${this.gapsNote === undefined ? nothing : html`<p class="muted">${this.gapsNote}</p>`}
        <div class="bar">
          ${this.#tool(l10n.t('Zoom in'), 'zoomIn', () => this.#zoom('in'))}
          ${this.#tool(l10n.t('Zoom out'), 'zoomOut', () => this.#zoom('out'))}
          ${this.#tool(l10n.t('Show the whole log'), 'whole', () => this.#showAll())}
          <button
            class="icon"
            title=${l10n.t('Show as table')}
            aria-label=${l10n.t('Show as table')}
            aria-pressed=${this.isTable}
            @click=${() => (this.isTable = !this.isTable)}
          >
            ${icon('table')}
          </button>
        </div>
      </div>
      <div
        class="chart"
        tabindex=${this.isTable ? 0 : nothing}
        role=${this.isTable ? 'region' : nothing}
        aria-label=${this.isTable ? l10n.t('Records over time') : nothing}
      >
        ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
        ${
          this.isTable && buckets !== undefined
            ? html`${bucketTable(buckets, settings, (chosen) => this.#brush(chosen))} ${gapTable(this.gapStretches, span!, this.context)}`
            : html`<audit-log-chart
                aria-busy=${this.#timeline.isWaiting}
                .label=${l10n.t('Records over time')}
                .settings=${settings}
                .buckets=${buckets}
                .span=${span}
                .selected=${this.selected}
                .gapStretches=${this.gapStretches}
                .onTimeKey=${(key: TimeKey) => this.#timeKey(key)}
                .onGap=${(gapStretch: GapMark) => showGapMark(this.context, gapStretch)}
                .onWidth=${(width: number) => (this.wished = wishedBuckets(width))}
                .onBrush=${(chosen: TimeSpan) => this.#brush(chosen)}
                .onClear=${() => this.#filter(withoutTimeRange(this.context.view.state.query))}
                .onZoom=${(direction: 'in' | 'out', around: Ticks) => this.#zoom(direction, around)}
              ></audit-log-chart>`
        }
      </div>
    `;
  }

  /** Moves the keyboard to the chart. */
  override focus(): void {
    this.renderRoot.querySelector<TimeChart>('audit-log-chart')?.renderRoot.querySelector<HTMLElement>('.surface')?.focus();
  }

  #untimed(): unknown {
    const untimed = this.#timeline.answer?.untimed ?? 0;
    return untimed === 0
      ? nothing
      : html`<p class="muted">${l10n.t('{0} without a valid time: only in the list', numberText(untimed, this.context.settings))}</p>`;
  }

  #tool(name: string, picture: 'zoomIn' | 'zoomOut' | 'whole', act: () => void): unknown {
    return html`<button class="icon" title=${name} aria-label=${name} @click=${act}>${icon(picture)}</button>`;
  }

  /** What the axis shows: the stretch that the filter sets, else what the log opens on. */
  #span(): TimeSpan | undefined {
    return this.axis && (timeWindow(this.context.view.state.query, this.axis.whole) ?? this.axis.home);
  }

  #zoom(direction: 'in' | 'out', around?: Ticks): void {
    const span = this.#span();
    if (span === undefined || this.axis === undefined) {
      return;
    }
    const isWithin = this.selected !== undefined && this.selected >= span.from && this.selected < span.to;
    const middle = around ?? (isWithin ? this.selected! : clampTicks((span.from + span.to) / 2n));
    const next = zoomWindow(span, direction, middle, this.axis);
    switch (next) {
      case 'whole':
        this.#showAll();
        break;
      case 'home':
        this.#filter(withoutTimeRange(this.context.view.state.query));
        break;
      default:
        this.#brush(next);
    }
  }

  #timeKey(key: TimeKey): void {
    const shown = this.#span();
    if (shown !== undefined) {
      actOnTimeKey(key, this.axis!, shown, { go: (span) => this.#brush(span), show: (extent) => this.#show(extent) });
    }
  }

  #showAll(): void {
    this.#show('whole');
  }

  #show(extent: Extent): void {
    this.#filter(withoutTimeRange(this.context.view.state.query));
    this.onExtent(extent);
  }

  #brush(span: TimeSpan): void {
    this.#filter(withTimeWindow(this.context.view.state.query, span));
  }

  #filter(query: string): void {
    this.context.link.intend({ kind: 'filter', query });
  }
}
