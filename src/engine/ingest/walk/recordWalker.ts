import type { CompiledFormat } from '../../../core/formats/compiledFormat.ts';
import type { FormatSet } from '../../../core/formats/formatSet.ts';
import { headWords, rowHead, valueWords, Walker } from '../../kernel/walker.ts';
import { WalkedRecord } from './walkedRecord.ts';
import { WalkedForm } from './walkedForm.ts';

/**
 * What the kernel does in vain is paid for by the records that it reads, and some of it is free: at first, and after another form.
 */
const firstCredit = 1024;
const maxCredit = 4096;
const costOfVain = 4;
/** A record may be cut off by the end of the input if it begins no farther from it. Longer ones are left to others. */
const maxRecord = 64 * 1024;
/** So many records are walked over at once: few where records of another form may follow, more from time to time. */
const minRows = 8;
const maxRows = 4096;
/** Formats beyond these are left to others. */
const maxForms = 64;

/**
 * Has the kernel walk over the records ahead along the paths of the format that the record before has, and hands its rows out one by
 * one, as the records are asked for. What it does in vain costs no more than what it saves.
 */
export class RecordWalker {
  /** The record that was scanned. */
  readonly record: WalkedRecord;
  /** The form of the record that was scanned. */
  form: WalkedForm | undefined;
  private readonly walker: Walker;
  private readonly formats: FormatSet;
  private readonly forms = new Map<CompiledFormat, WalkedForm | undefined>();
  private bytes: Uint8Array | undefined;
  private origin = 0;
  private length = 0;
  /** Rows that have not been handed out, and the words of the first of them. */
  private left = 0;
  private next = 0;
  private wanted = minRows;
  private credit = firstCredit;

  private constructor(walker: Walker, formats: FormatSet) {
    this.walker = walker;
    this.formats = formats;
    this.record = new WalkedRecord(walker.rows);
  }

  /** Undefined where the platform has no kernel. */
  static create(formats: FormatSet, seed: number): RecordWalker | undefined {
    const walker = Walker.create(seed);
    return walker && new RecordWalker(walker, formats);
  }

  /** Other bytes are at hand from now on. */
  renew(): void {
    this.bytes = undefined;
    this.left = 0;
  }

  /** The offset after the record at `start`, if it has been walked over and is of this format; else -1. */
  scan(compiled: CompiledFormat, bytes: Uint8Array, start: number, end: number, idSeed: number): number {
    const form = this.formOf(compiled, idSeed);
    if (form !== this.form) {
      this.left = 0;
      this.wanted = minRows;
      this.form = form;
    }
    if (form === undefined || (!this.isAt(bytes, start) && !this.run(form, bytes, start, end))) {
      return -1;
    }
    const { rows } = this.walker;
    const row = this.next;
    const after = rows[row + rowHead.end]! + this.origin;
    this.left--;
    this.next += headWords + rows[row + rowHead.values]! * valueWords;
    const { record } = this;
    record.begin(row, bytes, this.origin);
    if (after > end || !form.holds(record, start, after)) {
      this.credit--;
      return -1;
    }
    this.credit = Math.min(this.credit + 1, maxCredit);
    return after;
  }

  /** Whether the record that was scanned may hold line breaks. */
  get mayHoldBreaks(): boolean {
    return this.walker.rows[this.record.row + rowHead.breaks] !== 0;
  }

  private formOf(compiled: CompiledFormat, idSeed: number): WalkedForm | undefined {
    const { forms } = this;
    if (forms.has(compiled)) {
      return forms.get(compiled);
    }
    const form = forms.size < maxForms ? WalkedForm.create(this.walker, compiled, this.formats, forms.size, idSeed) : undefined;
    forms.set(compiled, form);
    return form;
  }

  /** Whether the next row is that of the record at `start`. */
  private isAt(bytes: Uint8Array, start: number): boolean {
    if (bytes !== this.bytes) {
      return false;
    }
    const { rows } = this.walker;
    const offset = start - this.origin;
    // Records may have been read, or passed over, that the kernel has seen as well.
    while (this.left > 0 && rows[this.next + rowHead.start]! < offset) {
      this.next += headWords + rows[this.next + rowHead.values]! * valueWords;
      this.left--;
    }
    return this.left > 0 && rows[this.next + rowHead.start] === offset;
  }

  /** Has the kernel walk on from a record; false if it cannot. */
  private run(form: WalkedForm, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.credit <= 0) {
      return false;
    }
    const { walker } = this;
    // What was wanted last was of use as a whole, or not.
    this.wanted = this.left === 0 ? Math.min(this.wanted * 2, maxRows) : minRows;
    const isTaken = bytes === this.bytes && start >= this.origin && start < this.origin + this.length;
    this.left = isTaken ? walker.walk(form.plan, start - this.origin, this.length, this.wanted) : 0;
    const isCut = isTaken && this.origin + this.length < end && start > this.origin + this.length - maxRecord;
    if (!isTaken || (this.left === 0 && isCut)) {
      this.bytes = bytes;
      this.origin = start;
      this.length = walker.take(bytes, start, end);
      this.left = walker.walk(form.plan, 0, this.length, this.wanted);
    }
    this.next = 0;
    this.credit -= this.left === 0 ? costOfVain : 0;
    return this.left > 0;
  }
}
