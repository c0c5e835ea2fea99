import type { Severity } from '../../core/finding/codes.ts';
import type { Message } from '../../core/finding/message.ts';
import type { Answer, Moment, SeverityCounts } from './answer.ts';
import type { FindingRef, RecordRef, TextRange, TextStart } from '../reference.ts';

export interface FindingItem {
  readonly ref: FindingRef;
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  /** The record that it is about, or null for a broken stretch. */
  readonly record: RecordRef | null;
  readonly pointer: string;
  readonly byteOffset: number;
  readonly byteLength: number;
  /** Another place that explains it, such as the first of two duplicates. */
  readonly related: RecordRef | null;
}

/** Findings that say the same, listed once with their number. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly count: number;
  /** The first of them in file order, at most the number that was asked for. */
  readonly items: readonly FindingItem[];
}

export interface Findings extends Answer {
  readonly groups: readonly FindingGroup[];
  /** How many groups there are: more than `groups.length` means that the list was cut. */
  readonly distinct: number;
  readonly total: number;
  readonly counts: SeverityCounts;
}

/** How many findings there are of each code. */
export interface FindingCodes extends Answer {
  /** Errors first, of a severity the most frequent first. */
  readonly codes: readonly { readonly code: string; readonly severity: Severity; readonly count: number }[];
  readonly total: number;
  readonly counts: SeverityCounts;
}

/** A finding as a row of a list, with what helps to recognise the record. */
export interface FindingRow extends FindingItem {
  /** Where it is in the text; lines and columns from 0. */
  readonly range: TextRange;
  /** Of the record; null without a valid one, and for a broken stretch. */
  readonly time: Moment | null;
  /** What the record says; null for a broken stretch. */
  readonly sentence: Message | null;
  /** What is at a broken stretch; null with a record. */
  readonly excerpt: Excerpt | null;
}

/** Findings of one code in file order, from a position on. */
export interface FindingRows extends Answer {
  readonly at: number;
  readonly rows: readonly FindingRow[];
  /** How many there are of the code. */
  readonly total: number;
}

/** A further place of a finding: of a key that appears twice, the first; of a broken record, what else is wrong in it. */
export interface RelatedPlace {
  readonly message: Message;
  readonly pointer: string;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly range: TextRange;
  /** What is there in a broken stretch; null within a record. */
  readonly excerpt: Excerpt | null;
}

/** A finding with its place in text. */
export interface PlacedFinding extends FindingItem {
  readonly range: TextRange;
  /** Where the record that it is about begins; null for a broken stretch. */
  readonly recordStart: TextStart | null;
  /** What is at a broken stretch; null with a record. */
  readonly excerpt: Excerpt | null;
  readonly relatedRange: TextRange | null;
  /** Places within the record or broken stretch that it is about. */
  readonly relatedPlaces: readonly RelatedPlace[];
}

/** A stretch of text with the rest of its lines, cut where those are long. Bytes that are no text are U+FFFD. */
export interface Excerpt {
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** `before` is only the end of what precedes on the line. */
  readonly beginsEarlier: boolean;
  /** More follows on the line, or of the stretch itself. */
  readonly goesOn: boolean;
}

export interface PlacedFindings extends Answer {
  readonly findings: readonly PlacedFinding[];
  readonly total: number;
  /** The codes of which there are more, and how many more. */
  readonly more: readonly { readonly code: string; readonly count: number }[];
}
