import type { Scan } from '../../../core/json/jsonScanner.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import { RecordFields } from '../values/recordFields.ts';
import type { RecordLayout } from '../values/recordLayout.ts';
import { kindOf } from '../values/shapes.ts';
import type { ValueReader } from '../values/valueReader.ts';
import { internEscaped } from '../values/values.ts';
import { callerTypeSlot, callerValueSlot, memberSlot, targetTypeSlot, targetValueSlot } from './slot.ts';
import type { Template } from './template.ts';
import type { ListedTemplate } from './templateList.ts';
import type { TextScan } from './textScan.ts';

/** A template with what is known of the record that last matched it: values that do not vary need no second look. */
export class KnownTemplate implements ListedTemplate {
  readonly template: Template;
  /** The key's id and the kind of the value of each member. */
  readonly keys: Int32Array;
  readonly kinds: Uint8Array;
  readonly fields = new RecordFields();
  /** Ids of type and value of each pair; those of resource ids are not kept. */
  readonly callerIds: Uint32Array;
  readonly targetIds: Uint32Array;
  /** Where in the slots that vary the value of each target is, or -1. */
  readonly targetAt: Int32Array;
  readonly callersVary: boolean;
  readonly targetsVary: boolean;
  /** Nothing is to be said of the values that do not vary. */
  readonly constantsAreClean: boolean;
  readonly constantsHaveEmptyPairs: boolean;
  /** Members whose key nothing documents. */
  readonly unknownMembers: readonly number[];
  /** How many records have matched it and how many have not, of the last ones. */
  hits = 0;
  misses = 0;
  /** How far a member's key is from its first slot, and the brackets of an array of pairs from its first and its last. */
  private readonly keyLead: Int32Array;
  private readonly lead: Int32Array;
  private readonly trail: Int32Array;
  /** Whether no finding comes from keys and kinds; asked again when a kind changes. */
  isShapeClean = false;

  /** `bytes` and `layout` are those of the record that the template was made from, `fields` what was read of it. */
  constructor(
    template: Template,
    bytes: Uint8Array,
    layout: RecordLayout,
    fields: RecordFields,
    table: RecordTable,
    values: ValueReader,
    isUnknown: (key: number) => boolean,
  ) {
    this.template = template;
    this.keyLead = Int32Array.from(
      layout.keys.subarray(0, layout.count),
      (_, member) => layout.keyStart[member]! - layout.valueStart[member]!,
    );
    this.lead = new Int32Array(layout.count);
    this.trail = new Int32Array(layout.count);
    this.keys = layout.keys.slice(0, layout.count);
    this.kinds = Uint8Array.from(this.keys, (_, member) => kindOf(bytes, layout.valueStart[member]!, layout.valueEnd[member]!));
    this.fields.copy(fields);
    this.callerIds = new Uint32Array(layout.callers.count * 2);
    this.targetIds = new Uint32Array(layout.targets.count * 2);
    this.targetAt = new Int32Array(layout.targets.count).fill(-1);
    this.unknownMembers = [...this.keys.keys()].filter((member) => isUnknown(this.keys[member]!));
    const varying = template.variable.map((slot) => template.slots[slot]!);
    this.callersVary = varying.some(({ kind }) => kind === callerTypeSlot || kind === callerValueSlot);
    this.targetsVary = varying.some(({ kind }) => kind >= targetTypeSlot);
    for (const { kind, member } of template.slots) {
      if (kind !== memberSlot) {
        const pairs = kind <= callerValueSlot ? layout.callers : layout.targets;
        const last = pairs.count - 1;
        const first = Math.min(pairs.typeStart(0), pairs.valueStart(0));
        this.lead[member] = layout.valueStart[member]! - first;
        this.keyLead[member] = layout.keyStart[member]! - first;
        this.trail[member] = layout.valueEnd[member]! - Math.max(pairs.typeEnd(last), pairs.valueEnd(last));
      }
    }
    const varyingMembers = new Set(varying.map(({ member }) => member));
    values.begin();
    this.keys.forEach((key, member) => {
      if (!varyingMembers.has(member)) {
        values.read(new RecordFields(), layout, key, bytes, layout.valueStart[member]!, layout.valueEnd[member]!, 'escaped');
      }
    });
    this.constantsAreClean = values.clean;
    this.constantsHaveEmptyPairs = values.hasEmptyPairs;
    this.numberPairs(bytes, layout, table, values.targets.resourceType);
  }

  match(bytes: Uint8Array, view: DataView, start: number, end: number, text: TextScan, scan: Scan): number {
    return this.template.match(bytes, view, start, end, text, scan);
  }

  /** Where the members are in the record at `start`, which has just been matched. */
  fill(layout: RecordLayout, start: number): void {
    const { template, keys } = this;
    const places = template.places(start);
    layout.clear();
    let slot = 0;
    for (let member = 0; member < keys.length; member++) {
      const from = places[slot * 2]!;
      let to = places[slot * 2 + 1]!;
      if (template.slots[slot]!.kind === memberSlot) {
        layout.push(keys[member]!, from + this.keyLead[member]!, from, to);
        slot++;
        continue;
      }
      const pairs = template.slots[slot]!.kind <= callerValueSlot ? layout.callers : layout.targets;
      for (; template.slots[slot]?.member === member; slot += 2) {
        const { kind } = template.slots[slot]!;
        const type = slot * 2 + (kind === callerTypeSlot || kind === targetTypeSlot ? 0 : 2);
        const value = slot * 4 + 2 - type;
        to = places[slot * 2 + 3]!;
        pairs.push(places[type]!, places[type + 1]!, places[value]!, places[value + 1]!);
      }
      pairs.hasEscapes = template.hasEscapes;
      layout.push(keys[member]!, from + this.keyLead[member]!, from + this.lead[member]!, to + this.trail[member]!);
    }
  }

  private numberPairs(bytes: Uint8Array, { callers, targets }: RecordLayout, table: RecordTable, resourceType: number): void {
    const { identityTypes, identities, targetTypes, targetNames } = table;
    for (let pair = 0; pair < callers.count; pair++) {
      this.callerIds[pair * 2] = internEscaped(identityTypes, bytes, callers.typeStart(pair) + 1, callers.typeEnd(pair) - 1);
      this.callerIds[pair * 2 + 1] = internEscaped(identities, bytes, callers.valueStart(pair) + 1, callers.valueEnd(pair) - 1);
    }
    for (let pair = 0; pair < targets.count; pair++) {
      const type = internEscaped(targetTypes, bytes, targets.typeStart(pair) + 1, targets.typeEnd(pair) - 1);
      this.targetIds[pair * 2] = type;
      if (type !== resourceType) {
        this.targetIds[pair * 2 + 1] = internEscaped(targetNames, bytes, targets.valueStart(pair) + 1, targets.valueEnd(pair) - 1);
      }
    }
    this.template.variable.forEach((number, index) => {
      const slot = this.template.slots[number]!;
      if (slot.kind === targetValueSlot) {
        this.targetAt[slot.pair] = index;
      }
    });
  }
}
