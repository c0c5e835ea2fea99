import type { Message } from '../../core/finding/message.ts';
import type { Outcome } from '../../protocol/requests.ts';
import { type FileWriter, WriteProblem } from '../base/fileWriter.ts';

/** How the writing of a file ended; but for `written`, whatever was at its place is as it was. */
export type ExportEnd =
  | { readonly kind: 'written'; readonly records: number; readonly bytes: number }
  /** Cancelled, or the log was closed. */
  | { readonly kind: 'cancelled' }
  /** The engine crashed and is reading again, or the log changed. */
  | { readonly kind: 'restarted' }
  | { readonly kind: 'failed'; readonly problem: Message | string };

/** How the writing of a file ended whose pieces the engine made. */
export function endOf(outcome: Outcome<{ readonly records: number; readonly bytes: number }>): ExportEnd {
  switch (outcome.status) {
    case 'ok':
      return { kind: 'written', records: outcome.answer.records, bytes: outcome.answer.bytes };
    case 'error':
      return { kind: 'failed', problem: outcome.message };
    case 'restarted':
      return { kind: 'restarted' };
    case 'cancelled':
    case 'closed':
      return { kind: 'cancelled' };
  }
}

/**
 * Writes a file piece by piece. Never rejects.
 *
 * @param make Writes all of it and says how that ended. Where a piece cannot be written, `write` rejects, and the file ends as failed.
 */
export async function writtenFile(
  writer: FileWriter,
  signal: AbortSignal,
  make: (write: (bytes: Uint8Array) => Promise<void>) => Promise<ExportEnd>,
): Promise<ExportEnd> {
  let fault: ExportEnd | undefined;
  const write = async (bytes: Uint8Array): Promise<void> => {
    try {
      await writer.write(bytes);
    } catch (error) {
      fault ??= failed(error);
      throw error;
    }
  };
  const whole = async (): Promise<ExportEnd> => {
    await writer.open();
    const end = await make(write);
    if (fault !== undefined || end.kind !== 'written') {
      return fault ?? end;
    }
    if (signal.aborted) {
      return { kind: 'cancelled' };
    }
    await writer.finish();
    return end;
  };
  const end = await whole().catch((error: unknown) => fault ?? failed(error));
  if (end.kind !== 'written') {
    await writer.discard();
  }
  return end;
}

function failed(error: unknown): ExportEnd {
  return {
    kind: 'failed',
    problem: error instanceof WriteProblem ? error.problem : error instanceof Error ? error.message : String(error),
  };
}
