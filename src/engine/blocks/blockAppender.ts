import type { ReaderState } from '../../core/reading/readerState.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import { RowsMerger } from '../columns/rowsMerger.ts';
import type { FindingSink } from '../index/findingTable.ts';
import type { OncePerSource } from '../index/oncePerSource.ts';
import type { Block, BlockContent } from './block.ts';

/** Where the records of a source go. */
export interface SourceSinks {
  readonly table: RecordTable;
  /** Row of its first record. */
  readonly firstRow: number;
  readonly findings: FindingSink;
  readonly oncePerSource: OncePerSource;
}

/** Puts what workers have read behind what has been read before, as if one reader had read all of it. */
export class BlockAppender {
  private readonly mergers = new Map<number, RowsMerger>();
  private readonly sinks: SourceSinks;

  constructor(sinks: SourceSinks) {
    this.sinks = sinks;
  }

  /** Takes what a worker has learned: to be called with each of its contents in turn, whether they are appended or not. */
  tell(worker: number, { values }: BlockContent): void {
    this.mergerOf(worker).tell(values);
  }

  /** Appends what a worker has read behind a state; returns the state behind it. */
  append(worker: number, { end }: Block, content: BlockContent, state: ReaderState): ReaderState {
    const { table, firstRow, findings, oncePerSource } = this.sinks;
    const { rows, lines, spent } = content;
    const record = table.length - firstRow;
    const line = state.line - 1;
    this.mergerOf(worker).append(rows, state.line);
    for (const finding of content.findings) {
      findings.add({ ...finding, record: finding.record === -1 ? -1 : finding.record + record, line: finding.line + line });
    }
    for (const note of content.notes) {
      oncePerSource.add({ ...note, place: { ...note.place, record: note.place.record + record, line: note.place.line + line } });
    }
    return {
      offset: end,
      line: state.line + lines,
      records: state.records + rows.count,
      opening: state.opening,
      spent: state.spent + spent,
    };
  }

  private mergerOf(worker: number): RowsMerger {
    const merger = this.mergers.get(worker) ?? new RowsMerger(this.sinks.table);
    this.mergers.set(worker, merger);
    return merger;
  }
}
