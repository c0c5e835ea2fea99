import { message } from '../../core/finding/message.ts';
import { identifyContent } from '../../core/reading/identify.ts';
import { LineSearch } from '../../core/reading/lineSearch.ts';
import { maxRecordLength } from '../../core/reading/readerContext.ts';
import { SourceProblem } from '../../core/reading/source.ts';
import type { DecodedSource } from '../sources/decodedSource.ts';

/** Bytes that are searched at once. */
const searchedAtOnce = 256 * 1024;

/**
 * Looks at the beginning of a source, which is decoded. Returns what shows whose log it is: the head, and the first line of
 * one after it where the head is only the end of a record. Rejects with a `SourceProblem` where the source is no log.
 */
export async function acceptLog(source: DecodedSource, head: Uint8Array, signal: AbortSignal): Promise<readonly Uint8Array[]> {
  if (head.length === 0 && source.compressionFault !== undefined) {
    throw new SourceProblem(message('reading.gzipDamaged'));
  }
  const identity = identifyContent(head);
  if (identity.kind === 'log') {
    return [head];
  }
  const line = identity.kind === 'undecided' ? await findLine(source, head, signal) : undefined;
  if (line === undefined) {
    throw new SourceProblem(identity.message);
  }
  return [head, await source.read(line, head.length, signal)];
}

/** Offset of the first line that begins as a log does, if one does before the longest record would have ended. */
async function findLine(source: DecodedSource, head: Uint8Array, signal: AbortSignal): Promise<number | undefined> {
  const search = new LineSearch();
  let found = search.push(head);
  for (let offset = head.length; found === undefined && offset < maxRecordLength;) {
    const bytes = await source.read(offset, searchedAtOnce, signal);
    signal.throwIfAborted();
    if (bytes.length === 0) {
      return undefined;
    }
    found = search.push(bytes);
    offset += bytes.length;
  }
  return found;
}
