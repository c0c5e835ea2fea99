import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { pixelOf, ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { panBy, zoomBy } from '../../src/core/timeline/viewport.ts';
import { offeredFields } from '../base/offeredFields.ts';
import type { LaneAct } from '../../src/protocol/viewMessages.ts';
import { Kept } from '../base/kept.ts';
import { ThrottledValue } from '../base/throttledValue.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { wishedBuckets } from '../chart/chartBuckets.ts';
import type { TimeAxis } from '../chart/timeAxis.ts';
import { wheelMove } from '../chart/wheel.ts';
import { rowWindow, type VirtualRows } from '../records/virtualRows.ts';
import { CanvasLook } from '../theme/canvasLook.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { watchTheme } from '../theme/themeReader.ts';
import { OpenedBucket } from '../timeline/openedBucket.ts';
import { settledSpan, shownSpan } from '../timeline/shownSpan.ts';
import { CallerColours } from './callerColours.ts';
import { filterByLane, selectItem, toggled, toggledRow, withField } from './laneActions.ts';
import { LaneCursor } from './laneCursor.ts';
import { laneGrid, laneHeight, laneLabel, pixelIn } from './laneGrid.ts';
import { laneHead, laneHeadStyles } from './laneHead.ts';
import { lanePanelStyles } from './lanePanelStyles.ts';
import { type Heard, LaneQuestions } from './laneQuestions.ts';
import { firstChoice, type LaneChoice } from './laneChoice.ts';
import { type LaneRow, laneRows } from './laneRows.ts';
import type { LaneActs } from './laneRowView.ts';
import { laneTip } from './laneTip.ts';
import { type LaneItem, stateItems, valueItems } from './laneScene.ts';
import { laneTable, laneTableStyles } from './laneTable.ts';
import { periodText, stateHeading } from './laneWords.ts';
import { valueName } from '../chart/barParts.ts';
import { paintLane } from './paintLane.ts';

/** While the axis moves, lanes ask once in so long. Milliseconds. */
const askInterval = 150;

/** All that the rows depend on. */
interface LaneWish extends Heard {
  readonly context: ViewContext;
  readonly choice: LaneChoice;
  readonly isTable: boolean;
  readonly top: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly asked: TimeSpan;
}

/** States of targets, and the records of each value of a field, on the time axis of the histogram. */
export class LanePanel extends LitElement {
  static override properties = {
    context: { attribute: false },
    axis: { attribute: false },
    viewport: { attribute: false },
    selected: { attribute: false },
    choice: { attribute: false },
    isTable: { state: true },
    top: { state: true },
    size: { state: true },
  };
  declare context: ViewContext;
  declare axis: TimeAxis | undefined;
  declare viewport: TimeSpan | undefined;
  declare selected: Ticks | undefined;
  declare choice: LaneChoice;
  /** Called with what the user has chosen. */
  onChoice: (choice: LaneChoice) => void = () => undefined;
  /** Called when the user zooms or pans; null for what the log opens on. */
  onViewport: (span: TimeSpan | null) => void = () => undefined;
  /** Called when the width of the scroll bar is known, in CSS pixels: the lanes end as far before the border. */
  onScrollbar: (width: number) => void = () => undefined;
  declare protected isTable: boolean;
  /** How far the lanes are scrolled, and the room for rows and lanes. CSS pixels. */
  declare protected top: number;
  declare protected size: { readonly width: number; readonly height: number };
  /** What was last drawn on each lane in sight, by the keys of their rows. */
  drawn: ReadonlyMap<string, readonly LaneItem[]> = new Map();

  /** The stretch of time that the lanes show: its first tick and the first after it. */
  get shown(): readonly [bigint, bigint] {
    const span = this.#span();
    return [span?.from ?? 0n, span?.to ?? 0n];
  }

  readonly #questions = new LaneQuestions(this);
  readonly #colours = new CallerColours();
  readonly #asked = new ThrottledValue<TimeSpan>(
    () => this.requestUpdate(),
    askInterval,
    (left, right) => left.from === right.from && left.to === right.to,
  );
  /** What screen readers hear of each row; of what the axis showed when it last rested. */
  readonly #labels = new Map<string, string>();
  readonly #opened = new OpenedBucket();
  readonly #cursor = new LaneCursor(() => this.requestUpdate());
  readonly #resize = new ResizeObserver(() => this.#measure());
  readonly #items = new Map<string, readonly LaneItem[]>();
  /** What the rows were made for. */
  readonly #wish = new Kept<LaneWish>();
  #wished: LaneWish | undefined;
  readonly #look = new CanvasLook();
  #rows: readonly LaneRow[] = [];
  #unwatch: () => void = () => undefined;

  constructor() {
    super();
    this.choice = firstChoice;
    this.isTable = false;
    this.top = 0;
    this.size = { width: 0, height: 0 };
  }

  static override styles = [sharedStyles, laneHeadStyles, laneTableStyles, lanePanelStyles];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.#unwatch = watchTheme(() => {
      this.#look.forget();
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#unwatch();
  }

  /** Shows the lanes as a table, or again as a chart. */
  toggleTable(): void {
    this.isTable = !this.isTable;
  }

  /** Makes lanes of the values of a field. */
  showField(field: string): void {
    this.onChoice(withField(this.choice, field));
  }

  /** Acts on a lane; without a key on the one that the keyboard is on. What a lane cannot do is not done. */
  actOn(key: string | null, does: LaneAct): void {
    const row = key === null ? this.#cursor.row : this.#rows.find((one) => one.key === key);
    if (row !== undefined && does === 'toggle') {
      this.#acts.toggle(row);
    } else if (row?.kind === 'value' && does !== 'toggle' && (does !== 'pin' || row.within === undefined)) {
      this.#acts[does](row);
    }
  }

  /** Moves the keyboard to the lanes. */
  override focus(): void {
    void this.updateComplete.then(() => this.#scrolled()?.focus());
  }

  protected override willUpdate(): void {
    const span = this.#span();
    this.#items.clear();
    if (span !== undefined && this.size.width > 0) {
      const { context, choice, isTable, top, size } = this;
      // While the axis moves, what is known is drawn at its new place.
      const asked = this.#asked.follow(span);
      const wish = this.#wish.of({ context, choice, isTable, top, size, asked, ...this.#questions.heard });
      // Values that are open have questions of their own, which may have been answered.
      if (wish !== this.#wished || choice.open.length > 0) {
        this.#wished = wish;
        this.#ask(wish);
      }
    }
    this.#cursor.keep(this.#rows);
  }

  #ask({ context, choice, asked, isTable, size }: LaneWish): void {
    const wished = wishedBuckets(size.width);
    this.#questions.want(context, choice, asked, wished);
    this.#questions.wantInner(context, choice, asked, wished);
    this.#rows = this.#makeRows();
    this.#questions.wantCounts(context, isTable ? this.#rows : this.#shownRows(), choice.field, asked, wished);
  }

  protected override render(): unknown {
    const { settings } = this.context;
    const { problem } = this.#questions;
    return html`
      ${laneHead({
        choice: this.choice,
        fields: offeredFields(this.context),
        isTable: this.isTable,
        onChoice: (changed) => this.onChoice({ ...this.choice, ...changed }),
        onTable: () => this.toggleTable(),
      })}
      ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      ${
        this.isTable
          ? html`<div class="rows" role="region" aria-label=${l10n.t('Lanes')} tabindex="0">
              ${laneTable(this.#rows, settings, (ref) => this.context.link.intend({ kind: 'select', ref }))}
            </div>`
          : laneGrid({
              rows: this.#rows,
              shown: this.#shownRows(),
              first: rowWindow(this.#list(), this.top).first,
              cursor: this.#cursor,
              settings,
              acts: this.#acts,
              itemsOf: (row) => this.#itemsOf(row),
              labelOf: (row) => this.#labelOf(row),
              onScroll: (top) => (this.top = top),
              onKey: (event) => this.#key(event),
              onClick: (row, x) => this.#click(row, x),
              onWheel: (event) => this.#wheel(event),
            })
      }
      ${this.isTable ? nothing : this.#tip()}
    `;
  }

  protected override updated(): void {
    this.#measure();
    const { palette, family } = this.#look.of(this);
    const font = `11px ${family}`;
    const { width } = this.size;
    const span = this.#span();
    const selected = span === undefined || this.selected === undefined ? undefined : pixelOf(span, width, this.selected);
    const byKey = new Map(this.#shownRows().map((row) => [row.key, row]));
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const row = byKey.get(canvas.dataset['key'] ?? '');
      if (row !== undefined) {
        const current = this.#cursor.itemOf(row);
        paintLane(canvas, this.#itemsOf(row), { width, height: laneHeight, palette, font, current, selected });
      }
    }
    this.drawn = new Map([...byKey].map(([key, row]) => [key, this.#itemsOf(row)]));
  }

  #tip(): unknown {
    const { pointed } = this.#cursor;
    const index = this.#rows.findIndex(({ key }) => key === pointed?.key);
    const row = this.#rows[index];
    const item = row === undefined || pointed === undefined ? undefined : this.#itemsOf(row)[pointed.item];
    const rows = this.#scrolled();
    return item === undefined || rows === null
      ? nothing
      : laneTip(item, { rows, width: this.size.width, top: index * laneHeight - this.top }, this.context.settings);
  }

  readonly #acts: LaneActs = {
    toggle: (row) => this.onChoice(toggledRow(this.choice, row)),
    include: (row) => filterByLane(this.context, this.choice, row, false),
    exclude: (row) => filterByLane(this.context, this.choice, row, true),
    pin: (row) => this.onChoice({ ...this.choice, pinned: toggled(this.choice.pinned, row.key) }),
  };

  #key(event: KeyboardEvent): void {
    const { row } = this.#cursor;
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (this.#cursor.move(event.key, this.#list(), row === undefined ? [] : this.#itemsOf(row)) || this.#act(event, row)) {
      event.preventDefault();
      this.#scrollToActive();
    }
  }

  /** Does what a key stands for; false for any other. */
  #act(event: KeyboardEvent, row: LaneRow | undefined): boolean {
    if (row === undefined) {
      return false;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      this.#open(row, this.#cursor.item);
      return true;
    }
    const does = ({ f: 'include', F: 'exclude', p: 'pin' } as const)[event.key];
    if (does !== undefined) {
      this.actOn(row.key, does);
    }
    return does !== undefined;
  }

  #click(row: LaneRow, x: number): void {
    this.#cursor.point(row, this.#itemsOf(row), x);
    const { pointed } = this.#cursor;
    if (pointed?.key === row.key) {
      this.#open(row, pointed.item);
    }
  }

  /** Selects what something on a row stands for; without it, opens or closes the row. */
  #open(row: LaneRow, number: number | undefined): void {
    const item = number === undefined ? undefined : this.#itemsOf(row)[number];
    if (item === undefined) {
      this.#acts.toggle(row);
    } else {
      selectItem(this.context, this.choice, row, item, this.#opened);
    }
  }

  #wheel(event: WheelEvent): void {
    const move = wheelMove(event, this.size.width);
    const span = this.#span();
    if (move !== undefined && span !== undefined && this.axis !== undefined) {
      event.preventDefault();
      const { whole } = this.axis;
      const around = ticksAt(span, this.size.width, pixelIn(event));
      const next = move.kind === 'pan' ? panBy(span, move.share, whole) : zoomBy(span, move.factor, around, whole);
      this.onViewport(settledSpan(next, this.axis));
    }
  }

  #makeRows(): readonly LaneRow[] {
    const field = (name: string): string => l10n.t('By {0}', name);
    return laneRows(this.choice, this.#questions.answers, { heading: stateHeading, field, value: valueName });
  }

  #list(): VirtualRows {
    return { rows: this.#rows.length, rowHeight: laneHeight, viewport: this.size.height };
  }

  #shownRows(): readonly LaneRow[] {
    const { first, end } = rowWindow(this.#list(), this.top);
    return this.#rows.slice(first, end);
  }

  /** What is drawn on a lane; made once for each update. */
  #itemsOf(row: LaneRow): readonly LaneItem[] {
    const items = this.#items.get(row.key) ?? this.#makeItems(row);
    this.#items.set(row.key, items);
    return items;
  }

  /** All words of a row take longer than to draw it: while the axis moves, they stay. */
  #labelOf(row: LaneRow): string {
    const known = this.#asked.isBehind ? this.#labels.get(row.key) : undefined;
    const label = known ?? laneLabel(this.#itemsOf(row), this.context.settings);
    this.#labels.set(row.key, label);
    return label;
  }

  #makeItems(row: LaneRow): readonly LaneItem[] {
    const span = this.#span();
    const { width } = this.size;
    if (span === undefined || row.kind === 'heading') {
      return [];
    }
    if (row.kind === 'state') {
      return stateItems(row.lane, span, width, (caller) => this.#colours.of(caller), periodText);
    }
    return row.buckets === undefined ? [] : valueItems(row.buckets, span, width);
  }

  #span(): TimeSpan | undefined {
    return this.axis && shownSpan(this.axis, this.viewport, this.context.view.state, wishedBuckets(this.size.width));
  }

  #scrolled(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.rows');
  }

  #scrollToActive(): void {
    const rows = this.#scrolled();
    const { active } = this.#cursor;
    if (rows !== null && active !== undefined) {
      const top = active * laneHeight;
      rows.scrollTop = Math.max(top + laneHeight - rows.clientHeight, Math.min(rows.scrollTop, top));
    }
  }

  #measure(): void {
    const rows = this.#scrolled();
    if (rows === null) {
      return;
    }
    const width = this.renderRoot.querySelector<HTMLElement>('.ground')?.clientWidth ?? 0;
    if (width !== this.size.width || rows.clientHeight !== this.size.height) {
      this.size = { width, height: rows.clientHeight };
      this.onScrollbar(rows.offsetWidth - rows.clientWidth);
    }
  }
}
