import { readSync } from 'node:fs';
import { parentPort, workerData, type Transferable } from 'node:worker_threads';
import { BlockIndexer } from '../parallel/blockIndexer.ts';
import { buffersOf } from './blockMessages.ts';
import type { BlockWorkerData, FromBlockWorker, ToBlockWorker } from './blockMessages.ts';

/** Reads blocks of one file on a thread of its own: see `blockThreads.ts`. */
const port = parentPort;
if (port === null) {
  throw new Error('Blocks are read on a worker thread only.');
}
const { descriptor, setup } = workerData as BlockWorkerData;
const indexer = new BlockIndexer(setup, (into, offset) => {
  let filled = 0;
  for (let read = -1; read !== 0 && filled < into.length; filled += read) {
    read = readSync(descriptor, into, filled, into.length - filled, offset + filled);
  }
  return filled;
});

function post(message: FromBlockWorker, transfers: readonly Transferable[] = []): void {
  port?.postMessage(message, transfers);
}

port.on('message', ({ block, from }: ToBlockWorker) => {
  const batch = indexer.read(block, from);
  post({ kind: 'read', batch }, batch === undefined ? [] : buffersOf(batch));
});
post({ kind: 'started' });
