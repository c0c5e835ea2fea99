import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { withoutTimeRange } from '../../src/core/query/editTimeRange.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { timeWindow, withTimeWindow } from '../../src/core/timeline/timeWindow.ts';
import { PanelQuestion } from '../panelQuestion.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import type { ViewContext } from '../viewContext.ts';
import { chartBuckets, rangeOf, wishedBuckets } from './chartBuckets.ts';

/**
 * The whole log in one strip: all records dim, those that match in colour, and the window of time that the filter sets.
 * Its span is that of all records, so that the window keeps its place while the filter changes.
 */
export class OverviewStrip extends LitElement {
  static override properties = { context: { attribute: false }, width: { state: true } };
  declare context: ViewContext;
  declare protected width: number;

  readonly #all = new PanelQuestion(this, 'timeline');
  readonly #matching = new PanelQuestion(this, 'timeline');

  constructor() {
    super();
    this.width = 0;
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
    const width = wishedBuckets(this.width);
    this.#all.want(this.context, this.width === 0 ? undefined : { query: '', width });
    const span = this.#span();
    const query = withoutTimeRange(this.context.view.state.query);
    this.#matching.want(this.context, span === undefined || query === '' ? undefined : { query, range: rangeOf(span), width });
  }

  protected override render(): unknown {
    const all = chartBuckets(this.#all.answer);
    const { query } = this.context.view.state;
    const isFiltered = withoutTimeRange(query) !== '';
    const span = this.#span();
    return html`<audit-log-chart
        overview
        .label=${l10n.t('Whole log')}
        .settings=${this.context.settings}
        .span=${span}
        .buckets=${isFiltered ? (chartBuckets(this.#matching.answer) ?? undefined) : all}
        .backdrop=${isFiltered ? all : undefined}
        .window=${span && timeWindow(query, span)}
        .onWidth=${(width: number) => (this.width = width)}
        .onBrush=${(chosen: TimeSpan) => this.#filter(withTimeWindow(query, chosen))}
        .onClear=${() => this.#filter(withoutTimeRange(query))}
      ></audit-log-chart>
      ${this.#all.problem === undefined ? nothing : html`<p class="problem" role="alert">${this.#all.problem}</p>`}`;
  }

  #span(): TimeSpan | undefined {
    const all = chartBuckets(this.#all.answer);
    return all && { from: all.from, to: all.to };
  }

  #filter(query: string): void {
    this.context.link.intend({ kind: 'filter', query });
  }
}
