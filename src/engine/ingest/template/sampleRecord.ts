import { hashBytes, mixWord } from '../../columns/byteHash.ts';
import { viewOf } from '../../columns/byteView.ts';
import type { Slot } from './slot.ts';

/** A record that the general scanner has read, cut into slots and what is between them: its frame. */
export interface SampleRecord {
  readonly slots: readonly Slot[];
  readonly bytes: Uint8Array;
  /** Records with one frame have one hash: most others are ruled out by it, without a look at their bytes. */
  readonly frameHash: number;
}

/** @param bytes The record alone; they must not be changed. */
export function sampleRecord(slots: readonly Slot[], bytes: Uint8Array, seed: number): SampleRecord {
  const view = viewOf(bytes);
  let frameHash = seed;
  for (let gap = 0; gap <= slots.length; gap++) {
    frameHash = mixWord(frameHash, hashBytes(view, gapStart(slots, gap), gapEnd(slots, gap, bytes), seed));
  }
  return { slots, bytes, frameHash };
}

/** Whether two records have the same keys, punctuation and blanks, and slots of the same kinds between them. */
export function haveSameFrame(left: SampleRecord, right: SampleRecord): boolean {
  if (left.frameHash !== right.frameHash || left.slots.length !== right.slots.length) {
    return false;
  }
  return (
    left.slots.every((slot, index) => isSameSlot(slot, right.slots[index]!) && haveSameGap(left, right, index)) &&
    haveSameGap(left, right, left.slots.length)
  );
}

/** Whether two records have the same text in a slot. */
export function haveSameText(left: SampleRecord, right: SampleRecord, slot: number): boolean {
  const own = left.slots[slot]!;
  const other = right.slots[slot]!;
  return areEqual(left.bytes, own.start, own.end, right.bytes, other.start, other.end);
}

function isSameSlot(left: Slot, right: Slot): boolean {
  return left.kind === right.kind && left.pair === right.pair && left.member === right.member;
}

function haveSameGap(left: SampleRecord, right: SampleRecord, gap: number): boolean {
  return areEqual(
    left.bytes,
    gapStart(left.slots, gap),
    gapEnd(left.slots, gap, left.bytes),
    right.bytes,
    gapStart(right.slots, gap),
    gapEnd(right.slots, gap, right.bytes),
  );
}

function gapStart(slots: readonly Slot[], gap: number): number {
  return gap === 0 ? 0 : slots[gap - 1]!.end;
}

function gapEnd(slots: readonly Slot[], gap: number, bytes: Uint8Array): number {
  return gap === slots.length ? bytes.length : slots[gap]!.start;
}

function areEqual(left: Uint8Array, leftStart: number, leftEnd: number, right: Uint8Array, rightStart: number, rightEnd: number): boolean {
  const length = leftEnd - leftStart;
  if (length !== rightEnd - rightStart) {
    return false;
  }
  for (let index = 0; index < length; index++) {
    if (left[leftStart + index] !== right[rightStart + index]) {
      return false;
    }
  }
  return true;
}
