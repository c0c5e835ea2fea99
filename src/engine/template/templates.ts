import type { Scan } from '../../core/reading/jsonScanner.ts';
import { keyNumbers } from '../index/keys.ts';
import type { RecordFields } from '../index/recordFields.ts';
import type { RecordLayout } from '../index/recordLayout.ts';
import { isInterned, type ValueReader } from '../index/valueReader.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import { ByteView } from '../columns/byteView.ts';
import { KnownTemplate } from './knownTemplate.ts';
import { sampleRecord } from './sampleRecord.ts';
import { memberSlot, slotsOf, targetValueSlot, type Slot } from './slot.ts';
import { Template } from './template.ts';
import { TextScan } from './textScan.ts';

/** As many templates are kept: writers have few shapes, and each record that matches none has been held against all. */
const mostTemplates = 32;
const longestSample = 64 * 1024;
const mostSlots = 256;
const longestPause = 1024;

/** The templates of a log: finds the one that a record matches, and learns from records that match none. */
export class Templates {
  /** The last that matched stands first. */
  private readonly known: KnownTemplate[] = [];
  private readonly text: TextScan;
  private readonly seed: number;
  private readonly scan: Scan;
  private readonly view = new ByteView();
  private readonly table: RecordTable;
  private readonly values: ValueReader;
  private readonly isUnknown: (key: number) => boolean;
  /** Records to let pass before a template gives way to another one. */
  private pause = 0;
  private patience = 1;

  constructor(table: RecordTable, values: ValueReader, scan: Scan, seed: number, isUnknown: (key: number) => boolean) {
    this.table = table;
    this.values = values;
    this.text = new TextScan(seed);
    this.seed = seed;
    this.scan = scan;
    this.isUnknown = isUnknown;
  }

  /** Some byte of the record that was matched is beyond ASCII. */
  get beyondAscii(): boolean {
    return this.text.beyondAscii || this.known[0]!.beyondAscii;
  }

  /** Whether the record that was matched may hold line breaks. */
  get mayHoldBreaks(): boolean {
    return this.known[0]!.template.mayHoldBreaks;
  }

  /** The template that last matched. */
  get matched(): KnownTemplate {
    return this.known[0]!;
  }

  /** The offset after the record at `start` if it matches one of the templates, which is then {@link matched}; else -1. */
  match(bytes: Uint8Array, start: number, end: number): number {
    const { known } = this;
    const view = this.view.of(bytes);
    for (let index = 0; index < known.length; index++) {
      const one = known[index]!;
      this.text.beyondAscii = false;
      const found = one.template.match(bytes, view, start, end, this.text, this.scan);
      if (found !== -1) {
        if (index > 0) {
          known[index] = known[0]!;
          known[0] = one;
        }
        return found;
      }
    }
    return -1;
  }

  /** Takes up a record that matched no template, and that the general scanner has read: it must be regular. */
  learn(bytes: Uint8Array, start: number, end: number, layout: RecordLayout, fields: RecordFields): void {
    if (layout.count === 0 || end - start > longestSample) {
      return;
    }
    const slots = slotsOf(layout, start, keyNumbers.callerIdentities, keyNumbers.targetResources);
    if (slots.length > mostSlots) {
      return;
    }
    // A copy: a Buffer's own `slice` is none.
    const record = sampleRecord(slots, new Uint8Array(bytes.subarray(start, end)), this.seed);
    const alwaysVaries = (slot: Slot): boolean => this.alwaysVaries(slot, bytes, layout);
    const needsHash = (slot: Slot): boolean => slot.kind !== memberSlot || isInterned(layout.keys[slot.member]!);
    for (let index = 0; index < this.known.length; index++) {
      const relaxed = this.known[index]!.template.relaxed(record, alwaysVaries, needsHash);
      if (relaxed !== undefined) {
        this.known[index] = this.know(relaxed, bytes, layout, fields);
        return;
      }
    }
    if (this.known.length === mostTemplates && --this.pause > 0) {
      return;
    }
    if (this.known.length === mostTemplates) {
      this.known.pop();
      this.patience = Math.min(this.patience * 2, longestPause);
      this.pause = this.patience;
    }
    this.known.unshift(this.know(new Template(record, slots.map(alwaysVaries), needsHash), bytes, layout, fields));
  }

  private know(template: Template, bytes: Uint8Array, layout: RecordLayout, fields: RecordFields): KnownTemplate {
    return new KnownTemplate(template, bytes, layout, fields, this.table, this.values, this.isUnknown);
  }

  /** Times are read anew with each record, as their form is counted; resource ids, as they are not kept by their ids. */
  private alwaysVaries(slot: Slot, bytes: Uint8Array, layout: RecordLayout): boolean {
    if (slot.kind !== targetValueSlot) {
      return layout.keys[slot.member] === keyNumbers.env_time;
    }
    const { targets } = layout;
    const type = this.table.targetTypes.intern(bytes, targets.typeStart(slot.pair) + 1, targets.typeEnd(slot.pair) - 1);
    return type === this.values.targets.resourceType;
  }
}
