import type { Fingerprint, FingerprintPart, Fingerprints } from '../../protocol/answers/fingerprints.ts';
import type { Emit } from '../../protocol/channel.ts';
import type { Requests } from '../../protocol/requests.ts';
import type { SourceIndex } from '../index/logIndex.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { AnswerContext } from './context.ts';

const readSize = 1024 * 1024;
/** Bytes after which it is said again how far the reading is. */
const partSize = 32 * readSize;

/** The SHA-256 of each source's bytes as they are stored, read again from its beginning. */
export async function answerFingerprints(
  { index }: AnswerContext,
  _: Requests['fingerprints']['params'],
  signal: AbortSignal,
  emit: Emit,
): Promise<Fingerprints> {
  const work = new CooperativeTask(signal);
  const known = index.sources.filter(({ failed }) => !failed);
  const total = known.reduce((sum, source) => sum + lengthOf(source), 0);
  const buffer = new Uint8Array(readSize);
  const sources: Fingerprint[] = [];
  let read = 0;
  for (const one of known) {
    const { source } = one;
    const digest = source.digest();
    const length = lengthOf(one);
    let at = 0;
    while (at < length) {
      const piece = await source.readStored(at, Math.min(readSize, length - at), signal, buffer);
      if (piece.length === 0) {
        break;
      }
      digest.update(piece);
      at += piece.length;
      read += piece.length;
      await work.pause();
      if (Math.floor(read / partSize) > Math.floor((read - piece.length) / partSize)) {
        const part: FingerprintPart = { bytes: read, total };
        await emit(part);
      }
    }
    sources.push({ name: source.name, bytes: at, sha256: digest.end() });
  }
  return { snapshot: index.snapshot, sources };
}

/** Bytes as they are stored, as many as have been read: a log may have grown since. */
function lengthOf({ bytes, source }: SourceIndex): number {
  return bytes ?? source.consumed;
}
