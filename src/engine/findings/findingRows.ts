import type { DictionaryEntries } from '../columns/byteDictionary.ts';
import { float64Column, uint32Column, uint8Column } from '../columns/column.ts';
import { IdMap } from '../columns/idMap.ts';
import { codeNumber, type FindingSink, type FindingTable, type NewFinding } from './findingTable.ts';
import { FindingWords } from './findingWords.ts';

/** Findings of a stretch of records as plain data, which can be sent between threads. */
export interface FindingRows {
  readonly codes: Uint8Array;
  /** Or -1. */
  readonly records: Float64Array;
  readonly offsets: Float64Array;
  readonly lengths: Float64Array;
  readonly lines: Uint32Array;
  readonly pointers: Uint32Array;
  readonly sayings: Uint32Array;
  /** Pointers and sayings that have become known since findings were last handed out. */
  readonly newPointers: DictionaryEntries;
  readonly newSayings: DictionaryEntries;
}

/** Keeps findings until they are handed out, part by part. */
export class FindingCollector implements FindingSink {
  private readonly codes = uint8Column();
  private readonly records = float64Column();
  private readonly offsets = float64Column();
  private readonly lengths = float64Column();
  private readonly lines = uint32Column();
  private readonly pointerIds = uint32Column();
  private readonly sayingIds = uint32Column();
  private readonly words: FindingWords;
  private reportedPointers = 0;
  private reportedSayings = 0;

  constructor(seed: number) {
    this.words = new FindingWords(seed);
  }

  get length(): number {
    return this.codes.length;
  }

  add({ code, record, pointer, offset, length, line, args }: NewFinding): void {
    this.codes.push(codeNumber(code));
    this.records.push(record);
    this.offsets.push(offset);
    this.lengths.push(length);
    this.lines.push(line);
    this.pointerIds.push(this.words.pointer(pointer));
    this.sayingIds.push(this.words.saying(code, args));
  }

  /** Hands out all findings, their records counted from `first`. */
  take(first: number): FindingRows {
    const { pointers, sayings } = this.words;
    const newPointers = pointers.entriesAfter(this.reportedPointers);
    const newSayings = sayings.entriesAfter(this.reportedSayings);
    this.reportedPointers = pointers.size;
    this.reportedSayings = sayings.size;
    return {
      codes: this.codes.take(),
      records: this.records.take().map((record) => (record === -1 ? -1 : record - first)),
      offsets: this.offsets.take(),
      lengths: this.lengths.take(),
      lines: this.lines.take(),
      pointers: this.pointerIds.take(),
      sayings: this.sayingIds.take(),
      newPointers,
      newSayings,
    };
  }

  /** Forgets all findings. */
  clear(): void {
    [this.codes, this.records, this.offsets, this.lengths, this.lines, this.pointerIds, this.sayingIds].forEach((column) => {
      column.length = 0;
    });
  }
}

/** Brings findings of one collector into a table, part by part. */
export class FindingMerger {
  private readonly table: FindingTable;
  private readonly pointers: IdMap;
  private readonly sayings: IdMap;

  constructor(table: FindingTable) {
    this.table = table;
    this.pointers = new IdMap((bytes, start, end) => table.words.pointers.intern(bytes, start, end));
    this.sayings = new IdMap((bytes, start, end) => table.words.sayings.intern(bytes, start, end));
  }

  /** Takes the words that the collector has come to know: before the findings that hold them. */
  report({ newPointers, newSayings }: FindingRows): void {
    this.pointers.report(newPointers);
    this.sayings.report(newSayings);
  }

  /** Adds the finding with a number; its record is counted on from `record`, its line from `line`. */
  add(rows: FindingRows, index: number, record: number, line: number): void {
    const about = rows.records[index]!;
    this.table.addNumbers(
      rows.codes[index]!,
      about === -1 ? -1 : about + record,
      rows.offsets[index]!,
      rows.lengths[index]!,
      rows.lines[index]! + line - 1,
      this.pointers.of(rows.pointers[index]!),
      this.sayings.of(rows.sayings[index]!),
    );
  }
}
