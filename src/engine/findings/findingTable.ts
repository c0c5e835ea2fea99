import { findingCodes, findingSeverities, type FindingCode, type Severity } from '../../core/finding/codes.ts';
import { decodeText } from '../../core/json/utf8.ts';
import { forgetFrom, IdColumn, uint32Column, uint8Column } from '../columns/column.ts';
import { OffsetColumn } from '../columns/offsetColumn.ts';
import type { FindingRows } from './findingRows.ts';
import { FindingWords } from './findingWords.ts';
import type { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import { radixSort } from '../collections/radixSort.ts';

/** A finding as it is added. Offsets are the source's. */
export interface NewFinding {
  readonly code: FindingCode;
  /** The record's number in its source, or -1. */
  readonly record: number;
  readonly pointer: string;
  readonly offset: number;
  readonly length: number;
  /** Line on which the record or stretch begins, from 1. */
  readonly line: number;
  readonly args: readonly string[];
}

/** What takes findings as they are made. */
export interface FindingSink {
  add(finding: NewFinding): void;
}

/** A finding about a record as a whole and something beyond it. */
export interface Relation {
  readonly code: FindingCode;
  /** The record's number in its source. */
  readonly record: number;
  /** The row of another record, of any source; for `order.descending` a count. */
  readonly other: number;
}

/** Relations as plain columns. */
export interface RelationColumns {
  readonly codes: Uint8Array;
  readonly records: Uint32Array;
  readonly others: Uint32Array;
}

const severities: readonly Severity[] = ['error', 'warning', 'information'];
const noNumbers = new Uint32Array(0);
const severityOfCode = findingCodes.map((code) => severities.indexOf(findingSeverities[code]));
const codeNumbers: ReadonlyMap<FindingCode, number> = new Map(findingCodes.map((code, index) => [code, index]));
export function codeNumber(code: FindingCode): number {
  return codeNumbers.get(code)!;
}

/** Counts of findings by the number of their code. */
export function noFindings(): Uint32Array {
  return new Uint32Array(findingCodes.length);
}

/** Marks the code of a finding that is about no record. */
const noRecord = 0x80;
/** In place of a length that does not fit. */
const long = 0xffff_ffff;

/**
 * The findings of one source in columns: code, place and arguments, no sentences. Two kinds in one numbering:
 *
 * First those that are found while reading, at most 25 bytes each: pointers and arguments are shared by all that are equal.
 * They come in the order of their records, but for a tail of those that are reported once for the source.
 *
 * After them relations, which are found when all is read, at 9 bytes each: place and arguments follow from the two
 * records. There may be as many as records, and no two with the same arguments.
 */
export class FindingTable implements FindingSink {
  private readonly codes = uint8Column();
  private readonly records = uint32Column();
  private readonly offsets = new OffsetColumn({ rows: 0 });
  private readonly lengths = uint32Column();
  /** Undefined until there is one. */
  private longLengths: Map<number, number> | undefined;
  private readonly lines = uint32Column();
  private readonly pointerIds = new IdColumn();
  private readonly sayingIds = new IdColumn();
  readonly words: FindingWords;
  private readonly relatedRows = uint32Column();
  /** How many findings, from the first, are in the order of their records. */
  private inOrder = 0;
  /** The others in the order of their records, those that were there when they were last put in order. */
  private tail: Uint32Array = noNumbers;
  private readonly totals: Uint32Array;

  /**
   * @param words May be shared with the tables of other sources: most say the same.
   * @param totals Counts by code, which may be shared as well. The table adds its own.
   */
  constructor(seed: number, words = new FindingWords(seed), totals = noFindings()) {
    this.words = words;
    this.totals = totals;
  }

  get length(): number {
    return this.codes.length;
  }

  /** Adds a finding; not to be called once there are relations. */
  add({ code, args, pointer, record, offset, length, line }: NewFinding): void {
    this.pushRecord(codeNumber(code), record);
    this.offsets.push(offset);
    this.pushLength(length);
    this.lines.push(line);
    this.pointerIds.push(this.words.pointer(pointer));
    this.sayingIds.push(this.words.saying(code, args));
  }

  /** Appends findings whose words are numbered by this table's, column by column; their records are counted on from `record`. */
  append({ codes, records, offsets, lengths, lines, pointers, sayings }: FindingRows, record: number): void {
    for (let index = 0; index < codes.length; index++) {
      const about = records[index]!;
      this.pushRecord(codes[index]!, about === -1 ? -1 : about + record);
    }
    for (let index = 0; index < lengths.length; index++) {
      this.pushLength(lengths[index]!);
    }
    this.offsets.append(offsets);
    this.lines.append(lines);
    this.pointerIds.append(pointers);
    this.sayingIds.append(sayings);
  }

  addRelation({ code, record, other }: Relation): void {
    this.pushCode(codeNumber(code), 0);
    this.records.push(record);
    this.relatedRows.push(other);
  }

  /** Forgets all findings but the first ones, which must not be relations. */
  keep(length: number): void {
    for (let index = length; index < this.codes.length; index++) {
      this.totals[this.codeNumber(index)]!--;
    }
    [this.records, this.lengths, this.lines].forEach((column) => column.keep(length));
    [this.codes, this.offsets, this.pointerIds, this.sayingIds].forEach((column) => column.keep(length));
    this.relatedRows.keep(0);
    forgetFrom(this.longLengths, length);
    this.inOrder = Math.min(this.inOrder, length);
    this.tail = noNumbers;
  }

  /** Gives back memory that was reserved for findings which did not come. */
  trim(): void {
    [this.records, this.lengths, this.lines, this.relatedRows].forEach((column) => column.trim());
    this.codes.trim();
    this.offsets.trim();
    [this.pointerIds, this.sayingIds].forEach((column) => column.trim());
  }

  /** Takes all relations out. */
  takeRelations(): RelationColumns {
    const own = this.lines.length;
    const taken = {
      codes: this.codes.data.slice(own, this.length),
      records: this.records.data.slice(own, this.length),
      others: this.relatedRows.data.slice(0, this.relatedRows.length),
    };
    this.keep(own);
    return taken;
  }

  /** Adds relations that were taken out. */
  putRelations({ codes, records, others }: RelationColumns): void {
    codes.forEach((code) => this.pushCode(code, 0));
    this.records.append(records);
    this.relatedRows.append(others);
  }

  /** A finding that is no relation. */
  at(index: number): NewFinding {
    const length = this.lengths.data[index]!;
    return {
      code: this.codeAt(index),
      record: this.recordAt(index),
      pointer: this.words.pointers.text(this.pointerIds.data[index]!),
      offset: this.offsets.at(index),
      length: length === long ? this.longLengths!.get(index)! : length,
      line: this.lines.data[index]!,
      args: (JSON.parse(decodeText(this.words.sayings.bytesOf(this.sayingIds.data[index]!))) as string[]).slice(1),
    };
  }

  /** The relation that a finding is; undefined for all others. */
  relationAt(index: number): Relation | undefined {
    const relation = index - this.lines.length;
    return relation < 0
      ? undefined
      : { code: this.codeAt(index), record: this.records.data[index]!, other: this.relatedRows.data[relation]! };
  }

  codeAt(index: number): FindingCode {
    return findingCodes[this.codeNumber(index)]!;
  }

  /** The record's number in its source, or -1. */
  recordAt(index: number): number {
    return this.codes.data[index]! >= noRecord ? -1 : this.records.data[index]!;
  }

  /** The offset of a finding that is no relation. */
  offsetAt(index: number): number {
    return this.offsets.at(index);
  }

  /** A number that is equal for findings that say the same, from 1; 0 for relations. */
  sayingAt(index: number): number {
    return index < this.lines.length ? this.sayingIds.data[index]! : 0;
  }

  /** 0 for errors, 1 for warnings, 2 for information. */
  severityRank(index: number): number {
    return severityOfCode[this.codeNumber(index)]!;
  }

  severityAt(index: number): Severity {
    return severities[this.severityRank(index)]!;
  }

  /** Puts what was added in another order in that of the records, so that {@link ofRecord} finds it. */
  async settle(work: CooperativeTask): Promise<void> {
    const { inOrder, records } = this;
    if (inOrder === this.length) {
      this.tail = noNumbers;
      return;
    }
    const tail = Uint32Array.from({ length: this.length - inOrder }, (_, place) => inOrder + place);
    this.tail = await radixSort(tail, [(index) => records.data[index]!], work);
  }

  /** The numbers of the findings of one record, in the order in which they were added. */
  ofRecord(record: number): readonly number[] {
    const { inOrder, tail } = this;
    const found: number[] = [];
    const records = this.records.data;
    for (let index = lowerBound(inOrder, (place) => records[place]! < record); index < inOrder && records[index] === record; index++) {
      found.push(index);
    }
    for (let place = lowerBound(tail.length, (one) => records[tail[one]!]! < record); place < tail.length; place++) {
      const index = tail[place]!;
      if (records[index] !== record) {
        break;
      }
      found.push(index);
    }
    return found.filter((index) => this.codes.data[index]! < noRecord);
  }

  /** @param about The record's number in its source, or -1. */
  private pushRecord(code: number, about: number): void {
    const { length } = this.records;
    const last = length === 0 ? 0 : this.records.data[length - 1]!;
    // What is about no record is in order wherever it is reported.
    const record = about === -1 ? last : about;
    this.inOrder += this.inOrder === length && record >= last ? 1 : 0;
    this.pushCode(code, about === -1 ? noRecord : 0);
    this.records.push(record);
  }

  private pushLength(length: number): void {
    if (length >= long) {
      (this.longLengths ??= new Map<number, number>()).set(this.lengths.length, length);
    }
    this.lengths.push(Math.min(long, length));
  }

  private pushCode(number: number, mark: number): void {
    this.codes.push(number | mark);
    this.totals[number]!++;
  }

  private codeNumber(index: number): number {
    return this.codes.data[index]! & ~noRecord;
  }
}

/** How many of the first places are meant, where those that are are before all others. */
function lowerBound(count: number, isMeant: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isMeant(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
