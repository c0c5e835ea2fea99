/** A further column that is dragged, and the place where it would be let go, both by their order from 0. */
export interface DraggedColumn {
  readonly from: number;
  readonly to: number;
}

/** A head that is pressed is dragged once the pointer has moved so far. CSS pixels. */
const threshold = 5;

/**
 * Moves the further columns of a list by their heads, which are dragged, or moved by Shift and an arrow key. A head that was dragged
 * does not sort.
 */
export class ColumnMoving {
  dragged: DraggedColumn | undefined;
  #head: HTMLElement | undefined;
  #pressed: { readonly from: number; readonly at: number } | undefined;
  #ended = new AbortController();
  readonly #changed: () => void;
  readonly #move: (from: number, to: number) => void;
  readonly #entered: (index: number) => void;

  /**
   * @param changed Called when what is dragged has changed.
   * @param move Moves a column to another place.
   * @param entered Called with the order, from 0, of the further column whose head has got the focus.
   */
  constructor(changed: () => void, move: (from: number, to: number) => void, entered: (index: number) => void) {
    this.#changed = changed;
    this.#move = move;
    this.#entered = entered;
  }

  /** Follows the pointer and the keys on a head of a list. */
  attach(head: HTMLElement): void {
    if (head !== this.#head) {
      this.detach();
      this.#head = head;
      this.#ended = new AbortController();
      const { signal } = this.#ended;
      head.addEventListener('pointerdown', (event) => this.#press(event), { signal });
      head.addEventListener('pointermove', (event) => this.#drag(event), { signal });
      head.addEventListener('pointerup', () => this.#drop(), { signal });
      head.addEventListener('pointercancel', () => this.#leave(), { signal });
      head.addEventListener('focusin', (event) => this.#enter(event), { signal });
      head.addEventListener('keydown', (event) => this.#key(event), { signal });
      // The keyboard may be anywhere while the pointer drags.
      window.addEventListener('keydown', (event) => this.#leaveByKey(event), { signal, capture: true });
    }
  }

  detach(): void {
    this.#ended.abort();
    this.#head = undefined;
  }

  get #heads(): readonly HTMLElement[] {
    return [...(this.#head?.querySelectorAll<HTMLElement>('.suited') ?? [])];
  }

  /** Which further column an event is on; -1 for another one. */
  #indexOf(event: Event): number {
    const path = event.composedPath();
    return this.#heads.findIndex((head) => path.includes(head));
  }

  #enter(event: Event): void {
    const index = this.#indexOf(event);
    if (index >= 0) {
      this.#entered(index);
    }
  }

  #press(event: PointerEvent): void {
    const from = event.button === 0 ? this.#indexOf(event) : -1;
    this.#pressed = from < 0 ? undefined : { from, at: event.clientX };
  }

  #drag(event: PointerEvent): void {
    if (this.#pressed === undefined || event.buttons === 0) {
      this.#pressed = undefined;
      return;
    }
    const { from, at } = this.#pressed;
    if (this.dragged === undefined) {
      if (Math.abs(event.clientX - at) < threshold) {
        return;
      }
      this.#head?.setPointerCapture(event.pointerId);
    }
    const others = this.#heads.toSpliced(from, 1);
    const to = others.filter((head) => {
      const { left, width } = head.getBoundingClientRect();
      return left + width / 2 < event.clientX;
    }).length;
    this.dragged = { from, to };
    this.#changed();
  }

  #drop(): void {
    const { dragged } = this;
    this.#leave();
    if (dragged !== undefined && dragged.from !== dragged.to) {
      this.#move(dragged.from, dragged.to);
    }
  }

  #leave(): void {
    this.#pressed = undefined;
    if (this.dragged !== undefined) {
      this.dragged = undefined;
      this.#changed();
    }
  }

  #leaveByKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.dragged !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      this.#leave();
    }
  }

  #key(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const from = this.#indexOf(event);
    if (by === undefined || from < 0 || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const to = from + by;
    if (to >= 0 && to < this.#heads.length) {
      this.#move(from, to);
      // The heads stay where they are and show other columns.
      requestAnimationFrame(() => this.#heads[to]?.querySelector('button')?.focus());
    }
  }
}
