import { parentPort, workerData } from 'node:worker_threads';
import type { EngineWorkerData } from '../../protocol/engineMessages.ts';
import { keepCompiledCode, writeCompiledCode } from './compiledCode.ts';
import { serveEngine } from './engineThread.ts';

/** The engine as a worker thread of Node. */
const port = parentPort;
if (port === null) {
  throw new Error('The engine runs as a worker thread only.');
}
const { compiledCode } = (workerData ?? {}) as EngineWorkerData;
// It concerns what is loaded from here on: the build has the engine loaded when it is called.
if (compiledCode !== undefined) {
  keepCompiledCode(compiledCode);
}

/** The first log has been shown by then. */
const untilWritten = 2000;
let isToWrite = compiledCode !== undefined;

serveEngine(port, () => {
  if (isToWrite) {
    isToWrite = false;
    // The thread is ended from outside, before Node would write.
    setTimeout(writeCompiledCode, untilWritten).unref();
  }
});
