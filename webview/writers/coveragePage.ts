import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { literalTerm } from '../../src/core/query/editQuery.ts';
import { ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { panBy, zoomBy } from '../../src/core/timeline/viewport.ts';
import type { Coverage, EpochCoverage } from '../../src/protocol/answers/coverage.ts';
import type { EpochSort } from '../../src/protocol/requests.ts';
import { numberText } from '../base/format.ts';
import { QueryController } from '../base/queryController.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { wishedBuckets } from '../chart/chartBuckets.ts';
import type { Extent, TimeAxis } from '../chart/timeAxis.ts';
import { wheelMove } from '../chart/wheel.ts';
import { missingText, seenText, shareText, unplacedText } from '../coverage/coverageWords.ts';
import type { GapMark, GapStretch } from '../../src/scene/gapMarks.ts';
import { showGapMark } from '../coverage/showGap.ts';
import { pixelIn } from '../lanes/laneGrid.ts';
import { ListWindow } from '../records/listWindow.ts';
import { rowAfterKey, scrollHeight } from '../records/virtualRows.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { settledSpan, shownSpan } from '../timeline/shownSpan.ts';
import { coveragePageStyles } from './coveragePageStyles.ts';
import { sortBar } from './sortBar.ts';
import { writerGaps } from './writerGaps.ts';
import { writerMarks } from './writerMarks.ts';
import { writerRow } from './writerRow.ts';
import { writerRowHeight, writerRowStyles } from './writerRowStyles.ts';

/** So many writers are listed, and gaps of each. */
const limits = { epochs: 1000, gaps: 400 };

/** What the user has chosen here stays when the page is left and opened again. */
let chosenSort: EpochSort = { by: 'missing', isDescending: true };

/** What the sequence numbers say is in the file and what is not: writer by writer, below the histogram and on its time axis. */
export class CoveragePage extends LitElement {
  static override properties = {
    context: { attribute: false },
    axis: { attribute: false },
    viewport: { attribute: false },
    gapStretches: { attribute: false },
    sort: { state: true },
    active: { state: true },
    gap: { state: true },
    width: { state: true },
    scrollbar: { state: true },
  };
  declare context: ViewContext;
  /** Undefined before it is known. */
  declare axis: TimeAxis | undefined;
  /** What the time axis shows, where that is not what the log opens on. */
  declare viewport: TimeSpan | undefined;
  declare gapStretches: readonly GapStretch[];
  onViewport: (span: TimeSpan | null) => void = () => undefined;
  onExtent: (extent: Extent) => void = () => undefined;
  declare protected sort: EpochSort;
  /** The row that the keyboard is on, and the gap in it, by its place among those that are drawn. */
  declare protected active: number | undefined;
  declare protected gap: number | undefined;
  /** Of the time axis and of the scroll bar beside it, in whole pixels; 0 before it was measured. */
  declare protected width: number;
  declare protected scrollbar: number;

  readonly #coverage = new QueryController(this, 'coverage');
  readonly #window = new ListWindow(() => this.requestUpdate(), { wide: writerRowHeight, narrow: writerRowHeight });
  readonly #resize = new ResizeObserver(() => this.#measure());
  #observed: Element | undefined;

  constructor() {
    super();
    this.gapStretches = [];
    this.sort = chosenSort;
    this.width = 0;
    this.scrollbar = 0;
  }

  static override styles = [sharedStyles, coveragePageStyles, writerRowStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#observed = undefined;
  }

  /** Moves the keyboard to the writers. */
  override focus(): void {
    void this.updateComplete.then(() => this.#grid()?.focus());
  }

  protected override willUpdate(): void {
    const { complete } = this.context.snapshot;
    this.#coverage.want(this.context, complete ? { ...limits, stretches: 1, sort: this.sort } : undefined);
    this.#window.rows = this.#epochs.length;
    this.#window.settle(() => true, undefined);
    this.active = this.#epochs.length === 0 ? undefined : Math.min(this.active ?? 0, this.#epochs.length - 1);
  }

  protected override render(): unknown {
    const { problem, answer } = this.#coverage;
    if (problem !== undefined) {
      return html`<p class="problem" role="alert">${problem}</p>`;
    }
    if (answer === undefined) {
      return html`<p class="note muted">
        ${this.context.snapshot.complete ? l10n.t('Counting…') : l10n.t('Coverage is known when the log has been read to its end.')}
      </p>`;
    }
    return html`<div class="top">
        <h2 class="title">${l10n.t('Coverage')}</h2>
        ${answer.epochsTotal === 0 ? html`<p>${l10n.t('No record has both a writer and a sequence number: coverage is unknown.')}</p>` : this.#totals(answer)}
      </div>
      ${answer.epochsTotal === 0 ? nothing : this.#writers(answer)}`;
  }

  protected override updated(): void {
    const grid = this.#grid();
    if (grid !== null && grid !== this.#observed) {
      this.#resize.disconnect();
      this.#observed = grid;
      this.#resize.observe(grid);
    }
    if (grid !== null) {
      this.#window.scroll(grid);
    }
  }

  #totals(coverage: Coverage): unknown {
    const { settings } = this.context;
    const missing = BigInt(coverage.missing);
    const writers = coverage.epochsTotal === 1 ? l10n.t('1 writer') : l10n.t('{0} writers', numberText(coverage.epochsTotal, settings));
    const unplaced = unplacedText(coverage, settings);
    return html`<p>
        <b>${shareText(coverage.seen, missing, settings)}</b> · ${seenText(coverage.seen, settings)} · ${missingText(missing, settings)} ·
        ${writers}
      </p>
      <details>
        <summary>${l10n.t('What this says')}</summary>
        <p class="muted">
          ${l10n.t('A number that is not in this file was not necessarily lost: other records of the same process use the same counter, and a log that is handed over is an extract. Nothing can be said before the first number of a writer or after the last. A number in what is broken counts as not in this file. The filter does not act here.')}
        </p>
        ${unplaced === undefined ? nothing : html`<p class="muted">${unplaced}</p>`}
      </details>`;
  }

  #writers(coverage: Coverage): unknown {
    const { settings } = this.context;
    const epochs = this.#epochs;
    const { list, inView } = this.#window;
    const current = this.active === undefined ? undefined : epochs[this.active];
    return html`<audit-log-timeline
        .style=${`--axis-end:${this.scrollbar}px`}
        .context=${this.context}
        .axis=${this.axis}
        .viewport=${this.viewport}
        .onViewport=${this.onViewport}
        .onExtent=${this.onExtent}
        .gapStretches=${this.gapStretches}
      ></audit-log-timeline>
      ${sortBar(this.sort, (sort) => this.#sortBy(sort))}
      ${
        epochs.length < coverage.epochsTotal
          ? html`<p class="note muted">
              ${l10n.t('{0} of {1} writers shown', numberText(epochs.length, settings), numberText(coverage.epochsTotal, settings))}
            </p>`
          : nothing
      }
      <div
        class="grid"
        role="grid"
        tabindex="0"
        aria-label=${l10n.t('Writers')}
        aria-rowcount=${epochs.length}
        aria-describedby="keys"
        aria-activedescendant=${this.active !== undefined && this.active >= inView.first && this.active < inView.end ? `writer-${this.active}` : nothing}
        @keydown=${this.#key}
        @scroll=${this.#window.scrolled}
        @wheel=${this.#wheel}
      >
        <div class="tall" role="presentation" .style=${`height:${scrollHeight(list)}px`}>
          <div class="measure" role="presentation"><span></span><span class="axis"></span></div>
          <div class="rows" role="rowgroup" .style=${`height:${Math.min(list.viewport, scrollHeight(list))}px`}>
            <div role="presentation" .style=${`transform:translateY(${-inView.shift}px)`}>
              ${epochs.slice(inView.first, inView.end).map((epoch, offset) => this.#row(epoch, inView.first + offset))}
            </div>
          </div>
        </div>
      </div>
      <span id="keys" class="hidden-visually">
        ${l10n.t('Up and down arrows move by a writer, left and right arrows by its gaps. Enter shows the record after the gap, or the records of the writer.')}
      </span>
      ${current === undefined ? nothing : writerGaps(current, this.context)}`;
  }

  #row(epoch: EpochCoverage, position: number): unknown {
    const isActive = position === this.active;
    return writerRow(
      {
        position,
        epoch,
        marks: this.#marksOf(epoch),
        axis: this.#span(),
        width: this.width,
        isActive,
        gap: isActive ? this.gap : undefined,
        settings: this.context.settings,
      },
      {
        choose: () => this.#choose(position),
        showRecords: () => this.#showRecords(epoch),
        showGap: (mark) => showGapMark(this.context, mark),
      },
    );
  }

  get #epochs(): readonly EpochCoverage[] {
    return this.#coverage.answer?.epochs ?? [];
  }

  #marksOf(epoch: EpochCoverage): readonly GapMark[] {
    const span = this.#span();
    return span === undefined || this.width === 0 ? [] : writerMarks(epoch, span, this.width);
  }

  /** What the histogram shows, which is as wide. */
  #span(): TimeSpan | undefined {
    return this.axis && shownSpan(this.axis, this.viewport, this.context.view.state, wishedBuckets(this.width));
  }

  #grid(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.grid');
  }

  #measure(): void {
    const grid = this.#grid();
    if (grid !== null) {
      this.#window.measure(grid.getBoundingClientRect(), 0, this.active);
      this.width = this.renderRoot.querySelector<HTMLElement>('.axis')?.clientWidth ?? 0;
      this.scrollbar = grid.offsetWidth - grid.clientWidth;
    }
  }

  #sortBy(sort: EpochSort): void {
    this.sort = sort;
    chosenSort = sort;
    this.active = 0;
    this.gap = undefined;
    this.#window.show(0);
  }

  #choose(position: number): void {
    this.active = position;
    this.gap = undefined;
  }

  #showRecords({ epoch }: EpochCoverage): void {
    this.context.link.intend({ kind: 'open', page: { kind: 'records' }, query: literalTerm('epoch', epoch) });
  }

  readonly #wheel = (event: WheelEvent): void => {
    const move = wheelMove(event, this.width);
    const span = this.#span();
    if (move === undefined || span === undefined || this.axis === undefined) {
      this.#window.wheel(event);
      return;
    }
    event.preventDefault();
    const { whole } = this.axis;
    const names = (this.#grid()?.clientWidth ?? this.width) - this.width;
    const around = ticksAt(span, this.width, Math.max(0, pixelIn(event) - names));
    this.onViewport(
      settledSpan(move.kind === 'pan' ? panBy(span, move.share, whole) : zoomBy(span, move.factor, around, whole), this.axis),
    );
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.target === event.currentTarget && !event.altKey && !event.ctrlKey && !event.metaKey && this.#act(event.key)) {
      event.preventDefault();
    }
  };

  /** Whether the key does something here. */
  #act(key: string): boolean {
    const epoch = this.active === undefined ? undefined : this.#epochs[this.active];
    if (epoch === undefined) {
      return false;
    }
    switch (key) {
      case 'ArrowRight':
      case 'ArrowLeft':
        this.#step(this.#marksOf(epoch).length, key === 'ArrowRight' ? 1 : -1);
        return true;
      case 'Enter': {
        const mark = this.gap === undefined ? undefined : this.#marksOf(epoch)[this.gap];
        if (mark === undefined) {
          this.#showRecords(epoch);
        } else {
          showGapMark(this.context, mark);
        }
        return true;
      }
      default: {
        const to = rowAfterKey(this.#window.list, this.active ?? 0, key);
        if (to !== undefined) {
          this.#choose(to);
          this.#window.show(to);
        }
        return to !== undefined;
      }
    }
  }

  /** Goes to the next gap of the row or the one before; from its ends to the row itself. */
  #step(count: number, direction: 1 | -1): void {
    const next = (this.gap ?? (direction === 1 ? -1 : count)) + direction;
    this.gap = next < 0 || next >= count ? undefined : next;
  }
}
