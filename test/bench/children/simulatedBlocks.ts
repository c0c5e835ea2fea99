import type { ReaderState } from '../../../src/core/reading/readerState.ts';
import type { Block } from '../../../src/engine/parallel/block.ts';
import type { BlockBatch } from '../../../src/engine/parallel/blockBatch.ts';
import { BlockIndexer } from '../../../src/engine/parallel/blockIndexer.ts';
import type { BlockSetup, BlockWorker, BlockWorkers } from '../../../src/engine/parallel/blockWorkers.ts';
import type { ColumnParts } from '../../../src/engine/columns/recordColumns.ts';
import { firstSequence, period, recordLength, SimulatedLog } from './simulatedLog.ts';

/** 100 ms in ticks. */
const ticksBetween = 1_000_000;

/**
 * Columns of a simulated log without reading it: one period of its records is indexed as every log is, and repeated with the
 * offsets, times and sequence numbers that belong there. The session takes them as it takes those of its own workers.
 */
export const simulatedBlocks: BlockWorkers = {
  count: 2,
  callerReads: false,
  blockSize: (period / 2) * recordLength,
  minRest: 0,
  start: (source, setup) => (source instanceof SimulatedLog ? new SimulatedBlocks(setup, source) : undefined),
  crashed: (reason) => {
    throw new Error(reason);
  },
};

class SimulatedBlocks implements BlockWorker {
  readonly started = Promise.resolve();
  readonly #indexer: BlockIndexer;
  readonly #log: SimulatedLog;
  #model: BlockBatch | undefined;

  constructor(setup: BlockSetup, source: SimulatedLog) {
    this.#log = source;
    const log = new SimulatedLog(2 * period);
    this.#indexer = new BlockIndexer(setup, (into, offset) => {
      into.set(log.bytesAt(offset, into.length));
      return into.length;
    });
  }

  read({ start, end }: Block, from: ReaderState): Promise<BlockBatch | undefined> {
    const first = start / recordLength;
    const count = (end - start) / recordLength;
    if (this.#model === undefined) {
      const model = this.#indexer.read({ start: 0, end: period * recordLength }, from);
      this.#model = this.#indexer.read({ start: period * recordLength, end: (period + 1) * recordLength }, from);
      if (model === undefined || this.#model === undefined) {
        throw new Error('The simulated log cannot be read.');
      }
      // What the second block says of values is that there are no new ones.
      this.#model = { ...this.#model, rows: model.rows };
      return Promise.resolve(batch({ ...this.#model, values: model.values }, this.#log, first, count));
    }
    return Promise.resolve(batch(this.#model, this.#log, first, count));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The batch of the block that holds so many records from one on, made from that of the first period. */
function batch(model: BlockBatch, log: SimulatedLog, first: number, count: number): BlockBatch {
  const { columns } = model.rows;
  const counted = (from: number, step: number): Float64Array => {
    const values = new Float64Array(count);
    for (let index = 0; index < count; index++) {
      values[index] = from + index * step;
    }
    return values;
  };
  const repeated = (column: ColumnParts[keyof ColumnParts]): unknown => ('numbers' in column ? column : cycled(column, first, count));
  const cycles = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, repeated(column)])) as unknown as ColumnParts;
  const times = counted(first, 1).map((record) => columns.time.numbers[0]! + log.momentOf(record) * ticksBetween);
  const rows = {
    count,
    columns: {
      ...cycles,
      offset: counted(first * recordLength, recordLength),
      line: Uint32Array.from(counted(1, 1)),
      time: { numbers: times, exact: [] },
      sequence: { numbers: counted(firstSequence + first, 1), exact: [] },
      recordId: new Uint32Array(0),
    },
  };
  return { ...model, rows, lines: count };
}

/** So many of values that repeat themselves, from one on; at most as many as there are. */
function cycled<Values extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  values: Values,
  first: number,
  count: number,
): Values {
  const from = first % values.length;
  const made = values.slice(0, count) as Values;
  const head = values.subarray(from, from + count);
  made.set(head);
  made.set(values.subarray(0, count - head.length), head.length);
  return made;
}
