/** How long lanes are painted within a frame: those that are left are painted in the next ones. Milliseconds. */
const budget = 4;

/** A lane that is to be painted, and how. */
export interface LaneToPaint {
  readonly key: string;
  readonly paint: () => void;
}

/** Paints lanes, over several frames where it takes longer than one has room for: a turn of the wheel asks for all of them in each frame. */
export class LanePainter {
  #left: readonly LaneToPaint[] = [];
  #frame: number | undefined;

  /** Paints these lanes, first those that were to be painted before and were not. */
  paint(lanes: readonly LaneToPaint[]): void {
    const late = new Set(this.#left.map(({ key }) => key));
    this.#left = [...lanes.filter(({ key }) => late.has(key)), ...lanes.filter(({ key }) => !late.has(key))];
    this.#go();
  }

  stop(): void {
    this.#left = [];
    this.#go();
  }

  #go(): void {
    const end = performance.now() + budget;
    let painted = 0;
    while (painted < this.#left.length && (painted === 0 || performance.now() < end)) {
      this.#left[painted]!.paint();
      painted++;
    }
    this.#left = this.#left.slice(painted);
    if (this.#frame !== undefined) {
      cancelAnimationFrame(this.#frame);
    }
    this.#frame = this.#left.length === 0 ? undefined : requestAnimationFrame(() => this.#go());
  }
}
