import { message } from '../../core/finding/message.ts';
import { SourceProblem } from '../../core/reading/source.ts';
import type { DecodedSource } from '../sources/decodedSource.ts';

/** Reads bytes that were there when the log was read, perhaps `into` an array with room for them. Rejects with a `SourceProblem` if they are not any more. */
export async function readAgain(
  source: DecodedSource,
  offset: number,
  length: number,
  signal?: AbortSignal,
  into?: Uint8Array,
): Promise<Uint8Array> {
  const bytes = await source.read(offset, length, signal, into);
  if (bytes.length < length) {
    throw new SourceProblem(message('reading.changed', source.name));
  }
  return bytes;
}
