import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Ends the whole process when one input takes too long, and keeps that input: code that hangs cannot tell of itself. */
export interface Watchdog {
  /** An input is about to be read. */
  watch(bytes: Uint8Array): void;
  stop(): void;
}

const longest = 16 * 1024 * 1024;

export function startWatchdog(folder: string, seconds: number): Watchdog {
  mkdirSync(folder, { recursive: true });
  const state = new Int32Array(new SharedArrayBuffer(8));
  const input = new Uint8Array(new SharedArrayBuffer(longest));
  const workerData = { state, input, seconds, path: join(folder, 'hangs') };
  const worker = new Worker(watching, { eval: true, workerData });
  worker.unref();
  return {
    watch(bytes) {
      input.set(bytes.subarray(0, longest));
      Atomics.store(state, 1, bytes.length);
      Atomics.add(state, 0, 1);
    },
    stop: () => void worker.terminate(),
  };
}

/** The worker's program: looks now and then whether another input has come. */
const watching = `
const { writeFileSync, writeSync } = require('node:fs');
const { state, input, seconds, path } = require('node:worker_threads').workerData;
let seen = -1;
setInterval(() => {
  const turn = Atomics.load(state, 0);
  if (turn === seen) {
    writeFileSync(path, input.slice(0, Atomics.load(state, 1)));
    writeSync(2, 'hangs; the input is in ' + path + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }
  seen = turn;
}, seconds * 1000);
`;
