import type { LogSource } from '../../core/reading/source.ts';
import type { SourceDescription } from '../../protocol/engineMessages.ts';
import { openContent } from '../sources/openContent.ts';
import { FileSource } from './fileSource.ts';

/** Opens any source; files are read in ranges. */
export function openDescribedSource(description: SourceDescription): LogSource {
  return description.kind === 'file' ? new FileSource(description.name, description.path) : openContent(description);
}
