import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import type { Ticks } from '../../src/core/record/ticks.ts';
import { pixelOf, ticksAt, type TimeSpan } from '../../src/core/timeline/timeSpan.ts';
import { panBy, zoomBy } from '../../src/core/timeline/viewport.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import type { LaneAct } from '../../src/protocol/viewMessages.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { wishedBuckets } from '../chart/chartBuckets.ts';
import type { TimeAxis } from '../chart/timeAxis.ts';
import { wheelMove } from '../chart/wheel.ts';
import { CanvasLook } from '../theme/canvasLook.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { watchTheme } from '../theme/themeReader.ts';
import { OpenedBucket } from '../timeline/openedBucket.ts';
import { settledSpan, shownSpan } from '../timeline/shownSpan.ts';
import { filterByLane, selectItem, toggled, toggledRow } from './laneActions.ts';
import { LaneCursor } from './laneCursor.ts';
import { laneGrid, pixelIn } from './laneGrid.ts';
import { lanePanelStyles } from './lanePanelStyles.ts';
import { firstChoice, type LaneChoice } from './laneChoice.ts';
import { LaneContent } from './laneContent.ts';
import { laneHeight, type LaneRow } from './laneRows.ts';
import type { LaneActs } from './laneRowView.ts';
import { laneTip } from './laneTip.ts';
import type { LaneItem } from '../../src/scene/laneScene.ts';
import { paintLane } from './paintLane.ts';

/** States of targets, and the records of each value of a field, on the time axis of the histogram. */
export class LanePanel extends LitElement {
  static override properties = {
    context: { attribute: false },
    axis: { attribute: false },
    viewport: { attribute: false },
    selected: { attribute: false },
    choice: { attribute: false },
    hasHead: { attribute: false },
    isTable: { state: true },
    top: { state: true },
    size: { state: true },
  };
  declare context: ViewContext;
  declare axis: TimeAxis | undefined;
  declare viewport: TimeSpan | undefined;
  declare selected: Ticks | undefined;
  declare choice: LaneChoice;
  /** Whether the controls above the lanes and their table are loaded. */
  declare hasHead: boolean;
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

  readonly #content = new LaneContent(this);
  readonly #opened = new OpenedBucket();
  readonly #cursor = new LaneCursor(() => this.requestUpdate());
  readonly #resize = new ResizeObserver(() => this.#measure());
  readonly #look = new CanvasLook();
  #unwatch: () => void = () => undefined;

  constructor() {
    super();
    this.choice = firstChoice;
    this.hasHead = false;
    this.isTable = false;
    this.top = 0;
    this.size = { width: 0, height: 0 };
  }

  static override styles = [sharedStyles, lanePanelStyles];

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

  /** Acts on a lane; without a key on the one that the keyboard is on. What a lane cannot do is not done. */
  actOn(key: string | null, does: LaneAct): void {
    const row = key === null ? this.#cursor.row : this.#content.rows.find((one) => one.key === key);
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
    const { context, choice, isTable, top, size } = this;
    const span = this.#span();
    this.#content.follow(span === undefined || size.width === 0 ? undefined : { context, choice, isTable, top, size, span });
    this.#cursor.keep(this.#content.rows);
  }

  protected override render(): unknown {
    const { settings } = this.context;
    const { problem, rows, inView } = this.#content;
    return html`
      ${
        this.hasHead
          ? html`<audit-log-lane-head
              .choice=${this.choice}
              .context=${this.context}
              .isTable=${this.isTable}
              .onChoice=${(changed: Partial<LaneChoice>) => this.onChoice({ ...this.choice, ...changed })}
              .onTable=${() => this.toggleTable()}
            ></audit-log-lane-head>`
          : html`<div class="head"></div>`
      }
      ${problem === undefined ? nothing : html`<p class="problem" role="alert">${problem}</p>`}
      ${
        this.isTable
          ? html`<div class="rows" role="region" aria-label=${l10n.t('Lanes')} tabindex="0">
              ${this.hasHead ? html`<audit-log-lane-table .rows=${rows} .settings=${settings} .onSelect=${(ref: RecordRef) => this.context.link.intend({ kind: 'select', ref })}></audit-log-lane-table>` : nothing}
            </div>`
          : laneGrid({
              rows,
              shown: inView.rows,
              first: inView.first,
              cursor: this.#cursor,
              settings,
              acts: this.#acts,
              itemsOf: (row) => this.#content.itemsOf(row),
              labelOf: (row) => this.#content.labelOf(row),
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
    const byKey = new Map(this.#content.inView.rows.map((row) => [row.key, row]));
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const row = byKey.get(canvas.dataset['key'] ?? '');
      if (row !== undefined) {
        const current = this.#cursor.itemOf(row);
        paintLane(canvas, this.#content.itemsOf(row), { width, height: laneHeight, palette, font, current, selected });
      }
    }
    this.drawn = new Map([...byKey].map(([key, row]) => [key, this.#content.itemsOf(row)]));
  }

  #tip(): unknown {
    const { pointed } = this.#cursor;
    const index = this.#content.rows.findIndex(({ key }) => key === pointed?.key);
    const row = this.#content.rows[index];
    const item = row === undefined || pointed === undefined ? undefined : this.#content.itemsOf(row)[pointed.item];
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
    if (this.#cursor.move(event.key, this.#content.list, row === undefined ? [] : this.#content.itemsOf(row)) || this.#act(event, row)) {
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
    this.#cursor.point(row, this.#content.itemsOf(row), x);
    const { pointed } = this.#cursor;
    if (pointed?.key === row.key) {
      this.#open(row, pointed.item);
    }
  }

  /** Selects what something on a row stands for; without it, opens or closes the row. */
  #open(row: LaneRow, number: number | undefined): void {
    const item = number === undefined ? undefined : this.#content.itemsOf(row)[number];
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
