import type { RecordReader } from '../../core/reading/recordReader.ts';
import type { TextPositions } from './textPositions.ts';
import type { RecordRef } from '../../protocol/reference.ts';
import { RecordTable } from '../columns/recordTable.ts';
import { BlockTimes } from '../query/blockTimes.ts';
import type { DecodedSource } from '../sources/decodedSource.ts';
import { readAgain } from './readAgain.ts';
import type { FindingTable } from './findingTable.ts';

/** What is known of one source of a log. */
export interface SourceIndex {
  readonly source: DecodedSource;
  /** First row of its records in the table; beyond all rows while they are taken out. */
  firstRow: number;
  readonly findings: FindingTable;
  /** Reads it, from the beginning or from where workers have ended. */
  reader: RecordReader;
  /** Bytes as stored, null while unknown. */
  bytes: number | null;
  /** Number of records so far. */
  records: number;
  /** It could not be read, or is no log; it counts for nothing. */
  failed: boolean;
}

/** The index of a log: one table over all its sources, which are read one after the other. */
export class LogIndex {
  readonly table: RecordTable;
  readonly times: BlockTimes;
  readonly sources: SourceIndex[] = [];
  /** What has been counted of each source's lines and columns. */
  readonly positions: TextPositions[] = [];
  readonly seed: number;
  /** Rows that answers look at: those of the last snapshot. */
  rows = 0;
  /** How many findings of each source belong to the last snapshot. */
  findingCounts: readonly number[] = [];
  /** Number of the last snapshot. */
  snapshot = 0;
  complete = false;
  /** How often the log has been read from its beginning, this time included. */
  reading = 0;

  constructor(seed: number) {
    this.seed = seed;
    this.table = new RecordTable(seed);
    this.times = new BlockTimes(this.table);
  }

  /**
   * The log as the last snapshot holds it, or with other rows: what one answer is made from, however long that takes. Table
   * and findings go on growing behind it; rows, counts of findings and the number of the snapshot stay.
   */
  pinned(rows = this.rows): LogIndex {
    const pinned = { rows, snapshot: this.snapshot, complete: this.complete, findingCounts: this.findingCounts };
    return Object.create(this, Object.getOwnPropertyDescriptors(pinned)) as LogIndex;
  }

  /** The number of the source that a row comes from. */
  sourceOf(row: number): number {
    let found = this.sources.length - 1;
    while (found > 0 && this.sources[found]!.firstRow > row) {
      found--;
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
