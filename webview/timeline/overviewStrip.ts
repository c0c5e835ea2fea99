import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { withoutTimeRange } from '../../src/core/query/editTimeRange.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { timeWindow } from '../../src/core/timeline/timeWindow.ts';
import { centreOn, moveToEnd, panBy, zoomBy } from '../../src/core/timeline/viewport.ts';
import type { Ticks } from '../../src/core/record/ticks.ts';
import type { GapMark, GapStretch } from '../../src/scene/gapMarks.ts';
import { showGapMark } from '../coverage/showGap.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { bucketsFor, chartBuckets, wishedBuckets } from '../chart/chartBuckets.ts';
import { type FarRecordsActs, farRecordsNote, farRecordsStyles } from '../chart/farRecordsNote.ts';
import { axisName, overviewSpan, type Extent, type TimeAxis } from '../chart/timeAxis.ts';
import { settledSpan, showExtent } from './shownSpan.ts';
import { actOnTimeKey, type TimeKey } from '../chart/timeKeys.ts';

/**
 * The whole log in one strip: all records dim, those that match in colour, and the window of time that the filter sets.
 * Below them a strip says where numbers are missing. Its span is that of the log, so that the window keeps its place while
 * the filter changes. Where a few records lie far from all others it opens on those others, and says so.
 */
export class OverviewStrip extends LitElement {
  static override properties = {
    context: { attribute: false },
    axis: { attribute: false },
    viewport: { attribute: false },
    gapStretches: { attribute: false },
    isNumbered: { attribute: false },
    wished: { state: true },
  };
  declare context: ViewContext;
  /** Undefined before it is known. */
  declare axis: TimeAxis | undefined;
  declare gapStretches: readonly GapStretch[];
  /** Whether the records have numbers, so that gaps would be known. */
  declare isNumbered: boolean;
  /** What the main chart shows, where that is not what the log opens on. */
  declare viewport: TimeSpan | undefined;
  /** Called when the user zooms or pans; null for what the log opens on. */
  onViewport: (span: TimeSpan | null) => void = () => undefined;
  /** Called when the user wants to see all times, or those of nearly all records. */
  onExtent: (extent: Extent) => void = () => undefined;
  /** Buckets that the chart has room for; 0 before it was measured. */
  declare protected wished: number;

  readonly #all = new QueryController(this, 'timeline');
  readonly #matching = new QueryController(this, 'timeline');

  constructor() {
    super();
    this.gapStretches = [];
    this.isNumbered = false;
    this.wished = 0;
  }

  static override styles = [
    sharedStyles,
    farRecordsStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: var(--names) minmax(0, 1fr);
        padding-right: var(--axis-end);
      }
      .names {
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        min-width: 0;
        padding: 1px 6px 0 12px;
        overflow: hidden;
      }
      .names .strip {
        align-self: end;
        font-size: 10px;
        line-height: 12px;
      }
      audit-log-chart {
        height: min(var(--overview-size, 46px), 30vh);
        border-left: 1px solid var(--border);
      }
      .problem,
      .far {
        grid-column: 1 / -1;
      }
    `,
  ];

  protected override willUpdate(): void {
    const span = this.#span();
    const query = this.#query();
    const name = `${this.wished} ${span && axisName(this.axis!, span)}`;
    const asks = span !== undefined && this.wished > 0;
    this.#all.want(this.context, asks ? bucketsFor('', span, this.wished) : undefined, name);
    this.#matching.want(this.context, asks && query !== '' ? bucketsFor(query, span, this.wished) : undefined, `${name} ${query}`);
  }

  protected override render(): unknown {
    const all = chartBuckets(this.#all.answer);
    const { settings } = this.context;
    const isFiltered = this.#query() !== '';
    return html`<div class="names">
        <h2 class="cut" title=${this.#label()}>${this.#label()}</h2>
        ${this.isNumbered ? html`<span class="strip muted">${l10n.t('coverage')}</span>` : nothing}
      </div>
      <audit-log-chart
        overview
        .label=${this.#label()}
        .settings=${settings}
        .span=${all}
        .buckets=${isFiltered ? chartBuckets(this.#matching.answer) : all}
        .backdrop=${isFiltered ? all : undefined}
        .gapStretches=${this.gapStretches}
        .numbered=${this.isNumbered}
        .onTimeKey=${(key: TimeKey) => actOnTimeKey(key, this.axis!, this.#span()!, this.#acts())}
        .onGap=${(gapStretch: GapMark) => showGapMark(this.context, gapStretch)}
        .window=${this.#window()}
        .onWidth=${(width: number) => (this.wished = wishedBuckets(width))}
        .onBrush=${(chosen: TimeSpan) => this.onViewport(chosen)}
        .onWindow=${(window: TimeSpan) => this.onViewport(window)}
        .onOpen=${(bucket: TimeSpan) => this.#move((shown, { whole }) => centreOn(shown, bucket.from, whole))}
        .onZoom=${(factor: number, around: Ticks) => this.#move((shown, { whole }) => zoomBy(shown, factor, around, whole))}
        .onPan=${(share: number) => this.#move((shown, { whole }) => panBy(shown, share, whole))}
        .onEnd=${(end: 'first' | 'last') => this.#move((shown, { whole }) => moveToEnd(shown, end, whole))}
        .onClear=${() => this.onViewport(null)}
      ></audit-log-chart>
      ${this.axis === undefined ? nothing : farRecordsNote(this.axis, this.#span()!, settings, this.#acts())}
      ${this.#all.problem === undefined ? nothing : html`<p class="problem" role="alert">${this.#all.problem}</p>`}`;
  }

  /** What is shown in colour, at all times. */
  #query(): string {
    const { query, page, pinned = [] } = this.context.view.state;
    return pageQuery({ query: withoutTimeRange(query), page, pinned });
  }

  #span(): TimeSpan | undefined {
    return this.axis && overviewSpan(this.axis, this.#window());
  }

  /** What the main chart shows, unless that is what the log opens on. */
  #window(): TimeSpan | undefined {
    return this.axis && (this.viewport ?? timeWindow(this.context.view.state.query, this.axis.whole));
  }

  #move(next: (shown: TimeSpan, axis: TimeAxis) => TimeSpan): void {
    if (this.axis !== undefined) {
      this.onViewport(settledSpan(next(this.#window() ?? this.axis.home, this.axis), this.axis));
    }
  }

  #isWhole(): boolean {
    return this.axis !== undefined && this.#span() === this.axis.whole;
  }

  #label(): string {
    const { far } = this.axis ?? {};
    const left = (far?.before?.records ?? 0) + (far?.after?.records ?? 0);
    return left === 0 || this.#isWhole()
      ? l10n.t('Whole log')
      : l10n.t('Whole log but for {0} of its records', numberText(left, this.context.settings));
  }

  #acts(): FarRecordsActs {
    return { go: (span) => this.onViewport(span), show: (extent) => this.#show(extent) };
  }

  #show(extent: Extent): void {
    showExtent(this.context, extent, this);
  }
}
