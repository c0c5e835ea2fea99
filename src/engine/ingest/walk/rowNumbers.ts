import type { CompiledFormat, CompiledText } from '../../../core/formats/compiledFormat.ts';
import { validTime } from '../../columns/recordTable.ts';
import { valueActions } from '../../kernel/plan.ts';
import { openMark, rowHead, rowValue, slotMask } from '../../kernel/walker.ts';
import type { RecordFields } from '../values/recordFields.ts';
import type { WalkedRecord } from './walkedRecord.ts';

const ticksPerSecond = 10_000_000;

/** Reads what the kernel has made numbers of: the time of a record, and the hashes of its request and its id. */
export class RowNumbers {
  private readonly rows: Int32Array;
  private readonly actions: readonly number[];
  private readonly time: readonly number[];
  private readonly requests: readonly number[];
  private readonly recordIds: readonly number[];
  /** Texts that are joined of several values are left to others. */
  private readonly hasJoinedRequests: boolean;
  private readonly hasJoinedIds: boolean;
  private record: WalkedRecord | undefined;

  constructor(rows: Int32Array, { time, request, recordId }: CompiledFormat, actions: readonly number[]) {
    this.rows = rows;
    this.actions = actions;
    this.time = time.slice(0, 1);
    this.requests = slotsOf(request);
    this.recordIds = slotsOf(recordId);
    this.hasJoinedRequests = this.requests.length < request.length;
    this.hasJoinedIds = this.recordIds.length < recordId.length;
  }

  /** Begins a record. */
  begin(record: WalkedRecord): void {
    this.record = record;
  }

  /** Whether the kernel has read the time, which is in the fields then. */
  readTime(fields: RecordFields): boolean {
    const { rows } = this;
    const { row } = this.record!;
    const at = this.first(this.time);
    if (at === -1 || !this.isSaid(at, valueActions.time)) {
      return false;
    }
    fields.timeState = validTime;
    fields.time.day = rows[row + rowHead.day]!;
    fields.time.ticksOfDay = rows[row + rowHead.second]! * ticksPerSecond + rows[row + rowHead.tick]!;
    fields.time.zone = 'utc';
    return true;
  }

  /** Whether the kernel has hashed the request, if there is one. */
  readRequest(fields: RecordFields): boolean {
    const at = this.first(this.requests);
    if (this.hasJoinedRequests || (at !== -1 && !this.isSaid(at, valueActions.request))) {
      return false;
    }
    fields.request = at === -1 ? 0 : this.rows[at + rowValue.said]! >>> 0;
    return true;
  }

  /** Whether the kernel has hashed the id, if there is one. */
  readRecordId(fields: RecordFields): boolean {
    const at = this.first(this.recordIds);
    if (this.hasJoinedIds || (at !== -1 && !this.isSaid(at, valueActions.recordId))) {
      return false;
    }
    fields.recordId = at === -1 ? 0 : this.rows[at + rowValue.said]! >>> 0;
    return true;
  }

  /** The index of the words of the first value of the first of several paths that leads to any; -1 if none does. */
  private first(slots: readonly number[]): number {
    for (let index = 0; index < slots.length; index++) {
      const at = this.record!.first(slots[index]!);
      if (at !== -1) {
        return at;
      }
    }
    return -1;
  }

  /** Whether the kernel has done with a value what it was to do. */
  private isSaid(at: number, action: number): boolean {
    const word = this.rows[at + rowValue.slot]!;
    return (word & openMark) === 0 && this.actions[word & slotMask] === action;
  }
}

function slotsOf(texts: readonly CompiledText[]): readonly number[] {
  return texts.flatMap((text) => ('slot' in text ? [text.slot] : []));
}
