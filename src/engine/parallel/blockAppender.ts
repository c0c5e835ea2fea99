import type { ReaderState } from '../../core/reading/readerState.ts';
import type { RecordTable } from '../columns/recordTable.ts';
import { RowsMerger } from '../columns/rowsMerger.ts';
import { sliceRows } from '../columns/tableRows.ts';
import { FindingMerger } from '../findings/findingRows.ts';
import type { FindingTable } from '../findings/findingTable.ts';
import type { PerSourceFindings } from '../ingest/general/perSourceFindings.ts';
import type { Block } from './block.ts';
import type { RecordBatch } from './recordBatch.ts';
import type { BlockWorker } from './blockWorkers.ts';

/** Rows, and findings, that are appended without a look at whether others want their turn. */
const maxAtOnce = 16 * 1024;

/** Where the records of a source go. */
export interface SourceSinks {
  readonly table: RecordTable;
  /** Row of its first record. */
  readonly firstRow: number;
  readonly findings: FindingTable;
  readonly perSourceFindings: PerSourceFindings;
}

/** Puts what workers have read after what has been read before, as if one reader had read all of it. */
export class BlockAppender {
  private readonly mergers = new Map<BlockWorker, { readonly rows: RowsMerger; readonly findings: FindingMerger }>();
  private readonly sinks: SourceSinks;
  private readonly giveWay: () => Promise<void>;

  /** @param giveWay Lets others have their turn; rejects when nobody wants the source any more. */
  constructor(sinks: SourceSinks, giveWay: () => Promise<void>) {
    this.sinks = sinks;
    this.giveWay = giveWay;
  }

  /** Takes what a worker has learned: to be called with each of its batches in turn, whether they are appended or not. */
  report(worker: BlockWorker, { values, findings }: RecordBatch): void {
    const merger = this.mergerOf(worker);
    merger.rows.report(values);
    merger.findings.report(findings);
  }

  /** Appends what a worker has read after a state; returns the state after it. */
  async append(worker: BlockWorker, { end }: Block, batch: RecordBatch, state: ReaderState): Promise<ReaderState> {
    const { table, firstRow, perSourceFindings } = this.sinks;
    const { rows, findings, lines, spent } = batch;
    const record = table.length - firstRow;
    const line = state.line - 1;
    const merger = this.mergerOf(worker);
    merger.rows.number();
    for (let from = 0; from < rows.count; from += maxAtOnce) {
      merger.rows.append(sliceRows(rows, from, Math.min(rows.count, from + maxAtOnce)), state.line);
      await this.giveWay();
    }
    for (let index = 0; index < findings.codes.length; index++) {
      merger.findings.add(findings, index, record, state.line);
      if (index % maxAtOnce === 0) {
        await this.giveWay();
      }
    }
    for (const note of batch.notes) {
      perSourceFindings.add({ ...note, place: { ...note.place, record: note.place.record + record, line: note.place.line + line } });
    }
    return {
      offset: end,
      line: state.line + lines,
      records: state.records + rows.count,
      opening: state.opening,
      spent: state.spent + spent,
    };
  }

  private mergerOf(worker: BlockWorker): { readonly rows: RowsMerger; readonly findings: FindingMerger } {
    const { table, findings } = this.sinks;
    const merger = this.mergers.get(worker) ?? { rows: new RowsMerger(table), findings: new FindingMerger(findings) };
    this.mergers.set(worker, merger);
    return merger;
  }
}
