import { Worker } from 'node:worker_threads';
import type { EngineWorkerData, FromEngine } from '../../protocol/engineMessages.ts';
import type { StartWorker } from '../engine/workerPort.ts';

/** Runs the engine in a thread of Node. `script` is the path of its bundle; `data` is asked for whenever a thread is started. */
export function startNodeWorker(script: string, data: () => EngineWorkerData = () => ({})): StartWorker {
  return async (events) => {
    const worker = new Worker(script, { name: 'audit-log-engine', workerData: data() });
    let hasEnded = false;
    const end = (reason: string): void => {
      if (!hasEnded) {
        hasEnded = true;
        events.crash(reason);
      }
    };
    worker.on('message', (message: FromEngine) => events.message(message));
    worker.on('error', (error: unknown) => end(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => end(`it ended with code ${code}`));
    return {
      post: (message) => worker.postMessage(message),
      terminate: () => {
        hasEnded = true;
        void worker.terminate();
      },
    };
  };
}
