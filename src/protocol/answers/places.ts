import type { Message } from '../../core/finding/message.ts';
import type { Answer } from './answer.ts';
import type { FieldDescription } from '../describe.ts';
import type { AboutFormat } from './formats.ts';
import type { RecordRef, TextRange } from '../reference.ts';

export interface Location extends Answer {
  readonly source: number;
  /** The record that it belongs to, or null for a broken stretch. */
  readonly record: RecordRef | null;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly range: TextRange;
}

/** The record at a place of the text, such as that of a cursor; null on a line without one. */
export interface RecordAt extends Answer {
  readonly record: RecordRef | null;
}

/** What is at a place of the text, for a hover; null where nothing can be reported. */
export interface Hover extends Answer {
  readonly range: TextRange;
  readonly record: RecordRef;
  readonly sentence: Message;
  readonly field: FieldDescription;
  /** That of the record. */
  readonly format: AboutFormat;
}
