import { sampleRecord, type SampleRecord } from '../../../../src/engine/ingest/template/sampleRecord.ts';
import { memberSlot, type Slot } from '../../../../src/engine/ingest/template/slot.ts';

export const sampleSeed = 7;

/** What is in a slot, by its number. */
export type SlotContent = (index: number) => Pick<Slot, 'kind' | 'member' | 'pair'>;

const membersOnly: SlotContent = (member) => ({ kind: memberSlot, member, pair: 0 });

/** A record whose values are between ‹ and ›; without other content each is that of a member. */
export function markedSample(marked: string, contentOf = membersOnly): SampleRecord {
  const encoder = new TextEncoder();
  const slots: Slot[] = [];
  let text = '';
  for (const [number, part] of marked.split(/[‹›]/).entries()) {
    const start = encoder.encode(text).length;
    text += part;
    if (number % 2 === 1) {
      slots.push({ ...contentOf(slots.length), start, end: encoder.encode(text).length });
    }
  }
  return sampleRecord(slots, encoder.encode(text), sampleSeed);
}
