import { RecordLayout } from '../values/recordLayout.ts';
import { kindOf, type Shapes } from '../values/shapes.ts';
import { internValue } from '../values/values.ts';
import type { ValueReader } from '../values/valueReader.ts';
import type { RecordTable } from '../../columns/recordTable.ts';
import type { KnownTemplate } from './knownTemplate.ts';
import { callerTypeSlot, callerValueSlot, memberSlot, targetTypeSlot } from './slot.ts';

/** Reads the values of records that match a template into the template's fields: those that vary, and no others. */
export class TemplateReader {
  private readonly table: RecordTable;
  private readonly values: ValueReader;
  private readonly shapes: Shapes;
  private readonly noPlaces = new RecordLayout();

  constructor(table: RecordTable, values: ValueReader, shapes: Shapes) {
    this.table = table;
    this.values = values;
    this.shapes = shapes;
  }

  /**
   * Reads the record that was just matched. Its shape is left in the shapes, unless it is known to be clean; what is found out
   * about its values is noted in the {@link ValueReader}.
   */
  read(known: KnownTemplate, bytes: Uint8Array): void {
    const { values } = this;
    values.begin();
    values.clean = known.constantsAreClean;
    values.hasEmptyPairs = known.constantsHaveEmptyPairs;
    this.readSlots(known, bytes);
    if (known.callersVary) {
      this.readCallers(known);
    }
    if (known.targetsVary) {
      this.readTargets(known, bytes);
    }
    if (!known.isShapeClean) {
      this.readShape(known);
      known.isShapeClean = this.shapes.isClean();
    }
  }

  private readShape({ keys, kinds }: KnownTemplate): void {
    this.shapes.begin();
    for (let member = 0; member < keys.length; member++) {
      this.shapes.add(keys[member]!, kinds[member]!);
    }
  }

  private readSlots(known: KnownTemplate, bytes: Uint8Array): void {
    const { table } = this;
    const { template, fields, kinds, keys, callerIds, targetIds } = known;
    const { starts, ends, hashes, escaped, members, pairs } = template;
    for (let index = 0; index < starts.length; index++) {
      const member = members[index]!;
      const pair = pairs[index]!;
      const start = starts[index]!;
      const end = ends[index]!;
      const hash = hashes[index]!;
      const writing = escaped[index] === 1 ? 'escaped' : 'hashed';
      switch (template.kinds[index]) {
        case memberSlot: {
          const valueKind = kindOf(bytes, start, end);
          if (valueKind !== kinds[member]) {
            kinds[member] = valueKind;
            known.isShapeClean = false;
          }
          this.values.read(fields, this.noPlaces, keys[member]!, bytes, start, end, writing, hash);
          break;
        }
        case callerTypeSlot:
          callerIds[pair * 2] = internValue(table.identityTypes, bytes, start, end, writing, hash);
          break;
        case callerValueSlot:
          callerIds[pair * 2 + 1] = internValue(table.identities, bytes, start, end, writing, hash);
          break;
        case targetTypeSlot:
          targetIds[pair * 2] = internValue(table.targetTypes, bytes, start, end, writing, hash);
          break;
        default:
        // The values of targets are read when all of their types are known.
      }
    }
  }

  private readCallers({ callerIds, fields }: KnownTemplate): void {
    const { callers } = this.table;
    callers.begin();
    for (let index = 0; index < callerIds.length; index++) {
      callers.push(callerIds[index]!);
    }
    fields.caller = callers.intern();
    this.values.noteCallers(fields.caller, callerIds.length);
  }

  private readTargets({ targetIds, targetAt, template, fields }: KnownTemplate, bytes: Uint8Array): void {
    const { placeLists, targetNames } = this.table;
    const { targets } = this.values;
    fields.resetTargets();
    placeLists.begin();
    let hasResource = false;
    for (let pair = 0; pair * 2 < targetIds.length; pair++) {
      const type = targetIds[pair * 2]!;
      const at = targetAt[pair]!;
      if (at === -1) {
        placeLists.push(type);
        placeLists.push(targetIds[pair * 2 + 1]!);
        continue;
      }
      const start = template.starts[at]!;
      const end = template.ends[at]!;
      const writing = template.escaped[at] === 1 ? 'escaped' : 'hashed';
      if (type === targets.resourceType && !hasResource && targets.readResourceText(bytes, start, end, writing, fields)) {
        hasResource = true;
      } else {
        const value = internValue(targetNames, bytes, start, end, writing, template.hashes[at]);
        targetIds[pair * 2 + 1] = value;
        placeLists.push(type);
        placeLists.push(value);
      }
    }
    fields.places = placeLists.intern();
    this.values.noteTargets(fields.places, targetIds.length);
  }
}
