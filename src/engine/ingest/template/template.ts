import { scanString, scanValue, type Scan } from '../../../core/json/jsonScanner.ts';
import { holdsBreaks } from './lineBreaks.ts';
import { Literal } from '../values/literal.ts';
import { plainEnd } from './plainValue.ts';
import { haveSameFrame, haveSameText, type SampleRecord } from './sampleRecord.ts';
import { memberSlot, targetTypeSlot, targetValueSlot, type Slot, type SlotRules } from './slot.ts';
import type { TextScan } from './textScan.ts';
import { isWellFormed } from './wellFormed.ts';

/**
 * The text that records of one shape have in common, with slots for what differs between them.
 *
 * A template is made from one record that the general scanner has read. Everything that all records seen so far have in
 * common is a literal: keys, punctuation, blanks, and values that have not changed yet. Between the literals are the
 * slots that vary.
 *
 * Why a match is right: JSON is read from left to right, and what may follow depends on nothing but what has been read.
 * Where a literal's bytes are, the general scanner would read the same keys and values as in the record that the
 * template was made from; in a slot, {@link match} accepts exactly one JSON value by the same strict rules. The last
 * literal ends with the brace that closed the record. So a match gives the offsets that the general scanner would give;
 * whatever else may be there is no match, and the general scanner decides.
 */
export class Template {
  readonly slots: readonly Slot[];
  /** The record that the literals were cut from. */
  readonly sample: SampleRecord;
  /** For each slot: whether it varies. */
  readonly varies: readonly boolean[];
  /** The slots that vary, by number. */
  readonly variable: readonly number[];
  /** What is in the slots that vary: see {@link Slot}. */
  readonly kinds: Uint8Array;
  readonly members: Uint16Array;
  readonly pairs: Uint16Array;
  /** Offsets of the values in the slots that vary, after a match; and the hashes of their strings. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** 1 for each of them that is a string with escapes, whose hash is not known. */
  readonly escaped: Uint8Array;
  /** After a match: whether all bytes of the record are UTF-8, as those of the sample were. */
  isWellFormed = true;
  /** After a record that does not match: how many of its bytes were looked at. */
  reached = 0;
  /** Line breaks are in the records; else there is none in any record that matches. */
  readonly mayHoldBreaks: boolean;
  private readonly literals: readonly Literal[];
  private readonly found: Int32Array;
  private readonly hasEscapedLiteral: boolean;
  private readonly isText: Uint8Array;
  private readonly needsHash: Uint8Array;

  constructor(sample: SampleRecord, varies: readonly boolean[], { needsHash }: SlotRules) {
    const { slots, bytes } = sample;
    this.slots = slots;
    this.sample = sample;
    this.varies = varies;
    this.variable = slots.flatMap((_, index) => (varies[index] === true ? [index] : []));
    const count = this.variable.length;
    this.kinds = Uint8Array.from(this.variable, (slot) => slots[slot]!.kind);
    this.members = Uint16Array.from(this.variable, (slot) => slots[slot]!.member);
    this.pairs = Uint16Array.from(this.variable, (slot) => slots[slot]!.pair);
    this.starts = new Int32Array(count);
    this.ends = new Int32Array(count);
    this.hashes = new Int32Array(count);
    this.escaped = new Uint8Array(count);
    this.isText = Uint8Array.from(this.variable, (slot) => (slots[slot]!.kind === memberSlot ? 0 : 1));
    this.mayHoldBreaks = holdsBreaks(bytes, 0, bytes.length);
    this.found = new Int32Array(slots.length * 2);
    this.hasEscapedLiteral = bytes.includes(0x5c);
    this.needsHash = Uint8Array.from(this.variable, (slot) => (needsHash(slots[slot]!) ? 1 : 0));
    const cuts = [0, ...this.variable.flatMap((slot) => [slots[slot]!.start, slots[slot]!.end]), bytes.length];
    this.literals = Array.from({ length: count + 1 }, (_, index) => new Literal(bytes.subarray(cuts[index * 2], cuts[index * 2 + 1])));
  }

  /** The offset after the record at `start`, if it has this form; else -1. */
  match(bytes: Uint8Array, view: DataView, start: number, end: number, text: TextScan, scan: Scan): number {
    const { literals, starts, ends, hashes, escaped, isText, needsHash } = this;
    const last = literals.length - 1;
    let position = start;
    this.isWellFormed = true;
    text.beyondAscii = false;
    for (let index = 0; index <= last; index++) {
      const literal = literals[index]!;
      if (position + literal.length > end || !literal.isAt(view, position)) {
        this.reached = position + literal.compared - start;
        return -1;
      }
      position += literal.length;
      if (index === last) {
        return position;
      }
      starts[index] = position;
      if (position < end && bytes[position] === 0x22) {
        const quote = needsHash[index] === 1 ? text.scan(view, position + 1, end) : text.pass(view, position + 1, end);
        escaped[index] = quote === -1 ? 1 : 0;
        hashes[index] = text.hash;
        position = quote === -1 ? matchEscaped(bytes, position, end, text, scan) : quote + 1;
      } else if (isText[index] === 1) {
        position = -1;
      } else {
        escaped[index] = 0;
        const plain = plainEnd(bytes, position, end);
        position = plain === -1 ? this.matchOther(bytes, position, end, text, scan) : plain;
      }
      if (position === -1) {
        this.reached = starts[index]! - start;
        return -1;
      }
      ends[index] = position;
      if (text.beyondAscii) {
        text.beyondAscii = false;
        this.isWellFormed &&= isWellFormed(bytes, starts[index]!, position);
      }
    }
    return -1;
  }

  /** Whether some string of the record that was matched holds escapes. */
  get hasEscapes(): boolean {
    return this.hasEscapedLiteral || this.escaped.includes(1);
  }

  /**
   * Where the value of each slot is in the record that was matched at `start`: pairs of offsets, in order, until the
   * next record is matched.
   */
  places(start: number): Int32Array {
    const { found } = this;
    let shift = start;
    let next = 0;
    for (let slot = 0; slot < this.slots.length; slot++) {
      const { start: own, end } = this.slots[slot]!;
      if (this.variable[next] === slot) {
        found[slot * 2] = this.starts[next]!;
        found[slot * 2 + 1] = this.ends[next]!;
        shift = this.ends[next]! - end;
        next++;
      } else {
        found[slot * 2] = own + shift;
        found[slot * 2 + 1] = end + shift;
      }
    }
    return found;
  }

  /**
   * The template for this one's records and for one more that has the same frame: this one itself, if that record matches it.
   * Undefined if it has another frame, or values that cannot be in slots.
   */
  relaxed(record: SampleRecord, rules: SlotRules): Template | undefined {
    if (!haveSameFrame(record, this.sample) || (!this.mayHoldBreaks && holdsBreaks(record.bytes, 0, record.bytes.length))) {
      return undefined;
    }
    const { slots } = record;
    const varies = slots.map((slot, index) => this.varies[index]! || rules.alwaysVaries(slot) || !haveSameText(record, this.sample, index));
    // What a name means depends on its type.
    slots.forEach((slot, index) => {
      if (slot.kind === targetTypeSlot && varies[index]) {
        varies[isPair(slot, slots[index + 1]) ? index + 1 : index - 1] = true;
      }
    });
    if (slots.some((slot, index) => varies[index] === true && rules.neverVaries(slot))) {
      return undefined;
    }
    return varies.every((value, index) => value === this.varies[index]) ? this : new Template(record, varies, rules);
  }

  /** The offset after a value that is no string, if that may be in a slot; else -1. */
  private matchOther(bytes: Uint8Array, start: number, end: number, text: TextScan, scan: Scan): number {
    scan.reset();
    const position = scanValue(bytes, start, end, scan);
    text.beyondAscii ||= scan.beyondAscii;
    return position < 0 || (!this.mayHoldBreaks && holdsBreaks(bytes, start, position)) ? -1 : position;
  }
}

/** The offset after a string that {@link TextScan} has not read to its end, if it is one; else -1. */
function matchEscaped(bytes: Uint8Array, start: number, end: number, text: TextScan, scan: Scan): number {
  scan.reset();
  const position = scanString(bytes, start, end, scan);
  text.beyondAscii ||= scan.beyondAscii;
  return Math.max(position, -1);
}

/** Whether two slots are type and value of one pair. */
function isPair(left: Slot, right: Slot | undefined): boolean {
  return right?.kind === targetValueSlot && right.pair === left.pair && right.member === left.member;
}
