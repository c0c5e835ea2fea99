import type { Message } from '../../core/finding/message.ts';
import type { ResultGroup } from '../../core/record/results.ts';
import type { Explanation } from '../describe.ts';
import type { RecordRef, TextRange, TextStart, TicksText } from '../reference.ts';
import type { Answer, Moment } from './answer.ts';

/** By what the records of an outline are grouped: by the hour or day (UTC) in which they happened, or by a number of records. */
export type OutlineUnit = 'hour' | 'day' | 'count';

/** The records of a source in the order of its text. */
export interface Outline extends Answer {
  readonly unit: OutlineUnit;
  /** Every record is in one of them, in the order of the text. An hour that comes again later in the text has a group again. */
  readonly groups: readonly OutlineGroup[];
  /** Records that follow each other, as many as were asked for. */
  readonly records: readonly OutlineRecord[];
  /** How many records the source has: more than `records.length` means that only those around the line are listed. */
  readonly total: number;
}

export interface OutlineGroup {
  /** Number of its first record within the source. */
  readonly first: number;
  readonly count: number;
  /** The hour or day; null where the records have no valid time, or are not grouped by time. */
  readonly from: TicksText | null;
  readonly range: TextRange;
}

export interface OutlineRecord {
  readonly ref: RecordRef;
  readonly sentence: Message;
  readonly time: Moment | null;
  readonly group: ResultGroup;
  readonly range: TextRange;
}

/** The stretches of text that are around a place, the innermost first and the record last; empty outside of records. */
export interface Enclosing extends Answer {
  readonly ranges: readonly TextRange[];
}

/** Where the value that is at a place occurs. */
export interface References extends Answer {
  /** The filter that finds the records with it; null where nothing can be looked for. */
  readonly filter: string | null;
  readonly places: readonly Reference[];
  /** How many records have it, of all sources: more than there are in `places` means that the list was cut. */
  readonly total: number;
}

export interface Reference {
  readonly ref: RecordRef;
  /** The value; the beginning of the record where it has no text of its own. */
  readonly range: TextRange;
  readonly recordStart: TextStart;
}

/** What can be said of values in few words, right after them. */
export interface Hints extends Answer {
  /** In the order of the text. */
  readonly hints: readonly Hint[];
}

/** `earlier` and `later`: how far a record's time is from that of the record before it in the text. */
export type Hint = { readonly line: number; readonly column: number } & (
  { readonly kind: 'meaning'; readonly lines: readonly Explanation[] } | { readonly kind: 'earlier' | 'later'; readonly ticks: TicksText }
);

/** Values that say what happened. */
export interface Tokens extends Answer {
  /** In the order of the text. */
  readonly tokens: readonly Token[];
}

/** Results go by their group. */
export type TokenKind = 'operation' | 'caller' | 'target' | ResultGroup;

/** The text of a value without its quotes, on one line; `length` in UTF-16 units. */
export interface Token {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly kind: TokenKind;
}

/** How records ended. */
export interface PlacedResults extends Answer {
  /** In the order of the text. */
  readonly results: readonly { readonly range: TextRange; readonly group: ResultGroup }[];
}

/** Keys or values that may be at a place of a record. */
export interface Completions extends Answer {
  readonly items: readonly CompletionItem[];
  /** How many records were looked at, and how many there are. */
  readonly looked: number;
  readonly total: number;
}

export interface CompletionItem {
  /** A key, decoded; of values their JSON text. */
  readonly text: string;
  /** What it is called, and what it means: in English, keys of the l10n bundle; empty where nothing documents it. */
  readonly title: string;
  readonly documentation: string;
  /** In how many of the records that were looked at it is. */
  readonly records: number;
}
