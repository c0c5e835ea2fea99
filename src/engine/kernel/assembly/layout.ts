/**
 * Where things are in the kernel's memory, in bytes. It is laid out once and never grows: growing would detach every view that
 * JavaScript has of it. What does not fit is left to the readers in TypeScript.
 */

/** A stretch of the log. What is after it may be read, as 16 bytes are looked at at once, and never counts. */
export const inputAt: usize = 0x1_0000;
export const inputSize: usize = 0x4_0000;
/** Templates as programs, or plans of formats: see `match.ts` and `walk.ts`. */
export const programsAt: usize = inputAt + inputSize + 64;
export const programsSize: usize = 0x8_0000;
/** What was read: see `match.ts` and `walk.ts`. */
export const rowsAt: usize = programsAt + programsSize + 64;
export const rowsSize: usize = 0x2_0000;
/** Known values: see `knownValues.ts`. */
export const entriesAt: usize = rowsAt + rowsSize;
export const maxEntries: u32 = 0x1_0000;
export const slotsAt: usize = entriesAt + usize(maxEntries) * 16;
export const slotCount: u32 = maxEntries * 2;
export const textsAt: usize = slotsAt + usize(slotCount) * 4;
export const textsSize: usize = 0x40_0000;
/** Hashes of the keys of open objects: see `walk.ts`. */
export const hashesAt: usize = textsAt + textsSize;
export const hashesSize: usize = 0x8000;
/** Lists of the ids of the values of a record, one for each role: see `roles.ts`. */
export const listsAt: usize = hashesAt + hashesSize;
export const listSize: usize = 0x100;
export const roleCount: u32 = 8;
/** A list that is to be learned. */
export const learnedListAt: usize = listsAt + listSize * usize(roleCount);
/** The memory must have so many bytes. */
export const memoryEnd: usize = learnedListAt + listSize + 64;
