import { message } from '../../core/finding/message.ts';
import { SourceProblem, type LogSource } from '../../core/reading/source.ts';
import type { SourceDescription, ToEngine } from '../../protocol/engineMessages.ts';
import { EngineService } from '../session/engineService.ts';
import { openContent } from '../sources/openContent.ts';
import { webCompression } from './webCompression.ts';

/** The engine as a worker of the web, which has no files: content is handed over by the host. */
const service = new EngineService((answer) => self.postMessage(answer), openSource, webCompression);
self.addEventListener('message', (event: MessageEvent<ToEngine>) => service.receive(event.data));

function openSource(description: SourceDescription): LogSource {
  if (description.kind === 'file') {
    throw new SourceProblem(message('reading.unreadable', description.name, 'files are read by the host on the web'));
  }
  return openContent(description);
}
