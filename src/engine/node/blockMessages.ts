import type { ReaderState } from '../../core/reading/readerState.ts';
import { buffersOfRows } from '../columns/tableRows.ts';
import type { Block } from '../parallel/block.ts';
import type { BlockBatch } from '../parallel/blockBatch.ts';
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

export type FromBlockWorker = { readonly kind: 'started' } | { readonly kind: 'read'; readonly batch: BlockBatch | undefined };

/** The memory of a batch, which is handed over and not copied. */
export function buffersOf({ rows, values, words, findings }: BlockBatch): readonly ArrayBuffer[] {
  const texts = [words.pointers, words.sayings, ...Object.values(values)].flatMap(({ bytes, ends }) => [bytes, ends]);
  const ofFindings: readonly ArrayBufferView[] = Object.values(findings);
  return [...buffersOfRows(rows), ...[...ofFindings, ...texts].map(({ buffer }) => buffer)] as ArrayBuffer[];
}
