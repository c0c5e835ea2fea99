import { scanValue, type Scan } from '../../core/reading/jsonScanner.ts';
import { Literal } from './literal.ts';
import { haveSameFrame, haveSameText, type SampleRecord } from './sampleRecord.ts';
import { memberSlot, targetTypeSlot, type Slot } from './slot.ts';
import type { TextScan } from './textScan.ts';

/**
 * The text that records of one shape have in common, with slots for what differs between them.
 *
 * A template is made from one record that the general scanner has read. Everything that all records seen so far have in
 * common is a literal: keys, punctuation, blanks, and values that have not changed yet. Between the literals stand the
 * slots that vary.
 *
 * Why a match is right: JSON is read from left to right, and what may follow depends on nothing but what has been read.
 * Where a literal's bytes stand, the general scanner would read the same keys and values as in the record that the
 * template was made from; in a slot, {@link match} accepts exactly one JSON value by the same strict rules (and of strings
 * fewer: none with escapes, which another way takes). The last literal ends with the brace that closed the record. So a
 * match gives the offsets that the general scanner would give; whatever else may be there is no match, and the general
 * scanner decides.
 */
export class Template {
  readonly slots: readonly Slot[];
  /** The record that the literals were cut from. */
  readonly sample: SampleRecord;
  /** For each slot: whether it varies. */
  readonly varies: readonly boolean[];
  /** The slots that vary, by number. */
  readonly variable: readonly number[];
  /** What stands in the slots that vary: see {@link Slot}. */
  readonly kinds: Uint8Array;
  readonly members: Uint16Array;
  readonly pairs: Uint16Array;
  /** Offsets of the values in the slots that vary, after a match; and the hashes of their strings. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** Line breaks stand in the records; else there is none in any record that matches. */
  readonly mayHoldBreaks: boolean;
  private readonly literals: readonly Literal[];
  private readonly isText: Uint8Array;
  private readonly needsHash: Uint8Array;

  /** @param needsHash Whether the text of a slot that varies is looked up by its hash. */
  constructor(sample: SampleRecord, varies: readonly boolean[], needsHash: (slot: Slot) => boolean) {
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
    this.isText = Uint8Array.from(this.variable, (slot) => (slots[slot]!.kind === memberSlot ? 0 : 1));
    this.mayHoldBreaks = bytes.some(isBreak);
    this.needsHash = Uint8Array.from(this.variable, (slot) => (needsHash(slots[slot]!) ? 1 : 0));
    const cuts = [0, ...this.variable.flatMap((slot) => [slots[slot]!.start, slots[slot]!.end]), bytes.length];
    this.literals = Array.from({ length: count + 1 }, (_, index) => new Literal(bytes.subarray(cuts[index * 2], cuts[index * 2 + 1])));
  }

  /** The offset after the record at `start`, if it has this form; else -1. */
  match(bytes: Uint8Array, view: DataView, start: number, end: number, text: TextScan, scan: Scan): number {
    const { literals, starts, ends, hashes, isText, needsHash } = this;
    const last = literals.length - 1;
    let position = start;
    for (let index = 0; index <= last; index++) {
      const literal = literals[index]!;
      if (position + literal.length > end || !literal.isAt(view, position)) {
        return -1;
      }
      position += literal.length;
      if (index === last) {
        return position;
      }
      starts[index] = position;
      if (position < end && bytes[position] === 0x22) {
        const quote = needsHash[index] === 1 ? text.scan(view, position + 1, end) : text.pass(view, position + 1, end);
        if (quote === -1) {
          return -1;
        }
        hashes[index] = text.hash;
        position = quote + 1;
      } else {
        if (isText[index] === 1) {
          return -1;
        }
        const plain = plainEnd(bytes, position, end);
        position = plain === -1 ? this.matchOther(bytes, position, end, scan) : plain;
        if (position === -1) {
          return -1;
        }
      }
      ends[index] = position;
    }
    return -1;
  }

  /** Where the value of each slot stands in the record that was matched at `start`: pairs of offsets, in order. */
  places(start: number): Int32Array {
    const found = new Int32Array(this.slots.length * 2);
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
   * The template for this one's records and for one more that has the same frame; undefined if that one has another, or if
   * no further slot varies.
   */
  relaxed(record: SampleRecord, alwaysVaries: (slot: Slot) => boolean, needsHash: (slot: Slot) => boolean): Template | undefined {
    if (!haveSameFrame(record, this.sample)) {
      return undefined;
    }
    const { slots } = record;
    const varies = slots.map((slot, index) => this.varies[index]! || alwaysVaries(slot) || !haveSameText(record, this.sample, index));
    // What a name means depends on the type before it.
    slots.forEach((slot, index) => {
      varies[index + 1] ||= slot.kind === targetTypeSlot && varies[index]!;
    });
    varies.length = slots.length;
    return varies.every((value, index) => value === this.varies[index]) ? undefined : new Template(record, varies, needsHash);
  }

  /** The offset after a value that is no string, if that may stand in a slot; else -1. */
  private matchOther(bytes: Uint8Array, start: number, end: number, scan: Scan): number {
    scan.reset();
    const position = scanValue(bytes, start, end, scan);
    // Escapes and text beyond ASCII within arrays and objects are left to the general scanner.
    return position < 0 || scan.escaped || scan.beyondAscii || !this.mayStand(bytes, start, position) ? -1 : position;
  }

  /** Whether a value that is no string keeps what {@link mayHoldBreaks} says. */
  private mayStand(bytes: Uint8Array, start: number, end: number): boolean {
    if (this.mayHoldBreaks) {
      return true;
    }
    for (let index = start; index < end; index++) {
      if (isBreak(bytes[index]!)) {
        return false;
      }
    }
    return true;
  }
}

/** The offset after `null`, or after a positive integer in digits; -1 for any other value. */
function plainEnd(bytes: Uint8Array, start: number, end: number): number {
  const first = start < end ? bytes[start]! : 0;
  if (first === 0x6e) {
    const isNull = start + 4 <= end && bytes[start + 1] === 0x75 && bytes[start + 2] === 0x6c && bytes[start + 3] === 0x6c;
    return isNull ? start + 4 : -1;
  }
  let position = start;
  if (first >= 0x31 && first <= 0x39) {
    do {
      position++;
    } while (position < end && bytes[position]! >= 0x30 && bytes[position]! <= 0x39);
  }
  // A fraction or an exponent may follow.
  const next = bytes[position]! | 0x20;
  return position === start || position === end || next === 0x2e || next === 0x65 ? -1 : position;
}

function isBreak(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}
