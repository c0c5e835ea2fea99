import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { withoutTimeRange } from '../../src/core/query/editTimeRange.ts';
import { pageQuery } from '../../src/core/query/pageQuery.ts';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { textOfSpan } from '../../src/core/timeline/spanText.ts';
import type { Profile } from '../../src/protocol/answers/profile.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { bucketsFor, chartBuckets, wishedBuckets } from '../chart/chartBuckets.ts';
import { type FarRecordsActs, farRecordsNote, farRecordsStyles } from '../chart/farRecordsNote.ts';
import { timeAxis, type Extent, type TimeAxis } from '../chart/timeAxis.ts';
import { actOnTimeKey, type TimeKey } from '../chart/timeKeys.ts';
import type { ViewContext } from '../base/viewContext.ts';

/** When the records of a caller or a target were written; opens on nearly all of them, as the main histogram does. */
export class ProfileChart extends LitElement {
  static override properties = {
    context: { attribute: false },
    profile: { attribute: false },
    extent: { attribute: false },
    wished: { state: true },
  };
  declare context: ViewContext;
  declare profile: Profile | undefined;
  declare extent: Extent;
  /** Called when the user wants to see all times, or those of nearly all records. */
  onExtent: (extent: Extent) => void = () => undefined;
  /** Buckets that the chart has room for; 0 before it was measured. */
  declare protected wished: number;

  readonly #timeline = new QueryController(this, 'timeline');
  readonly #outliers = new QueryController(this, 'outliers');

  constructor() {
    super();
    this.extent = 'dense';
    this.wished = 0;
  }

  static override styles = [
    sharedStyles,
    farRecordsStyles,
    css`
      :host {
        display: block;
        flex: none;
      }
      audit-log-chart {
        height: 96px;
      }
    `,
  ];

  protected override willUpdate(): void {
    const query = pageQuery(this.context.view.state);
    // What is far is far from all records of the page, whichever of them the filter leaves.
    this.#outliers.want(this.context, { query: withoutTimeRange(query) });
    const span = this.#span();
    const asks = span !== undefined && this.wished > 0;
    this.#timeline.want(this.context, asks ? bucketsFor(query, span, this.wished) : undefined);
  }

  protected override render(): unknown {
    const buckets = chartBuckets(this.#timeline.answer);
    const { settings } = this.context;
    const [axis, shown] = [this.#axis(), this.#span()];
    const untimed = this.#timeline.answer?.untimed ?? 0;
    const problem = this.#timeline.problem ?? this.#outliers.problem;
    return html`<audit-log-chart
        fixed
        .label=${l10n.t('Records over time')}
        .settings=${settings}
        .buckets=${buckets}
        .span=${buckets && { from: buckets.from, to: buckets.to }}
        .onWidth=${(width: number) => (this.wished = wishedBuckets(width))}
        .onBrush=${(span: TimeSpan) => this.#acts().go(span)}
        .onTimeKey=${(key: TimeKey) => axis && shown && actOnTimeKey(key, axis, shown, this.#acts())}
      ></audit-log-chart>
      ${
        untimed === 0
          ? nothing
          : html`<p class="muted">${l10n.t('{0} without a valid time: only in the list', numberText(untimed, settings))}</p>`
      }
      ${axis === undefined || shown === undefined ? nothing : farRecordsNote(axis, shown, settings, this.#acts())}
      ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}`;
  }

  /** Undefined until the engine has said whether records lie far from the others; all times where it cannot say. */
  #axis(): TimeAxis | undefined {
    const { answer, problem } = this.#outliers;
    return this.profile === undefined || (answer === undefined && problem === undefined)
      ? undefined
      : timeAxis(this.profile, answer, this.extent);
  }

  /** The records that are left, where the filter limits them in time. */
  #span(): TimeSpan | undefined {
    const { query, range } = this.context.view.state;
    const axis = this.#axis();
    return axis && (withoutTimeRange(query) === query && range === undefined ? axis.home : axis.whole);
  }

  #acts(): FarRecordsActs {
    const { query } = this.context.view.state;
    return {
      go: (span) => this.context.link.intend({ kind: 'range', range: textOfSpan(span) }),
      show: (extent) => {
        this.context.link.intend({ kind: 'filter', query: withoutTimeRange(query), range: null });
        this.onExtent(extent);
      },
    };
  }
}
