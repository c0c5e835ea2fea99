import { noTime, type RecordTable } from '../../columns/recordTable.ts';
import type { SignatureGroup } from '../../../core/record/results.ts';
import type { TimeSlot } from '../../../core/record/parseTime.ts';

/** What the columns say of one record: ids of dictionaries, 0 where the record gives nothing. */
export class RecordFields {
  operation = 0;
  result = 0;
  /** What `resultSignature` makes of the result. */
  signature: SignatureGroup | undefined = undefined;
  description = 0;
  categories = 0;
  /** List of the caller's identities. */
  caller = 0;
  address = 0;
  displayName = 0;
  /** Hash of the request; 0 for none. */
  request = 0;
  /** Hash of the record's own id; 0 for none. */
  recordId = 0;
  epoch = 0;
  cloudRole = 0;
  cloudRoleInstance = 0;
  format = 0;
  /** Targets but the first well-formed resource id, and the parts of that one. */
  places = 0;
  resourceForm = 0;
  subscription = 0;
  resourceGroup = 0;
  instance = 0;
  /** undefined: none; Infinity: written otherwise than in digits. */
  sequence: number | bigint | undefined = undefined;
  timeState = noTime;
  readonly time: TimeSlot = { day: 0, ticksOfDay: 0, zone: 'utc' };

  /** Back to those of a record without any value. */
  reset(): void {
    this.copy(nothing);
  }

  copy(other: RecordFields): void {
    this.operation = other.operation;
    this.result = other.result;
    this.signature = other.signature;
    this.description = other.description;
    this.categories = other.categories;
    this.caller = other.caller;
    this.address = other.address;
    this.displayName = other.displayName;
    this.request = other.request;
    this.recordId = other.recordId;
    this.epoch = other.epoch;
    this.cloudRole = other.cloudRole;
    this.cloudRoleInstance = other.cloudRoleInstance;
    this.format = other.format;
    this.copyTargets(other);
    this.sequence = other.sequence;
    this.timeState = other.timeState;
    this.time.day = other.time.day;
    this.time.ticksOfDay = other.time.ticksOfDay;
    this.time.zone = other.time.zone;
  }

  resetTargets(): void {
    this.copyTargets(nothing);
  }

  /** Appends a row to the table. */
  push(table: RecordTable, offset: number, byteLength: number, line: number): void {
    table.offset.push(offset);
    table.byteLength.push(byteLength);
    table.line.push(line);
    table.pushTime(this.timeState, this.time.day, this.time.ticksOfDay);
    table.pushSequence(this.sequence);
    table.operation.push(this.operation);
    table.result.push(this.signature === undefined ? this.result : table.outcomes.idOf(this.result, this.signature));
    table.description.push(this.description);
    table.categories.push(this.categories);
    table.caller.push(this.caller);
    table.displayName.push(this.displayName);
    table.label.push(table.labels.of(this.caller, this.displayName));
    table.address.push(this.address);
    table.request.push(this.request);
    table.recordId.push(this.recordId);
    table.places.push(this.places);
    table.resourceForm.push(this.resourceForm);
    table.subscription.push(this.subscription);
    table.resourceGroup.push(this.resourceGroup);
    table.instance.push(this.instance);
    table.epoch.push(this.epoch);
    table.cloudRole.push(this.cloudRole);
    table.cloudRoleInstance.push(this.cloudRoleInstance);
    table.format.push(this.format);
  }

  private copyTargets(other: RecordFields): void {
    this.places = other.places;
    this.resourceForm = other.resourceForm;
    this.subscription = other.subscription;
    this.resourceGroup = other.resourceGroup;
    this.instance = other.instance;
  }
}

const nothing = new RecordFields();
