import type { TimeSlot } from '../../../core/record/parseTime.ts';
import type { SignatureGroup } from '../../../core/record/results.ts';
import type { Outcomes } from '../../columns/outcomes.ts';
import { fieldNames, type FieldName } from '../../columns/recordColumns.ts';
import { noTime } from '../../columns/recordTable.ts';
import type { RowBatch } from '../../columns/rowBatch.ts';

/** Fields of numbers under the names of their columns. They are kept in one array, so that all are copied at once. */
class Numbers {
  protected readonly numbers = new Uint32Array(fieldNames.length);

  static {
    for (const [index, name] of fieldNames.entries()) {
      Object.defineProperty(this.prototype, name, {
        get(this: Numbers): number {
          return this.numbers[index]!;
        },
        set(this: Numbers, value: number) {
          this.numbers[index] = value;
        },
      });
    }
  }
}

const NumberFields = Numbers as unknown as new () => Numbers & Record<FieldName, number>;

/** What the columns say of one record: ids of dictionaries and hashes, 0 where the record gives nothing. */
export class RecordFields extends NumberFields {
  /** What `resultSignature` makes of the result. */
  signature: SignatureGroup | undefined = undefined;
  /** undefined: none; Infinity: written otherwise than in digits. */
  sequence: number | bigint | undefined = undefined;
  timeState = noTime;
  readonly time: TimeSlot = { day: 0, ticksOfDay: 0, zone: 'utc' };

  /** The number at the index of a name among `fieldNames`. */
  numberAt(index: number): number {
    return this.numbers[index]!;
  }

  setNumber(index: number, value: number): void {
    this.numbers[index] = value;
  }

  /** Back to those of a record without any value. */
  reset(): void {
    this.copy(nothing);
  }

  copy(other: RecordFields): void {
    this.numbers.set(other.numbers);
    this.signature = other.signature;
    this.sequence = other.sequence;
    this.timeState = other.timeState;
    this.time.day = other.time.day;
    this.time.ticksOfDay = other.time.ticksOfDay;
    this.time.zone = other.time.zone;
  }

  /** Targets but the first well-formed resource id, and the parts of that one. */
  resetTargets(): void {
    this.places = 0;
    this.resourceForm = 0;
    this.subscription = 0;
    this.resourceGroup = 0;
    this.instance = 0;
  }

  /** Adds a row to a batch. */
  push(rows: RowBatch, outcomes: Outcomes, offset: number, byteLength: number, line: number): void {
    rows.pushPlace(offset, byteLength, line);
    rows.pushTime(this.timeState, this.time.day, this.time.ticksOfDay);
    rows.pushSequence(this.sequence);
    const { result } = this;
    if (this.signature !== undefined) {
      this.result = outcomes.idOf(result, this.signature);
    }
    rows.pushFields(this.numbers);
    this.result = result;
  }
}

const nothing = new RecordFields();
