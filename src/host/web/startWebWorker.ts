import * as vscode from 'vscode';
import type { FromEngine } from '../../protocol/engineMessages.ts';
import type { StartWorker } from '../engine/workerPort.ts';

/**
 * Runs the engine in a Worker of the browser. The extension comes from another origin than the extension host, so the
 * script is read through VS Code and started from a blob; it has to be whole, for it cannot import anything.
 */
export function startWebWorker(script: vscode.Uri): StartWorker {
  return async (events) => {
    const bytes = await vscode.workspace.fs.readFile(script);
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }));
    const worker = new Worker(url, { name: 'audit-log-engine' });
    const terminate = (): void => {
      worker.terminate();
      URL.revokeObjectURL(url);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => events.message(data));
    worker.addEventListener('messageerror', () => events.crash('a message could not be read'));
    worker.addEventListener(
      'error',
      (event) => {
        terminate();
        events.crash(event.message || 'it could not be started');
      },
      { once: true },
    );
    return { post: (message) => worker.postMessage(message), terminate };
  };
}
