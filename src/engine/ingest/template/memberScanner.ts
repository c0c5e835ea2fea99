import { callerKeys, targetKeys } from '../../../core/formats/attestation/roleKeys.ts';
import { isBlank, Scan, scanString, scanValue, skipBlanks } from '../../../core/json/jsonScanner.ts';
import { keyEscaped, valueEscaped } from '../../../core/json/recordScanner.ts';
import { ByteView } from '../../columns/byteView.ts';
import { holdsBreaks } from './lineBreaks.ts';
import { PairText } from './pairText.ts';
import { plainEnd } from './plainValue.ts';
import { TextScan } from './textScan.ts';
import { isWellFormed } from './wellFormed.ts';

/** More members are left to the general scanner. */
const maxMembers = 256;

/**
 * Scans one record like the general scanner (`core/json/recordScanner.ts`), several bytes at a time, and hashes strings
 * on its way: for records that match no template, as their keys are in another order each time, or others are left out.
 *
 * Like a template it takes nothing but JSON and never decides that a record is broken: whatever it does not take is left
 * to the general scanner.
 */
export class MemberScanner {
  count = 0;
  /** Offsets; those of keys and strings with their quotes. */
  readonly keyStart = new Int32Array(maxMembers);
  readonly keyEnd = new Int32Array(maxMembers);
  readonly valueStart = new Int32Array(maxMembers);
  readonly valueEnd = new Int32Array(maxMembers);
  /** `keyEscaped` and `valueEscaped`. */
  readonly marks = new Uint8Array(maxMembers);
  /** Of each key and each string, unless it is marked. */
  readonly keyHash = new Int32Array(maxMembers);
  readonly valueHash = new Int32Array(maxMembers);
  /** Arrays of pairs, and the members whose values they are, or -1. */
  readonly callers = new PairText(callerKeys.type, callerKeys.value);
  readonly targets = new PairText(targetKeys.type, targetKeys.value);
  callersMember = -1;
  targetsMember = -1;
  /** All bytes of the record are UTF-8. */
  isWellFormed = true;
  /** Whether the record may hold line breaks. */
  mayHoldBreaks = false;
  private readonly scan = new Scan();
  private readonly text: TextScan;
  private readonly view = new ByteView();

  constructor(seed: number) {
    this.text = new TextScan(seed);
  }

  /** The offset after the object that begins at `start`; -1 if it is left to the general scanner. */
  read(bytes: Uint8Array, start: number, end: number): number {
    const view = this.view.of(bytes);
    this.count = 0;
    this.callersMember = -1;
    this.targetsMember = -1;
    this.isWellFormed = true;
    this.mayHoldBreaks = false;
    let position = start + 1;
    for (let index = 0; index < maxMembers; index++) {
      position = this.skip(bytes, position, end);
      if (position >= end || bytes[position] !== 0x22) {
        return -1;
      }
      const keyEnd = this.readText(bytes, view, position, end);
      if (keyEnd === -1) {
        return -1;
      }
      this.keyStart[index] = position;
      this.keyEnd[index] = keyEnd;
      this.keyHash[index] = this.text.hash;
      this.marks[index] = this.scan.escaped ? keyEscaped : 0;
      position = this.skip(bytes, keyEnd, end);
      if (position >= end || bytes[position] !== 0x3a) {
        return -1;
      }
      position = this.skip(bytes, position + 1, end);
      this.valueStart[index] = position;
      position = this.readValue(bytes, view, position, end, index);
      if (position === -1) {
        return -1;
      }
      this.valueEnd[index] = position;
      position = this.skip(bytes, position, end);
      if (position >= end) {
        return -1;
      }
      const next = bytes[position];
      if (next === 0x7d) {
        this.count = index + 1;
        return position + 1;
      }
      if (next !== 0x2c) {
        return -1;
      }
      position++;
    }
    return -1;
  }

  private skip(bytes: Uint8Array, position: number, end: number): number {
    if (position >= end || !isBlank(bytes[position]!)) {
      return position;
    }
    const next = skipBlanks(bytes, position, end);
    this.mayHoldBreaks ||= holdsBreaks(bytes, position, next);
    return next;
  }

  /** The offset after the value of a member, or -1. */
  private readValue(bytes: Uint8Array, view: DataView, start: number, end: number, index: number): number {
    const first = start < end ? bytes[start] : 0;
    if (first === 0x22) {
      const quote = this.readText(bytes, view, start, end);
      this.valueHash[index] = this.text.hash;
      this.marks[index]! |= this.scan.escaped ? valueEscaped : 0;
      return quote;
    }
    const plain = plainEnd(bytes, start, end);
    if (plain !== -1) {
      return plain;
    }
    const pairs = first === 0x5b ? this.readPairs(bytes, view, start, end, index) : -1;
    return pairs === -1 ? this.readOther(bytes, start, end) : pairs;
  }

  private readPairs(bytes: Uint8Array, view: DataView, start: number, end: number, index: number): number {
    const { callers, targets } = this;
    // Only once: what was noted of the first must not be lost.
    const callersEnd = this.callersMember === -1 ? callers.scan(bytes, view, start, end, this.text, this.scan) : -1;
    if (callersEnd !== -1) {
      this.callersMember = index;
      this.isWellFormed &&= callers.isWellFormed;
      this.mayHoldBreaks ||= callers.hasBlanks && holdsBreaks(bytes, start, callersEnd);
      return callersEnd;
    }
    const targetsEnd = this.targetsMember === -1 ? targets.scan(bytes, view, start, end, this.text, this.scan) : -1;
    if (targetsEnd !== -1) {
      this.targetsMember = index;
      this.isWellFormed &&= targets.isWellFormed;
      this.mayHoldBreaks ||= targets.hasBlanks && holdsBreaks(bytes, start, targetsEnd);
    }
    return targetsEnd;
  }

  private readOther(bytes: Uint8Array, start: number, end: number): number {
    const { scan } = this;
    scan.reset();
    const position = scanValue(bytes, start, end, scan);
    if (position < 0) {
      return -1;
    }
    this.mayHoldBreaks ||= holdsBreaks(bytes, start, position);
    this.isWellFormed &&= !scan.beyondAscii || isWellFormed(bytes, start, position);
    return position;
  }

  /** The offset after the string that begins here, or -1; {@link scan} knows whether it holds escapes. */
  private readText(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const { text, scan } = this;
    text.beyondAscii = false;
    scan.escaped = false;
    let position = text.scan(view, start + 1, end) + 1;
    if (position === 0) {
      scan.reset();
      position = scanString(bytes, start, end, scan);
      text.beyondAscii = scan.beyondAscii;
      if (position < 0) {
        return -1;
      }
    }
    this.isWellFormed &&= !text.beyondAscii || isWellFormed(bytes, start, position);
    return position;
  }
}
