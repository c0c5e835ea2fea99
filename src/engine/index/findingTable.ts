import { findingCodes, findingSeverities, type FindingCode, type Severity } from '../../core/findings/codes.ts';
import { ByteDictionary } from '../columns/byteDictionary.ts';
import { float64Column, IdColumn, uint32Column, uint8Column } from '../columns/column.ts';

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
  /** Another record of the same source, or -1. */
  readonly related: number;
}

const severities: readonly Severity[] = ['error', 'warning', 'information'];
const severityOfCode = findingCodes.map((code) => severities.indexOf(findingSeverities[code]));
const codeNumbers: ReadonlyMap<FindingCode, number> = new Map(findingCodes.map((code, index) => [code, index]));
const noRecord = 0xffff_ffff;

/** The findings of one source in columns: code, place and arguments, no sentences. */
export class FindingTable {
  private readonly codes = uint8Column();
  private readonly records = uint32Column();
  private readonly offsets = float64Column();
  private readonly lengths = uint32Column();
  private readonly lines = uint32Column();
  private readonly relatedRecords = uint32Column();
  private readonly pointerIds = new IdColumn();
  private readonly argumentIds = new IdColumn();
  private readonly pointers: ByteDictionary;
  private readonly argumentLists: ByteDictionary;
  private readonly counts = new Uint32Array(findingCodes.length);
  /** Findings in the order of their records; made when asked for. */
  private byRecord: Uint32Array | undefined;

  constructor(seed: number) {
    this.pointers = new ByteDictionary(seed);
    this.argumentLists = new ByteDictionary(seed);
  }

  get length(): number {
    return this.codes.length;
  }

  add(finding: NewFinding): void {
    const code = codeNumbers.get(finding.code)!;
    this.codes.push(code);
    this.records.push(finding.record === -1 ? noRecord : finding.record);
    this.offsets.push(finding.offset);
    this.lengths.push(finding.length);
    this.lines.push(finding.line);
    this.relatedRecords.push(finding.related === -1 ? noRecord : finding.related);
    this.pointerIds.push(this.pointers.internText(finding.pointer));
    this.argumentIds.push(this.argumentLists.internText(JSON.stringify(finding.args)));
    this.counts[code]!++;
    this.byRecord = undefined;
  }

  at(index: number): NewFinding {
    const record = this.records.data[index]!;
    const related = this.relatedRecords.data[index]!;
    return {
      code: this.codeAt(index),
      record: record === noRecord ? -1 : record,
      pointer: this.pointers.text(this.pointerIds.data[index]!),
      offset: this.offsets.data[index]!,
      length: this.lengths.data[index]!,
      line: this.lines.data[index]!,
      args: JSON.parse(this.argumentLists.text(this.argumentIds.data[index]!)) as string[],
      related: related === noRecord ? -1 : related,
    };
  }

  codeAt(index: number): FindingCode {
    return findingCodes[this.codes.data[index]!]!;
  }

  /** The record's number in its source, or -1. */
  recordAt(index: number): number {
    const record = this.records.data[index]!;
    return record === noRecord ? -1 : record;
  }

  /** A number that is equal for findings with the same code and arguments: they say the same. */
  groupAt(index: number): number {
    return this.argumentIds.data[index]! * 256 + this.codes.data[index]!;
  }

  severityAt(index: number): Severity {
    return severities[severityOfCode[this.codes.data[index]!]!]!;
  }

  /** Counts by code, codes that do not occur left out. */
  countsByCode(): ReadonlyMap<FindingCode, number> {
    return new Map(findingCodes.map((code, index): [FindingCode, number] => [code, this.counts[index]!]).filter(([, count]) => count > 0));
  }

  /** The numbers of the findings of one record, in the order in which they were added. */
  ofRecord(record: number): Uint32Array {
    const order = (this.byRecord ??= this.orderByRecord());
    const records = this.records.data;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (records[order[middle]!]! < record) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    let end = low;
    while (end < order.length && records[order[end]!] === record) {
      end++;
    }
    return order.subarray(low, end);
  }

  private orderByRecord(): Uint32Array {
    const order = Uint32Array.from({ length: this.length }, (_, index) => index);
    const records = this.records.data;
    return order.sort((left, right) => records[left]! - records[right]! || left - right);
  }
}
