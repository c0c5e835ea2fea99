import type { ReaderState } from '../../core/reading/readerState.ts';
import { buffersOfRows } from '../columns/tableRows.ts';
import type { Block } from '../parallel/block.ts';
import type { RecordBatch } from '../parallel/recordBatch.ts';
import type { BlockSetup } from '../parallel/blockWorkers.ts';

/** What a block worker begins with. */
export interface BlockWorkerData {
  /** Of the open file, which threads of a process share. */
  readonly descriptor: number;
  readonly setup: BlockSetup;
}

/** Each block is answered once, in the order of the messages. */
export interface ToBlockWorker {
  readonly block: Block;
  readonly from: ReaderState;
}

export type FromBlockWorker = { readonly kind: 'started' } | { readonly kind: 'read'; readonly batch: RecordBatch | undefined };

/** The memory of a batch, which is handed over and not copied. */
export function buffersOf({ rows, values, findings }: RecordBatch): readonly ArrayBuffer[] {
  const { newPointers, newSayings, ...numbers } = findings;
  const texts = [newPointers, newSayings, ...Object.values(values)].flatMap(({ bytes, ends }) => [bytes, ends]);
  return [...buffersOfRows(rows), ...[...Object.values(numbers), ...texts].map(({ buffer }) => buffer)] as ArrayBuffer[];
}
