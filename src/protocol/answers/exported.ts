import type { Answer } from './answer.ts';

/** A part of an export, on its way. */
export interface ExportPart {
  /** The next bytes of the file. */
  readonly bytes: Uint8Array;
  /** Records that are written by now. */
  readonly records: number;
  /** All that will be. */
  readonly total: number;
}

/** What was exported: all of it has been handed over in parts. */
export interface Exported extends Answer {
  readonly records: number;
  readonly bytes: number;
}
