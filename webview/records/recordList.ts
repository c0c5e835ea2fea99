import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import type { Order } from '../../src/protocol/answers/page.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { numberText, ticksTimeText } from '../base/format.ts';
import { ThrottledAnnouncement } from '../base/throttledAnnouncement.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { recordCells } from './recordRow.ts';
import { FollowedSelection } from './followedSelection.ts';
import { listedText, listHead } from './listHead.ts';
import { recordListStyles } from './recordListStyles.ts';
import { RowCache } from './rowCache.ts';
import { sortNote } from './sortNote.ts';
import { roomFor, SuitedColumns } from './suitedColumns.ts';
import {
  clampTop,
  isScaled,
  rowAfterKey,
  rowWindow,
  scrollHeight,
  scrollOfTop,
  topAfterGrowth,
  topAfterResize,
  topCentring,
  topOfScroll,
  topShowing,
  type VirtualRows,
} from './virtualRows.ts';

const rowHeight = 22;
/** Two lines a row, where the pane is too narrow for columns. */
const narrowRowHeight = 42;
const narrowWidth = 640;
/** Below this the caller, who is in the sentence too, has no column. */
const mediumWidth = 760;
/** How often a growing result is asked for anew. Milliseconds. */
const renewalPause = 400;

/**
 * The list of matching records: a grid of which only the rows in view exist. The grid itself has the focus; the selected
 * row is its active descendant. Selecting is an intent like any other, so the list moves on before the host agrees.
 */
export class RecordList extends LitElement {
  static override properties = {
    context: { attribute: false },
    query: {},
    initialOrder: { attribute: false },
    order: { state: true },
    top: { state: true },
    viewport: { state: true },
    form: { state: true },
    room: { state: true },
    renewed: { state: true },
  };
  declare context: ViewContext;
  declare query: string;
  declare initialOrder: Order;
  /** Called when the user sorts. */
  onOrder: (order: Order) => void = () => undefined;

  declare protected order: Order;
  /** Distance of the window from the top of the list, in list pixels. */
  declare protected top: number;
  declare protected viewport: number;
  declare protected form: 'narrow' | 'medium' | 'wide';
  /** For further columns. */
  declare protected room: number;
  /** The snapshot that rows are asked from: follows the newest one, but not at every block read. */
  declare protected renewed: number;

  #cache: RowCache | undefined;
  #ownScroll: number | undefined;
  /** Where the list was scrolled to by the last update. */
  #scrolledTo = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The rows of the result, as they were known last. */
  #rows = 0;
  /** Where the window was in a log that is being read again, in which its rows may not have been read again. */
  #formerTop: number | undefined;
  /** Which reading of the log the rows are asked from. */
  #reading: number | undefined;
  /** Of the search, at the last update. */
  #tick = 0;
  /** The first snapshot from which each row is where the newest one has it. */
  #placedSince = 0;
  readonly #announced = new ThrottledAnnouncement(this);
  readonly #selection = new FollowedSelection(this);
  readonly #suited = new SuitedColumns();
  readonly #resize = new ResizeObserver((entries) => this.#measured(entries[0]!.contentRect));

  constructor() {
    super();
    this.query = '';
    this.initialOrder = 'file';
    this.order = 'file';
    this.top = 0;
    this.viewport = 0;
    this.form = 'wide';
    this.room = 0;
    this.renewed = 0;
  }

  static override styles = [sharedStyles, recordListStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cache?.dispose();
    this.#cache = undefined;
    this.#resize.disconnect();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  override focus(): void {
    this.#grid()?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('initialOrder')) {
      this.order = this.initialOrder;
    }
    if (this.#cache === undefined || !this.#cache.isFor(this.query, this.order)) {
      this.#cache?.dispose();
      this.#cache = new RowCache(this.context.link, this.query, this.order, () => this.#arrived());
      this.#selection.forget();
      this.top = 0;
      this.#rows = 0;
      this.#formerTop = undefined;
    }
    this.#followSnapshot();
    this.#followSearch();
    const found = this.#cache.matching === undefined ? undefined : this.#selection.follow(this.context, this.query, this.order);
    if (found !== undefined) {
      this.top = topCentring(this.#list(), this.top, found);
    }
    const { first, end } = rowWindow(this.#list(), this.top);
    this.#suited.follow(this.context);
    this.#cache.fields = this.#suited.fields;
    this.#cache.want(first, end, this.renewed, this.context.search);
  }

  protected override render(): unknown {
    const cache = this.#cache!;
    const list = this.#list();
    const { first, end, shift } = rowWindow(list, this.top);
    const { settings } = this.context;
    const active = this.#selection.position;
    const columns = this.#suited.columns.slice(0, this.room);
    return html`
      ${cache.problem === undefined ? nothing : html`<p class="problem" role="alert">${cache.problem}</p>`}
      <div
        class="grid ${this.form} ${this.#sharesYear() ? '' : 'dated'} with-${columns.length}"
        role="grid"
        tabindex="0"
        aria-label=${l10n.t('Records')}
        aria-rowcount=${cache.matching === undefined ? -1 : cache.matching + 1}
        aria-colcount=${7 + columns.length}
        aria-activedescendant=${active !== undefined && active >= first && active < end ? `row-${active}` : nothing}
        data-menu=${active === undefined ? nothing : menuPlace({ auditLogPlace: 'record' })}
        @keydown=${this.#key}
        @scroll=${this.#scrolled}
        @wheel=${this.#wheel}
      >
        ${listHead(this.order, columns, settings, (order) => this.#sort(order))}
        <div class="tall" role="presentation" .style=${`height:${scrollHeight(list)}px`}>
          <div class="rows" role="rowgroup" .style=${`height:${Math.min(list.viewport, scrollHeight(list))}px`}>
            <div role="presentation" .style=${`transform:translateY(${-shift}px)`}>
              ${Array.from({ length: end - first }, (_, offset) => this.#row(first + offset, columns))}
            </div>
          </div>
        </div>
      </div>
      ${sortNote(cache.unsorted, cache.matching ?? 0, settings)} ${cache.matching === 0 ? this.#nothing() : nothing}
      <span class="hidden-visually" role="status">
        ${cache.matching === undefined ? '' : this.#announced.of(listedText(cache.matching, settings))}
      </span>
    `;
  }

  protected override firstUpdated(): void {
    this.#resize.observe(this.#grid()!);
  }

  protected override updated(): void {
    const grid = this.#grid();
    const list = this.#list();
    const wanted = Math.round(scrollOfTop(list, this.top));
    const scrolled = `${wanted} of ${scrollHeight(list)} in ${list.viewport}`;
    // Where nothing has changed here, it is the user who has scrolled, and the event is still to come.
    if (grid !== null && scrolled !== this.#scrolledTo && Math.abs(grid.scrollTop - wanted) > 1) {
      grid.scrollTop = wanted;
      this.#ownScroll = grid.scrollTop;
    }
    this.#scrolledTo = scrolled;
  }

  #nothing(): unknown {
    const { link, view } = this.context;
    const clear = () => link.intend({ kind: 'filter', query: '', range: null });
    return html`<div class="empty">
      <p class="muted">${this.#cache!.isPartial ? l10n.t('No record found so far.') : l10n.t('No record matches.')}</p>
      ${
        view.state.query === '' && view.state.range === undefined
          ? nothing
          : html`<al-button appearance="secondary" @click=${clear}>${l10n.t('Clear filter')}</al-button>`
      }
    </div>`;
  }

  #row(position: number, columns: readonly ListColumn[]): unknown {
    const row = this.#cache!.row(position);
    const isSelected = position === this.#selection.position;
    return html`<div
      id="row-${position}"
      role="row"
      class="row ${position % 2 === 1 ? 'odd' : ''}"
      aria-rowindex=${position + 2}
      aria-selected=${isSelected}
      data-menu=${menuPlace({ auditLogPlace: 'record' })}
      @click=${() => this.#choose(position)}
      @contextmenu=${() => this.#choose(position)}
      @dblclick=${() => row && this.context.link.intend({ kind: 'openSource', at: { record: row.ref } })}
    >
      ${
        row === undefined
          ? html`<span role="gridcell" class="index">${numberText(position, this.context.settings)}</span
              ><span role="gridcell" class="time muted">…</span>`
          : recordCells(row, columns, this.context.settings, this.#sharesYear())
      }
    </div>`;
  }

  #list(): VirtualRows {
    return { rows: this.#cache?.matching ?? 0, rowHeight: this.form === 'narrow' ? narrowRowHeight : rowHeight, viewport: this.viewport };
  }

  #sharesYear(): boolean {
    const { first, last } = this.context.snapshot;
    const { timeZone } = this.context.settings;
    return (
      first === null ||
      last === null ||
      ticksTimeText(first.ticks, timeZone).slice(0, 4) === ticksTimeText(last.ticks, timeZone).slice(0, 4)
    );
  }

  #grid(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.grid');
  }

  #measured(size: DOMRectReadOnly): void {
    const head = this.renderRoot.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
    const before = this.#list();
    this.form = size.width < narrowWidth ? 'narrow' : size.width < mediumWidth ? 'medium' : 'wide';
    this.room = roomFor(size.width);
    this.viewport = Math.max(0, size.height - head);
    this.top = topAfterResize(before, this.#list(), this.top);
  }

  #followSnapshot(): void {
    const { snapshot, complete } = this.context.snapshot;
    if (this.renewed === 0 || (complete && this.renewed !== snapshot)) {
      this.#renew();
    } else if (this.renewed !== snapshot) {
      this.#timer ??= setTimeout(() => this.#renew(), renewalPause);
    }
  }

  /** What a search finds may be before what it has found, whatever the order. */
  #followSearch(): void {
    const { tick } = this.context.search;
    if (this.#cache!.isPartial && this.#tick !== tick) {
      this.#selection.outdate(this.renewed);
    }
    this.#tick = tick;
  }

  #renew(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { snapshot, reading } = this.context.snapshot;
    const isAnother = this.#reading !== undefined && this.#reading !== reading;
    this.renewed = snapshot;
    this.#reading = reading;
    this.#formerTop = isAnother ? this.top : this.#formerTop;
    if (this.order !== 'file' || isAnother) {
      // Where the log has only grown, a record keeps its place in the order of the file.
      this.#placedSince = snapshot;
      this.#selection.outdate(snapshot);
    }
  }

  #arrived(): void {
    const { awaited } = this.#selection;
    if (awaited !== undefined && this.#cache?.row(awaited, this.#placedSince) !== undefined) {
      this.#moveTo(awaited);
    }
    const list = this.#list();
    this.top =
      this.#formerTop === undefined
        ? topAfterGrowth({ ...list, rows: this.#rows }, list, this.top, this.order === 'newest' ? 'start' : 'end')
        : clampTop(list, this.#formerTop);
    this.#formerTop = this.context.snapshot.complete ? undefined : this.#formerTop;
    this.#rows = list.rows;
    this.requestUpdate();
  }

  #moveTo(position: number): void {
    this.#formerTop = undefined;
    this.top = topShowing(this.#list(), this.top, position);
    this.#selection.moveTo(position, this.#cache?.row(position, this.#placedSince)?.ref, this.context);
    this.requestUpdate();
  }

  /** Chooses what is shown at a position. The log may have changed since: then the record is looked up where it is now. */
  #choose(position: number): void {
    const shown = this.#cache?.row(position);
    if (shown === undefined || this.#cache?.row(position, this.#placedSince) !== undefined) {
      this.#moveTo(position);
    } else {
      this.context.link.intend({ kind: 'select', ref: shown.ref });
    }
  }

  #sort(order: Order): void {
    this.order = order;
    this.onOrder(order);
    this.focus();
  }

  #key(event: KeyboardEvent): void {
    // Keys on the buttons of the head are theirs.
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const list = this.#list();
    const active = this.#selection.position;
    if (event.key === 'Enter') {
      const row = active === undefined ? undefined : this.#cache?.row(active);
      if (row !== undefined) {
        event.preventDefault();
        this.dispatchEvent(new CustomEvent('open-detail', { bubbles: true, composed: true }));
      }
      return;
    }
    if (event.key === 'Escape' && active !== undefined && !this.context.search.isPartial) {
      event.preventDefault();
      this.context.link.intend({ kind: 'select', ref: null });
      return;
    }
    const first = rowWindow(list, this.top).first;
    const target = active === undefined ? this.#firstTarget(event.key, first, list) : rowAfterKey(list, active, event.key);
    if (target !== undefined && list.rows > 0) {
      event.preventDefault();
      this.#moveTo(target);
    }
  }

  /** Without a selection the arrows take the first row in view. */
  #firstTarget(key: string, first: number, list: VirtualRows): number | undefined {
    return key === 'ArrowDown' || key === 'ArrowUp' ? first : rowAfterKey(list, first, key);
  }

  #scrolled(event: Event): void {
    const { scrollTop } = event.currentTarget as HTMLElement;
    if (this.#ownScroll !== undefined && Math.abs(scrollTop - this.#ownScroll) <= 1) {
      this.#ownScroll = undefined;
      return;
    }
    this.#ownScroll = undefined;
    this.#formerTop = undefined;
    this.top = topOfScroll(this.#list(), scrollTop);
  }

  /** Where the scroll bar is scaled, one notch of the wheel would leap over thousands of rows: it moves by rows instead. */
  #wheel(event: WheelEvent): void {
    if (!isScaled(this.#list()) || event.ctrlKey || event.deltaY === 0) {
      return;
    }
    event.preventDefault();
    this.#formerTop = undefined;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? this.#list().rowHeight : 1;
    this.top = clampTop(this.#list(), this.top + event.deltaY * unit);
  }
}
