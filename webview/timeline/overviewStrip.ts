import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { withoutTimeRange } from '../../src/core/query/editTimeRange.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { timeWindow, withTimeWindow } from '../../src/core/timeline/timeWindow.ts';
import type { DrawnHole, Hole } from '../coverage/holes.ts';
import { showHole } from '../coverage/showGap.ts';
import { PanelQuestion } from '../panelQuestion.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import type { ViewContext } from '../viewContext.ts';
import { bucketsFor, chartBuckets, recordedSpan, wishedBuckets } from './chartBuckets.ts';

/**
 * The whole log in one strip: all records dim, those that match in colour, and the window of time that the filter sets.
 * Its span is that of all records, so that the window keeps its place while the filter changes.
 */
export class OverviewStrip extends LitElement {
  static override properties = { context: { attribute: false }, holes: { attribute: false }, wished: { state: true } };
  declare context: ViewContext;
  declare holes: readonly Hole[];
  /** Buckets that the chart has room for; 0 before it was measured. */
  declare protected wished: number;

  readonly #all = new PanelQuestion(this, 'timeline');
  readonly #matching = new PanelQuestion(this, 'timeline');

  constructor() {
    super();
    this.holes = [];
    this.wished = 0;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      audit-log-chart {
        height: 44px;
      }
    `,
  ];

  protected override willUpdate(): void {
    const span = this.#span();
    const query = withoutTimeRange(this.context.view.state.query);
    const asks = span !== undefined && this.wished > 0;
    this.#all.want(this.context, asks ? bucketsFor('', span, this.wished) : undefined, `${this.wished}`);
    this.#matching.want(this.context, asks && query !== '' ? bucketsFor(query, span, this.wished) : undefined, `${this.wished} ${query}`);
  }

  protected override render(): unknown {
    const all = chartBuckets(this.#all.answer);
    const { query } = this.context.view.state;
    const isFiltered = withoutTimeRange(query) !== '';
    const span = all && { from: all.from, to: all.to };
    return html`<audit-log-chart
        overview
        .label=${l10n.t('Whole log')}
        .settings=${this.context.settings}
        .span=${span}
        .buckets=${isFiltered ? chartBuckets(this.#matching.answer) : all}
        .backdrop=${isFiltered ? all : undefined}
        .holes=${this.holes}
        .onHole=${(hole: DrawnHole) => showHole(this.context, hole)}
        .window=${span && timeWindow(query, span)}
        .onWidth=${(width: number) => (this.wished = wishedBuckets(width))}
        .onBrush=${(chosen: TimeSpan) => this.#filter(withTimeWindow(query, chosen))}
        .onClear=${() => this.#filter(withoutTimeRange(query))}
      ></audit-log-chart>
      ${this.#all.problem === undefined ? nothing : html`<p class="problem" role="alert">${this.#all.problem}</p>`}`;
  }

  #span(): TimeSpan | undefined {
    return recordedSpan(this.context.snapshot);
  }

  #filter(query: string): void {
    this.context.link.intend({ kind: 'filter', query });
  }
}
