import type { ReaderState } from '../../core/reading/readerState.ts';
import { RowsMerger } from '../columns/rowsMerger.ts';
import { sliceRows } from '../columns/tableRows.ts';
import { FindingMerger } from '../findings/findingMerger.ts';
import { sliceFindings } from '../findings/findingRows.ts';
import { appendBatch, nextRecord, type RecordBatch, type SourceSinks } from '../ingest/general/recordBatch.ts';
import type { Block } from './block.ts';
import type { BlockBatch } from './blockBatch.ts';
import type { BlockWorker } from './blockWorkers.ts';

/** Rows, and findings, that are appended without a look at whether others want their turn. */
const maxAtOnce = 16 * 1024;

interface Mergers {
  readonly rows: RowsMerger;
  readonly findings: FindingMerger;
}

/** Puts what workers have read after what has been read before, as if one reader had read all of it. */
export class BlockAppender {
  private readonly mergers = new Map<BlockWorker, Mergers>();
  private readonly sinks: SourceSinks;
  private readonly giveWay: () => Promise<void>;

  /** @param giveWay Lets others have their turn; rejects when nobody wants the source any more. */
  constructor(sinks: SourceSinks, giveWay: () => Promise<void>) {
    this.sinks = sinks;
    this.giveWay = giveWay;
  }

  /** Takes what a worker has learned: to be called with each of its batches in turn, whether they are appended or not. */
  report(worker: BlockWorker, { values, words }: BlockBatch): void {
    const { rows, findings } = this.mergersOf(worker);
    rows.report(values);
    findings.report(words);
  }

  /** Appends what a worker has read after a state; returns the state after it. */
  async append(worker: BlockWorker, { end }: Block, batch: BlockBatch, state: ReaderState): Promise<ReaderState> {
    const { sinks } = this;
    const { lines, spent, rows } = batch;
    const mergers = this.mergersOf(worker);
    const record = nextRecord(sinks);
    mergers.rows.number();
    for (const part of partsOf(batch)) {
      appendBatch(sinks, translated(part, mergers, state.line), record);
      await this.giveWay();
    }
    return {
      offset: end,
      line: state.line + lines,
      records: state.records + rows.count,
      opening: state.opening,
      spent: state.spent + spent,
    };
  }

  private mergersOf(worker: BlockWorker): Mergers {
    const { table, findings } = this.sinks;
    const mergers = this.mergers.get(worker) ?? { rows: new RowsMerger(table), findings: new FindingMerger(findings.words) };
    this.mergers.set(worker, mergers);
    return mergers;
  }
}

/** A batch in parts, of which none takes long to append. All count records from the first of the batch. */
function* partsOf({ rows, findings, notes }: RecordBatch): Generator<RecordBatch> {
  const count = Math.max(rows.count, findings.codes.length);
  for (let from = 0; from < count; from += maxAtOnce) {
    const to = from + maxAtOnce;
    yield {
      rows: sliceRows(rows, Math.min(from, rows.count), Math.min(to, rows.count)),
      findings: sliceFindings(findings, from, to),
      notes: from === 0 ? notes : [],
    };
  }
}

/** A batch with our ids in place of a worker's, its lines counted on from `line`. */
function translated({ rows, findings, notes }: RecordBatch, mergers: Mergers, line: number): RecordBatch {
  return {
    rows: mergers.rows.translate(rows, line),
    findings: mergers.findings.translate(findings, line),
    notes: notes.map((note) => ({ ...note, place: { ...note.place, line: note.place.line + line - 1 } })),
  };
}
