import { encodeText } from '../../core/json/utf8.ts';
import type { LogSource } from '../../core/reading/source.ts';
import type { SourceDescription } from '../../protocol/engineMessages.ts';
import { BytesSource } from './bytesSource.ts';

/** Opens content that was handed over whole. */
export function openContent(description: Exclude<SourceDescription, { kind: 'file' }>): LogSource {
  return new BytesSource(description.name, description.kind === 'bytes' ? description.bytes : encodeText(description.text));
}
