import type { RecordTable } from '../columns/recordTable.ts';
import { RecordFields } from '../index/recordFields.ts';
import type { RecordLayout } from '../index/recordLayout.ts';
import { isDocumentedKey } from '../index/keys.ts';
import { kindOf } from '../index/shapes.ts';
import type { ValueReader } from '../index/valueReader.ts';
import { callerTypeSlot, callerValueSlot, memberSlot, targetTypeSlot, targetValueSlot } from './slot.ts';
import type { Template } from './template.ts';

/** A template with what is known of the record that last matched it: values that do not vary need no second look. */
export class KnownTemplate {
  readonly template: Template;
  /** The key's id and the kind of the value of each member. */
  readonly keys: Int32Array;
  readonly kinds: Uint8Array;
  readonly fields = new RecordFields();
  /** Ids of type and value of each pair; those of resource ids are not kept. */
  readonly callerIds: Uint32Array;
  readonly targetIds: Uint32Array;
  /** Where in the slots that vary the value of each target stands, or -1. */
  readonly targetAt: Int32Array;
  readonly callersVary: boolean;
  readonly targetsVary: boolean;
  /** Nothing is to be said of the values that do not vary. */
  readonly constantsAreClean: boolean;
  readonly constantsAreRegular: boolean;
  readonly constantsHaveEmptyPairs: boolean;
  /** Members whose key nothing documents. */
  readonly unknownMembers: readonly number[];
  /** No member has a documented key. */
  readonly isUnknownFormat: boolean;
  /** Some byte of the literals is beyond ASCII. */
  readonly beyondAscii: boolean;
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
    this.isUnknownFormat = !this.keys.some(isDocumentedKey);
    this.beyondAscii = template.sample.bytes.some((byte) => byte >= 0x80);
    const varying = template.variable.map((slot) => template.slots[slot]!);
    this.callersVary = varying.some(({ kind }) => kind === callerTypeSlot || kind === callerValueSlot);
    this.targetsVary = varying.some(({ kind }) => kind >= targetTypeSlot);
    for (const { kind, member } of template.slots) {
      if (kind !== memberSlot) {
        const pairs = kind <= callerValueSlot ? layout.callers : layout.targets;
        this.lead[member] = layout.valueStart[member]! - pairs.typeStart(0);
        this.keyLead[member] = layout.keyStart[member]! - pairs.typeStart(0);
        this.trail[member] = layout.valueEnd[member]! - pairs.valueEnd(pairs.count - 1);
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
    this.constantsAreRegular = values.isRegular;
    this.constantsHaveEmptyPairs = values.hasEmptyPairs;
    this.numberPairs(bytes, layout, table, values.targets.resourceType);
  }

  /** Where the members stand in the record at `start`, which has just been matched. */
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
      const pairs = template.slots[slot]!.kind === callerTypeSlot ? layout.callers : layout.targets;
      for (; template.slots[slot]?.member === member; slot += 2) {
        to = places[slot * 2 + 3]!;
        pairs.push(places[slot * 2]!, places[slot * 2 + 1]!, places[slot * 2 + 2]!, to);
      }
      layout.push(keys[member]!, from + this.keyLead[member]!, from + this.lead[member]!, to + this.trail[member]!);
    }
  }

  private numberPairs(bytes: Uint8Array, { callers, targets }: RecordLayout, table: RecordTable, resourceType: number): void {
    const { identityTypes, identities, targetTypes, targetNames } = table;
    for (let pair = 0; pair < callers.count; pair++) {
      this.callerIds[pair * 2] = identityTypes.intern(bytes, callers.typeStart(pair) + 1, callers.typeEnd(pair) - 1);
      this.callerIds[pair * 2 + 1] = identities.intern(bytes, callers.valueStart(pair) + 1, callers.valueEnd(pair) - 1);
    }
    for (let pair = 0; pair < targets.count; pair++) {
      const type = targetTypes.intern(bytes, targets.typeStart(pair) + 1, targets.typeEnd(pair) - 1);
      this.targetIds[pair * 2] = type;
      if (type !== resourceType) {
        this.targetIds[pair * 2 + 1] = targetNames.intern(bytes, targets.valueStart(pair) + 1, targets.valueEnd(pair) - 1);
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
