import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ListColumn } from '../../src/protocol/answers/formats.ts';
import { menuPlace } from '../base/contextMenu.ts';
import { sharedStyles } from '../theme/sharedStyles.ts';
import { type BorderPlace, bordersOf, type ColumnBorder, placeOf } from './borderPlaces.ts';
import { columnBordersStyles } from './columnBordersStyles.ts';
import { ColumnMoving } from './columnMoving.ts';
import { type ChangedColumns, type ColumnWidths, minWidthOfColumns } from './columnWidths.ts';
import { hiddenColumnsNote } from './hiddenColumnsNote.ts';
import { movedColumn } from './movedColumn.ts';

/** A column is never made narrower than this. CSS pixels. */
const minWidth = 40;
/** What an arrow key moves, and what it moves with Shift. CSS pixels. */
const step = 8;
const largeStep = 40;

/**
 * Changes the columns of a list by its head: borders that resize a column, dragged or moved by arrow keys, and heads of further columns
 * that move them. Says below the list which columns there is no room for. It is beside the list's grid, whose rows have cells only.
 */
export class ColumnBorders extends LitElement {
  static override properties = {
    columns: { attribute: false },
    lacking: { attribute: false },
    fields: { attribute: false },
    widths: { attribute: false },
    listWidth: { type: Number },
    places: { state: true },
    active: { state: true },
    moved: { state: true },
  };
  /** The further columns that are shown. */
  declare columns: readonly ListColumn[];
  /** Those that the user has chosen and that there is no room for. */
  declare lacking: readonly ListColumn[];
  /** The fields of all further columns, in order. */
  declare fields: readonly string[];
  declare widths: ColumnWidths;
  /** CSS pixels. */
  declare listWidth: number;
  /** Called when the user resizes or moves a column. */
  onColumns: (changed: ChangedColumns) => void = () => undefined;
  /** Of each border. */
  declare protected places: readonly (BorderPlace | undefined)[];
  /** Which border the `Tab` key leads to. */
  declare protected active: number;
  /** What was moved where, to be spoken. */
  declare protected moved: string;

  /** A border that is dragged: where the pointer took hold of it, and what was so then. */
  #held: (BorderPlace & { readonly border: ColumnBorder; readonly at: number; readonly widths: ColumnWidths }) | undefined;
  /** The field of the further column that a command moves which does not say which. */
  #current: string | undefined;
  readonly #moving = new ColumnMoving(
    () => this.requestUpdate(),
    (from, to) => this.#move(from, to),
    (index) => (this.#current = this.fields[index]),
  );
  readonly #resized = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.columns = [];
    this.lacking = [];
    this.fields = [];
    this.widths = {};
    this.listWidth = 0;
    this.places = [];
    this.active = 0;
    this.moved = '';
  }

  static override styles = [sharedStyles, columnBordersStyles];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#moving.detach();
  }

  /** The field of the further column that was added or moved, or whose head had the focus, last; else of the first one, which it is from then on. */
  current(): string | undefined {
    if (this.#current === undefined || !this.fields.includes(this.#current)) {
      [this.#current] = this.fields;
    }
    return this.#current;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const [first] = this.fields;
    if (changed.get('fields')?.includes(first ?? '') === false) {
      this.#current = first;
    }
  }

  protected override render(): unknown {
    const borders = this.#borders;
    const active = Math.min(this.active, borders.length - 1);
    return html`
      ${
        borders.length === 0
          ? nothing
          : html`<div
              class="borders"
              role="group"
              aria-label=${l10n.t('Widths of the columns')}
              data-menu=${menuPlace({ auditLogPlace: 'columns' })}
              .style=${`top:${this.#top}px`}
            >
              ${borders.map((border, index) => this.#border(border, index, index === active))} ${this.#drop()}
            </div>`
      }
      <p class="note muted" role="status">${hiddenColumnsNote(this.lacking)}</p>
      <span class="hidden-visually" role="status">${this.moved}</span>
    `;
  }

  #border(border: ColumnBorder, index: number, isActive: boolean): unknown {
    const place = this.places[index];
    return place === undefined
      ? nothing
      : html`<div
          class="border ${this.#held?.border.name === border.name ? 'held' : ''}"
          role="separator"
          tabindex=${isActive ? 0 : -1}
          aria-orientation="vertical"
          aria-label=${l10n.t('Width of the column {0}', border.title)}
          aria-valuenow=${Math.round(place.width)}
          aria-valuemin=${minWidth}
          aria-valuemax=${Math.round(place.most)}
          aria-valuetext=${l10n.t('{0} pixels', Math.round(place.width))}
          title=${l10n.t('Drag, or press Left and Right, to resize the column {0}; double-click, or press Enter, for its first width', border.title)}
          .style=${`left:${place.x}px`}
          @focus=${() => (this.active = index)}
          @keydown=${(event: KeyboardEvent) => this.#key(event, border, index)}
          @pointerdown=${(event: PointerEvent) => this.#hold(event, border)}
          @pointermove=${this.#drag}
          @pointerup=${this.#release}
          @pointercancel=${this.#release}
          @dblclick=${() => this.#reset(border.name)}
        ></div>`;
  }

  /** What is dragged, and where it would be let go. */
  #drop(): unknown {
    const { dragged } = this.#moving;
    if (dragged === undefined) {
      return nothing;
    }
    const { from, to } = dragged;
    const heads = this.#head?.querySelectorAll('.suited') ?? [];
    const boxes = [...heads].map((head) => head.getBoundingClientRect());
    const own = boxes[from];
    const at = boxes[to];
    return own === undefined || at === undefined
      ? nothing
      : html`<div class="dragged" .style=${`left:${own.left - this.#left - 4}px;width:${own.width + 8}px`}></div>
          <div class="place" .style=${`left:${(to > from ? at.right + 4 : at.left - 4) - this.#left}px`}></div>`;
  }

  protected override updated(): void {
    const head = this.#head;
    if (head !== null) {
      this.#moving.attach(head);
      head.querySelectorAll('[role=columnheader]').forEach((cell) => this.#resized.observe(cell));
    }
    this.#measure();
  }

  get #borders(): readonly ColumnBorder[] {
    return this.listWidth < minWidthOfColumns ? [] : bordersOf(this.columns);
  }

  get #list(): ShadowRoot {
    return this.getRootNode() as ShadowRoot;
  }

  get #head(): HTMLElement | null {
    return this.#list.querySelector<HTMLElement>('.head');
  }

  get #left(): number {
    return this.#list.host.getBoundingClientRect().left;
  }

  /** The top of the head within the list. */
  get #top(): number {
    return (this.#head?.getBoundingClientRect().top ?? 0) - this.#list.host.getBoundingClientRect().top;
  }

  #measure(): void {
    const places = this.#borders.map((border) => this.#place(border));
    if (JSON.stringify(places) !== JSON.stringify(this.places)) {
      this.places = places;
    }
  }

  #place(border: ColumnBorder): BorderPlace | undefined {
    const head = this.#head;
    return head === null ? undefined : placeOf(border, head, this.#left);
  }

  #hold(event: PointerEvent, border: ColumnBorder): void {
    const place = this.#place(border);
    if (event.button === 0 && place !== undefined) {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      this.#held = { ...place, border, at: event.clientX, widths: this.widths };
      this.requestUpdate();
    }
  }

  readonly #drag = (event: PointerEvent): void => {
    if (this.#held !== undefined) {
      const { border, at, width, most } = this.#held;
      const moved = event.clientX - at;
      if (moved !== 0) {
        this.#resize(border.name, width + (border.isEnd ? moved : -moved), most);
      }
    }
  };

  readonly #release = (): void => {
    this.#held = undefined;
    this.requestUpdate();
  };

  #key(event: KeyboardEvent, border: ColumnBorder, index: number): void {
    const place = this.#place(border);
    if (place === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const by = (event.shiftKey ? largeStep : step) * (border.isEnd ? 1 : -1);
    switch (event.key) {
      case 'ArrowLeft':
        this.#resize(border.name, place.width - by, place.most);
        break;
      case 'ArrowRight':
        this.#resize(border.name, place.width + by, place.most);
        break;
      case 'ArrowUp':
      case 'ArrowDown':
        this.#focusBorder(index + (event.key === 'ArrowUp' ? -1 : 1));
        break;
      case 'Enter':
        this.#reset(border.name);
        break;
      case 'Escape':
        if (this.#held === undefined) {
          return;
        }
        this.onColumns({ widths: this.#held.widths });
        this.#release();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  #focusBorder(index: number): void {
    this.renderRoot.querySelectorAll<HTMLElement>('.border')[index]?.focus();
  }

  #resize(name: string, width: number, most: number): void {
    this.onColumns({ widths: { ...this.widths, [name]: Math.round(Math.max(minWidth, Math.min(width, most))) } });
  }

  #reset(name: string): void {
    this.onColumns({ widths: Object.fromEntries(Object.entries(this.widths).filter(([other]) => other !== name)) });
  }

  #move(from: number, to: number): void {
    this.#current = this.fields[from];
    this.moved = l10n.t('{0}: column {1} of {2}', l10n.t(this.columns[from]!.title), to + 1, this.columns.length);
    this.onColumns({ columns: movedColumn(this.fields, from, to) });
  }
}
