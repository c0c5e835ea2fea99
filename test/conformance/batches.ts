import { builtInChoice } from '../../src/core/formats/formatChoice.ts';
import { nodeCompression } from '../../src/engine/node/nodeCompression.ts';
import { LogReading } from '../../src/engine/session/logReading.ts';
import { BytesSource } from '../../src/engine/sources/bytesSource.ts';
import { BytesBlockWorkers } from '../engine/parallel/bytesBlockWorkers.ts';
import type { ReadLog } from './readLog.ts';
import { takenOut } from './ways.ts';

/** So much is read before workers begin. */
export const readAlone = 300_000;

/** Reads a log as a session does: with two workers, whose batches are of so many bytes, beside or without the caller. */
export async function readInBatches(
  bytes: Uint8Array,
  size: number,
  callerReads: boolean,
): Promise<ReadLog & { readonly batches: number }> {
  const blockWorkers = new BytesBlockWorkers(bytes, 2, size, callerReads);
  const platform = { compression: nodeCompression, blockWorkers, clock: () => 0, formats: builtInChoice };
  const reading = new LogReading(platform, () => undefined, new AbortController().signal);
  await reading.read([new BytesSource('log.ndjson', bytes)]);
  const { table, sources } = reading.index;
  return { ...takenOut(table, sources[0]!.findings), batches: blockWorkers.read };
}
