import { builtInFormats } from '../../core/formats/builtInFormats.ts';
import type { FormatSet } from '../../core/formats/formatSet.ts';
import { RecordParser } from '../../core/formats/recordParser.ts';
import type { ContainerShape } from '../../core/reading/container.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import { RecordTable } from '../columns/recordTable.ts';
import { BlockTimes } from '../columns/blockTimes.ts';
import { LruCache } from '../collections/lruCache.ts';
import type { DecodedSource } from '../sources/decodedSource.ts';
import { readAgain } from './readAgain.ts';
import type { TextPositions } from './textPositions.ts';
import { noFindings, type FindingTable } from '../findings/findingTable.ts';
import { FindingWords } from '../findings/findingWords.ts';

/** What is known of one source of a log. */
export interface SourceIndex {
  readonly source: DecodedSource;
  /** First row of its records in the table; beyond all rows while they are taken out. */
  firstRow: number;
  readonly findings: FindingTable;
  /** In what form its records are there, as far as it has been read. */
  shape: ContainerShape;
  /** Bytes as stored, null while unknown. */
  bytes: number | null;
  /** Number of records so far. */
  records: number;
  /** It could not be read, or is no log; it counts for nothing. */
  failed: boolean;
}

/** Of so many sources it is remembered what has been counted of their lines and columns. */
const maxPositions = 16;

/** The index of a log: one table over all its sources, which are read one after the other. */
export class LogIndex {
  readonly table: RecordTable;
  readonly times: BlockTimes;
  readonly sources: SourceIndex[] = [];
  /** What has been counted of the lines and columns of sources, by their number. */
  positions = new LruCache<TextPositions>(maxPositions);
  /** What the findings of all sources say, and how many there are of each code. */
  readonly findingWords: FindingWords;
  readonly findingTotals = noFindings();
  readonly seed: number;
  /** Takes records that are read again apart. */
  readonly parser: RecordParser;
  /** The formats that its records may be of. */
  readonly formats: FormatSet;
  /** Rows that answers look at: those of the last snapshot. */
  rows = 0;
  /** How many findings of each source belong to the last snapshot. */
  findingCounts: readonly number[] = [];
  /** Number of the last snapshot. */
  snapshot = 0;
  complete = false;
  /** How often the log has been read from its beginning, this time included. */
  reading = 0;

  constructor(seed: number, formats: FormatSet = builtInFormats) {
    this.seed = seed;
    this.formats = formats;
    this.parser = new RecordParser(formats);
    this.findingWords = new FindingWords(seed);
    this.table = new RecordTable(seed);
    this.times = new BlockTimes(this.table);
  }

  /**
   * The log as the last snapshot holds it, or with other rows: what one answer is made from, however long that takes. Table
   * and findings go on growing after it; rows, counts of findings and the number of the snapshot stay.
   */
  pinned(rows = this.rows): LogIndex {
    const pinned = { rows, snapshot: this.snapshot, complete: this.complete, findingCounts: this.findingCounts };
    return Object.create(this, Object.getOwnPropertyDescriptors(pinned)) as LogIndex;
  }

  /** Lines and columns are to be counted anew. */
  forgetPositions(): void {
    this.positions = new LruCache<TextPositions>(maxPositions);
  }

  /** The number of the source that a row comes from. */
  sourceOf(row: number): number {
    // The last one that does not begin after it: first rows rise, and sources without records share that of the next.
    let found = 0;
    for (let end = this.sources.length; end - found > 1;) {
      const middle = (found + end) >>> 1;
      if (this.sources[middle]!.firstRow > row) {
        end = middle;
      } else {
        found = middle;
      }
    }
    return found;
  }

  refOf(row: number): RecordRef {
    const source = this.sourceOf(row);
    return { source, index: row - this.sources[source]!.firstRow };
  }

  /** The row of a record; undefined if there is no such record in the last snapshot. */
  rowOf(ref: RecordRef): number | undefined {
    const source = this.sources[ref.source];
    if (source === undefined || !Number.isInteger(ref.index) || ref.index < 0 || ref.index >= source.records) {
      return undefined;
    }
    const row = source.firstRow + ref.index;
    return row < this.rows ? row : undefined;
  }

  /** The bytes of a record, read again from its source. */
  async bytesOf(row: number): Promise<Uint8Array> {
    const { source } = this.sources[this.sourceOf(row)]!;
    return readAgain(source, this.table.offset.at(row), this.table.byteLength.data[row]!);
  }
}
