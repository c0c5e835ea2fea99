import { validTime, type RecordTable } from '../../columns/recordTable.ts';
import { actions, type Kernel } from '../../kernel/kernel.ts';
import type { KnownTemplate } from '../template/knownTemplate.ts';
import type { Template } from '../template/template.ts';
import { holdsBreaks } from '../template/lineBreaks.ts';
import { callerTypeSlot, callerValueSlot, memberSlot, targetTypeSlot } from '../template/slot.ts';
import type { RecordFields } from '../values/recordFields.ts';
import { RecordLayout } from '../values/recordLayout.ts';
import { kindOf, type Shapes } from '../values/shapes.ts';
import { internValue } from '../values/values.ts';
import type { ValueReader } from '../values/valueReader.ts';
import { fieldOf, setField } from './kernelFields.ts';
import { resourcePlace, rowHead, type KernelProgram } from './kernelProgram.ts';

const ticksPerSecond = 10_000_000;
const half = 0x1_0000_0000;

/** Parts of a resource id, as ids. */
interface Resource {
  readonly form: number;
  readonly subscription: number;
  readonly group: number;
  readonly instance: number;
}

/** Reads rows of the kernel into the fields of templates, and has the kernel learn values. */
export class KernelReader {
  private readonly table: RecordTable;
  private readonly values: ValueReader;
  private readonly shapes: Shapes;
  private readonly kernel: Kernel;
  private readonly resources: Resource[] = [];
  private readonly noPlaces = new RecordLayout();
  private callersChanged = false;
  private targetsChanged = false;

  constructor(table: RecordTable, values: ValueReader, shapes: Shapes, kernel: Kernel) {
    this.table = table;
    this.values = values;
    this.shapes = shapes;
    this.kernel = kernel;
  }

  /**
   * Reads the row whose words begin at an index; true if certainly nothing is to be reported of the record. Else it has to be read by
   * another way.
   *
   * @param origin Where the input of the kernel begins in `bytes`.
   */
  read(program: KernelProgram, row: number, bytes: Uint8Array, origin: number): boolean {
    const { values } = this;
    const { known, slots } = program;
    const { fields } = known;
    const { rows } = this.kernel;
    values.begin();
    this.callersChanged = false;
    // The resource id of the record before was none, and is among its other targets.
    this.targetsChanged = program.resourcePair !== -1 && fields.resourceForm === 0;
    let at = row + rowHead;
    for (let index = 0; index < slots.length; index++) {
      switch (slots[index]!.action) {
        case actions.lookUp:
          if (rows[at] !== -1) {
            this.setKnown(program, index, rows[at]!);
          } else if (!this.readUnknown(program, index, bytes, rows[at + 1]!, rows[at + 2]!, origin)) {
            return false;
          }
          at += 3;
          break;
        case actions.time:
          fields.timeState = validTime;
          fields.time.day = rows[at]!;
          fields.time.ticksOfDay = rows[at + 1]! * ticksPerSecond + rows[at + 2]!;
          fields.time.zone = 'utc';
          at += 3;
          break;
        case actions.sequence:
          fields.sequence = rows[at] === -1 ? undefined : rows[at]! * half + (rows[at + 1]! >>> 0);
          at += 2;
          break;
        case actions.request:
          fields.request = rows[at++]! >>> 0;
          break;
        default:
        // Nothing is kept of it.
      }
    }
    if (this.callersChanged) {
      this.readCallers(known);
    }
    if (known.callersVary) {
      values.noteCallers(fields.caller, known.callerIds.length);
    }
    if (this.targetsChanged) {
      this.readTargets(program);
    }
    if (known.targetsVary) {
      values.noteTargets(fields.places, known.targetIds.length);
    }
    return values.clean;
  }

  /** The record was matched by its template and read, and nothing was to be reported of it: the kernel learns its values. */
  learn(program: KernelProgram, bytes: Uint8Array, origin: number): void {
    const { template, fields } = program.known;
    for (let index = 0; index < program.slots.length; index++) {
      const { action, place } = program.slots[index]!;
      const start = template.starts[index]!;
      const end = template.ends[index]!;
      // A list with line breaks is not what it is in a record that holds none.
      if (action !== actions.lookUp || (bytes[start] === 0x5b && holdsBreaks(bytes, start, end))) {
        continue;
      }
      if (place !== resourcePlace) {
        this.kernel.learn(place, start - origin, end - origin, idAt(program, index));
      } else if (fields.resourceForm !== 0) {
        this.learnResource(fields, start - origin, end - origin);
      }
    }
  }

  private setKnown(program: KernelProgram, index: number, id: number): void {
    const { known, slots } = program;
    const { template, fields, keys } = known;
    const kind = template.kinds[index]!;
    if (kind === memberSlot) {
      setField(fields, keys[template.members[index]!]!, id);
    } else if (slots[index]!.place === resourcePlace) {
      const { form, subscription, group, instance } = this.resources[id]!;
      fields.resourceForm = form;
      fields.subscription = subscription;
      fields.resourceGroup = group;
      fields.instance = instance;
    } else {
      this.setPart(program, index, id);
    }
  }

  /** Sets the type or the value of a pair. */
  private setPart({ known }: KernelProgram, index: number, id: number): void {
    const { template, callerIds, targetIds } = known;
    const isCaller = template.kinds[index]! <= callerValueSlot;
    const ids = isCaller ? callerIds : targetIds;
    const part = partAt(template, index);
    if (ids[part] !== id) {
      ids[part] = id;
      this.callersChanged ||= isCaller;
      this.targetsChanged ||= !isCaller;
    }
  }

  /** Reads a plain string that the kernel does not know, and has it learned; false if something may be to be reported of it. */
  private readUnknown(program: KernelProgram, index: number, bytes: Uint8Array, from: number, to: number, origin: number): boolean {
    const { known, slots } = program;
    const { template, fields, keys } = known;
    const { values, table } = this;
    const start = from + origin;
    const end = to + origin;
    const { place } = slots[index]!;
    switch (template.kinds[index]) {
      case memberSlot: {
        const key = keys[template.members[index]!]!;
        if (!this.shapes.isCleanMember(key, kindOf(bytes, start, end))) {
          return false;
        }
        values.read(fields, this.noPlaces, key, bytes, start, end, 'plain');
        if (!values.clean || !values.isRegular) {
          return false;
        }
        break;
      }
      case callerTypeSlot:
        this.setPart(program, index, internValue(table.identityTypes, bytes, start, end, 'plain'));
        break;
      case callerValueSlot:
        this.setPart(program, index, internValue(table.identities, bytes, start, end, 'plain'));
        break;
      default:
        if (place !== resourcePlace) {
          this.setPart(program, index, internValue(table.targetNames, bytes, start, end, 'plain'));
        } else if (values.targets.readResourceText(bytes, start, end, 'plain', fields)) {
          this.learnResource(fields, from, to);
          return true;
        } else {
          return false;
        }
    }
    this.kernel.learn(place, from, to, idAt(program, index));
    return true;
  }

  private learnResource(fields: RecordFields, start: number, end: number): void {
    if (this.resources.length < maxResources) {
      const { resourceForm: form, subscription, resourceGroup: group, instance } = fields;
      this.kernel.learn(resourcePlace, start, end, this.resources.length);
      this.resources.push({ form, subscription, group, instance });
    }
  }

  private readCallers({ callerIds, fields }: KnownTemplate): void {
    const { callers } = this.table;
    callers.begin();
    for (let index = 0; index < callerIds.length; index++) {
      callers.push(callerIds[index]!);
    }
    fields.caller = callers.intern();
  }

  private readTargets({ known, resourcePair }: KernelProgram): void {
    const { targetIds, fields } = known;
    const { placeLists } = this.table;
    placeLists.begin();
    for (let pair = 0; pair * 2 < targetIds.length; pair++) {
      if (pair !== resourcePair) {
        placeLists.push(targetIds[pair * 2]!);
        placeLists.push(targetIds[pair * 2 + 1]!);
      }
    }
    fields.places = placeLists.intern();
  }
}

/** More resource ids are read each time they are met. */
const maxResources = 0x8000;

/** Where the value of a slot is in the ids of callers or targets. */
function partAt({ kinds, pairs }: Template, index: number): number {
  const kind = kinds[index];
  return pairs[index]! * 2 + (kind === callerTypeSlot || kind === targetTypeSlot ? 0 : 1);
}

/** The number by which the kernel knows the value that was read from a slot. */
function idAt({ known }: KernelProgram, index: number): number {
  const { template, keys, fields, callerIds, targetIds } = known;
  const kind = template.kinds[index]!;
  return kind === memberSlot
    ? fieldOf(fields, keys[template.members[index]!]!)
    : (kind <= callerValueSlot ? callerIds : targetIds)[partAt(template, index)]!;
}
