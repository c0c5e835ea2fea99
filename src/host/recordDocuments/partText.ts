import type { RecordDetail } from '../../protocol/answers/record.ts';
import type { FindingRef, TextRange, TextStart } from '../../protocol/reference.ts';
import type { EngineSession } from '../engine/engineSession.ts';
import { answerOf, whenRead } from '../engine/whenRead.ts';
import { isCompressed } from '../sessions/isCompressed.ts';
import { askedFindings } from '../validation/askFindings.ts';
import { type OutsideText, outsideText } from '../validation/outsideText.ts';
import { rangeWithin } from '../base/rangeWithin.ts';
import type { RecordAddress } from '../base/recordAddress.ts';

/** A finding, and where it is in the text of the log. */
export interface FoundPlace extends FindingRef {
  readonly range: TextRange;
}

/** What a document shows of a log: one record, or what belongs to none. */
export type PartText =
  | {
      readonly kind: 'record';
      readonly text: string;
      /** Where its text begins in that of the log. */
      readonly start: TextStart;
      readonly detail: RecordDetail;
    }
  | ({ readonly kind: 'outside' } & OutsideText);

/** Reads it when the log has been read to its end; throws a sentence where there is no such record. */
export async function readPartText(session: EngineSession, { log, source, index }: RecordAddress, signal: AbortSignal): Promise<PartText> {
  await whenRead(session, signal);
  if (index === null) {
    const placed = await answerOf(session, 'placedFindings', askedFindings(log, { source }), signal);
    return { kind: 'outside', ...outsideText(log, placed, session.snapshot !== null && isCompressed(session.snapshot)) };
  }
  const ref = { source, index };
  const { range } = await answerOf(session, 'locate', { record: ref }, signal);
  const detail = await answerOf(session, 'record', { ref }, signal);
  return { kind: 'record', text: detail.text, start: range, detail };
}

/** Where a finding is in such a text; undefined where there was no room for it. */
export function placeIn(part: PartText, { finding, range }: FoundPlace): TextRange | undefined {
  switch (part.kind) {
    case 'record':
      return rangeWithin(range, part.start);
    case 'outside':
      return part.ranges.get(finding);
  }
}
