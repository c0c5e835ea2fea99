/** How many steps like the last one are provided for. */
const stepsAhead = 8;
/** Chunks that are asked for ahead at most. */
const maxAhead = 6;

/** A longer step is a leap. Chunks. */
const leapChunks = 2;

/** Which way, and how fast, a list is scrolled whose rows are fetched in chunks. */
export class ListTravel {
  /** The last step between two views that differ, in rows: negative upwards. 0 while the list was not scrolled. */
  #step = 0;
  #first = 0;
  readonly #chunkRows: number;

  constructor(chunkRows: number) {
    this.#chunkRows = chunkRows;
  }

  /** Whether the step led to where nothing of the view before can have been fetched ahead. */
  get isLeap(): boolean {
    return Math.abs(this.#step) > leapChunks * this.#chunkRows;
  }

  /** Says which is the first row in view; true if it was another one before. */
  note(first: number): boolean {
    const isMove = first !== this.#first;
    this.#step = first - this.#first || this.#step;
    this.#first = first;
    return isMove;
  }

  /** The chunks that come into view next, the nearest first, of a list of so many rows. */
  ahead(end: number, rows: number): readonly number[] {
    const count = this.isLeap ? 1 : Math.min(maxAhead, Math.ceil(Math.abs(this.#step * stepsAhead) / this.#chunkRows));
    const edge = this.#step > 0 ? end - 1 : this.#first;
    const chunks = Array.from({ length: count }, (_, index) => Math.floor(edge / this.#chunkRows) + Math.sign(this.#step) * (index + 1));
    return chunks.filter((chunk) => chunk >= 0 && chunk * this.#chunkRows < rows);
  }
}
