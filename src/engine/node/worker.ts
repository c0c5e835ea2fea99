import { parentPort } from 'node:worker_threads';
import type { FromEngine, ToEngine, SourceDescription } from '../../protocol/engineMessages.ts';
import { EngineService } from '../session/engineService.ts';
import { blockThreads } from './blockThreads.ts';
import { nodeCompression } from './nodeCompression.ts';
import type { LogSource } from '../../core/reading/source.ts';
import { openContent } from '../sources/openContent.ts';
import { FileSource } from './fileSource.ts';

/** The engine as a worker thread of Node. */
const port = parentPort;
if (port === null) {
  throw new Error('The engine runs as a worker thread only.');
}
const post = (message: FromEngine): void => port.postMessage(message);
const threads = blockThreads((reason, isStartedAgain) => post({ kind: 'threadCrashed', reason, isStartedAgain }));
const service = new EngineService(post, openDescribedSource, nodeCompression, threads);
port.on('message', (message: ToEngine) => service.receive(message));

/** Opens any source; files are read in ranges. */
export function openDescribedSource(description: SourceDescription): LogSource {
  return description.kind === 'file' ? new FileSource(description.name, description.path) : openContent(description);
}
