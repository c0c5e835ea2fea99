import * as l10n from '@vscode/l10n';
import type { ReactiveControllerHost } from 'lit';
import type { TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { fieldLabel } from '../base/fieldLabel.ts';
import { Kept } from '../base/kept.ts';
import { ThrottledValue } from '../base/throttledValue.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { valueName } from '../chart/barParts.ts';
import { wishedBuckets } from '../chart/chartBuckets.ts';
import { rowWindow, type VirtualRows } from '../records/virtualRows.ts';
import { CallerColours } from './callerColours.ts';
import type { LaneChoice } from './laneChoice.ts';
import { type Heard, LaneQuestions } from './laneQuestions.ts';
import { laneHeight, type LaneNames, type LaneRow, laneRows } from './laneRows.ts';
import { type LaneItem, stateItems, valueItems } from '../../src/scene/laneScene.ts';
import { periodText, stateHeading } from '../../src/scene/stateWords.ts';
import { laneLabel } from './laneWords.ts';

/** While the axis moves, lanes ask once in so long. Milliseconds. */
const askInterval = 150;

/** What is in view. */
export interface LaneView {
  readonly context: ViewContext;
  readonly choice: LaneChoice;
  readonly isTable: boolean;
  /** How far the lanes are scrolled, and the room for them. CSS pixels. */
  readonly top: number;
  readonly size: { readonly width: number; readonly height: number };
  /** What the axis shows. */
  readonly span: TimeSpan;
}

/** All that the rows depend on: in place of the span of the axis the one that is asked for. */
type Asked = LaneView & Heard;

/** What lanes hold: their rows, what is drawn on each of them, and its words. Asks the engine for it. */
export class LaneContent {
  rows: readonly LaneRow[] = [];

  readonly #questions: LaneQuestions;
  readonly #colours = new CallerColours();
  readonly #span: ThrottledValue<TimeSpan>;
  readonly #asked = new Kept<Asked>();
  /** What the rows were made for. */
  #madeFor: Asked | undefined;
  #view: LaneView | undefined;
  readonly #items = new Map<string, readonly LaneItem[]>();
  /** What screen readers hear of each row; of what the axis showed when it last rested. */
  readonly #labels = new Map<string, string>();

  constructor(host: ReactiveControllerHost) {
    this.#questions = new LaneQuestions(host);
    this.#span = new ThrottledValue<TimeSpan>(
      () => host.requestUpdate(),
      askInterval,
      (left, right) => left.from === right.from && left.to === right.to,
    );
  }

  /** One sentence when a question failed. */
  get problem(): string | undefined {
    return this.#questions.problem;
  }

  get list(): VirtualRows {
    return { rows: this.rows.length, rowHeight: laneHeight, viewport: this.#view?.size.height ?? 0 };
  }

  /** The rows that are in view, and the position of the first. */
  get inView(): { readonly first: number; readonly rows: readonly LaneRow[] } {
    const { first, end } = rowWindow(this.list, this.#view?.top ?? 0);
    return { first, rows: this.rows.slice(first, end) };
  }

  /** To be called on every update, with what is in view; undefined where nothing can be. */
  follow(view: LaneView | undefined): void {
    this.#view = view;
    this.#items.clear();
    if (view !== undefined) {
      // While the axis moves, what is known is drawn at its new place.
      const asked = this.#asked.of({ ...view, span: this.#span.follow(view.span), ...this.#questions.heard });
      // Values that are open have questions of their own, which may have been answered.
      if (asked !== this.#madeFor || view.choice.open.length > 0) {
        this.#madeFor = asked;
        this.#ask(asked);
      }
    }
  }

  /** What is drawn on a lane; made once for each update. */
  itemsOf(row: LaneRow): readonly LaneItem[] {
    const items = this.#items.get(row.key) ?? this.#makeItems(row);
    this.#items.set(row.key, items);
    return items;
  }

  /** All words of a row take longer than to draw it: while the axis moves, they stay. */
  labelOf(row: LaneRow): string {
    const known = this.#span.isBehind ? this.#labels.get(row.key) : undefined;
    const label = known ?? (this.#view === undefined ? '' : laneLabel(this.itemsOf(row), this.#view.context.settings));
    this.#labels.set(row.key, label);
    return label;
  }

  #ask({ context, choice, span, isTable, size }: Asked): void {
    const wished = wishedBuckets(size.width);
    this.#questions.want(context, choice, span, wished);
    this.#questions.wantInner(context, choice, span, wished);
    this.rows = laneRows(choice, this.#questions.answers, namesIn(context));
    this.#questions.wantCounts(context, isTable ? this.rows : this.inView.rows, choice.field, span, wished);
  }

  #makeItems(row: LaneRow): readonly LaneItem[] {
    if (this.#view === undefined || row.kind === 'heading') {
      return [];
    }
    const { span, size } = this.#view;
    return row.kind === 'state'
      ? stateItems(
          row.lane,
          span,
          size.width,
          (caller) => this.#colours.of(caller),
          (period) => periodText(period, row.lane.what),
        )
      : row.buckets === undefined
        ? []
        : valueItems(row.buckets, span, size.width);
  }
}

function namesIn({ formats }: ViewContext): LaneNames {
  return { heading: stateHeading, field: (field) => l10n.t('By {0}', fieldLabel(field, formats)), value: valueName };
}
