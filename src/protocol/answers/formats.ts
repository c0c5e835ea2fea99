import type { AboutFormat } from '../../core/formats/aboutFormat.ts';
import type { Answer } from './answer.ts';

export type { AboutFormat };

/** The formats of the records of a log, the most frequent first, ties by id. */
export interface FoundFormats extends Answer {
  readonly formats: readonly FoundFormat[];
}

export interface FoundFormat extends AboutFormat {
  /** How many records are of it. */
  readonly count: number;
}
