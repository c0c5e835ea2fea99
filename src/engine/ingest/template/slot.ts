import type { PairPlaces, RecordLayout } from '../values/recordLayout.ts';

/** What is in a slot: the value of a member, or one of the strings of a pair. */
export const memberSlot = 0;
export const callerTypeSlot = 1;
export const callerValueSlot = 2;
export const targetTypeSlot = 3;
export const targetValueSlot = 4;

/** A place of a record in which a value is; what is between slots is keys and punctuation. */
export interface Slot {
  readonly kind: number;
  /** Number of the member. */
  readonly member: number;
  /** Number of the pair; 0 for a member's value. */
  readonly pair: number;
  /** Offsets from the beginning of the record; of strings with their quotes. */
  readonly start: number;
  readonly end: number;
}

/** What is known of slots by their keys and types. */
export interface SlotRules {
  /** The slot varies, whatever the records have in it. */
  readonly alwaysVaries: (slot: Slot) => boolean;
  /** Records that differ in it have different templates. */
  readonly neverVaries: (slot: Slot) => boolean;
  /** The text of a slot that varies is looked up by its hash. */
  readonly needsHash: (slot: Slot) => boolean;
}

/**
 * The slots of a record in the order of its text. Arrays of pairs that are regular have slots for their strings in the
 * place of one for the member.
 *
 * @param start Where the record begins, in the bytes that `layout` refers to.
 */
export function slotsOf(layout: RecordLayout, start: number, callerKey: number, targetKey: number): readonly Slot[] {
  const slots: Slot[] = [];
  for (let member = 0; member < layout.count; member++) {
    const key = layout.keys[member]!;
    if (key === callerKey && layout.callers.count > 0) {
      addPairs(slots, layout.callers, start, member, callerTypeSlot);
    } else if (key === targetKey && layout.targets.count > 0) {
      addPairs(slots, layout.targets, start, member, targetTypeSlot);
    } else {
      slots.push({ kind: memberSlot, member, pair: 0, start: layout.valueStart[member]! - start, end: layout.valueEnd[member]! - start });
    }
  }
  return slots;
}

function addPairs(slots: Slot[], places: PairPlaces, start: number, member: number, typeSlot: number): void {
  for (let pair = 0; pair < places.count; pair++) {
    const type = { kind: typeSlot, member, pair, start: places.typeStart(pair) - start, end: places.typeEnd(pair) - start };
    const value = { kind: typeSlot + 1, member, pair, start: places.valueStart(pair) - start, end: places.valueEnd(pair) - start };
    slots.push(...(type.start < value.start ? [type, value] : [value, type]));
  }
}
