/**
 * A way to read a record. Ways are tried one after the other, the fastest first: each takes what it is made for, and leaves
 * everything else to the next. Whichever reads a record, the columns and findings are the same.
 */
export interface RecordWay {
  /** Scans the record at `start`: the offset after it, or -1 where it is left to the next way. */
  scan(bytes: Uint8Array, start: number, end: number): number;
  /** Whether the record that was scanned may hold line breaks. */
  readonly mayHoldBreaks: boolean;
  /** Reads the record that was scanned, which is in the bytes from `start` up to `end`, into columns and findings. */
  read(bytes: Uint8Array, start: number, end: number): void;
}

/**
 * The ways beside the general one, which takes all records: by comparison with templates in WebAssembly, many records at once; along the paths of the format of the record before in WebAssembly, many records at once;
 * along the paths of the format of the record before; and by comparison with templates.
 */
export type FastWay = 'kernel' | 'walk' | 'paths' | 'templates';

export const fastWays: readonly FastWay[] = ['kernel', 'walk', 'paths', 'templates'];
