import { KeyHashes } from '../values/keyHashes.ts';
import { Literal } from '../values/literal.ts';
import { holdsBreaks } from '../template/lineBreaks.ts';
import { TextScan } from '../template/textScan.ts';
import { isWellFormed } from '../template/wellFormed.ts';
import type { RecordMarks } from './recordMarks.ts';
import type { KnownKey, ValuePlace } from './valuePlace.ts';

/** Reads keys of objects: those that are expected by a comparison, all others by their hashes. */
export class KeyReader {
  /** After {@link read}: the key, or undefined if it is not remembered. */
  key: KnownKey | undefined;
  /** Keys of open objects that are not remembered. */
  readonly others = new KeyHashes();
  private readonly marks: RecordMarks;
  private readonly text: TextScan;

  constructor(marks: RecordMarks, seed: number) {
    this.marks = marks;
    this.text = new TextScan(seed);
  }

  /**
   * Reads the key of an object's member from what is after the brace or comma before it; returns the offset of its value, or -1.
   *
   * @param previous The key of the member before it.
   */
  read(place: ValuePlace, previous: KnownKey | undefined, bytes: Uint8Array, view: DataView, from: number, end: number): number {
    const expected = previous === undefined ? place.firstKey : previous.next;
    if (expected === undefined || !isAt(expected, view, from, end)) {
      return this.readOther(place, previous, bytes, view, from, end);
    }
    this.key = expected;
    this.marks.mayHoldBreaks ||= expected.literalBreaks;
    return this.marks.skip(bytes, from + expected.literal.length, end);
  }

  private readOther(
    place: ValuePlace,
    previous: KnownKey | undefined,
    bytes: Uint8Array,
    view: DataView,
    from: number,
    end: number,
  ): number {
    const { marks, text } = this;
    const quote = marks.skip(bytes, from, end);
    if (quote >= end || bytes[quote] !== 0x22) {
      return -1;
    }
    text.beyondAscii = false;
    const close = text.scan(view, quote + 1, end);
    if (close === -1 || (text.beyondAscii && !isWellFormed(bytes, quote, close))) {
      // Keys with escapes are few.
      return marks.leave();
    }
    const { hash } = text;
    const colon = marks.skip(bytes, close + 1, end);
    if (colon >= end || bytes[colon] !== 0x3a) {
      return -1;
    }
    const value = marks.skip(bytes, colon + 1, end);
    const key = place.keyOf(bytes, quote + 1, close, hash) ?? place.learn(bytes, quote + 1, close, hash, from, value);
    this.key = key;
    if (key === undefined) {
      this.others.add(hash);
      return value;
    }
    if (key.literal.length !== value - from || !key.literal.isAt(view, from)) {
      key.literal = new Literal(bytes.subarray(from, value));
      key.literalBreaks = holdsBreaks(bytes, from, value);
    }
    if (previous === undefined) {
      place.firstKey = key;
    } else {
      previous.next = key;
    }
    return value;
  }
}

/** Whether a key with what is around it is at an index, and a value may follow. */
function isAt({ literal }: KnownKey, view: DataView, position: number, end: number): boolean {
  return position + literal.length < end && literal.isAt(view, position);
}
