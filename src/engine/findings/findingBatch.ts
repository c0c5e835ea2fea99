import { float64Column, uint32Column, uint8Column } from '../columns/column.ts';
import type { FindingRows } from './findingRows.ts';
import { codeNumber, type FindingSink, type NewFinding } from './findingTable.ts';
import type { FindingWords } from './findingWords.ts';

/** Findings that a reader has made, until they are handed out. */
export class FindingBatch implements FindingSink {
  private readonly codes = uint8Column();
  private readonly records = float64Column();
  private readonly offsets = float64Column();
  private readonly lengths = float64Column();
  private readonly lines = uint32Column();
  private readonly pointers = uint32Column();
  private readonly sayings = uint32Column();
  private readonly words: FindingWords;

  /** @param words Numbers what findings say: those of the table that they go to, or others, whose numbers are translated. */
  constructor(words: FindingWords) {
    this.words = words;
  }

  get length(): number {
    return this.codes.length;
  }

  /** The record is counted from the first of the batch. */
  add({ code, record, pointer, offset, length, line, args }: NewFinding): void {
    this.codes.push(codeNumber(code));
    this.records.push(record);
    this.offsets.push(offset);
    this.lengths.push(length);
    this.lines.push(line);
    this.pointers.push(this.words.pointer(pointer));
    this.sayings.push(this.words.saying(code, args));
  }

  /** Hands out all findings, in memory of their own, and holds none afterwards. */
  take(): FindingRows {
    return {
      codes: this.codes.take(),
      records: this.records.take(),
      offsets: this.offsets.take(),
      lengths: this.lengths.take(),
      lines: this.lines.take(),
      pointers: this.pointers.take(),
      sayings: this.sayings.take(),
    };
  }
}
