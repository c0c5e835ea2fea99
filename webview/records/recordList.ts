import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Order } from '../../src/protocol/answers/page.ts';
import type { RecordRef } from '../../src/protocol/reference.ts';
import type { CopyFormat } from '../../src/protocol/viewMessages.ts';
import { ThrottledAnnouncement } from '../base/throttledAnnouncement.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { hitStyles } from '../base/hitMarks.ts';
import type { ViewContext } from '../base/viewContext.ts';
import type { ColumnBorders } from './columnBorders.ts';
import { type ChangedColumns, columnsThatFit, type ColumnWidths } from './columnWidths.ts';
import { copiedRows } from './copiedRows.ts';
import { EarlyKey } from './earlyKey.ts';
import { KeptScroll, listOf, type ListScroll } from './keptScroll.ts';
import { type GridActs, listGrid } from './listGrid.ts';
import { listedText, selectedText } from './listHead.ts';
import { actOfKey, type ListAct, type ListState } from './listKeys.ts';
import { ListSelection, type SelectedList } from './listSelection.ts';
import { ListRows } from './listRows.ts';
import { ListSnapshot } from './listSnapshot.ts';
import { ListWindow } from './listWindow.ts';
import type { Selecting } from './multiSelection.ts';
import { noRecords } from './noRecords.ts';
import { pairedRecord } from './pairedRecord.ts';
import { recordListStyles } from './recordListStyles.ts';
import { sortNote } from './sortNote.ts';
import { SuitedColumns } from './suitedColumns.ts';

/**
 * The list of matching records: a grid of which only the rows in view exist. The grid itself has the focus; the selected
 * row is its active descendant. Selecting is an intent like any other, so the list moves on before the host agrees.
 */
export class RecordList extends LitElement {
  static override properties = {
    context: { attribute: false },
    query: {},
    initialOrder: { attribute: false },
    initialScroll: { attribute: false },
    order: { state: true },
    columns: { attribute: false },
    widths: { attribute: false },
    hasBorders: { attribute: false },
    isOfOneCaller: { attribute: false },
    width: { state: true },
  };
  declare context: ViewContext;
  declare query: string;
  declare initialOrder: Order;
  /** Where the list is scrolled to at first, if it is of what it was then. */
  declare initialScroll: ListScroll | undefined;
  /** Called when the list rests somewhere. */
  onScroll: (scroll: ListScroll | undefined) => void = () => undefined;
  /** Called when records are shown. */
  onShown: () => void = () => undefined;
  /** The fields of further columns; undefined where they are to suit the records. */
  declare columns: readonly string[] | undefined;
  /** Widths of columns, where the user has changed them. */
  declare widths: ColumnWidths;
  /** Whether columns can be resized and moved by the head: what that takes is loaded. */
  declare hasBorders: boolean;
  /** Whether the page is about the caller of all records, whom it names. */
  declare isOfOneCaller: boolean;
  /** Called when the user resizes or moves columns. */
  onColumns: (changed: ChangedColumns) => void = () => undefined;
  /** Called when the user sorts. */
  onOrder: (order: Order) => void = () => undefined;
  /** Called with the number of records that are selected together; 0 where one at most is. */
  onSeveral: (count: number) => void = () => undefined;

  declare protected order: Order;
  /** Of the list. CSS pixels. */
  declare protected width: number;

  readonly #rows = new ListRows(() => this.#arrived());
  readonly #announced = new ThrottledAnnouncement(this);
  readonly #selection = new ListSelection(this);
  readonly #early = new EarlyKey();
  /** The record that the host knows to be selected together with the selected one. */
  #paired: RecordRef | undefined;
  /** The records that the host knows to be selected, as JSON. */
  #chosen: string | undefined;
  /** What {@link onSeveral} was called with last. */
  #reported: number | undefined;
  readonly #suited = new SuitedColumns();
  readonly #window = new ListWindow(() => this.requestUpdate());
  readonly #snapshot = new ListSnapshot((isReadAgain) => this.#renewed(isReadAgain));
  readonly #acts: GridActs = {
    choose: (position, selecting) => this.#choose(position, selecting),
    open: ({ ref }) => this.context.link.intend({ kind: 'openSource', at: { record: ref } }),
    sort: (order) => this.#sort(order),
    key: (event) => this.#key(event),
  };
  readonly #scroll = new KeptScroll();
  readonly #resize = new ResizeObserver((entries) => this.#measured(entries[0]!.contentRect));

  constructor() {
    super();
    this.query = '';
    this.initialOrder = 'file';
    this.order = 'file';
    this.width = 0;
    this.widths = {};
    this.isOfOneCaller = false;
  }

  static override styles = [sharedStyles, hitStyles, recordListStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rows.dispose();
    this.#pair(undefined);
    this.#tellChosen(null);
    this.#resize.disconnect();
    this.#snapshot.stop();
    this.#scroll.stop();
  }

  override focus(): void {
    this.#grid()?.focus();
  }

  /** The fields of all further columns, also of those that there is no room for. */
  get columnFields(): readonly string[] {
    return this.#suited.fields;
  }

  /** The field of the further column that the user was on last, else of the first one. */
  currentColumn(): string | undefined {
    return this.renderRoot.querySelector<ColumnBorders>('audit-log-column-borders')?.current();
  }

  /** Asks for the first rows of a filter that is about to be shown: they come before or with it. */
  foresee(query: string): void {
    const rows = this.#rows.foresee(this.context.link, query, this.order);
    if (rows !== undefined) {
      const { viewport, rowHeight } = this.#window.list;
      rows.fields = this.#suited.fields;
      rows.want(0, Math.ceil(viewport / rowHeight), this.#snapshot.number, { ...this.context.search, state: 'running' });
    }
  }

  /** Has the host copy the selected records. */
  copy(as: CopyFormat): void {
    const rows = copiedRows(this.#selection.several.ranges, this.#list());
    this.context.link.intend({ kind: 'copyRecords', as, rows, fields: this.#suited.fields });
  }

  /** Has the host open the selected records pretty-printed. */
  openExcerpt(): void {
    const rows = copiedRows(this.#selection.several.ranges, this.#list());
    this.context.link.intend({ kind: 'openExcerpt', rows, order: this.order });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('initialOrder')) {
      this.order = this.initialOrder;
    }
    const isOther = this.#rows.show(this.context.link, this.query, this.order);
    const rows = this.#rows.shown;
    if (isOther) {
      this.#selection.reset();
      this.#early.forget();
      this.#window.reset(this.#scroll.begin(this.initialScroll, this.#of));
    }
    this.#snapshot.follow(this.context.snapshot);
    const found = this.#selection.follow(this.#list());
    if (this.#scroll.leaves(found) && found !== undefined) {
      this.#window.centre(found);
    }
    if (isOther && rows.matching !== undefined) {
      this.#arrived();
    }
    const { first, end } = this.#window.wanted;
    this.#suited.follow(this.context, this.columns);
    rows.fields = this.#suited.fields;
    // The row before them too: its day is compared.
    rows.want(Math.max(0, first - 1), end, this.#snapshot.number, this.context.search);
    this.#window.settle((wanted) => rows.knows(wanted.first, wanted.end), rows.marked);
  }

  protected override render(): unknown {
    const cache = this.#rows.shown;
    const { matching } = cache;
    const { settings } = this.context;
    const several = this.#selection.several.count;
    const areChosen = this.columns !== undefined;
    const { columns: further } = this.#suited;
    const columns = columnsThatFit(further, this.width, this.widths, areChosen);
    return html`
      ${cache.problem === undefined ? nothing : html`<p class="problem" role="alert">${cache.problem}</p>`}
      ${listGrid({
        context: this.context,
        order: this.order,
        columns,
        widths: this.widths,
        rows: cache,
        window: this.#window,
        selected: this.#selection.several,
        active: this.#selection.position,
        isOfOneCaller: this.isOfOneCaller,
        acts: this.#acts,
      })}
      ${
        this.hasBorders
          ? html`<audit-log-column-borders
              .columns=${columns}
              .lacking=${areChosen ? further.slice(columns.length) : []}
              .fields=${this.#suited.fields}
              .widths=${this.widths}
              .listWidth=${this.width}
              .onColumns=${this.onColumns}
            ></audit-log-column-borders>`
          : nothing
      }
      ${sortNote(
        {
          order: this.order,
          columns,
          formats: this.context.formats,
          isNarrow: this.#window.form === 'narrow',
          matching: matching ?? 0,
          unsorted: cache.unsorted,
        },
        settings,
        this.#acts.sort,
      )}
      ${matching === 0 ? noRecords(this.context, cache.isPartial) : nothing}
      <span class="hidden-visually" role="status">
        ${matching === undefined ? '' : this.#announced.of(several > 0 ? selectedText(several, settings) : listedText(matching, settings))}
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
    if (this.#rows.shown.matching !== undefined) {
      this.onShown();
      this.#scroll.note({ row: this.#window.inView.first, of: this.#of }, this.onScroll);
    }
    this.#pair(pairedRecord(this.#selection, this.#rows.shown));
    this.#tellChosen(copiedRows(this.#selection.several.ranges, this.#list()));
    const { count } = this.#selection.several;
    if (count !== this.#reported) {
      this.#reported = count;
      this.onSeveral(count);
    }
  }

  #pair(paired: RecordRef | undefined): void {
    if (paired?.index !== this.#paired?.index || paired?.source !== this.#paired?.source) {
      this.#paired = paired;
      this.context.link.intend({ kind: 'pair', ref: paired ?? null });
    }
  }

  /** Tells the host which records are selected, where those are several: what it writes of them it asks for itself. */
  #tellChosen(rows: ReturnType<typeof copiedRows>): void {
    const told = rows === null ? undefined : JSON.stringify(rows);
    if (told !== this.#chosen) {
      this.#chosen = told;
      this.context.link.intend({ kind: 'chosen', rows });
    }
  }

  get #of(): string {
    return listOf(this.query, this.order, this.context.view.state.selected);
  }

  #grid(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.grid');
  }

  #measured(size: DOMRectReadOnly): void {
    this.width = size.width;
    const headHeight = this.renderRoot.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
    this.#window.measure(size, headHeight, this.#selection.position);
  }

  #list(): SelectedList {
    return { context: this.context, query: this.query, order: this.order, rows: this.#rows.shown, snapshot: this.#snapshot.number };
  }

  #renewed(isReadAgain: boolean): void {
    if (isReadAgain) {
      this.#window.hold();
    }
    this.#selection.renew(this.#list(), isReadAgain);
    this.requestUpdate();
  }

  #arrived(): void {
    this.#window.rows = this.#rows.shown.matching ?? 0;
    const current = this.#selection.arrive(this.#list());
    if (current !== undefined) {
      this.#window.show(current);
    }
    this.#window.follow(this.order === 'newest' ? 'start' : 'end', this.context.snapshot.complete);
    const early = this.#early.take(this.#state());
    if (early !== undefined) {
      this.#act(early);
    }
    this.requestUpdate();
  }

  /** Chooses what is shown at a position. The log may have changed since: then the record is looked up where it is now. */
  #choose(position: number, selecting: Selecting): void {
    const rows = this.#rows.shown;
    if (this.#selection.isOutdated(rows, position)) {
      this.context.link.intend({ kind: 'select', ref: rows.row(position)!.ref });
    } else {
      this.#act({ act: 'move', to: position, selecting });
    }
  }

  #sort(order: Order): void {
    this.order = order;
    this.onOrder(order);
    this.focus();
  }

  #key(event: KeyboardEvent): void {
    // Keys on the buttons of the head are theirs.
    const act = event.target === event.currentTarget ? actOfKey(event, this.#state()) : undefined;
    const isEarly = this.#rows.shown.matching === undefined && event.target === event.currentTarget && this.#early.keep(event);
    if (isEarly) {
      event.preventDefault();
    } else if (act !== undefined) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        // VS Code would have the browser select or copy the text of the page.
        event.stopPropagation();
      }
      this.#act(act);
    }
  }

  #state(): ListState {
    const { list, wanted: inView } = this.#window;
    const hasSeveral = this.#selection.several.count > 0;
    const hasMarkedText = String(getSelection() ?? '') !== '';
    return { list, inView, active: this.#selection.position, hasSeveral, hasMarkedText, isSearching: this.context.search.isPartial };
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
        this.#window.show(act.to);
        this.#selection.move(act.to, act.selecting, this.#list());
        return;
      case 'copy':
        this.copy('json');
        return;
      case 'single':
        this.#selection.several.single(this.#selection.position);
        this.requestUpdate();
        return;
      case 'all':
        this.#selection.several.selectAll(this.#window.rows);
        this.requestUpdate();
        return;
    }
  }
}
