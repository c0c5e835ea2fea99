import type { RedactionPart } from '../../protocol/answers/redaction.ts';
import type { OnPart } from '../../protocol/channel.ts';
import type { Outcome, Requests } from '../../protocol/requests.ts';
import type { FileWriter } from '../base/fileWriter.ts';
import { endOf, type ExportEnd, writtenFile } from './writtenFile.ts';

/** Whoever makes redacted copies in parts: a session of the engine. */
export interface RedactionSource {
  request(
    name: 'redact',
    params: Requests['redact']['params'],
    signal: AbortSignal,
    onPart: OnPart,
  ): Promise<Outcome<Requests['redact']['answer']>>;
}

/** Writes the redacted copy of a source to a file as it is made. Never rejects. @param onProgress Told how much is done, from 0 to 1. */
export function redactTo(
  writer: FileWriter,
  session: RedactionSource,
  source: number,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<ExportEnd> {
  return writtenFile(writer, signal, async (write): Promise<ExportEnd> => {
    const outcome = await session.request('redact', { source }, signal, async (part) => {
      const { bytes, share } = part as RedactionPart;
      if (bytes.length > 0) {
        await write(bytes);
      }
      onProgress(share);
    });
    return endOf(outcome);
  });
}
