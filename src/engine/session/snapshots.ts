import { findingSeverities } from '../../core/findings/codes.ts';
import type { Message } from '../../core/message.ts';
import type { Snapshot } from '../../protocol/answers/snapshot.ts';
import { momentOf } from '../answers/context.ts';
import { summarizeSource } from '../answers/summary.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { blockRows, wholeBlock } from '../query/blocks.ts';

/** What is known of a log beside its index. */
export interface LogState {
  /** What is known of records is told at all stages; of the relations between them all or nothing. */
  readonly stage: 'reading' | 'relating' | 'complete';
  readonly problem: Message | null;
  readonly isAuditLog: boolean;
}

/** Findings as they are told. */
interface KnownFindings {
  /** How many there are, by source. */
  readonly lengths: number[];
  readonly counts: Snapshot['findings'];
}

/** Makes the numbered snapshots of one log, looking at new rows only. */
export class Snapshots {
  private readonly index: LogIndex;
  /** The earliest and the latest row with a valid time, or -1, of the first `seen` rows. */
  private firstRow = -1;
  private lastRow = -1;
  private seen = 0;
  private findings: KnownFindings = { lengths: [], counts: { error: 0, warning: 0, information: 0 } };

  constructor(index: LogIndex) {
    this.index = index;
  }

  /** Has answers see all that has been read so far, under a new number, and tells it. */
  async next({ stage, problem, isAuditLog }: LogState): Promise<Snapshot> {
    const { index } = this;
    index.times.extend(index.table.length);
    index.snapshot++;
    index.rows = index.table.length;
    if (stage !== 'relating') {
      this.noteFindings();
    }
    index.findingCounts = this.findings.lengths;
    index.complete = stage === 'complete';
    this.noteExtremes();
    const sizes = index.sources.map(({ bytes }) => bytes);
    return {
      snapshot: index.snapshot,
      reading: index.reading,
      complete: index.complete,
      bytesRead: index.sources.reduce((sum, { source }) => sum + source.consumed, 0),
      bytesTotal: sizes.reduce((sum: number | null, size) => (sum === null || size === null ? null : sum + size), 0),
      records: index.rows,
      findings: this.findings.counts,
      first: this.firstRow === -1 ? null : await momentOf(index, this.firstRow),
      last: this.lastRow === -1 ? null : await momentOf(index, this.lastRow),
      sources: index.sources.map(summarizeSource),
      problem,
      isAuditLog,
    };
  }

  /** Takes the findings there are by now for those that are told. */
  noteFindings(): void {
    const { sources } = this.index;
    const counts = { error: 0, warning: 0, information: 0 };
    for (const { findings } of sources) {
      for (const [code, count] of findings.countsByCode()) {
        counts[findingSeverities[code]] += count;
      }
    }
    this.findings = { lengths: sources.map(({ findings }) => findings.length), counts };
  }

  /** All rows but the first ones have been taken back. */
  goBack(rows: number): void {
    if (this.seen > rows) {
      this.firstRow = -1;
      this.lastRow = -1;
      this.seen = 0;
    }
  }

  private noteExtremes(): void {
    const { table, times, rows } = this.index;
    while (this.seen < rows) {
      const isBlock = this.seen % blockRows === 0 && table.timesAreNear;
      const known = isBlock ? times.of(wholeBlock(this.seen, rows)) : undefined;
      if (known === undefined) {
        this.note(this.seen++);
      } else {
        this.note(known.earliestRow);
        this.note(known.latestRow);
        this.seen += blockRows;
      }
    }
  }

  /** Notes a row in file order; -1 is none. */
  private note(row: number): void {
    const { table } = this.index;
    if (row === -1 || table.timeState.data[row] !== validTime) {
      return;
    }
    if (this.firstRow === -1 || table.compareTimes(row, this.firstRow) < 0) {
      this.firstRow = row;
    }
    if (this.lastRow === -1 || table.compareTimes(row, this.lastRow) >= 0) {
      this.lastRow = row;
    }
  }
}
