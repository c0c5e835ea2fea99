import { findingCodes, findingSeverities } from '../../core/finding/codes.ts';
import type { Message } from '../../core/finding/message.ts';
import type { Snapshot, SourceSummary } from '../../protocol/answers/snapshot.ts';
import { momentOf } from '../answers/context.ts';
import { summarizeSource } from '../answers/summary.ts';
import { validTime } from '../columns/recordTable.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { blockRows, wholeBlock } from '../columns/blocks.ts';

/** What is known of a log beside its index. */
export interface LogState {
  /** What is known of records is reported at all stages; of the relations between them all or nothing. */
  readonly stage: 'reading' | 'relating' | 'complete';
  readonly problem: Message | null;
  readonly isAuditLog: boolean;
}

/** Findings as they are reported. */
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
  /** What is reported the first sources, which have been read: with thousands of sources it is not found out each time. */
  private readonly settled = { bytesRead: 0, bytesTotal: 0 as number | null, summaries: [] as SourceSummary[], findings: [] as number[] };
  private findings: KnownFindings = { lengths: [], counts: { error: 0, warning: 0, information: 0 } };

  constructor(index: LogIndex) {
    this.index = index;
  }

  /** Has answers see all that has been read so far, under a new number, and publishes it. */
  async next({ stage, problem, isAuditLog }: LogState): Promise<Snapshot> {
    const { index } = this;
    index.times.extend(index.table.length);
    index.snapshot++;
    index.rows = index.table.length;
    if (stage !== 'relating') {
      this.noteFindings(stage === 'complete');
    }
    index.findingCounts = this.findings.lengths;
    index.complete = stage === 'complete';
    this.noteExtremes();
    const { settled } = this;
    const others = index.sources.slice(settled.summaries.length);
    return {
      snapshot: index.snapshot,
      reading: index.reading,
      complete: index.complete,
      bytesRead: others.reduce((sum, { source }) => sum + source.consumed, settled.bytesRead),
      bytesTotal: others.reduce((sum, { bytes }) => addSizes(sum, bytes), settled.bytesTotal),
      records: index.rows,
      findings: this.findings.counts,
      first: this.firstRow === -1 ? null : await momentOf(index, this.firstRow),
      last: this.lastRow === -1 ? null : await momentOf(index, this.lastRow),
      sources: [...settled.summaries, ...others.map(summarizeSource)],
      problem,
      isAuditLog,
    };
  }

  /**
   * So many sources, the first ones, have been read, and stay as they are until {@link goBack}. Relations between records are
   * found later.
   */
  settle(count: number): void {
    const { settled, index } = this;
    for (const one of index.sources.slice(settled.summaries.length, count)) {
      settled.bytesRead += one.source.consumed;
      settled.bytesTotal = addSizes(settled.bytesTotal, one.bytes);
      settled.summaries.push(summarizeSource(one));
      settled.findings.push(one.findings.length);
    }
  }

  /**
   * Takes the findings there are by now for those that are reported.
   *
   * @param hasRelations Relations have been found, of whatever source.
   */
  noteFindings(hasRelations = false): void {
    const { sources, findingTotals } = this.index;
    const settled = hasRelations ? [] : this.settled.findings;
    const counts = { error: 0, warning: 0, information: 0 };
    findingCodes.forEach((code, number) => (counts[findingSeverities[code]] += findingTotals[number]!));
    this.findings = { lengths: [...settled, ...sources.slice(settled.length).map(({ findings }) => findings.length)], counts };
  }

  /** All rows but the first ones have been taken back; so many sources, the first ones, are as they were. */
  goBack(rows: number, sources: number): void {
    Object.assign(this.settled, { bytesRead: 0, bytesTotal: 0, summaries: [], findings: [] });
    this.settle(sources);
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

/** Sizes of sources together: unknown as soon as one of them is. */
function addSizes(sum: number | null, bytes: number | null): number | null {
  return sum === null || bytes === null ? null : sum + bytes;
}
