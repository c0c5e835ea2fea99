import type { MessagePort } from 'node:worker_threads';
import type { LogSource } from '../../core/reading/source.ts';
import type { FromEngine, SourceDescription, ToEngine } from '../../protocol/engineMessages.ts';
import { EngineService } from '../session/engineService.ts';
import { openContent } from '../sources/openContent.ts';
import { blockThreads } from './blockThreads.ts';
import { FileSource } from './fileSource.ts';
import { nodeCompression } from './nodeCompression.ts';

/**
 * Serves the messages of a port.
 *
 * @param wasRead Called whenever a log has been read to its end.
 */
export function serveEngine(port: MessagePort, wasRead: () => void): void {
  const post = (message: FromEngine): void => {
    port.postMessage(message);
    if (message.kind === 'snapshot' && message.snapshot.complete) {
      wasRead();
    }
  };
  const threads = blockThreads((reason, isStartedAgain) => post({ kind: 'threadCrashed', reason, isStartedAgain }));
  const service = new EngineService(post, openDescribedSource, nodeCompression, threads);
  port.on('message', (message: ToEngine) => service.receive(message));
}

/** Opens any source; files are read in ranges. */
function openDescribedSource(description: SourceDescription): LogSource {
  return description.kind === 'file' ? new FileSource(description.name, description.path) : openContent(description);
}
