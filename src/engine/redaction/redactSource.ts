import { isUtf8, sourceText } from '../../core/json/utf8.ts';
import { message } from '../../core/finding/message.ts';
import { redactJson, redactLoose } from '../../core/redaction/redactJson.ts';
import type { LogIndex } from '../index/logIndex.ts';
import { BadRequest } from '../query/badRequest.ts';
import { CooperativeTask } from '../scheduling/cooperativeTask.ts';
import type { RedactionPlan } from './redactionPlan.ts';
import { remaining } from './remaining.ts';
import { sourceUnits } from './sourceUnits.ts';

/** Bytes that are handed over at once. */
const pieceSize = 256 * 1024;

/**
 * Writes the redacted copy of a source, at the pace at which it is taken: every byte that is no part of a replaced value is the
 * source's own, decompressed and in UTF-8. Looks for originals in all that it wrote: rejects with a `BadRequest` that names the kind and
 * the record where one remains.
 *
 * @param take Takes a piece, and how many decoded bytes of the source were read for it.
 */
export async function redactSource(
  index: LogIndex,
  source: number,
  plan: RedactionPlan,
  signal: AbortSignal,
  take: (piece: Uint8Array<ArrayBuffer>, read: number) => Promise<void>,
): Promise<void> {
  const work = new CooperativeTask(signal);
  const encoder = new TextEncoder();
  let waiting = '';
  let read = 0;
  const { firstRow } = index.sources[source]!;
  for await (const { bytes, row } of sourceUnits(index, source, signal)) {
    const text = sourceText(bytes, 0, bytes.length);
    const redacted = (row === undefined ? redactLoose : redactJson)(text, plan);
    const kind = remaining(redacted, plan);
    if (kind !== undefined) {
      throw new BadRequest(message('engine.originalRemains', kind, row === undefined ? '–' : String(row - firstRow)));
    }
    read += bytes.length;
    if (redacted === text && !isUtf8(bytes, 0, bytes.length)) {
      await take(encoder.encode(waiting), read - bytes.length);
      await take(bytes.slice(), read);
      waiting = '';
    } else {
      waiting += redacted;
    }
    if (waiting.length >= pieceSize) {
      await take(encoder.encode(waiting), read);
      waiting = '';
    }
    await work.pause();
  }
  await take(encoder.encode(waiting), read);
}
