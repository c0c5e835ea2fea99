import type { Message } from '../../core/finding/message.ts';
import type { ResultGroup } from '../../core/record/results.ts';
import type { Answer, Moment, SeverityCounts } from './answer.ts';
import type { RecordRef, TextRange } from '../reference.ts';

/** One line of the record list. */
export interface Row {
  readonly ref: RecordRef;
  /** Line on which the record starts, from 1. */
  readonly line: number;
  readonly time: Moment | null;
  readonly group: ResultGroup;
  readonly result: string | null;
  readonly sentence: Message;
  /** The caller's label and the type of identity it was taken from; null where the record's format is unknown. */
  readonly caller: CallerLabel | null;
  /** The operation, as the record writes it. */
  readonly operation: string | null;
  /** The attestation instance, or the first target; null without one. */
  readonly instance: string | null;
  /** The field of the filter language that has it for a value. */
  readonly instanceField: 'instance' | 'target';
  readonly findings: SeverityCounts;
  /** Of the fields that were asked for those of which the record has a value, in their order. */
  readonly texts?: readonly FieldText[];
}

/** What a record says of a field. */
export interface FieldText {
  /** As it was asked for. */
  readonly field: string;
  /** The first value: of bounded length unless whole texts were asked for, secrets are masked. */
  readonly text: string;
  /** How many further ones there are. */
  readonly more: number;
}

export interface CallerLabel {
  /** Identity type, `displayName` where only that is known, or null for an unknown caller. */
  readonly type: string | null;
  readonly value: string;
}

/** By the values of any field of the filter language: by the least of a record, or, where they fall, by the greatest. */
export interface FieldOrder {
  readonly field: string;
  readonly descending: boolean;
}

/** Records without a value, or without a valid time, are last in either direction. */
export type Order = 'file' | 'oldest' | 'newest' | FieldOrder;

/** How long a result is, and in what order. */
export interface ResultSize extends Answer {
  /** Records in the whole result. */
  readonly matching: number;
  /**
   * Of an order by a field, where there are any: records whose value is not known yet, or that have one of more values than are
   * kept. They are after the others, before those without a value, as in the file.
   */
  readonly unsorted?: number;
}

export interface Page extends ResultSize {
  /**
   * Position of the first row in the whole result, from 0. Equals the requested position `at`, also after the end of the
   * result, where `rows` is empty.
   */
  readonly at: number;
  /** `rows[i]` has the position `at + i`. */
  readonly rows: readonly Row[];
  /** Records in the log. */
  readonly total: number;
  /** Where the record that was asked for by reference is in the result; null if it does not match. */
  readonly found: number | null;
}

/** What a list shows of a record until its row is known. */
export interface RowMark extends Pick<Row, 'ref' | 'group'> {
  /** Its text is not the record's own, but that of the moment. */
  readonly time: Moment | null;
}

/** What is known at once of a stretch of the result. */
export interface RowMarks extends Answer {
  /** The position asked for. */
  readonly at: number;
  /** `marks[i]` is of the record at the position `at + i`. */
  readonly marks: readonly RowMark[];
  readonly matching: number;
}

/** Texts of records as their sources write them, but for line breaks and the indentation after them. */
export interface RecordTexts extends ResultSize {
  /** `texts[i]` is of the record at the position `at + i`. */
  readonly texts: readonly string[];
}

/** A record as its source writes it. */
export interface WrittenRecord extends Pick<Row, 'ref' | 'line' | 'time' | 'sentence'> {
  /** Cut after 256 KB. */
  readonly text: string;
  readonly cut: boolean;
  /** All of the record in the text of its source. */
  readonly range: TextRange;
}

/** Records from a position of the result on, or those that were named as far as there are any. */
export interface WrittenRecords extends ResultSize {
  readonly records: readonly WrittenRecord[];
}
