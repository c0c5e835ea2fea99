import type { Scan } from '../../../core/json/jsonScanner.ts';
import { isInterned, keyNumbers } from '../values/keys.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { RecordLayout } from '../values/recordLayout.ts';
import type { ValueReader } from '../values/valueReader.ts';
import { internEscaped } from '../values/values.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import { ByteView } from '../../columns/byteView.ts';
import { KnownTemplate } from './knownTemplate.ts';
import { Learning } from './learning.ts';
import { sampleRecord } from './sampleRecord.ts';
import { memberSlot, slotsOf, targetValueSlot, type Slot, type SlotRules } from './slot.ts';
import { Template } from './template.ts';
import { TextScan } from './textScan.ts';

/** As many templates are kept: writers have few shapes, and a record that matches none may be held against all. */
const maxTemplates = 32;
const maxSample = 64 * 1024;
const maxSlots = 256;
/** A template is given up when more records have failed it than this, and than so many for each that matched. */
const maxMisses = 128;
const maxMissesPerHit = 64;
/** Comparing in vain is paid for: each record adds the half of its bytes to what may be compared, and so much can be saved. */
const maxSavedBytes = 16 * 1024;

const pairKeys: ReadonlySet<number> = new Set([keyNumbers.callerIdentities, keyNumbers.targetResources]);

/**
 * The templates of a log: finds the one that a record matches, and learns from records that match none. What cannot match
 * costs little: comparing in vain and learning are limited to a part of what reading the records costs.
 */
export class Templates {
  /** The last that matched is first. */
  private readonly known: KnownTemplate[] = [];
  private readonly text: TextScan;
  private readonly seed: number;
  private readonly scan: Scan;
  private readonly view = new ByteView();
  private readonly table: RecordTable;
  private readonly values: ValueReader;
  private readonly isUnknown: (key: number) => boolean;
  private readonly learning = new Learning();
  private savedBytes = maxSavedBytes;
  /** How many bytes have been compared in vain. */
  comparedInVain = 0;

  constructor(table: RecordTable, values: ValueReader, scan: Scan, seed: number, isUnknown: (key: number) => boolean) {
    this.table = table;
    this.values = values;
    this.text = new TextScan(seed);
    this.seed = seed;
    this.scan = scan;
    this.isUnknown = isUnknown;
  }

  /** How often something was learned. */
  get learnings(): number {
    return this.learning.count;
  }

  /** The template that last matched. */
  get matched(): KnownTemplate {
    return this.known[0]!;
  }

  /** The offset after the record at `start` if it matches one of the templates, which is then {@link matched}; else -1. */
  match(bytes: Uint8Array, start: number, end: number): number {
    const { known } = this;
    const view = this.view.of(bytes);
    for (let index = 0; index < known.length && this.savedBytes > 0; index++) {
      const one = known[index]!;
      const found = one.template.match(bytes, view, start, end, this.text, this.scan);
      if (found !== -1) {
        if (index > 0) {
          known[index] = known[0]!;
          known[0] = one;
        }
        this.hit(one, found - start);
        return found;
      }
      index -= this.miss(one, index) ? 1 : 0;
    }
    return -1;
  }

  /** Takes up a record that matched no template, and that another way has read; `layout` and `fields` if it is regular. */
  missed(bytes: Uint8Array, start: number, end: number, layout?: RecordLayout, fields?: RecordFields): void {
    this.passed(end - start);
    if (layout !== undefined && fields !== undefined) {
      this.learn(bytes, start, end, layout, fields);
    }
  }

  private learn(bytes: Uint8Array, start: number, end: number, layout: RecordLayout, fields: RecordFields): void {
    if (layout.count === 0 || end - start > maxSample || !this.learning.isDue()) {
      return;
    }
    const slots = slotsOf(layout, start, keyNumbers.callerIdentities, keyNumbers.targetResources);
    if (slots.length > maxSlots) {
      return;
    }
    this.learning.learned();
    // A copy: a Buffer's own `slice` is none.
    const record = sampleRecord(slots, new Uint8Array(bytes.subarray(start, end)), this.seed);
    const rules = this.rulesFor(bytes, layout);
    for (const [index, { template }] of this.known.entries()) {
      const relaxed = template.relaxed(record, rules);
      if (relaxed !== undefined) {
        // One that it matches was not tried: it will be.
        const [known] = this.known.splice(index, 1);
        this.learning.succeeded();
        this.known.unshift(relaxed === template ? known! : this.know(relaxed, bytes, layout, fields));
        return;
      }
    }
    if (this.known.length === maxTemplates) {
      this.dropLeastUseful();
    }
    this.known.unshift(this.know(new Template(record, slots.map(rules.alwaysVaries), rules), bytes, layout, fields));
  }

  /** A record of this many bytes was read. */
  private passed(byteLength: number): void {
    this.learning.passed();
    this.savedBytes = Math.min(this.savedBytes, maxSavedBytes) + (byteLength >> 1);
  }

  private hit(one: KnownTemplate, byteLength: number): void {
    if (one.hits === 0) {
      this.learning.succeeded();
    }
    one.hits++;
    this.passed(byteLength);
  }

  /** Counts what was compared in vain with one of the templates; true if it is given up. */
  private miss(one: KnownTemplate, index: number): boolean {
    const { reached } = one.template;
    this.comparedInVain += reached;
    this.savedBytes -= reached;
    one.misses++;
    if (one.misses <= maxMisses || one.misses <= one.hits * maxMissesPerHit) {
      return false;
    }
    this.known.splice(index, 1);
    return true;
  }

  /** Gives up the template that fewest records match. What was long ago counts for less each time. */
  private dropLeastUseful(): void {
    const { known } = this;
    let least = known.length - 1;
    known.forEach((one, index) => {
      if (one.hits < known[least]!.hits) {
        least = index;
      }
    });
    known.splice(least, 1);
    known.forEach((one) => {
      one.hits >>= 1;
      one.misses >>= 1;
    });
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
      return layout.keys[slot.member] === keyNumbers.env_time;
    }
    const { targets } = layout;
    const type = internEscaped(this.table.targetTypes, bytes, targets.typeStart(slot.pair) + 1, targets.typeEnd(slot.pair) - 1);
    return type === this.values.targets.resourceType;
  }
}
