/** A stretch of a source from the beginning of a line up to the beginning of another. */
export interface Block {
  readonly start: number;
  readonly end: number;
}
