import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Order } from '../../src/protocol/answers/page.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { ThrottledAnnouncement } from '../base/throttledAnnouncement.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import type { ViewContext } from '../base/viewContext.ts';
import { FollowedSelection } from './followedSelection.ts';
import { listedText, listHead } from './listHead.ts';
import { actOfKey, type ListAct } from './listKeys.ts';
import { listRow, type RowActs, sharesYear } from './listRow.ts';
import { ListSnapshot } from './listSnapshot.ts';
import { ListWindow } from './listWindow.ts';
import { noRecords } from './noRecords.ts';
import { recordListStyles } from './recordListStyles.ts';
import { RowCache } from './rowCache.ts';
import { sortNote } from './sortNote.ts';
import { roomFor, SuitedColumns } from './suitedColumns.ts';
import { scrollHeight } from './virtualRows.ts';

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
    room: { state: true },
  };
  declare context: ViewContext;
  declare query: string;
  declare initialOrder: Order;
  /** Called when the user sorts. */
  onOrder: (order: Order) => void = () => undefined;

  declare protected order: Order;
  /** For further columns. */
  declare protected room: number;

  #cache: RowCache | undefined;
  /** Of the search, at the last update. */
  #tick = 0;
  /** The first snapshot from which each row is where the newest one has it. */
  #placedSince = 0;
  readonly #announced = new ThrottledAnnouncement(this);
  readonly #selection = new FollowedSelection(this);
  readonly #suited = new SuitedColumns();
  readonly #window = new ListWindow(() => this.requestUpdate());
  readonly #snapshot = new ListSnapshot((isReadAgain) => this.#renewed(isReadAgain));
  readonly #rowActs: RowActs = {
    choose: (position) => this.#choose(position),
    open: ({ ref }) => this.context.link.intend({ kind: 'openSource', at: { record: ref } }),
  };
  readonly #resize = new ResizeObserver((entries) => this.#measured(entries[0]!.contentRect));

  constructor() {
    super();
    this.query = '';
    this.initialOrder = 'file';
    this.order = 'file';
    this.room = 0;
  }

  static override styles = [sharedStyles, recordListStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cache?.dispose();
    this.#cache = undefined;
    this.#resize.disconnect();
    this.#snapshot.stop();
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
      this.#window.reset();
    }
    this.#snapshot.follow(this.context.snapshot);
    this.#followSearch();
    const found = this.#cache.matching === undefined ? undefined : this.#selection.follow(this.context, this.query, this.order);
    if (found !== undefined) {
      this.#window.centre(found);
    }
    const { first, end } = this.#window.inView;
    this.#suited.follow(this.context);
    this.#cache.fields = this.#suited.fields;
    this.#cache.want(first, end, this.#snapshot.number, this.context.search);
  }

  protected override render(): unknown {
    const cache = this.#cache!;
    const { list, form } = this.#window;
    const { first, end, shift } = this.#window.inView;
    const { settings } = this.context;
    const active = this.#selection.position;
    const columns = this.#suited.columns.slice(0, this.room);
    const hidesYear = sharesYear(this.context);
    return html`
      ${cache.problem === undefined ? nothing : html`<p class="problem" role="alert">${cache.problem}</p>`}
      <div
        class="grid ${form} ${hidesYear ? '' : 'dated'} with-${columns.length}"
        role="grid"
        tabindex="0"
        aria-label=${l10n.t('Records')}
        aria-rowcount=${cache.matching === undefined ? -1 : cache.matching + 1}
        aria-colcount=${7 + columns.length}
        aria-activedescendant=${active !== undefined && active >= first && active < end ? `row-${active}` : nothing}
        data-menu=${active === undefined ? nothing : menuPlace({ auditLogPlace: 'record' })}
        @keydown=${this.#key}
        @scroll=${this.#window.scrolled}
        @wheel=${this.#window.wheel}
      >
        ${listHead(this.order, columns, settings, (order) => this.#sort(order))}
        <div class="tall" role="presentation" .style=${`height:${scrollHeight(list)}px`}>
          <div class="rows" role="rowgroup" .style=${`height:${Math.min(list.viewport, scrollHeight(list))}px`}>
            <div role="presentation" .style=${`transform:translateY(${-shift}px)`}>
              ${Array.from({ length: end - first }, (_, offset) => {
                const position = first + offset;
                const row = cache.row(position);
                return listRow({ position, row, isSelected: position === active, columns, settings, hidesYear }, this.#rowActs);
              })}
            </div>
          </div>
        </div>
      </div>
      ${sortNote(cache.unsorted, cache.matching ?? 0, settings)}
      ${cache.matching === 0 ? noRecords(this.context, cache.isPartial) : nothing}
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
    if (grid !== null) {
      this.#window.scroll(grid);
    }
  }

  #grid(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.grid');
  }

  #measured(size: DOMRectReadOnly): void {
    this.room = roomFor(size.width);
    this.#window.measure(size, this.renderRoot.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0);
  }

  /** What a search finds may be before what it has found, whatever the order. */
  #followSearch(): void {
    const { tick } = this.context.search;
    if (this.#cache!.isPartial && this.#tick !== tick) {
      this.#selection.outdate(this.#snapshot.number);
    }
    this.#tick = tick;
  }

  #renewed(isReadAgain: boolean): void {
    if (isReadAgain) {
      this.#window.hold();
    }
    if (this.order !== 'file' || isReadAgain) {
      // Where the log has only grown, a record keeps its place in the order of the file.
      this.#placedSince = this.#snapshot.number;
      this.#selection.outdate(this.#snapshot.number);
    }
    this.requestUpdate();
  }

  #arrived(): void {
    this.#window.rows = this.#cache?.matching ?? 0;
    const { awaited } = this.#selection;
    if (awaited !== undefined && this.#cache?.row(awaited, this.#placedSince) !== undefined) {
      this.#moveTo(awaited);
    }
    this.#window.follow(this.order === 'newest' ? 'start' : 'end', this.context.snapshot.complete);
    this.requestUpdate();
  }

  #moveTo(position: number): void {
    this.#window.show(position);
    this.#selection.moveTo(position, this.#cache?.row(position, this.#placedSince)?.ref, this.context);
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
    const { list, inView } = this.#window;
    const state = { list, inView, active: this.#selection.position, isSearching: this.context.search.isPartial };
    const act = event.target === event.currentTarget ? actOfKey(event, state) : undefined;
    if (act !== undefined) {
      event.preventDefault();
      this.#act(act);
    }
  }

  #act(act: ListAct): void {
    switch (act.act) {
      case 'open':
        this.dispatchEvent(new CustomEvent('open-detail', { bubbles: true, composed: true }));
        return;
      case 'leave':
        this.context.link.intend({ kind: 'select', ref: null });
        return;
      case 'move':
        this.#moveTo(act.to);
        return;
    }
  }
}
