import type { Scan } from '../../../core/json/jsonScanner.ts';
import { isInterned, keyNumbers } from '../values/keys.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { RecordLayout } from '../values/recordLayout.ts';
import type { ValueReader } from '../values/valueReader.ts';
import { internEscaped } from '../values/values.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import { KnownTemplate } from './knownTemplate.ts';
import { sampleRecord } from './sampleRecord.ts';
import { memberSlot, slotsOf, targetValueSlot, type Slot, type SlotRules } from './slot.ts';
import type { Template } from './template.ts';
import { TemplateList } from './templateList.ts';

const maxSlots = 256;

const pairKeys: ReadonlySet<number> = new Set([keyNumbers.callers, keyNumbers.targets]);

/** The templates of the records of Attestation in a log. */
export class Templates {
  private readonly list: TemplateList<KnownTemplate>;
  private readonly seed: number;
  private readonly table: RecordTable;
  private readonly values: ValueReader;
  private readonly isUnknown: (key: number) => boolean;

  constructor(table: RecordTable, values: ValueReader, scan: Scan, seed: number, isUnknown: (key: number) => boolean) {
    this.list = new TemplateList(scan, seed);
    this.table = table;
    this.values = values;
    this.seed = seed;
    this.isUnknown = isUnknown;
  }

  /** How often something was learned. */
  get learnings(): number {
    return this.list.learnings;
  }

  /** How many bytes have been compared in vain. */
  get comparedInVain(): number {
    return this.list.comparedInVain;
  }

  /** The template that last matched. */
  get matched(): KnownTemplate {
    return this.list.matched;
  }

  get all(): readonly KnownTemplate[] {
    return this.list.all;
  }

  /** Has a template tried first. */
  prefer(known: KnownTemplate): void {
    this.list.prefer(known);
  }

  /** Matches the record at `start` with the template that others have matched it with. */
  matchAgain(known: KnownTemplate, bytes: Uint8Array, start: number, end: number): void {
    this.list.matchAgain(known, bytes, start, end);
  }

  /** Counts a record that others have matched with a template. */
  matchedElsewhere(known: KnownTemplate, byteLength: number): void {
    this.list.matchedElsewhere(known, byteLength);
  }

  /** The offset after the record at `start` if it matches one of the templates, which is then {@link matched}; else -1. */
  match(bytes: Uint8Array, start: number, end: number): number {
    return this.list.match(bytes, start, end);
  }

  /** Takes up a record that matched no template, and that another way has read; `layout` and `fields` if it is regular. */
  missed(bytes: Uint8Array, start: number, end: number, layout?: RecordLayout, fields?: RecordFields): void {
    this.list.passed(end - start);
    if (layout !== undefined && fields !== undefined) {
      this.learn(bytes, start, end, layout, fields);
    }
  }

  private learn(bytes: Uint8Array, start: number, end: number, layout: RecordLayout, fields: RecordFields): void {
    const { list } = this;
    if (layout.count === 0 || !list.isDue(end - start)) {
      return;
    }
    const slots = slotsOf(layout, start, keyNumbers.callers, keyNumbers.targets);
    if (slots.length <= maxSlots) {
      // A copy: a Buffer's own `slice` is none.
      const sample = sampleRecord(slots, new Uint8Array(bytes.subarray(start, end)), this.seed);
      list.learn(sample, this.rulesFor(bytes, layout), (template) => this.know(template, bytes, layout, fields));
    }
  }

  private know(template: Template, bytes: Uint8Array, layout: RecordLayout, fields: RecordFields): KnownTemplate {
    return new KnownTemplate(template, bytes, layout, fields, this.table, this.values, this.isUnknown);
  }

  private rulesFor(bytes: Uint8Array, layout: RecordLayout): SlotRules {
    const keyOf = ({ member }: Slot): number => layout.keys[member]!;
    return {
      alwaysVaries: (slot) => this.alwaysVaries(slot, bytes, layout),
      // An empty array of pairs: in its place pairs might be, which have slots of their own.
      neverVaries: (slot) => slot.kind === memberSlot && pairKeys.has(keyOf(slot)),
      needsHash: (slot) => slot.kind !== memberSlot || isInterned(keyOf(slot)),
    };
  }

  /** Times are read again with each record, as their form is counted; resource ids, as they are not kept by their ids. */
  private alwaysVaries(slot: Slot, bytes: Uint8Array, layout: RecordLayout): boolean {
    if (slot.kind !== targetValueSlot) {
      return layout.keys[slot.member] === keyNumbers.time;
    }
    const { targets } = layout;
    const type = internEscaped(this.table.targetTypes, bytes, targets.typeStart(slot.pair) + 1, targets.typeEnd(slot.pair) - 1);
    return type === this.values.targets.resourceType;
  }
}
