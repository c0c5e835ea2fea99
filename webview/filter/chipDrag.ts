/** How far the pointer must move for a click to become a drag, in CSS pixels. */
const threshold = 6;

interface DragActs {
  /** The index of the chip that is at a place of the window, if it can be dropped on. */
  readonly chipAt: (x: number, y: number) => number | undefined;
  /** Called whenever another chip is dragged, or is dragged over another one. */
  readonly changed: () => void;
  readonly drop: (from: number, onto: number) => void;
}

/** Drags a chip onto another one, by any pointer. By keys the same is done from a chip's menu. */
export class ChipDrag {
  readonly #acts: DragActs;
  #from: number | undefined;
  #start: { readonly x: number; readonly y: number } | undefined;
  #onto: number | undefined;
  #isDragging = false;

  constructor(acts: DragActs) {
    this.#acts = acts;
  }

  /** The chip that is dragged. */
  get dragged(): number | undefined {
    return this.#isDragging ? this.#from : undefined;
  }

  /** The chip that it would be dropped on. */
  get over(): number | undefined {
    return this.#isDragging ? this.#onto : undefined;
  }

  begin(event: PointerEvent, index: number): void {
    if (event.button === 0) {
      this.#from = index;
      this.#start = { x: event.clientX, y: event.clientY };
    }
  }

  readonly move = (event: PointerEvent): void => {
    const { clientX, clientY } = event;
    if (this.#from === undefined || this.#start === undefined) {
      return;
    }
    if (!this.#isDragging && Math.hypot(clientX - this.#start.x, clientY - this.#start.y) > threshold) {
      this.#isDragging = true;
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    }
    if (this.#isDragging) {
      const over = this.#acts.chipAt(clientX, clientY);
      this.#onto = over === this.#from ? undefined : over;
      this.#acts.changed();
    }
  };

  readonly end = (): void => {
    const [from, onto, isDragging] = [this.#from, this.#onto, this.#isDragging];
    // The click that follows is none on the chip.
    setTimeout(() => this.cancel());
    this.#onto = undefined;
    if (isDragging && from !== undefined && onto !== undefined) {
      this.#acts.drop(from, onto);
    }
  };

  readonly cancel = (): void => {
    this.#from = undefined;
    this.#start = undefined;
    this.#onto = undefined;
    this.#isDragging = false;
    this.#acts.changed();
  };
}
