import type { Redacted, RedactionPart, RedactionPreview } from '../../protocol/answers/redaction.ts';
import type { Emit } from '../../protocol/channel.ts';
import type { Requests } from '../../protocol/requests.ts';
import { message } from '../../core/finding/message.ts';
import { simpleKinds } from '../../core/redaction/pseudonyms.ts';
import { BadRequest } from '../query/badRequest.ts';
import { planRedaction, type RedactionPlan } from '../redaction/redactionPlan.ts';
import { redactSource } from '../redaction/redactSource.ts';
import type { AnswerContext } from './context.ts';

const nothing = new Uint8Array(0);
/** Bytes after which it is said again how far the work is. */
const partSize = 8 * 1024 * 1024;

/** What a redacted copy of a source replaces, without making it. */
export async function answerRedaction(
  { index }: AnswerContext,
  { source, examples }: Requests['redaction']['params'],
  signal: AbortSignal,
  emit: Emit,
): Promise<RedactionPreview> {
  const plan = await planned({ index }, source, signal, emit, 1);
  return { snapshot: index.snapshot, kinds: kindsOf(plan, examples) };
}

/** Makes the redacted copy of a source, part by part. */
export async function answerRedact(
  { index }: AnswerContext,
  { source }: Requests['redact']['params'],
  signal: AbortSignal,
  emit: Emit,
): Promise<Redacted> {
  const plan = await planned({ index }, source, signal, emit, 0.4);
  const opened = index.sources[source]!;
  let bytes = 0;
  await redactSource(index, source, plan, signal, (piece, read) => {
    bytes += piece.length;
    const part: RedactionPart = { bytes: piece, share: 0.4 + (0.6 * read) / Math.max(1, opened.source.decodedEnd) };
    return emit(part);
  });
  return { snapshot: index.snapshot, kinds: kindsOf(plan, 0), records: opened.records, bytes };
}

function planned(
  { index }: Pick<AnswerContext, 'index'>,
  source: number,
  signal: AbortSignal,
  emit: Emit,
  share: number,
): Promise<RedactionPlan> {
  const opened = index.sources[source];
  if (opened === undefined || opened.failed) {
    throw new BadRequest(message('engine.noSource'));
  }
  let said = 0;
  return planRedaction(index, source, signal, async (read) => {
    if (read - said >= partSize) {
      said = read;
      const part: RedactionPart = { bytes: nothing, share: (share * read) / opened.source.decodedEnd };
      await emit(part);
    }
  });
}

function kindsOf({ values, guids, pseudonyms }: RedactionPlan, examples: number): RedactionPreview['kinds'] {
  return simpleKinds.flatMap((kind) => {
    const known = values.get(kind) ?? new Set<string>();
    const count = kind === 'guid' ? guids : known.size;
    const some = [...known].slice(0, examples).map((original) => ({ original, pseudonym: pseudonyms.of(kind, original) }));
    return count === 0 ? [] : [{ kind, values: count, examples: some }];
  });
}
