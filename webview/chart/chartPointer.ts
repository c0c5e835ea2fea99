import type { WindowGrip } from './windowDrag.ts';

/** Pointer movements below this many pixels are a click, not a stretch. */
const clickSlack = 4;

/** What a drag does: it chooses a stretch, pans the chart, or moves or resizes the window in force. */
export type DragMode = 'brush' | 'pan' | WindowGrip;

/** Where the pointer is over a chart, and the stretch that it drags. Pixels from the left. */
export class ChartPointer {
  /** Undefined while it is elsewhere, or keys are in use. */
  at: number | undefined;
  mode: DragMode = 'brush';
  #from: number | undefined;
  readonly #changed: () => void;

  /** @param changed Called after each change. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get isDown(): boolean {
    return this.#from !== undefined;
  }

  /** The stretch that is being dragged; undefined while it could still be a click. */
  get dragged(): readonly [from: number, to: number] | undefined {
    return this.#from !== undefined && this.at !== undefined && Math.abs(this.at - this.#from) >= clickSlack
      ? [this.#from, this.at]
      : undefined;
  }

  press(pixel: number, mode: DragMode): void {
    this.mode = mode;
    this.#set(pixel, pixel);
  }

  move(pixel: number): void {
    this.#set(pixel, this.#from);
  }

  release(): void {
    this.#set(this.at, undefined);
  }

  /** The pointer has left the chart; one that drags goes on outside of it. */
  leave(): void {
    if (!this.isDown) {
      this.forget();
    }
  }

  forget(): void {
    this.#set(undefined, undefined);
  }

  #set(at: number | undefined, from: number | undefined): void {
    this.at = at;
    this.#from = from;
    this.#changed();
  }
}
