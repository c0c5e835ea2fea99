import type { AboutFormat } from '../../core/formats/aboutFormat.ts';
import type { Answer } from './answer.ts';

export type { AboutFormat };

/** The formats of the records of a log, the most frequent first, ties by id. */
export interface FoundFormats extends Answer {
  readonly formats: readonly FoundFormat[];
  /** Those that suit the list of records, the more telling one first. */
  readonly columns: readonly ListColumn[];
  /** What people call the fields that suit any of the formats. */
  readonly titles: readonly ListColumn[];
}

/** A field with what it is called, as the head of a column. */
export interface ListColumn {
  /** Of the filter language. */
  readonly field: string;
  /** In English: a key of the l10n bundle where a built-in format has it. */
  readonly title: string;
}

export interface FoundFormat extends AboutFormat {
  /** How many records are of it. */
  readonly count: number;
}
