import type { ExportPart } from '../../protocol/answers/exported.ts';
import type { OnPart } from '../../protocol/channel.ts';
import type { Outcome, Requests } from '../../protocol/requests.ts';
import type { FileWriter } from '../base/fileWriter.ts';
import { endOf, type ExportEnd, writtenFile } from './writtenFile.ts';

/** Whoever exports records in parts: a session of the engine. */
export interface ExportSource {
  request(
    name: 'export',
    params: Requests['export']['params'],
    signal: AbortSignal,
    onPart: OnPart,
  ): Promise<Outcome<Requests['export']['answer']>>;
}

/** Writes records to a file as they come, holding one part at a time. Never rejects. */
export function exportTo(
  writer: FileWriter,
  source: ExportSource,
  params: Requests['export']['params'],
  signal: AbortSignal,
  onProgress: (written: number, total: number) => void,
): Promise<ExportEnd> {
  return writtenFile(writer, signal, async (write): Promise<ExportEnd> => {
    const outcome = await source.request('export', params, signal, async (part) => {
      const { bytes, records, total } = part as ExportPart;
      // Where it rejects, the channel cancels the request.
      await write(bytes);
      onProgress(records, total);
    });
    return endOf(outcome);
  });
}
