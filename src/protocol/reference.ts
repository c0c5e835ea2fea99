/** Names for things in a log that stay the same while it is read: shared by every answer. */
import { type Guard, integer, shape, text } from './guards.ts';

/** A record: the place of its source in the session, and its number in that source, both from 0, in file order. */
export interface RecordRef {
  readonly source: number;
  readonly index: number;
}

/** A finding: the place of its source in the session, and its number in that source's list of findings. */
export interface FindingRef {
  readonly source: number;
  readonly finding: number;
}

export const natural = integer(0, Number.MAX_SAFE_INTEGER);
export const recordRef: Guard<RecordRef> = shape({ source: natural, index: natural });
export const findingRef: Guard<FindingRef> = shape({ source: natural, finding: natural });

/** .NET ticks (100 ns since year 1) in decimal: they need 60 bits, and JSON and `postMessage` to webviews know no bigint. */
export type TicksText = string;

export const ticksText: Guard<TicksText> = text(19);

/** A range in a text document: lines and columns from 0, columns in UTF-16 units, the end exclusive. */
export interface TextRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a text begins within a longer one, as {@link TextRange} counts. */
export type TextStart = Pick<TextRange, 'startLine' | 'startColumn'>;
