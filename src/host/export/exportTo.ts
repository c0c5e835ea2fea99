import type { Message } from '../../core/finding/message.ts';
import type { ExportPart } from '../../protocol/answers/exported.ts';
import type { OnPart } from '../../protocol/channel.ts';
import type { Outcome, Requests } from '../../protocol/requests.ts';
import { type FileWriter, WriteProblem } from '../base/fileWriter.ts';

/** Whoever exports records in parts: a session of the engine. */
export interface ExportSource {
  request(
    name: 'export',
    params: Requests['export']['params'],
    signal: AbortSignal,
    onPart: OnPart,
  ): Promise<Outcome<Requests['export']['answer']>>;
}

/** How an export ended; but for `written`, whatever was at the file's place is as it was. */
export type ExportEnd =
  | { readonly kind: 'written'; readonly records: number; readonly bytes: number }
  /** Cancelled, or the log was closed. */
  | { readonly kind: 'cancelled' }
  /** The engine crashed and is reading again. */
  | { readonly kind: 'restarted' }
  | { readonly kind: 'failed'; readonly problem: Message | string };

/** Writes records to a file as they come, holding one part at a time. Never rejects. */
export async function exportTo(
  writer: FileWriter,
  source: ExportSource,
  params: Requests['export']['params'],
  signal: AbortSignal,
  onProgress: (written: number, total: number) => void,
): Promise<ExportEnd> {
  const end = await write(writer, source, params, signal, onProgress).catch(failed);
  if (end.kind !== 'written') {
    await writer.discard();
  }
  return end;
}

async function write(
  writer: FileWriter,
  source: ExportSource,
  params: Requests['export']['params'],
  signal: AbortSignal,
  onProgress: (written: number, total: number) => void,
): Promise<ExportEnd> {
  await writer.open();
  let fault: ExportEnd | undefined;
  const outcome = await source.request('export', params, signal, async (part) => {
    const { bytes, records, total } = part as ExportPart;
    try {
      await writer.write(bytes);
    } catch (error) {
      fault ??= failed(error);
      // The channel cancels the request.
      throw error;
    }
    onProgress(records, total);
  });
  switch (outcome.status) {
    case 'ok':
      if (signal.aborted) {
        return { kind: 'cancelled' };
      }
      await writer.finish();
      return { kind: 'written', records: outcome.answer.records, bytes: outcome.answer.bytes };
    case 'error':
      return { kind: 'failed', problem: outcome.message };
    case 'restarted':
      return { kind: 'restarted' };
    case 'cancelled':
    case 'closed':
      return fault ?? { kind: 'cancelled' };
  }
}

function failed(error: unknown): ExportEnd {
  return {
    kind: 'failed',
    problem: error instanceof WriteProblem ? error.problem : error instanceof Error ? error.message : String(error),
  };
}
